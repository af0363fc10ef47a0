// Which names there are, where an unknown one is in their place: `over SMF` is answered with the fibers that are in scope, and
// `fed by C` with the feeds.
import { isFeedKind } from '@lightloom/core';
import type { AstNode } from 'langium';
import * as ast from '../generated/ast.ts';
import { capitalized, codeList } from '../problems/wording.ts';
import type { Named, Symbols } from '../references/symbols.ts';
import { kindOfBody, propertyOf } from '../syntax/index.ts';
import { namesBeside } from './names-beside.ts';

/** Names that are listed at most. */
const maxListed = 6;

/** What properties select that has few names. */
const listed: ReadonlySet<string> = new Set(['loop', 'branch', 'feed', 'cdu', 'rack']);

/** The kind of part that is wanted in the place of a name; undefined where that isn't known. */
function kindWanted({ $type, $container: user }: AstNode): string | undefined {
  if ($type !== 'TypeUse' || user === undefined) return undefined;
  if (ast.isLink(user)) return 'fiber';
  if (ast.isPlug(user)) return 'module';
  if (ast.isPorts(user)) return 'cage';
  return ast.isInstance(user) ? user.kind : undefined;
}

/** What is installed that a property wants in the place of a name: feeds, a loop, racks; undefined where that isn't known. */
function installedWanted(container: AstNode): ((named: Named) => boolean) | undefined {
  const selector = container.$container;
  const item = selector?.$container;
  if (!ast.isSelector(selector) || selector.segments[0] !== container || !ast.isItem(item)) return undefined;
  const property = item.$container;
  const spec = propertyOf(kindOfBody(property.$container), property.name)?.value;
  if (spec?.type !== 'selection' || !listed.has(spec.of)) return undefined;
  const beside = namesBeside(container);
  return (named) =>
    !beside.has(named.name ?? '') &&
    named !== property.$container &&
    named.$type === 'Instance' &&
    (spec.of === 'feed' ? isFeedKind(named.kind) : named.kind === spec.of);
}

/** `Fiber types here are A, B and 3 more.`; undefined where nothing of a kind is wanted, or none is in scope. */
export function namesOfKind(container: AstNode, symbols: Symbols): string | undefined {
  const kind = kindWanted(container);
  const installed = installedWanted(container);
  const names = new Set<string>();
  for (const [name, named] of kind === undefined && installed === undefined ? [] : symbols.visible(container))
    if (installed?.(named) ?? (named.$type === 'TypeDeclaration' && named.kind === kind)) names.add(name);
  const [first, ...others] = names;
  if (first === undefined) return undefined;
  if (kind === undefined) return `There ${others.length === 0 ? 'is' : 'are'} ${listOf(names)} here.`;
  if (others.length === 0) return `The ${kind} type here is \`${first}\`.`;
  return `${capitalized(kind)} types here are ${listOf(names)}.`;
}

/** Names one after the other, and how many more there are. */
function listOf(names: ReadonlySet<string>): string {
  const more = names.size - maxListed;
  const text = codeList([...names].slice(0, maxListed));
  return more > 0 ? `${text} and ${more} more` : text.replace(/, ([^,]*)$/, ' and $1');
}
