// Figures of two designs side by side, in Markdown.
import { type FigurePair, isSameFigure, wholeDesign } from '@lightloom/core';
import { markdownTable, numberColumns as number, textColumns as text } from '../../markdown/table.ts';
import { joined, markdownText } from '../../shown/index.ts';
import type { ComparedPair } from '../compared/pair.ts';
import { bySubject, deltaText, figureName, figureTexts, ratioOf } from '../words/figures.ts';
import { section } from './folded.ts';

/** The key figures that differ, and the names of those that don't. */
export function figureSection({ diff: { figures, isSame }, before, after }: ComparedPair): string[] {
  if (isSame && figures.every(isSameFigure)) return [];
  const changed = figures.filter((each) => !isSameFigure(each));
  const table = markdownTable(
    [...text('Figure'), ...number('Before', 'After', 'Change')],
    changed.map((each) => [
      figureName(each, wholeDesign),
      ...figureTexts(each).map((value) => value || '–'),
      deltaText(each),
    ]),
  );
  const kept = figures.filter((each) => isSameFigure(each) && !Number.isNaN(each.after?.value ?? Number.NaN));
  const isPair = before.path !== undefined && after.path !== undefined;
  const unchanged =
    kept.length === 0 || !isPair
      ? ''
      : `Unchanged: ${
          joined(
            kept.map((each) => `${figureName(each, wholeDesign)} ${figureTexts(each)[1]}`),
            ', ',
          ).source
        }.`;
  return section('Figures', table, unchanged);
}

/** Every fact side by side, a table for each thing that facts are of. */
export function factSections(facts: readonly FigurePair[]): string[] {
  return [...bySubject(facts)].flatMap(([subject, own]) =>
    section(
      markdownText(subject),
      markdownTable(
        [...text('Fact'), ...number('Before', 'After', 'Ratio')],
        own.map((each) => [each.name, ...figureTexts(each).map((value) => value || '–'), ratioOf(each)]),
      ),
    ),
  );
}
