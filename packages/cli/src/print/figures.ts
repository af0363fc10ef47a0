// What there is to say about something in a design, for the terminal: a table, then how each figure comes about.
import { type Derivation, derivationLines, type Explanation, type ExplanationRow, printValue } from '@lightloom/core';
import type { Sources } from '../input/source.ts';
import { visible, widthOf } from './cells.ts';
import { lineOf } from './reported.ts';
import type { Theme } from './theme.ts';

/** Explanations, ending in a line break. */
export function figuresOf(explanations: readonly Explanation[], sources: Sources, theme: Theme): string {
  return `${explanations.map((each) => explained(each, sources, theme)).join('\n\n')}\n`;
}

function explained({ title, rows }: Explanation, sources: Sources, theme: Theme): string {
  const longest = Math.max(0, ...rows.map(({ name }) => widthOf(name)));
  const values = rows.map(textOf);
  const widest = Math.max(0, ...values.map((each) => (widthOf(each) > 40 ? 0 : widthOf(each))));
  const table = rows.map(({ name, note }, i) => {
    const value = values[i] as string;
    const gap = ' '.repeat(Math.max(0, widest - widthOf(value)));
    const end = note === undefined ? '' : `${gap}  ${theme.quiet(visible(note))}`;
    return `  ${visible(name)}${' '.repeat(longest - widthOf(name))}  ${theme.strong(visible(value))}${end}`;
  });
  const seen = new Set<string>();
  const how = rows
    .filter(({ fact }) => fact.terms.length > 0 || fact.origin !== undefined)
    .flatMap(({ fact }) => derivationLines(once(fact, seen), '  ', (origin) => lineOf(origin, sources)));
  return [
    theme.strong(visible(title)),
    ...(table.length === 0 ? [] : ['', ...table]),
    ...(how.length === 0 ? [] : ['', ...how.map((line) => theme.quiet(visible(line)))]),
  ].join('\n');
}

function textOf({ fact }: ExplanationRow): string {
  if (!Number.isNaN(fact.value)) return printValue(fact);
  const why = fact.unknown === undefined ? '' : `: ${fact.unknown}`;
  return fact.known > 0 ? `unknown, at least ${printValue(fact, fact.known)}${why}` : `unknown${why}`;
}

/** The derivation without the terms of what was derived before: a loop's heat is told once, not for each figure of it. */
function once(derivation: Derivation, seen: Set<string>): Derivation {
  if (derivation.terms.length === 0) return derivation;
  const key = `${derivation.label} ${derivation.value}`;
  if (seen.has(key)) return { ...derivation, terms: [], formula: 'see above' };
  seen.add(key);
  return { ...derivation, terms: derivation.terms.map((each) => once(each, seen)) };
}
