// Views: `view NAME "…" { … }`.
import type { Values } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import type { Properties } from '../parts/properties.ts';
import type { Context } from '../scope/context.ts';
import type { Deferred } from '../statements/deferred.ts';

/** Adds a view to the fabric. */
export function addView(context: Context, properties: Properties, { node, scope }: Deferred<ast.View>): void {
  if (node.name === '') return;
  const values = properties.read(node.statements, 'view', 'installed', scope) as Values<'view'>;
  context.builder.addView({ name: node.name, title: node.title, values, origin: context.nameOrigin(node) });
}
