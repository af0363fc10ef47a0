// What the iterations of a `for` install: pieces of one array, each with indices of its own.
import { type Axis, axesSize, type Block, indexSuffix } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import type { Context } from './context.ts';
import { Pieces } from './pieces.ts';
import type { Scope } from './scope.ts';

/**
 * The indices with which an iteration of a `for` installs something, as `[3]`; none outside of a `for`. Undefined when
 * another iteration has used one of them, which is reported.
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
  const taken =
    known?.kind === 'pieces' ? known.pieces.firstTaken(suffixes) : known?.kind === 'element' ? '' : undefined;
  if (taken === undefined) return suffixes;
  const [index] = scope.indices.keys();
  context.problem(
    'name/twice',
    context.headOrigin(node),
    `\`${node.name}${taken}\` is installed by more than one iteration of the loop.`,
    { help: `Use the index of the \`for\` in its brackets: \`${node.name}[${index ?? 'i'}]\`.` },
  );
  return undefined;
}

/** The array that a declaration in a `for` adds to; undefined where something else has its name. */
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
