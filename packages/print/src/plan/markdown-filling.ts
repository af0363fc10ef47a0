// A filled design as Markdown, for a review.
import { defineFormat } from '../format/format.ts';
import { markdownTable, textColumns as text } from '../markdown/table.ts';
import { code, markdownText } from '../shown/index.ts';
import { fillingDocument } from './filling-document.ts';
import { constraintText, lineText, outcomeText, relaxText, triedText } from './filling-text.ts';

export const format = defineFormat({
  document: fillingDocument,
  name: 'md',
  title: 'Markdown, for a review',
  print(document) {
    const { outcome, ranges } = document.filling;
    const relax = relaxText(document.filling);
    const blocks = [
      '# Filled design',
      markdownText(outcomeText(document)),
      outcome.kind === 'filled'
        ? markdownTable(
            text('Where', 'What', 'Value', 'Line'),
            outcome.holes.map(({ line, what, value, written }) => [lineText(line), what, value, code(written)]),
          )
        : markdownTable(
            text('Where', 'What can’t hold together'),
            outcome.constraints.map((each) => [lineText(each.line), code(constraintText(each))]),
          ),
      ...(relax === undefined ? [] : [markdownText(relax)]),
      '## Searched',
      markdownTable(
        text('Where', 'What', 'Range'),
        ranges.map(({ line, what, range }) => [lineText(line), what, range]),
      ),
      markdownText(triedText(document)),
    ];
    return `${blocks.join('\n\n')}\n`;
  },
});
