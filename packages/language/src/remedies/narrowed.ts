// Fewer ports of a group in a statement that selects all of them.
import type { DesignChange, Edit } from '@lightloom/core';
import { AstUtils } from 'langium';
import * as ast from '../generated/ast.ts';
import { extentOf } from '../parse/index.ts';

/** The edit that gives a port group its indices; undefined where the statement selects it in another way, or more than once. */
export function narrowed(
  { into }: ast.Plug,
  { array, ports, range, isOnly }: Extract<DesignChange, { kind: 'narrow' }>,
): { readonly title: string; readonly edits: readonly Edit[] } | undefined {
  const found = into.filter((each) => nameOf(each.segments.at(-2)) === array);
  const [only, ...more] = found;
  const last = only?.segments.at(-1);
  if (only === undefined || last === undefined || more.length > 0 || only.channels !== undefined) return undefined;
  const isGroup = ast.isSegment(last) ? nameOf(last) === ports && last.dimensions.length === 0 : isOnly;
  if (!isGroup) return undefined;
  const text = `${ports}[${range}]`;
  const origin = { uri: AstUtils.getDocument(only).uri.toString(), ...extentOf(last) };
  return { title: `Plug \`${text}\` only`, edits: [{ origin, text }] };
}

function nameOf(segment: ast.Segment | ast.Wildcard | undefined): string | undefined {
  return ast.isSegment(segment) ? segment.named.$refText : undefined;
}
