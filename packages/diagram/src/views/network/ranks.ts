// Rows for what no host is linked to: a network that is half written, or one of switches only.
import type { Trunk } from '../../graph/index.ts';

/** A box with links, before it has a row. */
interface Ranked {
  readonly id: string;
  readonly tier: number | null;
  readonly count: number;
  /** What it is an instance of: equal things in equal groups stand in one row. */
  readonly kin: string;
}

export interface Ranks {
  /** Rows by id, counted from the hosts at 0; null for what is linked to nothing. */
  readonly tiers: ReadonlyMap<string, number | null>;
  /** Whether some boxes link round in a circle, so that none of them is above the others. */
  readonly round: boolean;
}

/** Gives boxes without a row one: where a fabric has no hosts, the fewer things stand above the more. */
export function ranksOf(boxes: readonly Ranked[], trunks: readonly Trunk[]): Ranks {
  const byId = new Map(boxes.map((each) => [each.id, each]));
  const tiers = new Map<string, number | null>(boxes.map((each) => [each.id, each.tier]));
  const above = new Map<Ranked, Set<Ranked>>();
  const linked = new Set<Ranked>();
  for (const { from, to } of trunks) {
    const [a, b] = [byId.get(from), byId.get(to)];
    if (a === undefined || b === undefined || a.tier !== null || b.tier !== null) continue;
    linked.add(a).add(b);
    if (a === b || a.kin === b.kin) continue;
    const [lower, upper] = b.count > a.count ? [b, a] : [a, b];
    const list = above.get(lower) ?? new Set();
    above.set(lower, list.add(upper));
  }
  // Kahn's order: who has nothing below it is lowest.
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
    const placed = new Set(free);
    left = left.filter((each) => !placed.has(each));
    row++;
  }
  for (const each of left) tiers.set(each.id, row);
  return { tiers, round: left.length > 0 };
}
