// Which devices are linked alike: colors by refinement. A few passes over the links, no object for each.
import {
  byteAt,
  type Fabric,
  type Facts,
  fromDevice,
  itemAt,
  type LinkGroup,
  mixed,
  numberAt,
  toDevice,
  unsignedAt,
} from '@lightloom/core';
import { arrayPath } from '../../text/names.ts';

/** Rounds over the neighbors: a leaf linked unlike tells its hosts and spines apart, and these what is linked to them. */
const rounds = 3;

/** What colors follow from. */
export interface Colored {
  /** Pairs of blocks whose links don't count, by number: they lead from one group of an array to another. */
  readonly between: ReadonlySet<number>;
  /** Networks whose links count; all when undefined. */
  readonly networks: ReadonlySet<number> | undefined;
  /** One flag a device: links to others don't count. */
  readonly devices: Uint8Array;
  /** Hops from the hosts, by device. */
  readonly tiers: Uint8Array;
}

/**
 * Colors of devices, by round. At first devices of one array in one tier have one color, over all instances of its groups. In each
 * round after it the same color remains where devices have as many neighbors of each color, and as many links of each kind to each of
 * them: two links to one spine are not one link to each of two.
 */
export function linkColors(facts: Facts, { networks, devices, tiers, between }: Colored): readonly Uint32Array[] {
  const { fabric } = facts;
  const groups = fabric.linkGroups.filter(
    ({ network }) => networks === undefined || (network !== undefined && networks.has(network.index)),
  );
  const ends = endsOf(facts, groups, { devices, between });
  const arrays = firstColors(fabric, tiers);
  const all = [arrays];
  for (let round = 0; round < rounds; round++) all.push(nextColors(itemAt(all, round), arrays, ends));
  return all;
}

/**
 * The colors of the next round.
 * @param arrays the first colors
 */
function nextColors(colors: Uint32Array, arrays: Uint32Array, { starts, neighbors, kinds }: Ends): Uint32Array {
  const next = new Uint32Array(colors.length);
  // Links to one neighbor, while a device is counted: sums of mixed kinds.
  const toNeighbor = new Uint32Array(colors.length);
  for (let device = 0; device < next.length; device++) {
    const [first, end] = [unsignedAt(starts, device), unsignedAt(starts, device + 1)];
    for (let i = first; i < end; i++) {
      const neighbor = unsignedAt(neighbors, i);
      toNeighbor[neighbor] = unsignedAt(toNeighbor, neighbor) + mixed(unsignedAt(kinds, i), 1);
    }
    let sum = Math.imul(unsignedAt(colors, device), 31);
    for (let i = first; i < end; i++) {
      const neighbor = unsignedAt(neighbors, i);
      const links = unsignedAt(toNeighbor, neighbor);
      if (links === 0) continue;
      // Within an array the unlike don't make their neighbors unlike: a chain is its two ends and the others.
      const own = unsignedAt(arrays, neighbor) === unsignedAt(arrays, device);
      sum = (sum + mixed(unsignedAt(own ? arrays : colors, neighbor), links)) >>> 0;
      toNeighbor[neighbor] = 0;
    }
    next[device] = sum;
  }
  return next;
}

/** The ends of links at each device, one after the other: the device at the other end, and the kind of link. */
interface Ends {
  readonly starts: Uint32Array;
  readonly neighbors: Uint32Array;
  readonly kinds: Uint32Array;
}

function endsOf(
  facts: Facts,
  groups: readonly LinkGroup[],
  { devices: drawn, between }: Pick<Colored, 'devices' | 'between'>,
): Ends {
  const { fabric, links } = facts;
  const kindOf = kindsOf(facts);
  const starts = new Uint32Array(fabric.devices.count + 1);
  const each = (visit: (from: number, to: number, link: number) => void): void => {
    for (const { first, count } of groups) {
      for (let link = first; link < first + count; link++) {
        const [from, to] = [fromDevice(fabric, link), toDevice(fabric, link)];
        if (drawn[from] !== 1 || drawn[to] !== 1) continue;
        if (between.size > 0 && between.has(pairOfBlocks(fabric, from, to))) continue;
        visit(from, to, link);
      }
    }
  };
  each((from, to) => {
    starts[from + 1] = unsignedAt(starts, from + 1) + 1;
    starts[to + 1] = unsignedAt(starts, to + 1) + 1;
  });
  for (let i = 1; i < starts.length; i++) starts[i] = unsignedAt(starts, i) + unsignedAt(starts, i - 1);
  const neighbors = new Uint32Array(unsignedAt(starts, fabric.devices.count));
  const kinds = new Uint32Array(neighbors.length);
  const free = starts.slice();
  const add = (device: number, neighbor: number, kind: number): void => {
    const at = unsignedAt(free, device);
    free[device] = at + 1;
    neighbors[at] = neighbor;
    kinds[at] = kind;
  };
  each((from, to, link) => {
    const kind = unsignedAt(kindOf, unsignedAt(links.of, link));
    add(from, to, kind);
    add(to, from, kind);
  });
  return { starts, neighbors, kinds };
}

/** Number of the pair of blocks of two devices: first times the number of blocks, plus second. */
export function pairOfBlocks({ blocks, devices }: Fabric, from: number, to: number): number {
  return unsignedAt(devices.block, from) * blocks.length + unsignedAt(devices.block, to);
}

/** Number of the kind of each link class: the same kind of network, rate, and fiber or cable. Lengths don't matter. */
function kindsOf({ optics }: Facts): Uint32Array {
  const numbers = new Map<string, number>();
  const kinds = new Uint32Array(optics.budgets.length);
  for (const [
    index,
    {
      rate,
      class: { group },
    },
  ] of optics.budgets.entries()) {
    const key = [group.network?.kind, rate.value, group.fiber?.index, group.cable?.index].join();
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    kinds[index] = number;
  }
  return kinds;
}

/** A color for each array and tier. */
function firstColors({ blocks, devices }: Fabric, tiers: Uint8Array): Uint32Array {
  const numbers = new Map<string, number>();
  const arrays = blocks.map((block) => {
    const path = arrayPath(block);
    const number = numbers.get(path) ?? numbers.size;
    numbers.set(path, number);
    return number;
  });
  return Uint32Array.from({ length: devices.count }, (_, device) =>
    mixed(numberAt(arrays, unsignedAt(devices.block, device)), byteAt(tiers, device)),
  );
}
