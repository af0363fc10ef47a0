// Tables as HTML: sorted by a script where there is one, folded where they are long, and never too long.
import { type Cell, type FullCell, fullCell, type Table } from '../blocks/block.ts';
import { Html, html, htmlOf } from '../shown/index.ts';
import { firstOf } from './bounds.ts';
import { richHtml } from './rich.ts';

/** Rows beyond which a table is folded. */
const longRows = 30;

/** Columns beyond which a table is set smaller on paper. */
const manyColumns = 10;

/** Rows up to which a table isn't broken between two sheets of paper. */
const shortRows = 12;

/** A table with its caption. */
export function tableHtml(table: Table, title: string): Html {
  const { columns, rows, caption } = table;
  const name = caption ?? title;
  const printed = firstOf(
    rows,
    (row) => html`<tr>${htmlOf(row.map((cell, i) => cellHtml(cell, columns[i]?.align, i === 0)))}</tr>`,
  );
  const left = rows.length - printed.length;
  const isFolded = rows.length > longRows;
  const kinds = [
    'wide',
    ...(rows.length <= shortRows ? ['short'] : []),
    ...(columns.length > manyColumns ? ['many'] : []),
  ];
  const head = columns.map(({ head: text, align }) => html`<th scope="col"${classes(align)}>${text}</th>`);
  // The summary of a folded table says what its caption says.
  const hidden = new Html(caption === undefined || isFolded ? ' class="hidden"' : '');
  const shown = html`<div class="${kinds.join(' ')}" role="region" aria-label="${name}" tabindex="0">
<table${new Html(rows.length > 1 ? ' data-sorts' : '')}>
<caption${hidden}>${name}</caption>
<thead><tr>${htmlOf(head)}</tr></thead>
<tbody>
${htmlOf(printed, '\n')}
</tbody>
</table>
</div>${left > 0 ? html`<p class="more">${left.toLocaleString('en-US')} more rows are left out.</p>` : ''}`;
  if (!isFolded) return shown;
  return html`<details><summary>${name}, ${rowsText(rows.length)}</summary>
${shown}
</details>`;
}

function rowsText(count: number): string {
  return count === 1 ? '1 row' : `${count.toLocaleString('en-US')} rows`;
}

/** The first cell of a row names it. */
function cellHtml(cell: Cell, align: 'right' | undefined, isFirst: boolean): Html {
  const full = fullCell(cell);
  const content = html`${richHtml(full.text)}${barOf(full)}`;
  const attributes = html`${classes(align, full.state)}${orderOf(full)}`;
  return isFirst ? html`<th scope="row"${attributes}>${content}</th>` : html`<td${attributes}>${content}</td>`;
}

function classes(...names: readonly (string | undefined)[]): Html {
  const given = names.filter((each) => each !== undefined);
  return given.length === 0 ? new Html('') : html` class="${given.join(' ')}"`;
}

/** What a cell is sorted by, where it isn't its text; empty for an unknown number, which comes last. */
function orderOf({ order }: FullCell): Html {
  if (order === undefined) return new Html('');
  return html` data-order="${Number.isNaN(order) ? '' : Number(order.toPrecision(12))}"`;
}

/** Share beyond which a limit is near. */
const near = 0.9;

/** The used share of a limit as a bar; its text says the same. */
function barOf({ share }: FullCell): Html {
  if (share === undefined) return new Html('');
  const width = Number((Math.min(1, Math.max(0, share)) * 40).toFixed(1));
  const state = share > 1 + 1e-9 ? 'over' : share >= near ? 'near' : 'within';
  return html` <svg class="bar ${state}" viewBox="0 0 40 6" width="40" height="6" aria-hidden="true"><rect class="track" width="40" height="6" rx="3"/><rect class="used" width="${width}" height="6" rx="3"/></svg>`;
}
