// Single failures as Markdown, for a review.
import { printNumber } from '@lightloom/core';
import { brokenText, costsOf, type Failed, summaryOf } from './failed.ts';
import { code, markdownTable } from './markdown-table.ts';

/** The ranking, ending in a line break. */
export function markdownFailures(failed: Failed): string {
  const { path, sweep } = failed;
  const table = markdownTable(
    [
      { head: 'Rank', align: 'right' },
      { head: 'Lost' },
      { head: 'Alike', align: 'right' },
      { head: 'Breaks' },
      { head: 'Costs' },
    ],
    sweep.effects.map((effect, i) => [
      printNumber(i + 1),
      `${effect.failure.kind} ${code(effect.failure.name)}`,
      printNumber(effect.failure.alike),
      effect.broken.length === 0 ? '–' : effect.broken.map((each) => code(brokenText(each))).join('; '),
      costsOf(effect).join('; ') || '–',
    ]),
  );
  const blocks = [`# Single failures: ${path}`, summaryOf(failed).join('\n\n'), ...(table === '' ? [] : [table])];
  return `${blocks.join('\n\n')}\n`;
}
