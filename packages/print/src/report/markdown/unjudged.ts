// What was not judged, in Markdown: a row for each number that is missing.
import { type Judged, nowhere, printNumber } from '@lightloom/core';
import { markdownTable, textColumns } from '../../markdown/table.ts';
import { code, sentence } from '../../shown/index.ts';
import { lineAddress, type Sources } from '../../text/source-text.ts';

/** Limits by the reason why they were not judged; empty where all were. */
export function unjudgedTable({ reasons }: Judged, sources: Sources): string {
  return markdownTable(
    textColumns('Limits', 'Because', 'Missing', 'Where'),
    reasons.map(({ reason, missing, limits, places }) => [
      limits.map(({ what, count }) => `${printNumber(count)} of ${what}`).join(', '),
      sentence(reason),
      missing === undefined ? '–' : code(`${missing.property} of ${missing.owner}`),
      lineAddress(missing?.origin ?? places[0] ?? nowhere, sources),
    ]),
  );
}
