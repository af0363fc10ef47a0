// A filled design for the terminal.
import type { FilledHole } from '@lightloom/core';
import { defineFormat } from '../format/format.ts';
import { visible } from '../shown/index.ts';
import { widthOf } from '../text/cells.ts';
import type { Theme } from '../text/theme.ts';
import { fillingDocument } from './filling-document.ts';
import { constraintText, lineText, outcomeText, relaxText, triedText } from './filling-text.ts';

export const format = defineFormat({
  document: fillingDocument,
  name: 'pretty',
  title: 'text, for a terminal',
  print(document, { theme }) {
    const { outcome, ranges } = document.filling;
    const relax = relaxText(document.filling);
    const lines = [
      theme.strong(visible(outcomeText(document))),
      '',
      ...(outcome.kind === 'filled'
        ? aligned(outcome.holes.map(holeRow), theme)
        : aligned(
            outcome.constraints.map((each) => [lineText(each.line), constraintText(each)]),
            theme,
          )),
      ...(relax === undefined ? [] : ['', visible(relax)]),
      '',
      'Searched:',
      ...aligned(
        ranges.map(({ line, what, range }) => [lineText(line), `${what}: ${range}`]),
        theme,
      ),
      triedText(document),
    ];
    return `${lines.join('\n')}\n`;
  },
});

function holeRow({ line, what, value, written }: FilledHole): [string, string] {
  return [lineText(line), `${what} ${value} in ${written}`];
}

function aligned(rows: readonly (readonly [string, string])[], theme: Theme): string[] {
  const width = Math.max(...rows.map(([name]) => widthOf(name)));
  return rows.map(([name, text]) => `  ${theme.quiet(name)}${' '.repeat(width - widthOf(name))}  ${visible(text)}`);
}
