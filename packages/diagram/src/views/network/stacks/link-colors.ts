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
  let count = new Set(arrays).size;
  for (let round = 0; round < rounds; round++) {
    const next = nextColors(itemAt(all, round), arrays, ends);
    all.push(next);
    const found = new Set(next).size;
    // No color was divided: none will be.
    if (found === count) break;
    count = found;
  }
  return all;
}

/**
 * The colors of the next round.
 * @param arrays the first colors
 */
function nextColors(colors: Uint32Array, arrays: Uint32Array, { starts, neighbors, links }: Ends): Uint32Array {
  const next = new Uint32Array(colors.length);
  for (let device = 0; device < next.length; device++) {
    const array = unsignedAt(arrays, device);
    const end = unsignedAt(starts, device + 1);
    let sum = Math.imul(unsignedAt(colors, device), 31);
    for (let i = unsignedAt(starts, device); i < end; i++) {
      const neighbor = unsignedAt(neighbors, i);
      const to = unsignedAt(links, i);
      if (to === 0) continue;
      // Within an array the unlike don't make their neighbors unlike: a chain is its two ends and the others.
      const own = unsignedAt(arrays, neighbor) === array;
      sum = (sum + mixed(own ? array : unsignedAt(colors, neighbor), to)) | 0;
    }
    next[device] = sum;
  }
  return next;
}

/** The neighbors of each device, one after the other. */
interface Ends {
  readonly starts: Uint32Array;
  readonly neighbors: Uint32Array;
  /** The links to the neighbor in one number: a sum of mixed kinds. Zero where the neighbor was counted before. */
  readonly links: Uint32Array;
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
        const from = fromDevice(fabric, link);
        const to = toDevice(fabric, link);
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
  return { starts, neighbors, links: linksTo(starts, neighbors, kinds) };
}

/** Puts the links to one neighbor of a device into one number. */
function linksTo(starts: Uint32Array, neighbors: Uint32Array, kinds: Uint32Array): Uint32Array {
  const links = new Uint32Array(kinds.length);
  // Where the neighbor was first, while a device is counted.
  const places = new Uint32Array(starts.length);
  for (let device = 0; device + 1 < starts.length; device++) {
    const first = unsignedAt(starts, device);
    const end = unsignedAt(starts, device + 1);
    for (let i = first; i < end; i++) {
      const neighbor = unsignedAt(neighbors, i);
      let place = unsignedAt(places, neighbor);
      // Places of devices before this one are below its first.
      if (place < first || place >= i || unsignedAt(neighbors, place) !== neighbor) places[neighbor] = place = i;
      links[place] = unsignedAt(links, place) + mixed(unsignedAt(kinds, i), 1);
    }
  }
  return links;
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
