// What waits until everything is installed.
import type { Block } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import type { WaitingBranch } from '../plant/branches.ts';
import type { Scope } from '../scope/scope.ts';

/** A statement and the scope it stands in, for later. */
export interface Later<T> {
  readonly node: T;
  readonly scope: Scope;
}

/** What waits until everything is installed. */
export interface Waiting {
  /** Loops, feeds and halls, whose values are read once what they name is there. */
  readonly plants: { readonly node: ast.Instance; readonly index: number; readonly scope: Scope }[];
  readonly branches: WaitingBranch[];
  readonly racks: { readonly node: ast.Instance; readonly block: Block; readonly scope: Scope }[];
  /** Loops wait as a whole: their turns are taken again then. */
  readonly overrides: Later<ast.Override | ast.For>[];
  readonly plugs: Later<ast.Plug | ast.For>[];
  readonly links: Later<ast.Link | ast.For>[];
  readonly places: Later<ast.Place | ast.For>[];
  readonly requirements: Later<ast.Require>[];
  readonly allowances: Later<ast.Allow>[];
  readonly views: Later<ast.View>[];
}

/** The excuses in a body. */
export function allowancesIn(
  node: { readonly statements: readonly ast.Statement[] },
  scope: Scope,
): readonly Later<ast.Allow>[] {
  return node.statements.flatMap((each) => (each.$type === 'Allow' ? [{ node: each, scope: scope.kept }] : []));
}
