// What the turns of a loop install: pieces of one array, each under indices of its own.
import { type Axis, axesSize, type Block, indexSuffix } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import type { Context } from './context.ts';
import { Pieces } from './pieces.ts';
import type { Scope } from './scope.ts';

/**
 * The indices under which a turn of a loop installs something, as `[3]`; none where there is no loop. Undefined when
 * another turn did so under the same, which is told.
 */
export function newSuffixes(
  context: Context,
  node: ast.Instance | ast.TemplateInstance,
  axes: readonly Axis[],
  scope: Scope,
): readonly string[] | undefined {
  if (scope.indices === undefined) return [];
  const suffixes = Array.from({ length: axesSize(axes) }, (_, position) => indexSuffix(axes, position));
  const known = scope.base.members.get(node.name);
  const twice = known?.kind === 'pieces' ? known.pieces.twice(suffixes) : known?.kind === 'element' ? '' : undefined;
  if (twice === undefined) return suffixes;
  const [index] = scope.indices.keys();
  context.problem(
    'name/twice',
    context.headOrigin(node),
    `\`${node.name}${twice}\` is installed by more than one turn of the loop.`,
    { help: `Put the index of the loop into its brackets, as \`${node.name}[${index ?? 'i'}]\`.` },
  );
  return undefined;
}

/** The array that a declaration in a loop adds to; undefined where something else has its name. */
export function piecesOf(
  node: ast.Instance | ast.TemplateInstance,
  scope: Scope,
  of: Block['kind'] | undefined,
): Pieces<Scope> | undefined {
  const { base } = scope;
  base.declare(node.name, { kind: 'pieces', pieces: new Pieces(node, of) });
  const known = base.members.get(node.name);
  return known?.kind === 'pieces' && known.pieces.node === node ? known.pieces : undefined;
}
