// Figures of two designs side by side, in Markdown.
import { type FigurePair, isSameFigure, printCount, wholeDesign } from '@lightloom/core';
import { numberColumns as number, textColumns as text } from '../../markdown/table.ts';
import { joined, markdownText } from '../../shown/index.ts';
import type { ComparedPair } from '../compared/pair.ts';
import { bySubject, deltaText, figureName, figureTexts, ratioOf } from '../words/figures.ts';
import { limitedTable, section } from './folded.ts';

/** The key figures that differ, and the names of those that don't. */
export function figureSection({ diff: { figures, isSame }, before, after }: ComparedPair, mostRows: number): string[] {
  if (isSame && figures.every(isSameFigure)) return [];
  const changed = figures.filter((each) => !isSameFigure(each));
  const table = limitedTable(
    [...text('Figure'), ...number('Before', 'After', 'Change')],
    changed.map((each) => [
      figureName(each, wholeDesign),
      ...figureTexts(each).map((value) => value || '–'),
      deltaText(each),
    ]),
    mostRows,
  );
  const kept = figures.filter((each) => isSameFigure(each) && !Number.isNaN(each.after?.value ?? Number.NaN));
  const isPair = before.path !== undefined && after.path !== undefined;
  const unchanged =
    kept.length === 0 || !isPair
      ? ''
      : `Unchanged: ${
          joined(
            kept.slice(0, mostRows).map((each) => `${figureName(each, wholeDesign)} ${figureTexts(each)[1]}`),
            ', ',
          ).source
        }${kept.length > mostRows ? ` and ${printCount(kept.length - mostRows, 'more', 'more')}` : ''}.`;
  return section('Figures', table, unchanged);
}

/** Every fact side by side, a table for each thing that facts are of. */
export function factSections(facts: readonly FigurePair[], mostRows: number): string[] {
  return [...bySubject(facts)].flatMap(([subject, own]) =>
    section(
      markdownText(subject),
      limitedTable(
        [...text('Fact'), ...number('Before', 'After', 'Ratio')],
        own.map((each) => [each.name, ...figureTexts(each).map((value) => value || '–'), ratioOf(each)]),
        mostRows,
      ),
    ),
  );
}
