// Arrays of switches, hosts, racks and CDUs.
import {
  type Axis,
  axesSize,
  type Block,
  cagesOf,
  maxTableRows,
  type Part,
  printNumber,
  type TypedInstanceKind,
} from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import { unknownsIn } from '../parts/unknown-properties.ts';
import { newSuffixes, piecesOf } from '../scope/iteration-pieces.ts';
import type { Scope } from '../scope/scope.ts';
import { axesOf } from '../values/indices.ts';
import { type Installation, skipDeclaration, stopInstalling } from './installation.ts';

/** Installs an array of switches, hosts, racks or CDUs. */
export function installArray(
  installation: Installation,
  node: ast.Instance,
  kind: TypedInstanceKind,
  scope: Scope,
): void {
  const { context, comments, deferred } = installation;
  const axes = axesOf(context, scope, node.dimensions);
  if (axes === undefined) {
    skipDeclaration(installation, node.name, scope);
    return;
  }
  const part = partOf(installation, node, kind, scope);
  if (node.type === undefined) {
    context.problem('type/missing', context.headOrigin(node), `\`${node.name}\` has no type.`, {
      help: `Write \`${node.kind} ${node.name} : TYPE\`, or \`${node.kind} type ${node.name}\` to declare a type.`,
    });
  }
  if (isTooLarge(installation, node, axes, part)) {
    skipDeclaration(installation, node.name, scope);
    return;
  }
  const suffixes = newSuffixes(context, node, axes, scope);
  if (suffixes === undefined) return;
  const block = context.builder.addBlock({
    kind,
    name: node.name,
    path: scope.path(node.name),
    group: scope.group,
    axes,
    part,
    declaration: context.declaration(node),
    origin: context.headOrigin(node),
    doc: comments?.getComment(node),
  });
  if (scope.indices === undefined) scope.declare(node.name, { kind: 'block', block });
  else piecesOf(node, scope, block.kind)?.add({ axes, first: block.first, units: undefined }, suffixes);
  if (kind === 'rack') deferred.racks.push({ node, block, scope: scope.kept });
  if (kind === 'cdu') deferred.cdus.push({ node, block, scope: scope.kept });
}

/** The type of an instance, with the values of the instance itself on top. */
function partOf(
  { context, parts, properties }: Installation,
  node: ast.Instance,
  kind: Block['kind'],
  scope: Scope,
): Part | undefined {
  const part = parts.ofUse(node.type, kind, scope);
  if (part === undefined || kind === 'rack' || kind === 'cdu') return part;
  const own = properties.read(node.statements, kind, 'installed', scope);
  const unknowns = unknownsIn(context, node.statements);
  const plain = Object.keys(own).length + Object.keys(unknowns).length === 0;
  return plain ? part : parts.withOverrides(part, own, unknowns);
}

/** Whether the fabric has no room for an array, which is reported. */
function isTooLarge(
  installation: Installation,
  node: ast.Instance,
  axes: readonly Axis[],
  part: Part | undefined,
): boolean {
  const count = axesSize(axes);
  const { context } = installation;
  const { builder } = context;
  const cages = builder.cageCount + (part === undefined ? 0 : cagesOf(part) * count);
  if (builder.deviceCount + count <= maxTableRows && cages <= maxTableRows) return false;
  stopInstalling(installation);
  const what =
    cages > maxTableRows ? `${printNumber(cages)} cages` : `${printNumber(builder.deviceCount + count)} devices`;
  context.problem(
    'value/too-large',
    context.headOrigin(node),
    `\`${node.name}\` makes ${what}; a fabric has at most ${printNumber(maxTableRows)}.`,
  );
  return true;
}
