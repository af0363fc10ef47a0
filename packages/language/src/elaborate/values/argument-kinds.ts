// The kinds of value that a parameter takes: declared by a word, or shown by its default.
import { canonicalUnit, type Dimension, type PartKind, partKinds, readQuantity, shareUnits } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import { withArticle } from '../../problems/wording.ts';
import { describe, type Value } from '../scope/value.ts';

/** What a parameter takes. */
export type Takes =
  | { readonly kind: 'count' | 'number' | 'text' | 'template' }
  | { readonly kind: 'quantity'; readonly dimension: Dimension }
  | { readonly kind: 'type'; readonly of: PartKind };

const plain = ['count', 'number', 'text', 'template'] as const;

/** The word of a dimension: `bit-rate`. */
const wordOf = (dimension: Dimension): string => dimension.replaceAll(' ', '-');

/** Every dimension. */
const dimensions = Object.keys(canonicalUnit) as Dimension[];

/** Every word that a parameter can be declared with. */
export const parameterWords: readonly string[] = [...plain, ...dimensions.map(wordOf), ...partKinds];

/** What a word declares; undefined when it is none of them. */
export function takesOfWord(word: string): Takes | undefined {
  const simple = plain.find((each) => each === word);
  if (simple !== undefined) return { kind: simple };
  const dimension = dimensions.find((each) => wordOf(each) === word);
  if (dimension !== undefined) return { kind: 'quantity', dimension };
  const of = partKinds.find((each) => each === word);
  return of === undefined ? undefined : { kind: 'type', of };
}

/** The kind of a value: that of a default is the kind its parameter takes. */
export function kindOfValue(value: Value | undefined): Takes | undefined {
  switch (value?.kind) {
    case 'number':
    case 'text':
      return { kind: value.kind };
    case 'quantity':
      return { kind: 'quantity', dimension: value.dimension };
    case 'type':
      return value.type.$type === 'Template' ? { kind: 'template' } : { kind: 'type', of: value.type.kind };
    default:
      return undefined;
  }
}

/** Whether a value is what a parameter takes. */
export function fits(takes: Takes, value: Value): boolean {
  switch (takes.kind) {
    case 'count':
      return value.kind === 'number' && Number.isInteger(value.value) && value.value >= 0;
    case 'number':
    case 'text':
      return value.kind === takes.kind;
    case 'quantity':
      return value.kind === 'quantity' && shareUnits(value.dimension, takes.dimension);
    case 'template':
      return value.kind === 'type' && value.type.$type === 'Template';
    case 'type':
      return value.kind === 'type' && value.type.$type === 'TypeDeclaration' && value.type.kind === takes.of;
  }
}

/** `a length`, `a whole number`: for messages. */
export function takesText(takes: Takes): string {
  switch (takes.kind) {
    case 'count':
      return 'a whole number';
    case 'number':
      return 'a number';
    case 'quantity':
      return withArticle(takes.dimension);
    case 'type':
      return `${withArticle(takes.of)} type`;
    default:
      return `a ${takes.kind}`;
  }
}

/** The kind of a default, by how it is written. */
export function kindOfExpression(expression: ast.Expression | undefined): Takes | undefined {
  switch (expression?.$type) {
    case 'Numeral':
      return { kind: 'number' };
    case 'Text':
      return { kind: 'text' };
    case 'Quantity': {
      const dimension = readQuantity(expression.text)?.unit.dimension;
      return dimension === undefined ? undefined : { kind: 'quantity', dimension };
    }
    case 'Selector': {
      const [only, more] = expression.segments;
      const target = only?.$type === 'Segment' && more === undefined ? only.named.ref : undefined;
      const isType = target?.$type === 'TypeDeclaration' || target?.$type === 'Template';
      return isType ? kindOfValue({ kind: 'type', type: target }) : undefined;
    }
    default:
      return undefined;
  }
}

/** What a parameter takes: as declared, else as its default shows. */
export function takesOfParameter(parameter: ast.Parameter): Takes | undefined {
  return parameter.takes === undefined ? kindOfExpression(parameter.default) : takesOfWord(parameter.takes);
}

/** `a power`, `the number 64`: a value, for messages. */
export function valueText(value: Value): string {
  return value.kind === 'number' ? `the number ${value.value}` : describe(value);
}
