// Single failures as Markdown, for a review.
import { printNumber } from '@lightloom/core';
import { defineFormat } from '../format/format.ts';
import { code, markdownTable, numberColumns as number, textColumns as text } from '../markdown/table.ts';
import { failuresDocument } from './document.ts';
import { brokenText, costsOf, introOf } from './effect-text.ts';

export const format = defineFormat({
  document: failuresDocument,
  name: 'md',
  title: 'Markdown, for a review',
  print(document) {
    const table = markdownTable(
      [...number('Rank'), ...text('Lost'), ...number('Alike'), ...text('Breaks', 'Costs')],
      document.sweep.effects.map((effect, i) => [
        printNumber(i + 1),
        `${effect.failure.kind} ${code(effect.failure.name)}`,
        printNumber(effect.failure.alike),
        effect.broken.length === 0 ? '–' : effect.broken.map((each) => code(brokenText(each))).join('; '),
        costsOf(effect).join('; ') || '–',
      ]),
    );
    const heading = `# Single failures: ${document.path}`;
    const blocks = [heading, introOf(document).join('\n\n'), ...(table === '' ? [] : [table])];
    return `${blocks.join('\n\n')}\n`;
  },
});
