// From a fact as somebody types it, `margin(backend)`, to a statement that asks for it.
import { requirableFacts, unitsOf } from '@lightloom/core';

/** A requirement to read after a design, and whether its limit was typed. */
export interface FactStatement {
  readonly text: string;
  readonly limited: boolean;
}

/** Whether a text asks for a fact and is no name: `require …`, or a word with a bracket behind it. */
export function asksForFact(text: string): boolean {
  return /^\s*(?:require\s|[\p{L}\p{N}-]+\s*\()/u.test(text);
}

/**
 * The statement that asks for a fact. Where no limit was typed it has one of nothing, in a unit that fits, on the side that
 * lets the worst of several failures or things be found.
 * @returns the name when there is no such fact; nothing where the text is not written as in a requirement
 */
export function factStatement(text: string): FactStatement | { readonly unknown: string } | undefined {
  const asked = text
    .trim()
    .replace(/^require\s+/, '')
    .replace(/\s+/g, ' ');
  const name = /^([^\s(]+)/.exec(asked)?.[1] ?? '';
  const fact = Object.hasOwn(requirableFacts, name) ? requirableFacts[name] : undefined;
  if (fact === undefined) return { unknown: name };
  if (/[<>=]/.test(asked)) return { text: `require ${asked}`, limited: true };
  const [, what, when = ''] = /^([^\s(]+\s*\([^()]+\))(\s+when\s.*)?$/.exec(asked) ?? [];
  if (what === undefined) return undefined;
  const unit = fact.dimension === 'count' || fact.bare === true ? '' : ` ${unitsOf(fact.dimension)[0]?.name ?? ''}`;
  return { text: `require ${what} ${fact.lowestIsWorst === true ? '>=' : '<='} 0${unit}${when}`, limited: false };
}
