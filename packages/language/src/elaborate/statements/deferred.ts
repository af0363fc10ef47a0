// Statements that are read only once everything is installed, because they name what is.
import type { Block } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import type { Scope } from '../scope/scope.ts';

/** A statement and the scope it is in, for later. */
export interface Deferred<T> {
  readonly node: T;
  readonly scope: Scope;
}

/** A branch of a coolant loop, whose racks are read later. */
export interface DeferredBranch {
  readonly node: ast.Instance;
  readonly index: number;
  /** Inside the loop. */
  readonly scope: Scope;
}

/** Racks or CDUs, whose feeds and loops are read later. */
interface DeferredBlock {
  readonly node: ast.Instance;
  readonly block: Block;
  readonly scope: Scope;
}

/** What is read once everything is installed, in the order of the text. */
export interface DeferredStatements {
  /** Coolant loops, feeds and halls, whose values name other things. */
  readonly plants: {
    readonly node: ast.Instance;
    /** The first of `count`. */
    readonly index: number;
    readonly count: number;
    readonly scope: Scope;
  }[];
  readonly branches: DeferredBranch[];
  readonly racks: DeferredBlock[];
  readonly cdus: DeferredBlock[];
  /** A `for` is deferred as a whole: its iterations are repeated then. */
  readonly overrides: Deferred<ast.Override | ast.For>[];
  readonly plugs: Deferred<ast.Plug | ast.For>[];
  readonly links: Deferred<ast.Link | ast.For>[];
  readonly places: Deferred<ast.Place | ast.For>[];
  readonly requirements: Deferred<ast.Require>[];
  readonly allowances: Deferred<ast.Allow>[];
  readonly views: Deferred<ast.View>[];
  readonly phases: Deferred<ast.Phase>[];
}

/** Nothing deferred yet. */
export function noDeferred(): DeferredStatements {
  return {
    plants: [],
    branches: [],
    racks: [],
    cdus: [],
    overrides: [],
    plugs: [],
    links: [],
    places: [],
    requirements: [],
    allowances: [],
    views: [],
    phases: [],
  };
}

/** The allowances in a body. */
export function allowancesIn(
  node: { readonly statements: readonly ast.Statement[] },
  scope: Scope,
): readonly Deferred<ast.Allow>[] {
  return node.statements.flatMap((each) => (each.$type === 'Allow' ? [{ node: each, scope: scope.kept }] : []));
}
