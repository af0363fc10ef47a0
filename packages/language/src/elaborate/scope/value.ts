// Values of expressions, and how messages name them.
import { type Dimension, unitsOf } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import { textOfNode } from '../../parse/index.ts';
import { alternatives, withArticle } from '../../problems/wording.ts';

/** The value of an expression. A name that has no value stays a name: what it refers to depends on where it is used. */
export type Value =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'quantity'; readonly value: number; readonly dimension: Dimension; readonly unit: string }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'type'; readonly type: ast.TypeDeclaration | ast.Template }
  | { readonly kind: 'name'; readonly selector: ast.Selector };

/** `a power`, `a plain number`: for messages. */
export function describe(value: Value): string {
  switch (value.kind) {
    case 'number':
      return 'a plain number';
    case 'quantity':
      return withArticle(value.dimension);
    case 'text':
      return 'a text';
    case 'type':
      return value.type.$type === 'Template'
        ? `the template ${value.type.name}`
        : `the ${value.type.kind} type ${value.type.name}`;
    case 'name':
      return `\`${textOfNode(value.selector)}\``;
  }
}

/** The units of a dimension, small ones first: `W, kW or MW`. Currencies have no order by size. */
export function unitsText(dimension: Dimension): string {
  const names = unitsOf(dimension).map((each) => each.name);
  return alternatives(dimension.startsWith('money') ? names : names.reverse());
}
