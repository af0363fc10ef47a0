// The ends of trunks: arrays of devices with their groups of ports, by number while links are gone through, and by name at the end.
import {
  cageOfPort,
  cagesOf,
  deviceOfPort,
  type Fabric,
  firstCageOf,
  type Part,
  signedAt,
  unsignedAt,
} from '../../model/index.ts';
import { portAt } from '../match/joins.ts';
import { foldedNames, groupNames } from './fold.ts';

/** The ends of the trunks of a design. */
export interface TrunkEnds {
  /** A number that is equal for links of one trunk: from one array with a group of ports to another, whatever the instance. */
  trunkOf(link: number): number;
  /** `leaf[1..8].up to spine[1..4].down`: the ends of some links. */
  textOf(links: readonly number[]): string;
}

/** More ends than a design has: arrays times names of groups of ports. */
const maxEnds = 2 ** 26;

/** Numbers the ends of trunks; each array and group of ports is looked up once. */
export function trunkEndsOf(fabric: Fabric): TrunkEnds {
  const { devices } = fabric;
  const suffixes: string[] = [''];
  const suffixAt = fabric.parts.map((part) => suffixesOf(part, suffixes));
  const suffixOf = (device: number, port: number): number => {
    const part = signedAt(devices.part, device);
    return part < 0 ? 0 : (suffixAt[part]?.[cageOfPort(fabric, port) - firstCageOf(fabric, device)] ?? 0);
  };
  const arrays = arrayNumbers(fabric);
  const endOf = (port: number): number => {
    const device = deviceOfPort(fabric, port);
    return unsignedAt(arrays, unsignedAt(devices.block, device)) * suffixes.length + suffixOf(device, port);
  };
  const sideText = (links: readonly number[], side: 0 | 1): string => {
    const bySuffix = new Map<number, Uint8Array>();
    for (const link of links) {
      const port = portAt(fabric, 2 * link + side);
      const device = deviceOfPort(fabric, port);
      const suffix = suffixOf(device, port);
      let flags = bySuffix.get(suffix);
      if (flags === undefined) bySuffix.set(suffix, (flags = new Uint8Array(devices.count)));
      flags[device] = 1;
    }
    return [...bySuffix]
      .flatMap(([suffix, flags]) =>
        foldedNames(fabric, 'devices', flagged(flags)).map((name) => name + suffixes[suffix]),
      )
      .join(', ');
  };
  return {
    trunkOf: (link) => endOf(portAt(fabric, 2 * link)) * maxEnds + endOf(portAt(fabric, 2 * link + 1)),
    textOf: (links) => (links.length === 0 ? '' : `${sideText(links, 0)} to ${sideText(links, 1)}`),
  };
}

/** By block, a number that arrays of all instances of a template share. */
function arrayNumbers({ blocks }: Fabric): Uint32Array {
  const numbers = new Map<string, number>();
  return Uint32Array.from(blocks, ({ group, name }) => {
    const key = [...groupNames(group).map((each) => each.replace(/\[.*$/, '')), name].join('.');
    const known = numbers.get(key) ?? numbers.size;
    numbers.set(key, known);
    return known;
  });
}

/** By cage of a type, the place of `.up` among the suffixes. */
function suffixesOf(part: Part, suffixes: string[]): Uint32Array {
  const places = new Uint32Array(cagesOf(part));
  for (const { name, first, count } of part.ports) {
    const suffix = `.${name}`;
    const known = suffixes.indexOf(suffix);
    places.fill(known < 0 ? suffixes.push(suffix) - 1 : known, first, first + count);
  }
  return places;
}

function flagged(flags: Uint8Array): number[] {
  const found: number[] = [];
  for (let row = 0; row < flags.length; row++) if (flags[row] === 1) found.push(row);
  return found;
}

/** Links of one trunk to which the same happens. */
interface Gathered<T> {
  readonly what: T;
  readonly olds: readonly number[];
  readonly news: readonly number[];
  /** How often something was added. */
  readonly count: number;
}

interface Rows {
  readonly olds: number[];
  readonly news: number[];
  count: number;
}

/** Gathers links by what happens to them and by their trunk in either design. */
export interface ByTrunk<T extends object> {
  /** Adds links of the old design, of the new one, or of both; the first of them says which trunk it is. */
  add(what: T, olds: readonly number[], news: readonly number[]): void;
  all(): readonly Gathered<T>[];
}

/** Starts to gather. Two things that happen differ where their objects do. */
export function byTrunk<T extends object>(before: TrunkEnds, after: TrunkEnds): ByTrunk<T> {
  const found = new Map<
    T,
    Map<number, Map<number, { readonly olds: number[]; readonly news: number[]; count: number }>>
  >();
  const kept = <K, V>(map: Map<K, V>, key: K, create: () => V): V => {
    let value = map.get(key);
    if (value === undefined) map.set(key, (value = create()));
    return value;
  };
  return {
    add(what, olds, news) {
      const [old, now] = [olds[0], news[0]];
      const byOld = kept(found, what, () => new Map<number, Map<number, Rows>>());
      const byNew = kept(byOld, old === undefined ? -1 : before.trunkOf(old), () => new Map<number, Rows>());
      const rows = kept(
        byNew,
        now === undefined ? -1 : after.trunkOf(now),
        (): Rows => ({ olds: [], news: [], count: 0 }),
      );
      rows.count++;
      for (const link of olds) rows.olds.push(link);
      for (const link of news) rows.news.push(link);
    },
    all: () =>
      [...found].flatMap(([what, byOld]) =>
        [...byOld.values()].flatMap((byNew) => [...byNew.values()].map((rows) => ({ what, ...rows }))),
      ),
  };
}
