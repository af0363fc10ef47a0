// Cables to touch, in Markdown.
import { printNumber } from '@lightloom/core';
import { numberColumns as number, textColumns as text } from '../../markdown/table.ts';
import { code, joined } from '../../shown/index.ts';
import type { ComparedPair } from '../compared/pair.ts';
import { cablesLine, cableText, trunkTexts } from '../words/cables.ts';
import { foldedTable, section } from './folded.ts';

/** Which cables stay, and what is done with the others, by trunk. */
export function cableSection({ diff: { cables } }: ComparedPair, mostRows: number): string[] {
  if (cables.touched.length === 0) return [];
  const table = foldedTable(
    [...text('Work'), ...number('Cables'), ...text('Cable', 'Trunk', 'Why')],
    cables.touched.map((each) => [
      each.work,
      printNumber(each.count, 0),
      cableText(each),
      joined(trunkTexts(each).map(code), ' → '),
      each.why.length === 0 ? '–' : joined(each.why, '; '),
    ]),
    mostRows,
  );
  return section('Cables to touch', cablesLine(cables), table);
}
