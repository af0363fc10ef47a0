// Rows for switches that no host is linked to: a network that is half written, or one of switches only.
import type { Trunk } from '../../graph/index.ts';
import type { Stack } from './stacks/stacks.ts';

/** Rows of a network of switches, at most: a longer way is a chain, not tiers. */
const maxRows = 4;

/** A box with links, before it has a row. */
export interface Ranked {
  readonly id: string;
  readonly tier: number | null;
  readonly count: number;
  /** Devices of the arrays it is of: a box of one leaf of 64 is below its 16 spines. */
  readonly all: number;
  /** What it is an instance of: equal boxes in equal groups share a row. */
  readonly family: string;
}

export interface Ranks {
  /** Rows by id, counted from the hosts at 0; null for boxes without a link. */
  readonly tiers: ReadonlyMap<string, number | null>;
  /** Whether the links put no box above another: some lead in a circle, or between as many devices over several rows. */
  readonly isUnordered: boolean;
}

/** Rows for all boxes but those in an array that is drawn one by one. */
export function ranksIn(stacks: readonly Stack[], trunks: readonly Trunk[]): Ranks {
  const boxes = stacks
    .filter((each) => each.frame?.block === undefined)
    .map(({ id, tier, devices, frame, label, blocks }) => ({
      // Hosts are at the bottom even where their links couldn't be made.
      ...{ id, tier: tier ?? (blocks[0]?.kind === 'host' ? 0 : null), count: devices.length },
      all: blocks.reduce((sum, each) => sum + each.count, 0),
      family: frame === undefined ? id : `${frame.members[0]?.array} ${label}`,
    }));
  return ranksOf(aboveKnown(boxes, trunks), trunks);
}

/** Boxes that no host is linked to, because links couldn't be made: one row above what they would be linked to, and those above them. */
function aboveKnown(boxes: readonly Ranked[], trunks: readonly Trunk[]): readonly Ranked[] {
  if (!trunks.some((each) => each.missing === true)) return boxes;
  const tiers = new Map(boxes.map(({ id, tier }) => [id, tier]));
  const families = new Map(boxes.map(({ id, family }) => [id, family]));
  const apart = trunks.filter(({ from, to }) => families.get(from) !== families.get(to));
  for (let row = 0; row < boxes.length; row++) {
    for (const { from, to } of apart)
      for (const [known, other] of [
        [from, to],
        [to, from],
      ] as const)
        if (tiers.get(known) === row && tiers.get(other) === null) tiers.set(other, row + 1);
  }
  return boxes.map((each) => ({ ...each, tier: tiers.get(each.id) ?? null }));
}

/** Gives boxes without a row one: where a fabric has no hosts, the fewer devices are above the more. */
export function ranksOf(boxes: readonly Ranked[], trunks: readonly Trunk[]): Ranks {
  const byId = new Map(boxes.map((each) => [each.id, each]));
  const tiers = new Map<string, number | null>(boxes.map((each) => [each.id, each.tier]));
  const above = new Map<Ranked, Set<Ranked>>();
  const linked = new Set<Ranked>();
  for (const { from, to } of trunks) {
    const [a, b] = [byId.get(from), byId.get(to)];
    if (a === undefined || b === undefined || a.tier !== null || b.tier !== null) continue;
    linked.add(a).add(b);
    if (a === b || a.family === b.family) continue;
    const [lower, upper] = (b.all === a.all ? b.count > a.count : b.all > a.all) ? [b, a] : [a, b];
    const list = above.get(lower) ?? new Set();
    above.set(lower, list.add(upper));
  }
  // Kahn's algorithm: a box with nothing below it is in the lowest row.
  const below = new Map<Ranked, number>([...linked].map((each) => [each, 0]));
  for (const list of above.values()) for (const each of list) below.set(each, (below.get(each) ?? 0) + 1);
  let row = 1;
  let left = [...linked];
  while (left.length > 0) {
    const free = left.filter((each) => below.get(each) === 0);
    if (free.length === 0) break;
    for (const each of free) {
      tiers.set(each.id, row);
      for (const upper of above.get(each) ?? []) below.set(upper, (below.get(upper) ?? 0) - 1);
    }
    const done = new Set(free);
    left = left.filter((each) => !done.has(each));
    row++;
  }
  for (const each of left) tiers.set(each.id, row);
  const rowOf = (each: Ranked | undefined): number => (each === undefined ? 0 : (tiers.get(each.id) ?? 0));
  const isOver = ({ from, to }: Trunk): boolean => {
    const [a, b] = [byId.get(from), byId.get(to)];
    const rows = Math.abs(rowOf(a) - rowOf(b));
    return (
      linked.has(a as Ranked) && a?.count === b?.count && a?.family !== b?.family && (rows > 1 || row > maxRows + 1)
    );
  };
  return { tiers, isUnordered: left.length > 0 || trunks.some(isOver) };
}
