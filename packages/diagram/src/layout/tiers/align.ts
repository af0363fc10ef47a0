// Moves the boxes of a row above the boxes they are linked to, as far as their neighbors leave room.
import type { Trunk } from '../../graph/index.ts';
import type { Extent } from './extent.ts';

/** Boxes side by side, and the room they share. */
export interface Line {
  readonly ids: readonly string[];
  readonly row: number;
  readonly room: Extent;
  /** Between two of them. */
  readonly gap: number;
}

/** Moves the boxes of each line, the lowest line first, to the middle of the boxes they are linked to below. */
export function alignLines(lines: readonly Line[], trunks: readonly Trunk[], extents: Map<string, Extent>): void {
  const row = new Map(lines.flatMap(({ ids, row }) => ids.map((id) => [id, row] as const)));
  const below = new Map<string, string[]>();
  for (const { from, to } of trunks) {
    const [a, b] = [row.get(from), row.get(to)];
    if (a === undefined || b === undefined || a === b) continue;
    const [upper, lower] = a < b ? [from, to] : [to, from];
    below.set(upper, [...(below.get(upper) ?? []), lower]);
  }
  const middle = (id: string): number => {
    const { x, width } = extents.get(id) as Extent;
    return x + width / 2;
  };
  for (const { ids, room, gap } of lines.toSorted((a, b) => b.row - a.row)) {
    const widths = ids.map((id) => extents.get(id)?.width ?? 0);
    const wanted = ids.map((id) => {
      const list = below.get(id) ?? [];
      return list.length === 0 ? middle(id) : list.reduce((sum, each) => sum + middle(each), 0) / list.length;
    });
    const lefts = closest(wanted, widths, gap, room);
    ids.forEach((id, i) => {
      extents.set(id, { x: lefts[i] ?? 0, width: widths[i] ?? 0 });
    });
  }
}

/** Left ends closest to the wanted middles, in the same order, with gaps, within the room. */
function closest(wanted: readonly number[], widths: readonly number[], gap: number, room: Extent): number[] {
  // With every box moved left by the widths before it, only the order is required: pool adjacent violators.
  const before: number[] = [];
  widths.reduce((sum, width, i) => {
    before[i] = sum;
    return sum + width + gap;
  }, 0);
  const length = widths.reduce((sum, each) => sum + each + gap, -gap);
  const pools: { sum: number; count: number }[] = [];
  wanted.forEach((each, i) => {
    pools.push({ sum: each - (widths[i] ?? 0) / 2 - (before[i] ?? 0), count: 1 });
    for (;;) {
      const [a, b] = [pools.at(-2), pools.at(-1)];
      if (a === undefined || b === undefined || a.sum / a.count <= b.sum / b.count) break;
      pools.splice(-2, 2, { sum: a.sum + b.sum, count: a.count + b.count });
    }
  });
  const [low, high] = [room.x, room.x + Math.max(0, room.width - length)];
  const shifts = pools.flatMap(({ sum, count }) =>
    Array.from({ length: count }, () => Math.min(high, Math.max(low, sum / count))),
  );
  return shifts.map((each, i) => each + (before[i] ?? 0));
}
