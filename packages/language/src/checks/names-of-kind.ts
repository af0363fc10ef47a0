// Which parts there are, where an unknown name is in the place of one: `over SMF` is answered with the fibers that are in scope.
import type { AstNode } from 'langium';
import * as ast from '../generated/ast.ts';
import { capitalized, codeList } from '../problems/wording.ts';
import type { Symbols } from '../references/symbols.ts';

/** Names that are listed at most. */
const maxListed = 6;

/** The kind of part that is wanted in the place of a name; undefined where that isn't known. */
function kindWanted({ $type, $container: user }: AstNode): string | undefined {
  if ($type !== 'TypeUse' || user === undefined) return undefined;
  if (ast.isLink(user)) return 'fiber';
  if (ast.isPlug(user)) return 'module';
  if (ast.isPorts(user)) return 'cage';
  return ast.isInstance(user) ? user.kind : undefined;
}

/** `Fiber types here are A, B and 3 more.`; undefined where no part could be meant, or none is in scope. */
export function namesOfKind(container: AstNode, symbols: Symbols): string | undefined {
  const kind = kindWanted(container);
  if (kind === undefined) return undefined;
  const names = new Set<string>();
  for (const [name, named] of symbols.visible(container))
    if (named.$type === 'TypeDeclaration' && named.kind === kind) names.add(name);
  const [first, ...others] = names;
  if (first === undefined) return undefined;
  if (others.length === 0) return `The ${kind} type here is \`${first}\`.`;
  const more = names.size - maxListed;
  const listed = codeList([...names].slice(0, maxListed));
  const text = more > 0 ? `${listed} and ${more} more` : listed.replace(/, ([^,]*)$/, ' and $1');
  return `${capitalized(kind)} types here are ${text}.`;
}
