// What is bought when: for each phase of growth, how many more of each part it needs than stand already.
import { bill, factsOf } from '../answers/index.ts';
import type { BillLine } from '../facts/index.ts';
import { fabricAt } from '../phases/index.ts';
import { currencyOf, unknownText } from '../units/index.ts';
import { inUnit, numberCell } from './cells.ts';
import { type Cell, defineTable } from './table.ts';

export const table = defineTable({
  name: 'growth',
  title: 'What is bought when',
  doc: 'What each phase of growth buys: how many more of each part it needs than the phase before, and how many stand then. Without phases it is empty.',
  columns: [
    { key: 'phase', head: 'Phase' },
    { key: 'kind', head: 'Kind' },
    { key: 'vendor', head: 'Vendor', optional: true },
    { key: 'part-number', head: 'Part number', optional: true },
    { key: 'part', head: 'Part' },
    { key: 'detail', head: 'Detail', optional: true },
    { key: 'length-m', head: 'Length (m)', numeric: true, optional: true },
    { key: 'stands', head: 'Stands then', numeric: true },
    { key: 'count', head: 'More', numeric: true },
    { key: 'order', head: 'To order', numeric: true },
    { key: 'total', head: 'Price of the order', numeric: true, optional: true },
    { key: 'currency', head: 'Currency', optional: true },
  ],
  *rows({ fabric, basis }) {
    let before = new Map<string, BillLine>();
    for (const { index, name } of fabric.phases) {
      const { lines } = bill(factsOf(fabricAt(fabric, index).fabric, basis));
      const now = new Map(lines.map((each) => [keyOf(each), each]));
      for (const [key, line] of now) {
        const more = rowOf(name, line, before.get(key));
        if (more !== undefined) yield more;
      }
      before = now;
    }
  },
  summary: ({ fabric: { phases } }) => ({
    text: phases.length > 0 ? [] : ['The design has no phases.'],
    figures: {},
  }),
});

/** A key that lines of the same part have, of one length and detail. */
function keyOf({ category, part, name, detail, length, fibers }: BillLine): string {
  return [category, part?.index, name, detail, length, fibers].join('\n');
}

/** What a phase buys of a part; undefined where it buys none. */
function rowOf(phase: string, line: BillLine, before: BillLine | undefined): Cell[] | undefined {
  const { category, name, detail, length, count, spares, buying, total } = line;
  const more = count - (before?.count ?? 0);
  const order = more + spares - (before?.spares ?? 0);
  if (more === 0 && order === 0) return undefined;
  return [
    phase,
    category,
    buying.vendor,
    buying.partNumber,
    name === '' ? unknownText : name,
    detail,
    length === undefined ? '' : inUnit(length, 1, 2),
    numberCell(count),
    numberCell(more),
    numberCell(order),
    total === undefined ? '' : inUnit(total.value - (before?.total?.value ?? 0), 1, 2),
    currencyOf(buying.price.unit) ?? '',
  ];
}
