// Which racks the links of each class join: fibers of racks and trays are counted from it.

import { type Derivation, figure, sum, times, unknown } from '../../figures/derivation.ts';
import { deviceOfPort, type Fabric, itemAt, linksText, numberAt, signedAt, unsignedAt } from '../../model/index.ts';
import type { Cabling } from '../cabling/cabling.ts';
import { type LinkClasses, missingLinks } from '../classes/link-classes.ts';
import type { LinkBudget, OpticsFacts } from './optics.ts';

/** Links with fiber, one entry for each class and pair of racks. Columns. */
export interface FiberPaths {
  readonly count: number;
  /** Rack of the first and of the second end, or -1 where the device isn't in a rack. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Link class. */
  readonly class: Uint32Array;
  readonly links: Uint32Array;
  /** Entries at each rack. */
  readonly byRack: ReadonlyMap<number, readonly number[]>;
}

/** Fibers and connectors at a rack. */
export interface RackFibers {
  readonly fibersOut: Derivation;
  readonly fibersWithin: Derivation;
  /** Connectors of modules with a link that leaves the rack. */
  readonly connectorsOut: Derivation;
  /** Those of which all links are within the rack, at both ends. */
  readonly connectorsWithin: Derivation;
}

/** The racks that the links with fiber join. */
export function fiberPaths({
  fabric,
  links: { classes, of },
}: {
  readonly fabric: Fabric;
  readonly links: LinkClasses;
}): FiberPaths {
  const { links, racks, devices } = fabric;
  const known = new Map<number, number>();
  const [from, to, kinds, counts]: [number[], number[], number[], number[]] = [[], [], [], []];
  const width = racks.count + 1;
  // Links of one pair of devices are next to each other, so it is mostly the last entry.
  let last = -1;
  let entry = -1;
  for (let link = 0; link < links.count; link++) {
    const index = unsignedAt(of, link);
    if (classes[index]?.group.cable !== undefined) continue;
    const a = signedAt(devices.rack, deviceOfPort(fabric, unsignedAt(links.from, link)));
    const b = signedAt(devices.rack, deviceOfPort(fabric, unsignedAt(links.to, link)));
    const key = ((a + 1) * width + b + 1) * classes.length + index;
    if (key !== last) {
      last = key;
      entry = known.get(key) ?? -1;
      if (entry < 0) {
        known.set(key, (entry = from.push(a) - 1));
        to.push(b);
        kinds.push(index);
        counts.push(0);
      }
    }
    counts[entry] = numberAt(counts, entry) + 1;
  }
  const byRack = new Map<number, number[]>();
  const at = (rack: number, each: number): void => {
    const there = byRack.get(rack);
    if (there === undefined) byRack.set(rack, [each]);
    else there.push(each);
  };
  for (let each = 0; each < from.length; each++) {
    at(numberAt(from, each), each);
    if (from[each] !== to[each]) at(numberAt(to, each), each);
  }
  return {
    count: from.length,
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    class: Uint32Array.from(kinds),
    links: Uint32Array.from(counts),
    byRack,
  };
}

/** Fibers of one link of a class, both directions. */
export function linkFibers({ fibers, class: { group } }: LinkBudget): Derivation {
  const label = `fibers of one of the ${linksText(group)}`;
  return Number.isNaN(fibers)
    ? unknown(label, 'count', 'the optics at the two ends have different numbers of fibers')
    : figure(label, 'count', fibers, group.origin);
}

/** What fibers of racks and trays are counted from. */
export interface FiberInputs {
  readonly fabric: Fabric;
  readonly optics: OpticsFacts;
  readonly paths: FiberPaths;
  readonly cabling: Cabling;
}

/** Fibers and connectors of a rack. Links to devices that aren't in a rack may leave it or not, so they make it unknown. */
export function rackFibersOf({ fabric, optics: { budgets }, paths, cabling }: FiberInputs, rack: number): RackFibers {
  const out = new Map<number, { links: number; from: number; to: number }>();
  const within = new Map<number, number>();
  let lost = 0;
  for (const entry of paths.byRack.get(rack) ?? []) {
    const [from, to] = [signedAt(paths.from, entry), signedAt(paths.to, entry)];
    const [index, links] = [unsignedAt(paths.class, entry), unsignedAt(paths.links, entry)];
    if (from === to) within.set(index, (within.get(index) ?? 0) + links);
    else if (from < 0 || to < 0) lost += links;
    else {
      const all = out.get(index) ?? { links: 0, from: 0, to: 0 };
      all.links += links;
      all[from === rack ? 'from' : 'to'] += links;
      out.set(index, all);
    }
  }
  const gap = missingLinks(fabric);
  const missing = [
    ...(gap === undefined ? [] : [unknown('unknown links', 'count', gap)]),
    ...(lost === 0
      ? []
      : [
          unknown(
            'links to devices outside racks',
            'count',
            "some links of the rack end at devices that aren't in a rack",
          ),
        ]),
  ];
  const fibers = (index: number): Derivation => linkFibers(itemAt(budgets, index));
  const all = (label: string, formula: string, terms: readonly Derivation[]): Derivation =>
    sum(label, 'count', formula, [...terms, ...missing]);
  const plugs = 'links × connectors of a link at its module + connectors that links share';
  const shared = cabling.sharedAt(rack);
  const sharedTerm = (count: number): Derivation[] =>
    count === 0 ? [] : [figure('connectors that links share', 'count', count)];
  const endTerms = (index: number, from: number, to: number): Derivation[] => {
    const each = itemAt(budgets, index).class;
    const ends = cabling.endConnectors(index);
    if (ends === 'shared') return [];
    return (
      [
        [from, 'from'],
        [to, 'to'],
      ] as const
    ).flatMap(([links, side]) => {
      const label = `connectors of a link at ${each[side].module?.name ?? 'an empty cage'}`;
      if (links === 0) return [];
      return [
        times(links, 'unknown' in ends ? unknown(label, 'count', ends.unknown) : figure(label, 'count', ends[side])),
      ];
    });
  };
  return {
    fibersOut: all(
      'fibers that leave the rack',
      'links × fibers of a link',
      [...out].map(([index, { links }]) => times(links, fibers(index))),
    ),
    fibersWithin: all(
      'fibers within the rack',
      'links × fibers of a link',
      [...within].map(([index, links]) => times(links, fibers(index))),
    ),
    connectorsOut: all('connectors of links that leave the rack', plugs, [
      ...[...out].flatMap(([index, { from, to }]) => endTerms(index, from, to)),
      ...sharedTerm(shared.out),
    ]),
    connectorsWithin: all('connectors of links within the rack', plugs, [
      ...[...within].flatMap(([index, links]) => endTerms(index, links, links)),
      ...sharedTerm(shared.within),
    ]),
  };
}
