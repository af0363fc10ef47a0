// What a page does where scripts run: tables are sorted by a button in each head, and paper shows what is folded.
// `npm run generate` puts it into the page, with its digest.

const compare = new Intl.Collator('en', { numeric: true }).compare;

/** What a cell is sorted by: a number, nothing for an unknown one, or a text. */
function keyOf(row: HTMLTableRowElement, column: number): number | string | undefined {
  const cell = row.cells[column];
  const order = cell?.dataset['order'];
  if (order === undefined) return cell?.textContent ?? '';
  return order === '' ? undefined : Number(order);
}

/** Unknown values come last in either order. */
function sorted(rows: readonly HTMLTableRowElement[], column: number, sign: 1 | -1): HTMLTableRowElement[] {
  const keyed = rows.map((row) => ({ row, key: keyOf(row, column) }));
  keyed.sort(({ key: a }, { key: b }) => {
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
    return sign * compare(String(a), String(b));
  });
  return keyed.map(({ row }) => row);
}

/** The first press sorts up, the second down, the third restores the order of the report. */
const next: Readonly<Record<string, 'ascending' | 'descending' | 'none'>> = {
  none: 'ascending',
  ascending: 'descending',
  descending: 'none',
};

for (const table of document.querySelectorAll<HTMLTableElement>('table[data-sorts]')) {
  const body = table.tBodies[0];
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  if (body === undefined) continue;
  const asWritten = [...body.rows];
  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const order = next[head.getAttribute('aria-sort') ?? 'none'] ?? 'none';
      for (const each of heads) each.removeAttribute('aria-sort');
      if (order !== 'none') head.setAttribute('aria-sort', order);
      body.append(...(order === 'none' ? asWritten : sorted(asWritten, column, order === 'ascending' ? 1 : -1)));
    });
  });
}

const folded = new Set<HTMLDetailsElement>();
addEventListener('beforeprint', () => {
  for (const each of document.querySelectorAll<HTMLDetailsElement>('details:not([open])')) {
    folded.add(each);
    each.open = true;
  }
});
addEventListener('afterprint', () => {
  for (const each of folded) each.open = false;
  folded.clear();
});

export {};
