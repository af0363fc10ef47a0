// The bill of materials: what to buy, with counts, spares and prices.
import { bill, type Facts } from '../answers/index.ts';
import { type BillLine, billText, dividedCables } from '../facts/index.ts';
import type { Derivation } from '../figures/index.ts';
import { propertyOf } from '../model/index.ts';
import { currencyOf, printCount, printNumber, unknownText } from '../units/index.ts';
import { inUnit, numberCell } from './cells.ts';
import { type Cell, defineTable, type TableSummary } from './table.ts';

/** Seconds in a week. */
const week = 7 * 86_400;

export const table = defineTable({
  name: 'bom',
  title: 'Bill of materials',
  doc: 'What to buy, with counts, spares and prices: devices, modules, lasers, cables by the length they are ordered in, panels, racks, supplies, CDUs.',
  columns: [
    { key: 'kind', head: 'Kind' },
    { key: 'vendor', head: 'Vendor', optional: true },
    { key: 'part-number', head: 'Part number', optional: true },
    { key: 'part', head: 'Part' },
    { key: 'detail', head: 'Detail', optional: true },
    { key: 'length-m', head: 'Length (m)', numeric: true, optional: true },
    { key: 'fibers', head: 'Fibers', numeric: true, optional: true },
    { key: 'count', head: 'Count', numeric: true },
    { key: 'spares', head: 'Spares', numeric: true },
    { key: 'order', head: 'To order', numeric: true },
    { key: 'price', head: 'Price of one', numeric: true, optional: true },
    { key: 'total', head: 'Price of all', numeric: true, optional: true },
    { key: 'currency', head: 'Currency', optional: true },
    { key: 'lead-time-weeks', head: 'Lead time (weeks)', numeric: true, optional: true },
    { key: 'price-source', head: 'Source of the price', optional: true },
    { key: 'reference', head: 'Reference', optional: true },
  ],
  rows: (facts) => bill(facts).lines.map(rowOf),
  summary: summaryOf,
});

function rowOf(line: BillLine): Cell[] {
  const { category, part, name, detail, length, fibers, count, known, spares, buying, total } = line;
  const { price, leadTime } = buying;
  const least = Number.isNaN(count) && known > 0 ? [`at least ${printNumber(known)}`] : [];
  return [
    category,
    buying.vendor,
    buying.partNumber,
    name === '' ? unknownText : name,
    [detail, ...least].filter((each) => each !== '').join(', '),
    length === undefined ? '' : inUnit(length, 1, 2),
    fibers === undefined ? '' : numberCell(fibers),
    numberCell(count),
    numberCell(spares),
    numberCell(count + spares),
    total === undefined ? '' : inUnit(price.value, 1, 4),
    total === undefined ? '' : inUnit(total.value, 1, 2),
    currencyOf(price.unit) ?? '',
    leadTime === undefined ? '' : inUnit(leadTime.value, week, 1),
    sourceText(price),
    textOf(part === undefined ? undefined : propertyOf(part.values, 'reference')?.value),
  ];
}

function sourceText({ provenance }: Derivation): string {
  if (provenance === undefined || provenance.kind === 'stated') return '';
  return provenance.kind === 'assumed' ? `assumed: ${provenance.text}` : provenance.text;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function summaryOf(facts: Facts): TableSummary {
  const all = bill(facts);
  return { text: [cordsText(facts), billText(all)].filter((each) => each !== ''), figures: { price: all.total } };
}

/** `512 cables are divided by panels or mated pairs on their way and laid as 1,536 cords.` */
function cordsText({ cabling, links }: Facts): string {
  const { cables, cords, isLeast } = dividedCables(cabling, links);
  if (cables === 0) return '';
  const least = isLeast ? 'at least ' : '';
  const are = cables === 1 ? 'is' : 'are';
  return `${printCount(cables, 'cable')} ${are} divided by panels or mated pairs on the way, and laid as ${least}${printNumber(cords)} cords.`;
}
