// What was not judged: a row for each number that is missing.
import { type Judged, nowhere, printNumber } from '@lightloom/core';
import { type Block, table, textColumns } from '../../blocks/block.ts';
import { asCode, asSentence } from '../../blocks/rich.ts';
import { lineAddress, type Sources } from '../../text/source-text.ts';

/** Limits by the reason why they were not judged; empty where all were. */
export function unjudgedTable({ reasons }: Judged, sources: Sources): Block[] {
  return table(
    textColumns('Limits', 'Because', 'Missing', 'Where'),
    reasons.map(({ reason, missing, limits, places }) => [
      limits.map(({ what, count }) => `${printNumber(count)} of ${what}`).join(', '),
      asSentence(reason),
      missing === undefined ? '–' : asCode(`${missing.property} of ${missing.owner}`),
      lineAddress(missing?.origin ?? places[0] ?? nowhere, sources),
    ]),
  );
}
