// How a project buys: `lengths`, `spares` and `prices` of its configuration.
import { type PartKind, partKinds, readQuantity } from '@lightloom/core';
import { closest } from '../parse/index.ts';
import { codeList } from '../problems/wording.ts';
import type { JsonMember, JsonNode } from './json.ts';

/** What a configuration says of buying. */
export interface PurchaseSettings {
  /** Lengths that cables are ordered in: ascending, in m. */
  readonly lengths?: readonly number[];
  /** Spares by kind, as a share. */
  readonly spares?: ReadonlyMap<PartKind, number>;
  /** The price book: its path, relative to the configuration, and where it is written. */
  readonly prices?: { readonly path: string; readonly start: number; readonly end: number };
}

/** Reports a mistake in a configuration. */
export type Report = (
  at: { readonly start: number; readonly end: number },
  message: string,
  details?: { readonly suggestion?: string | undefined; readonly help?: string },
) => void;

type Reader = (value: JsonNode, report: Report) => PurchaseSettings;

const readers: Readonly<Record<keyof PurchaseSettings, Reader>> = {
  lengths: readLengths,
  spares: readSpares,
  prices: readPrices,
};

/** The names of these settings. */
export const purchaseSettings = Object.keys(readers) as readonly (keyof PurchaseSettings)[];

export function isPurchaseSetting(name: string): name is keyof PurchaseSettings {
  return Object.hasOwn(readers, name);
}

/** Reads one of these settings; what is invalid is reported and left out. */
export function readPurchaseSetting({ name, value }: JsonMember, report: Report): PurchaseSettings {
  return isPurchaseSetting(name) ? readers[name](value, report) : {};
}

function readLengths(value: JsonNode, report: Report): PurchaseSettings {
  if (value.kind !== 'array' || value.items.length === 0) {
    report(value, '`lengths` must be a list, such as `["1 m", "2 m", "3 m"]`.');
    return {};
  }
  const lengths = value.items.map((item) => {
    const read = item.kind === 'string' ? readQuantity(item.value) : undefined;
    if (read?.unit.dimension === 'length' && read.value > 0) return read.value;
    report(item, 'A length must be a text with its unit, such as "3 m".');
    return undefined;
  });
  // With a length missing, the next longer one would be ordered in silence.
  if (lengths.includes(undefined)) return {};
  return { lengths: lengths.flatMap((each) => each ?? []).sort((a, b) => a - b) };
}

function readSpares(value: JsonNode, report: Report): PurchaseSettings {
  if (value.kind !== 'object') {
    report(value, '`spares` must be an object, such as `{ "module": "5 %" }`.');
    return {};
  }
  const spares = new Map<PartKind, number>();
  for (const { name, nameStart, nameEnd, value: share } of value.members) {
    const kind = partKinds.find((each) => each === name);
    const read = share.kind === 'string' ? readQuantity(share.value) : undefined;
    if (kind === undefined)
      report({ start: nameStart, end: nameEnd }, `\`${name}\` isn't a kind of part.`, {
        suggestion: closest(name, partKinds),
        help: `Kinds are ${codeList(partKinds)}.`,
      });
    else if (read?.unit.dimension !== 'ratio' || read.value < 0 || read.value > 1)
      report(share, 'Spares must be a share from "0 %" to "100 %".');
    else if (spares.has(kind)) report({ start: nameStart, end: nameEnd }, `\`${name}\` is set twice.`);
    else spares.set(kind, read.value);
  }
  return { spares };
}

function readPrices(value: JsonNode, report: Report): PurchaseSettings {
  if (value.kind === 'string' && value.value.trim() !== '')
    return { prices: { path: value.value, start: value.start, end: value.end } };
  report(value, '`prices` must be the path of a price book, such as "prices.csv".');
  return {};
}
