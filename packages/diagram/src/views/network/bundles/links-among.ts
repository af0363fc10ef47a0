// Which arrays are linked among themselves: rings, tori, dragonflies. One pass over the links, no object for each.
import { type Block, type Fabric, fromDevice, type Group, itemAt, type LinkGroup, toDevice } from '@lightloom/core';
import { pairOfBlocks } from '../stacks/link-colors.ts';
import { type ArrayShape, arrayShapes } from './array-shapes.ts';

export interface LinksAmong {
  /** Arrays that are linked only to themselves, drawn in several boxes, and how these are arranged. */
  readonly shapes: ReadonlyMap<Block, ArrayShape>;
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
  const alone = [...inside].filter((block) => !outside.has(block));
  return { shapes: arrayShapes(fabric, statements, alone, expanded), groups, between };
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
