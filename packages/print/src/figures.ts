// What there is to say about something in a design, for the terminal: a table, then how each figure comes about.
import { derivationLines, type Explanation, type Facts, factText, footingLines, withoutRepeats } from '@lightloom/core';
import { visible, widthOf } from './cells.ts';
import { lineOf } from './reported.ts';
import type { Sources } from './source.ts';
import type { Theme } from './theme.ts';

/** Explanations, ending in a line break. */
export function figuresOf(explanations: readonly Explanation[], facts: Facts, sources: Sources, theme: Theme): string {
  return `${explanations.map((each) => explained(each, facts, sources, theme)).join('\n\n')}\n`;
}

function explained({ title, rows }: Explanation, facts: Facts, sources: Sources, theme: Theme): string {
  const longest = Math.max(0, ...rows.map(({ name }) => widthOf(name)));
  const values = rows.map(({ fact }) => factText(fact));
  const widest = Math.max(0, ...values.map((each) => (widthOf(each) > 40 ? 0 : widthOf(each))));
  const table = rows.map(({ name, note }, i) => {
    const value = values[i] as string;
    const gap = ' '.repeat(Math.max(0, widest - widthOf(value)));
    const end = note === undefined ? '' : `${gap}  ${theme.quiet(visible(note))}`;
    return `  ${visible(name)}${' '.repeat(longest - widthOf(name))}  ${theme.strong(visible(value))}${end}`;
  });
  const derived = rows.map(({ fact }) => fact).filter((fact) => fact.terms.length > 0 || fact.origin !== undefined);
  const how = withoutRepeats(derived).flatMap((each) =>
    derivationLines(each, '  ', (origin) => lineOf(origin, sources)),
  );
  const footing = footingLines(facts, rows);
  return [
    theme.strong(visible(title)),
    ...(table.length === 0 ? [] : ['', ...table]),
    ...(how.length === 0 ? [] : ['', ...how.map((line) => theme.quiet(visible(line)))]),
    ...(footing.length === 0
      ? []
      : ['', '  rests on figures that are', ...footing.map((line) => `    ${visible(line)}`)]),
  ].join('\n');
}
