// Where something of a name is, if not at the place where it is used: within a network or an instance of a template.
import type { AstNode } from 'langium';
import * as ast from '../generated/ast.ts';
import { closest } from '../parse/index.ts';
import { factOf } from '../references/fact-names.ts';
import type { Named, Symbols } from '../references/symbols.ts';

/** How deep names are searched, and how many. */
const maxDepth = 6;
const maxNames = 1000;

/**
 * The path to what a selector was meant to name, as `pod[*].leaf` for `leaf`; the name that is visible and spelled nearly the same where
 * nothing has the name itself.
 * @param near that name, if there is one
 */
export function nestedName(
  name: string,
  container: AstNode,
  symbols: Symbols,
  near: string | undefined,
): string | undefined {
  const selector = container.$container;
  if (container.$type !== 'Segment' || selector === undefined || !ast.isSelector(selector)) return near;
  const paths = new Map<string, string>();
  const withPorts = takesPorts(selector.$container);
  collect([...symbols.visible(container)], '', { symbols, withPorts, paths }, 0);
  const exact = paths.get(name);
  if (exact !== undefined) return exact;
  const nested = near === undefined ? closest(name, [...paths.keys()]) : undefined;
  return nested === undefined ? near : paths.get(nested);
}

interface Search {
  readonly symbols: Symbols;
  readonly withPorts: boolean;
  /** The first path to something of each name. */
  readonly paths: Map<string, string>;
}

function collect(found: Iterable<readonly [string, Named]>, before: string, search: Search, depth: number): void {
  const { symbols, withPorts, paths } = search;
  const inner: [Named, string][] = [];
  for (const [name, named] of found) {
    if (paths.size >= maxNames) return;
    const path = `${before}${name}`;
    if (depth > 0 && isInstalled(named) && !paths.has(name)) paths.set(name, path);
    const opens = named.$type === 'TemplateInstance' || named.$type === 'Network';
    if (opens || (withPorts && named.$type === 'Instance')) inner.push([named, `${path}${indicesOf(named)}.`]);
  }
  if (depth >= maxDepth) return;
  for (const [named, path] of inner) collect(symbols.members(named) ?? [], path, search, depth + 1);
}

function isInstalled({ $type }: Named): boolean {
  return $type === 'Instance' || $type === 'TemplateInstance' || $type === 'Ports';
}

/** `[*]` for each dimension of an array. */
function indicesOf(named: Named): string {
  return 'dimensions' in named ? '[*]'.repeat(named.dimensions.length) : '';
}

/** Whether a statement may name ports. */
function takesPorts(statement: AstNode | undefined): boolean {
  if (ast.isLink(statement) || ast.isPlug(statement) || ast.isAllow(statement)) return true;
  return ast.isFactCall(statement) && factOf(statement.fact)?.subjects.includes('cage') === true;
}
