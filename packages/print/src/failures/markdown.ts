// Single failures as Markdown, for a review.
import { costsOf, printNumber } from '@lightloom/core';
import { defineFormat } from '../format/format.ts';
import { markdownTable, numberColumns as number, textColumns as text } from '../markdown/table.ts';
import { code, joined, markdown, markdownText } from '../shown/index.ts';
import { failuresDocument } from './document.ts';
import { brokenText, introOf } from './effect-text.ts';

export const format = defineFormat({
  document: failuresDocument,
  name: 'md',
  title: 'Markdown, for a review',
  print(document) {
    const table = markdownTable(
      [...number('Rank'), ...text('Lost'), ...number('Alike'), ...text('Breaks', 'Costs')],
      document.sweep.effects.map((effect, i) => [
        printNumber(i + 1),
        markdown`${effect.failure.kind} ${code(effect.failure.name)}`,
        printNumber(effect.failure.alike),
        effect.broken.length === 0
          ? '–'
          : joined(
              effect.broken.map((each) => code(brokenText(each))),
              '; ',
            ),
        costsOf(effect, document.facts.fabric).join('; ') || '–',
      ]),
    );
    const heading = markdown`# Single failures: ${document.path}`.source;
    const blocks = [heading, introOf(document).map(markdownText).join('\n\n'), ...(table === '' ? [] : [table])];
    return `${blocks.join('\n\n')}\n`;
  },
});
