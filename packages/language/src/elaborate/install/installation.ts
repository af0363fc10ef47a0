// What all installing statements share: what they read with, what they defer, and whether the fabric is full.
import type { CommentProvider } from 'langium';
import type * as ast from '../../generated/ast.ts';
import type { Parts } from '../parts/parts.ts';
import type { Properties } from '../parts/properties.ts';
import type { Context } from '../scope/context.ts';
import type { Scope } from '../scope/scope.ts';
import type { DeferredStatements } from '../statements/deferred.ts';
import type { Repeater } from '../statements/repeater.ts';

export interface Installation {
  readonly context: Context;
  readonly parts: Parts;
  readonly properties: Properties;
  readonly repeater: Repeater;
  readonly comments: CommentProvider | undefined;
  readonly deferred: DeferredStatements;
  /** Whether the fabric has no room for more: the rest of an array isn't even tried. */
  full: boolean;
}

/** Ends installing: the fabric has no room for more. */
export function stopInstalling(installation: Installation): void {
  installation.full = true;
  installation.repeater.stop();
}

/** Notes that a declaration installs nothing because of a problem: selectors of it are neither followed nor judged. */
export function skipDeclaration({ context }: Installation, name: string, scope: Scope): void {
  scope.base.declare(name, { kind: 'missing' });
  context.noteGaps();
}

/** Reports an instance that can't be declared in its body. */
export function reportMisplaced({ context }: Installation, node: ast.Instance, message: string, help: string): void {
  context.problem('statement/misplaced', context.nameOrigin(node), message, { help });
}
