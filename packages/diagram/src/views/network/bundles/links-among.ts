// Which arrays are linked among themselves: rings, tori, dragonflies. One pass over the links, no object for each.
import {
  axisSize,
  type Block,
  type Fabric,
  fromDevice,
  type Group,
  itemAt,
  type LinkGroup,
  toDevice,
  unsignedAt,
} from '@lightloom/core';
import type { Shape } from '../../../graph/index.ts';
import { pairOfBlocks } from '../stacks/link-colors.ts';

/** More devices than this stay one box. */
const maxInCircle = 24;
const maxInGrid = 36;
/** A circle with more bands than this is a black disc. */
const maxBandsInCircle = 66;
/** Bands for each box that fit between the boxes of a grid. */
const maxBandsPerBox = 2;

export interface LinksAmong {
  /** Arrays of a few devices that are linked only to each other, drawn box by box, and how the boxes are arranged. */
  readonly shapes: ReadonlyMap<Block, Shape>;
  /** Arrays of groups, by their path, with links from one group to the other. */
  readonly groups: ReadonlySet<string>;
  /** Pairs of blocks of which such links are, by number. */
  readonly between: ReadonlySet<number>;
}

/** Links between devices of one array and between groups of one array. */
export function linksAmong(fabric: Fabric, networks: ReadonlySet<number> | undefined): LinksAmong {
  const statements = fabric.linkGroups.filter(
    ({ network }) => networks === undefined || (network !== undefined && networks.has(network.index)),
  );
  const inside = new Set<Block>();
  const outside = new Set<Block>();
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
    outside.add(a).add(b);
    const array = arrayBetween(a.group, b.group);
    if (array === undefined) continue;
    groups.add(array);
    between.add(key);
  }
  const few = [...inside].filter((block) => !outside.has(block) && block.count <= maxInGrid);
  return { shapes: shapesOf(fabric, statements, few), groups, between };
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

function shapesOf(fabric: Fabric, statements: readonly LinkGroup[], blocks: readonly Block[]): Map<Block, Shape> {
  const shapes = new Map<Block, Shape>();
  if (blocks.length === 0) return shapes;
  const pairs = new Map(blocks.map((each) => [each.index, new Set<number>()]));
  for (const { first, count } of statements) {
    for (let link = first; link < first + count; link++) {
      const from = fromDevice(fabric, link);
      const to = toDevice(fabric, link);
      pairs
        .get(unsignedAt(fabric.devices.block, from))
        ?.add(Math.min(from, to) * fabric.devices.count + Math.max(from, to));
    }
  }
  for (const block of blocks) {
    const bands = pairs.get(block.index)?.size ?? 0;
    const [, columns] = block.axes;
    if (block.axes.length === 2 && columns !== undefined && bands <= maxBandsPerBox * block.count)
      shapes.set(block, { kind: 'grid', columns: axisSize(columns) });
    else if (block.count <= maxInCircle && bands <= maxBandsInCircle) shapes.set(block, { kind: 'circle' });
  }
  return shapes;
}
