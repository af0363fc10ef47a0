// Values over facts that the design names.
import type { DesignReport } from '@lightloom/core';
import { type Block, numberColumns as number, table, textColumns as text } from '../../blocks/block.ts';
import { asCode } from '../../blocks/rich.ts';
import { quantity } from './cells.ts';

/** Each name with its value and what that is computed from. */
export function figureTable({ figures }: DesignReport): Block[] {
  return table(
    [...text('Figure'), ...number('Value'), ...text('Computed from', 'Of')],
    figures.map(({ figure, value, worst = '–' }) => [figure.name, quantity(value), asCode(figure.value.text), worst]),
  );
}
