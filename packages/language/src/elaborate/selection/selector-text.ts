// The text of a selector.
import type * as ast from '../../generated/ast.ts';
import { textBetween } from '../../parse/index.ts';

const spaces = /\s/;

/** Selectors as written, with commas between them. */
export function allText(selectors: readonly ast.Selector[]): string {
  return selectors.map(textOf).join(', ');
}

/** A selector as written, each run of spaces and line breaks as one space. */
export function textOf(selector: ast.Selector): string {
  const text = textBetween(selector, selector);
  return spaces.test(text) ? text.replace(/\s+/g, ' ') : text;
}
