// Values over facts that the design names, in Markdown.
import type { DesignReport } from '@lightloom/core';
import { markdownTable, numberColumns as number, textColumns as text } from '../../markdown/table.ts';
import { code } from '../../shown/index.ts';
import { valueText } from '../../wording/value-text.ts';

/** Each name with its value and what that is computed from. */
export function figureTable({ figures }: DesignReport): string {
  return markdownTable(
    [...text('Figure'), ...number('Value'), ...text('Computed from', 'Of')],
    figures.map(({ figure, value, worst = '–' }) => [figure.name, valueText(value), code(figure.value.text), worst]),
  );
}
