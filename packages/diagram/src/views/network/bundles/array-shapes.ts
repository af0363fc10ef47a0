// The shape of an array whose devices are linked to each other and drawn one by one: a grid where every link leads along an axis, as
// in a torus and a HyperX; otherwise a circle.
import {
  axisSize,
  type Block,
  type Fabric,
  fromDevice,
  itemAt,
  type LinkGroup,
  toDevice,
  unsignedAt,
} from '@lightloom/core';
import type { Shape } from '../../../graph/index.ts';

/** More devices than this stay one box; of an array that a view expands, each is drawn. */
const maxInCircle = 24;
const maxInGrid = 64;
/** A circle with more bands than this is a black disc. */
const maxBandsInCircle = 66;

/** How the boxes of an array are arranged, and how many devices are in each. */
export interface ArrayShape {
  readonly shape: Shape;
  readonly devices: number;
}

/** Links within an array. */
interface Inside {
  /** Pairs of devices, each as one number. */
  readonly pairs: Set<number>;
  readonly patterns: Set<string>;
}

/**
 * Shapes of arrays that are linked only to themselves; arrays of too many devices have none.
 * @param expanded arrays that a view asks to see device by device
 */
export function arrayShapes(
  fabric: Fabric,
  statements: readonly LinkGroup[],
  blocks: readonly Block[],
  expanded: ReadonlySet<Block>,
): ReadonlyMap<Block, ArrayShape> {
  const shapes = new Map<Block, ArrayShape>();
  if (blocks.length === 0) return shapes;
  const insides = new Map(blocks.map((each): [Block, Inside] => [each, { pairs: new Set(), patterns: new Set() }]));
  for (const { first, count, pattern } of statements) {
    for (let link = first; link < first + count; link++) {
      const [from, to] = [fromDevice(fabric, link), toDevice(fabric, link)];
      const inside = insides.get(itemAt(fabric.blocks, unsignedAt(fabric.devices.block, from)));
      if (inside === undefined) continue;
      inside.pairs.add(Math.min(from, to) * fabric.devices.count + Math.max(from, to));
      inside.patterns.add(pattern);
    }
  }
  for (const [block, { pairs, patterns }] of insides) {
    const groups = groupsOf(block, patterns);
    const isLarge = block.count > maxInCircle || (groups?.shape.kind === 'sides' && !expanded.has(block));
    if (groups !== undefined && isLarge) {
      shapes.set(block, groups);
      continue;
    }
    if (block.count > maxInGrid && !expanded.has(block)) continue;
    const sizes = sizesOf(block, patterns);
    const isAlong = (pair: number): boolean =>
      leadsAlong(
        Math.floor(pair / fabric.devices.count) - block.first,
        (pair % fabric.devices.count) - block.first,
        sizes ?? [],
      );
    if (sizes !== undefined && [...pairs].every(isAlong)) {
      const [columns = 1, rows] = [...sizes].reverse();
      const shape = { kind: 'grid', columns, ...(sizes.length > 2 && rows !== undefined ? { rows } : {}) } as const;
      shapes.set(block, { shape, devices: 1 });
    } else if (expanded.has(block) || (block.count <= maxInCircle && pairs.size <= maxBandsInCircle))
      shapes.set(block, { shape: { kind: 'circle' }, devices: 1 });
  }
  return shapes;
}

/**
 * Groups of an array of routers, a box each: of a dragonfly, those that are all linked to each other; of a Slim Fly over q elements, the
 * two times q columns of q routers, each of one half linked to each of the other (Besta and Hoefler, SC 2014).
 */
function groupsOf({ count }: Block, patterns: ReadonlySet<string>): ArrayShape | undefined {
  const [pattern = ''] = patterns.size === 1 ? patterns : [];
  const [, name, size] = /^(dragonfly|slimfly)\((\d+)/.exec(pattern) ?? [];
  const devices = Number(size);
  if (name === undefined || count % devices !== 0 || count / devices > maxInCircle) return undefined;
  if (name === 'dragonfly') return { shape: { kind: 'circle' }, devices };
  return count === 2 * devices * devices ? { shape: { kind: 'sides' }, devices } : undefined;
}

/** Sizes of an array in two or three dimensions: those it is declared with, or those of the pattern of its links. */
function sizesOf({ axes, count }: Block, patterns: ReadonlySet<string>): readonly number[] | undefined {
  const [pattern = ''] = patterns.size === 1 ? patterns : [];
  const given = (/^(?:torus|hyperx)\(([\d, ]+)\)$/.exec(pattern)?.[1] ?? '').split(',').map(Number);
  const sizes = axes.length > 1 ? axes.map(axisSize) : given;
  const product = sizes.reduce((all, each) => all * each, 1);
  return (sizes.length === 2 || sizes.length === 3) && product === count ? sizes : undefined;
}

/** Whether two places of an array have all indices but one in common. */
function leadsAlong(one: number, other: number, sizes: readonly number[]): boolean {
  let [a, b, unlike] = [one, other, 0];
  for (const size of [...sizes].reverse()) {
    if (a % size !== b % size) unlike++;
    [a, b] = [Math.floor(a / size), Math.floor(b / size)];
  }
  return unlike === 1;
}
