// Where figures come from, in Markdown.
import { type DesignReport, type ProvenanceRow, printQuantity } from '@lightloom/core';
import { markdownTable, numberColumns as number, textColumns as text } from '../../markdown/table.ts';
import { lineAddress, type Sources } from '../../text/source-text.ts';
import { valueText, writtenValue } from '../../wording/value-text.ts';

/** Totals with the share of each that is assumed, from a draft, without a source and with one. */
export function figureSourceTable({ footing }: DesignReport): string {
  return markdownTable(
    [...text('Figure'), ...number('Total', 'Assumed', 'From a draft', 'Without a source', 'With a source')],
    footing.map(({ name, total, parts: { assumed, draft, unsourced, sourced } }) => {
      const known = assumed + draft + unsourced + sourced;
      const shares = [assumed, draft, unsourced, sourced].map((part) => printQuantity(part / known, 'ratio'));
      return [name, valueText(total), ...shares];
    }),
  );
}

/** Assumed figures with the reason. */
export function assumedTable({ assumed }: DesignReport, sources: Sources): string {
  return markdownTable(
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
export function unsourcedTable({ unsourced }: DesignReport, sources: Sources): string {
  return markdownTable(
    [...text('Figure'), ...number('Value'), ...text('Where')],
    unsourced.map((each) => [figureName(each), writtenValue(each, sources), lineAddress(each.origin, sources)]),
  );
}

function figureName({ property, of }: ProvenanceRow): string {
  return `${property} of ${of}`;
}
