// Where figures come from.
import { type DesignReport, type ProvenanceRow, printQuantity } from '@lightloom/core';
import { type Block, numberColumns as number, table, textColumns as text } from '../../blocks/block.ts';
import { lineAddress, type Sources } from '../../text/source-text.ts';
import { writtenValue } from '../../wording/value-text.ts';
import { quantity } from './cells.ts';

/** Totals with the share of each that is assumed, from a draft, without a source and with one. */
export function figureSourceTable({ footing }: DesignReport): Block[] {
  return table(
    [...text('Figure'), ...number('Total', 'Assumed', 'From a draft', 'Without a source', 'With a source')],
    footing.map(({ name, total, parts: { assumed, draft, unsourced, sourced } }) => {
      const known = assumed + draft + unsourced + sourced;
      const shares = [assumed, draft, unsourced, sourced].map((part) => ({
        text: printQuantity(part / known, 'ratio'),
        order: part / known,
      }));
      return [name, quantity(total), ...shares];
    }),
  );
}

/** Assumed figures with the reason. */
export function assumedTable({ assumed }: DesignReport, sources: Sources): Block[] {
  return table(
    [...text('Figure'), ...number('Value'), ...text('Why', 'Where')],
    assumed.map((each) => [
      figureName(each),
      writtenValue(each, sources),
      each.reason ?? '',
      lineAddress(each.origin, sources),
    ]),
  );
}

/** Figures of parts without a source. */
export function unsourcedTable({ unsourced }: DesignReport, sources: Sources): Block[] {
  return table(
    [...text('Figure'), ...number('Value'), ...text('Where')],
    unsourced.map((each) => [figureName(each), writtenValue(each, sources), lineAddress(each.origin, sources)]),
  );
}

function figureName({ property, of }: ProvenanceRow): string {
  return `${property} of ${of}`;
}
