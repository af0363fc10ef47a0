// Networks: a named body whose members belong to one fabric of links.
import type { Network } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import { closest } from '../../parse/index.ts';
import { codeList } from '../../problems/wording.ts';
import { networkKindNames } from '../../syntax/index.ts';
import { Scope } from '../scope/scope.ts';
import type { Installation } from './installation.ts';

/**
 * Installs a network.
 * @param run installs what its body declares
 */
export function installNetwork(
  { context }: Installation,
  node: ast.Network,
  scope: Scope,
  run: (statements: readonly ast.Statement[], scope: Scope) => void,
): void {
  if (node.name === '') return;
  const { builder } = context;
  const kind = node.kind ?? '';
  if (!networkKindNames.some((each) => each === kind)) {
    context.problem(
      'value/word',
      context.wordOriginOf(node, 'kind') ?? context.nameOrigin(node),
      `The kind of a network must be one of ${codeList(networkKindNames)}.`,
      {
        suggestion: kind === '' ? undefined : closest(kind, networkKindNames),
        help: kind === '' ? `Write \`network ${node.name} : scale-out\`.` : undefined,
      },
    );
  }
  const path = scope.path(node.name);
  const network: Network = builder.addNetwork({
    name: path,
    kind,
    declaration: context.declaration(node),
    origin: context.headOrigin(node),
  });
  const group = builder.addGroup({
    kind: 'network',
    name: node.name,
    path,
    array: path,
    parent: scope.group,
    network,
    template: undefined,
    origin: context.headOrigin(node),
  });
  const within = new Scope(scope, group, scope.templates);
  scope.declare(node.name, { kind: 'network', scope: within });
  run(node.statements, within);
}
