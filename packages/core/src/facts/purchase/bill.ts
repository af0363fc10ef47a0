// The bill of a design: everything that is ordered, with counts, spares and prices.
import { type Derivation, times, unknown } from '../../figures/derivation.ts';
import type { Part } from '../../model/index.ts';
import { currencyOf, printCount } from '../../units/index.ts';
import { installedItems } from './bill-installed.ts';
import { type BillItem, billCategories } from './bill-item.ts';
import { type PathInputs, pathItems } from './bill-paths.ts';
import { type Buying, buyingOf, sparesFor } from './buying.ts';
import { moneySum, sumsByCurrency } from './money.ts';

/** One line of a bill. */
export interface BillLine extends BillItem {
  readonly known: number;
  /** On top of the count; `NaN` when unknown. */
  readonly spares: number;
  readonly buying: Buying;
  /** Price of all with the spares; undefined where it comes along and has no price. */
  readonly total: Derivation | undefined;
}

/** The bill of a design. */
export interface Bill {
  readonly lines: readonly BillLine[];
  /** Price of all lines; unknown, with what is known of it, where one has no price or they are in several currencies. */
  readonly total: Derivation;
  /** What is known of it, by currency. */
  readonly byCurrency: ReadonlyMap<string, number>;
  /** Lines that are bought, and those of them without a price. */
  readonly bought: number;
  readonly unpriced: number;
}

/** What a bill is computed from. */
export type BillInputs = PathInputs;

/** The bill of a fabric: by category, vendor, part number, part and length. */
export function billOf(inputs: BillInputs): Bill {
  const { purchase } = inputs.fabric;
  const items = counter();
  for (const item of installedItems(inputs.fabric)) items.add(item);
  for (const item of pathItems(inputs)) items.add(item);
  const lines = items.all().map((item): BillLine => {
    const buying = buyingOf(item, purchase);
    const isPriced = currencyOf(buying.price.unit) !== undefined;
    const spares = item.comesAlong === true && !isPriced ? 0 : sparesFor(item.part, item.count, purchase);
    const total = item.comesAlong === true && !isPriced ? undefined : totalOf(item, spares, buying);
    return { ...item, spares, buying, total };
  });
  const totals = lines.flatMap(({ total }) => total ?? []);
  return {
    lines: lines.sort(inOrder),
    total: moneySum('price of all parts', 'sum of the parts', totals),
    byCurrency: sumsByCurrency(totals),
    bought: totals.length,
    unpriced: lines.filter(({ total, buying }) => total !== undefined && Number.isNaN(buying.price.value)).length,
  };
}

function totalOf(
  { name, count, known }: BillItem & { readonly known: number },
  spares: number,
  { price }: Buying,
): Derivation {
  const all = count + spares;
  const label = name === '' ? 'price of parts of unknown type' : `price of ${name}`;
  if (!Number.isNaN(all)) return moneySum(label, `${printCount(all, 'piece')} × price`, [times(all, price)]);
  const counted = unknown('pieces', 'count', `how many ${name} there are is unknown`);
  const least = known * price.value;
  const open = {
    ...unknown(label, 'money', counted.unknown ?? '', [counted, price]),
    ...(price.unit && { unit: price.unit }),
  };
  return Number.isNaN(least) ? open : { ...open, known: least };
}

/** As a buyer sorts: what has a vendor or a number before what has none. */
function inOrder(a: BillLine, b: BillLine): number {
  return (
    billCategories.indexOf(a.category) - billCategories.indexOf(b.category) ||
    byText(a.buying.vendor, b.buying.vendor) ||
    byText(a.buying.partNumber, b.buying.partNumber) ||
    byText(a.name, b.name) ||
    byText(a.detail, b.detail) ||
    (a.length ?? 0) - (b.length ?? 0) ||
    0
  );
}

/** By code point, so that the order is the same everywhere; empty texts last. */
function byText(a: string, b: string): number {
  if (a === b) return 0;
  if (a === '' || b === '') return a === '' ? 1 : -1;
  return a < b ? -1 : 1;
}

/** Adds items that are alike, in order of appearance. */
function counter() {
  const lines = new Map<string, BillItem & { count: number; known: number }>();
  return {
    add(item: BillItem): void {
      const { count, known = Number.isNaN(count) ? 0 : count } = item;
      if (count === 0) return;
      const key = [
        item.category,
        item.name,
        item.detail,
        item.length ?? '',
        item.fibers ?? '',
        termsOf(item.part),
      ].join('\n');
      const line = lines.get(key);
      if (line === undefined) lines.set(key, { ...item, count, known });
      else {
        line.count += count;
        line.known += known;
      }
    },
    all: () => [...lines.values()],
  };
}

/** What differs where a declaration changes how its part is bought; otherwise parts of one name are the same thing to buy. */
function termsOf(part: Part | undefined): string {
  const {
    vendor,
    'part-number': number,
    price,
  } = (part?.values ?? {}) as Readonly<Record<string, { value: unknown; unit?: string }>>;
  return JSON.stringify([vendor?.value, number?.value, price?.value, price?.unit]);
}
