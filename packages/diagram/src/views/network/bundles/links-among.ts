// Which arrays are linked among themselves: rings, tori, dragonflies. One pass over the links, no object for each.
import {
  type Block,
  type Fabric,
  fromDevice,
  type Group,
  isDeviceBlock,
  itemAt,
  type LinkGroup,
  toDevice,
} from '@lightloom/core';
import { pairOfBlocks } from '../stacks/link-colors.ts';
import { type ArrayShape, arrayShapes } from './array-shapes.ts';

/** Two or three switches that are linked to each other above their hosts are a pair at the top of a rack, not an array of a shape. */
const fewestWithHosts = 4;

export interface LinksAmong {
  /** Arrays that are linked to themselves, and else to what is linked to them alone, drawn in several boxes, and how these are arranged. */
  readonly shapes: ReadonlyMap<Block, ArrayShape>;
  /** Hosts and other devices that are linked to one such array alone, to none of their own, and the array. */
  readonly attached: ReadonlyMap<Block, Block>;
  /** Arrays that have links. */
  readonly linked: ReadonlySet<Block>;
  /** Arrays of groups, by their path, with links from one group to the other. */
  readonly groups: ReadonlySet<string>;
  /** Pairs of blocks of which such links are, by number. */
  readonly between: ReadonlySet<number>;
}

/**
 * Links between devices of one array and between groups of one array.
 * @param expanded arrays that a view asks to see device by device
 */
export function linksAmong(
  fabric: Fabric,
  networks: ReadonlySet<number> | undefined,
  expanded: ReadonlySet<Block>,
): LinksAmong {
  const statements = fabric.linkGroups.filter(
    ({ network }) => networks === undefined || (network !== undefined && networks.has(network.index)),
  );
  const inside = new Set<Block>();
  const outside = new Map<Block, Set<Block>>();
  const link = (one: Block, other: Block): void => void outside.set(one, (outside.get(one) ?? new Set()).add(other));
  const groups = new Set<string>();
  const between = new Set<number>();
  for (const key of blockPairs(fabric, statements)) {
    const [a, b] = [
      itemAt(fabric.blocks, Math.floor(key / fabric.blocks.length)),
      itemAt(fabric.blocks, key % fabric.blocks.length),
    ];
    if (a === b) {
      inside.add(a);
      continue;
    }
    link(a, b);
    link(b, a);
    const array = arrayBetween(a.group, b.group);
    if (array === undefined) continue;
    groups.add(array);
    between.add(key);
  }
  /** The one array that a block is linked to; where its devices are drawn one by one, each to one device of that. */
  const holderOf = (block: Block): Block | undefined => {
    const [holder, ...others] = outside.get(block) ?? [];
    if (others.length > 0 || inside.has(block)) return undefined;
    return expanded.has(block) && !isEachOnOne(fabric, statements, block) ? undefined : holder;
  };
  const isAlone = (block: Block): boolean => {
    const around = [...(outside.get(block) ?? [])];
    return around.length === 0 || (block.count >= fewestWithHosts && around.every((each) => holderOf(each) === block));
  };
  const shapes = new Map(arrayShapes(fabric, statements, [...inside].filter(isAlone), expanded));
  for (const block of [...expanded].filter((each) => outside.has(each))) {
    const holder = holderOf(block);
    // Only a grid has room beside each box for what is linked to it.
    if (holder !== undefined && shapes.get(holder)?.shape.kind !== 'grid') shapes.delete(holder);
  }
  const attached = new Map(
    [...outside.keys()].flatMap((block): (readonly [Block, Block])[] => {
      const holder = holderOf(block);
      return holder !== undefined && shapes.has(holder) ? [[block, holder]] : [];
    }),
  );
  return { shapes, attached, linked: new Set([...inside, ...outside.keys()]), groups, between };
}

/** Whether all devices that are drawn and have links are in arrays with a shape, or are hosts that are linked to one alone: its switches have no tiers. */
export function isDirect({ blocks }: Fabric, drawn: Uint8Array, { shapes, attached, linked }: LinksAmong): boolean {
  const isOwn = (each: Block): boolean => shapes.has(each) || (each.kind === 'host' && attached.has(each));
  const others = blocks.filter((each) => isDeviceBlock(each) && linked.has(each) && !isOwn(each));
  return shapes.size > 0 && !others.some(({ first, count }) => drawn.subarray(first, first + count).includes(1));
}

/** Whether all links of each device of a block lead to one other device. */
function isEachOnOne(fabric: Fabric, statements: readonly LinkGroup[], { first: start, count: size }: Block): boolean {
  const partners = new Map<number, number>();
  const isOwn = (device: number): boolean => device >= start && device < start + size;
  for (const { first, count } of statements) {
    for (let link = first; link < first + count; link++) {
      const [from, to] = [fromDevice(fabric, link), toDevice(fabric, link)];
      if (!isOwn(from) && !isOwn(to)) continue;
      const [own, other] = isOwn(from) ? [from, to] : [to, from];
      if ((partners.get(own) ?? other) !== other) return false;
      partners.set(own, other);
    }
  }
  return true;
}

/** Numbers of the block pairs that have links. */
function blockPairs(fabric: Fabric, statements: readonly LinkGroup[]): Set<number> {
  const pairs = new Set<number>();
  let last = -1;
  for (const { first, count } of statements) {
    for (let link = first; link < first + count; link++) {
      const key = pairOfBlocks(fabric, fromDevice(fabric, link), toDevice(fabric, link));
      if (key === last) continue;
      last = key;
      pairs.add(key);
    }
  }
  return pairs;
}

/** The array that two groups, or groups around them, are instances of. */
function arrayBetween(one: Group | undefined, other: Group | undefined): string | undefined {
  const around = (group: Group | undefined): Group[] => {
    const list: Group[] = [];
    for (let each = group; each !== undefined; each = each.parent) list.unshift(each);
    return list;
  };
  const [a, b] = [around(one), around(other)];
  const fork = a.findIndex((each, i) => each !== b[i]);
  return fork >= 0 && a[fork]?.array === b[fork]?.array ? a[fork]?.array : undefined;
}
