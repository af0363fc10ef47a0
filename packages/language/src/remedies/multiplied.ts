// Several of a single instance: its declaration as an array, and what names it as a selection of all of them.
import { type Edit, libraryScheme } from '@lightloom/core';
import { AstUtils, type LangiumDocument } from 'langium';
import * as ast from '../generated/ast.ts';
import { extentOf, nameExtentOf } from '../parse/index.ts';
import { usesIn } from '../references/references.ts';

/** The edits that make an array of a single instance, in all files of its design; undefined where it has no place for them. */
export function multiplied(
  node: ast.Statement | undefined,
  count: number,
  documents: readonly LangiumDocument[],
): { readonly title: string; readonly edits: readonly Edit[] } | undefined {
  if (node?.$type !== 'Instance' || node.dimensions.length > 0) return undefined;
  const own = documents.filter(({ uri }) => uri.scheme !== libraryScheme);
  const uses = own.flatMap((document) => usesIn(document, node).filter(ast.isSegment));
  if (uses.some(({ dimensions }) => dimensions.length > 0)) return undefined;
  const { uri } = AstUtils.getDocument(node);
  const links = new Set(uses.flatMap((each) => linkOf(each) ?? []));
  const edits = [
    inserted(uri.toString(), nameExtentOf(node).end, `[1..${count}]`),
    ...uses.map((each) => inserted(addressOf(each), extentOf(each).end, '[*]')),
    ...[...links].flatMap((each) => asMesh(each)),
  ];
  return { title: `Change \`${node.name}\` to \`${node.name}[1..${count}]\``, edits: joined(edits) };
}

/** The link that a selector is a side of. */
function linkOf({ $container }: ast.Segment): ast.Link | undefined {
  return ast.isLink($container.$container) ? $container.$container : undefined;
}

/** Pairs become a mesh. */
function asMesh(link: ast.Link): Edit[] {
  const last = link.to.at(-1);
  const name = (link.pattern as ast.Pattern | undefined)?.name;
  if (last === undefined || (name !== undefined && name !== 'pairs')) return [];
  if (name === undefined) return [inserted(addressOf(link), extentOf(last).end, ' as mesh')];
  return [{ origin: { uri: addressOf(link), ...extentOf(link.pattern) }, text: 'mesh' }];
}

function addressOf(node: ast.Segment | ast.Link): string {
  return AstUtils.getDocument(node).uri.toString();
}

function inserted(uri: string, offset: number, text: string): Edit {
  return { origin: { uri, start: offset, end: offset }, text };
}

/** Edits, those at one place as one: what comes first stands first. */
function joined(edits: readonly Edit[]): Edit[] {
  const found = new Map<string, Edit>();
  for (const each of edits) {
    const key = `${each.origin.uri} ${each.origin.start}`;
    const before = found.get(key);
    found.set(key, before === undefined ? each : { ...before, text: `${before.text}${each.text}` });
  }
  return [...found.values()];
}
