// How one part is bought: by whom, under which number, at what price. A price book comes before what the part itself says.
import { type Derivation, stated, unknown } from '../../figures/derivation.ts';
import {
  type Given,
  isPart,
  missingIn,
  type Offer,
  type Part,
  type Purchase,
  propertyOf,
  type TableRow,
} from '../../model/index.ts';
import { printQuantity, type Quantity, same } from '../../units/index.ts';

/** What is ordered: a part, or something without one, by its name. */
export interface Item {
  readonly part: Part | undefined;
  readonly name: string;
  /** The length it is ordered in, in m; undefined where it has none. */
  readonly length?: number | undefined;
  /** What tells it from others of the part: `cable, MPO16 to MPO16`. */
  readonly detail?: string | undefined;
  /** The price that something without a part gives for itself. */
  readonly own?: Given<number> | undefined;
}

/** How it is bought. */
export interface Buying {
  readonly vendor: string;
  readonly partNumber: string;
  /** Of one. */
  readonly price: Derivation;
  /** In s; undefined where it isn't given. */
  readonly leadTime: Given<Quantity<'time'>> | undefined;
}

/** How an item is bought. */
export function buyingOf(item: Item, { offers }: Purchase): Buying {
  const { part, name } = item;
  const own = { vendor: textOf(part, 'vendor'), partNumber: textOf(part, 'part-number') };
  const offer = offerFor(item, own.partNumber, offers);
  const price = offer?.price ?? ownPrice(item);
  const label = `price of ${name}`;
  return {
    vendor: offer?.vendor ?? own.vendor,
    partNumber: offer?.partNumber ?? own.partNumber,
    price: price === undefined ? unknown(label, 'money', whyUnpriced(item)) : stated(label, 'money', price, ''),
    leadTime: offer?.leadTime ?? leadTimeOf(part),
  };
}

/** The offer that says most about an item; of equals, the first. */
function offerFor({ name, length, detail }: Item, partNumber: string, offers: readonly Offer[]): Offer | undefined {
  let found: Offer | undefined;
  for (const offer of offers) {
    const isNamed =
      offer.part === undefined ? offer.partNumber === partNumber && partNumber !== '' : offer.part === name;
    const fits =
      (offer.length === undefined || (length !== undefined && same(offer.length, length))) &&
      (offer.detail === undefined || offer.detail === detail);
    if (isNamed && fits && (found === undefined || precisionOf(offer) > precisionOf(found))) found = offer;
  }
  return found;
}

function precisionOf({ length, detail }: Offer): number {
  return (length === undefined ? 0 : 2) + (detail === undefined ? 0 : 1);
}

/** The price that a part gives for itself. */
function ownPrice({ part, length, own }: Item): Given<number> | undefined {
  const given = part === undefined ? own : propertyOf(part.values, 'price');
  if (given === undefined || !Array.isArray(given.value)) return given as Given<number> | undefined;
  const rows = given.value as readonly TableRow<'money', 'length'>[];
  const row =
    rows.find(({ at }) => at !== undefined && length !== undefined && same(at, length)) ??
    rows.find(({ at }) => at === undefined);
  return row === undefined ? undefined : { ...given, value: row.value };
}

function whyUnpriced({ part, name, length }: Item) {
  if (part === undefined) return `${name} has no price`;
  const isGiven = propertyOf(part.values, 'price') !== undefined;
  return isGiven && length !== undefined && !Number.isNaN(length)
    ? `${part.name} has no price at ${printQuantity(length, 'length')}`
    : missingIn(part, 'price');
}

function leadTimeOf(part: Part | undefined): Given<Quantity<'time'>> | undefined {
  const given = part === undefined ? undefined : propertyOf(part.values, 'lead-time');
  return given as Given<Quantity<'time'>> | undefined;
}

function textOf(part: Part | undefined, property: string): string {
  const value = part === undefined ? undefined : propertyOf(part.values, property)?.value;
  return typeof value === 'string' ? value : '';
}

/**
 * The length that a cable is ordered in: the shortest one that it is sold in and that is long enough; its own where it is longer than
 * all of them. In m, `NaN` when unknown.
 */
export function orderedLength(length: number, part: Part | undefined, { lengths }: Purchase): number {
  if (Number.isNaN(length)) return Number.NaN;
  const own =
    part !== undefined && (isPart(part, 'fiber') || isPart(part, 'cable')) ? part.values.lengths?.value : undefined;
  const sold = own === undefined ? lengths : own.map(({ value }) => value).sort((a, b) => a - b);
  return sold.find((each) => each > length || same(each, length)) ?? length;
}

/** Spares for a number of pieces: a share of them, rounded up. `NaN` when the number is unknown. */
export function sparesFor(part: Part | undefined, count: number, { spares }: Purchase): number {
  const own = part === undefined ? undefined : propertyOf(part.values, 'spares')?.value;
  const share = typeof own === 'number' ? own : part === undefined ? 0 : (spares.get(part.kind) ?? 0);
  // A share of a count is a whole number but for rounding: 5 % of 60 is 3.
  return share === 0 ? 0 : Math.ceil(share * count - 1e-9);
}
