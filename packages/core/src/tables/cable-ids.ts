// Ids of cables: short, and the same as long as a cable joins the same connectors, whatever else a design holds.
//
// An id is the digest of what the cable joins, 40 bits of it in eight letters and digits. Where two cables of a design would have the
// same, which is likely from a million cables on, both get all 64 bits.
import type { Facts } from '../answers/index.ts';
import type { Cable, CableSocket } from '../facts/index.ts';
import {
  cageName,
  cageOfPort,
  channelOfPort,
  digest,
  type Fabric,
  itemAt,
  numberAt,
  realAt,
  unsignedAt,
} from '../model/index.ts';

/** Digits that nobody takes for another: those of Crockford's base 32. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Finds the id of a cable. */
export type CableIds = (cable: Cable) => string;

/** The ids of all cables of a design. */
export function cableIdsOf({ fabric, links, cabling, optics: { budgets } }: Facts): CableIds {
  const found: number[] = [];
  for (let link = 0; link < fabric.links.count; link++) {
    if (cabling.whyUnknown(itemAt(budgets, unsignedAt(links.of, link)).class.index) !== undefined) continue;
    for (const cable of cabling.cablesFrom(link)) found.push(shortOf(digestOf(fabric, cable)));
  }
  const twice = repeated(Float64Array.from(found));
  return (cable) => {
    const whole = digestOf(fabric, cable);
    const short = shortOf(whole);
    const text = inDigits(short, 8);
    const id = `${text.slice(0, 4)}-${text.slice(4)}`;
    return twice.has(short) ? `${id}-${inDigits(Number.parseInt(whole.slice(10), 16), 5)}` : id;
  };
}

/** The digest of what a cable joins, whichever end is written first: sixteen hexadecimal digits. */
function digestOf(fabric: Fabric, { from, to }: Cable): string {
  return digest([...from, ...to].map((socket) => socketName(fabric, socket)).sort());
}

/** `leaf[1].up[1] 3`, the third connector of a module; where there are none, the channels. */
function socketName(fabric: Fabric, { ports, connector }: CableSocket): string {
  const cage = cageName(fabric, cageOfPort(fabric, numberAt(ports, 0)));
  return `${cage} ${connector ?? `/${ports.map((port) => channelOfPort(fabric, port))}`}`;
}

/** The first 40 bits of a digest. */
function shortOf(whole: string): number {
  return Number.parseInt(whole.slice(0, 10), 16);
}

function inDigits(value: number, count: number): string {
  let text = '';
  for (let rest = value; text.length < count; rest = Math.floor(rest / 32)) text = digits.charAt(rest % 32) + text;
  return text;
}

/** Numbers that occur more than once. */
function repeated(values: Float64Array): ReadonlySet<number> {
  const twice = new Set<number>();
  values.sort();
  for (let i = 1; i < values.length; i++) if (realAt(values, i) === realAt(values, i - 1)) twice.add(realAt(values, i));
  return twice;
}
