// Values of expressions, and how messages speak of them.
import { type Dimension, findUnit, unitsOf } from '@lightloom/core';
import type * as ast from '../generated/ast.ts';
import { textOfNode } from '../parse/index.ts';

/** What an expression comes to. A name is left as it is where it names no value: what it means depends on the place. */
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
      return `${article(value.dimension)} ${value.dimension}`;
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

/** `W, kW or MW`: how a dimension is written. */
export function unitsText(dimension: Dimension): string {
  const names = unitsOf(dimension)
    .map((each) => each.name)
    .reverse();
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

/** The unit's spelling as given, when it says something the dimension does not: `OU` or `RU`. */
export function rackUnitName(unit: string): string | undefined {
  return findUnit(unit)?.dimension === 'length' && (unit === 'OU' || unit === 'RU') ? unit : undefined;
}

/** `a` or `an`. */
export function article(word: string): string {
  return /^[aeiou]/.test(word) ? 'an' : 'a';
}
