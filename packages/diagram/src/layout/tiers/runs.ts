// Bands between rows. Where a band passes a row, a place is kept free for it there, so that it crosses no box.
import type { TiersGroup, Trunk } from '../../graph/index.ts';
import { type PillSize, pillSize } from '../pieces/pill.ts';
import type { Slot } from './slot.ts';

/** Width kept free for a band. */
const width = 28;

/** A band between two rows, or an arch over one. */
export interface Run {
  readonly trunk: Trunk;
  readonly upper: Slot;
  readonly lower: Slot;
  /** Size of its label, when it has one. */
  readonly size: PillSize | undefined;
  readonly arch: boolean;
}

export interface CutRuns {
  /** Bands, cut into pieces from one row to the next; only the lowest piece has the label. */
  readonly runs: readonly Run[];
  /** Places kept free. */
  readonly waypoints: readonly Slot[];
  /** The pieces of each band, from the top. */
  readonly pieces: ReadonlyMap<Trunk, readonly Run[]>;
}

/** The bands of a drawing, cut where they pass a row. */
export function runsOf(trunks: readonly Trunk[], slots: readonly Slot[], groups: readonly TiersGroup[]): CutRuns {
  const byId = new Map(slots.map((each) => [each.id, each]));
  const waypoints: Slot[] = [];
  const pieces = new Map<Trunk, readonly Run[]>();
  for (const trunk of trunks) {
    const [from, to] = [byId.get(trunk.from), byId.get(trunk.to)];
    if (from === undefined || to === undefined) continue;
    const [upper, lower] = from.row <= to.row ? [from, to] : [to, from];
    const whole: Run = { trunk, upper, lower, size: pillSize(trunk), arch: from.row === to.row };
    const passed = waypointsOf(whole, groups);
    waypoints.push(...passed);
    const stops = [upper, ...passed, lower];
    pieces.set(
      trunk,
      stops.slice(1).map((end, i): Run => {
        const piece = { ...whole, upper: stops[i] as Slot, lower: end };
        return end === lower ? piece : { ...piece, size: undefined };
      }),
    );
  }
  return { runs: [...pieces.values()].flat(), waypoints, pieces };
}

/** A place in each row that a band passes. */
function waypointsOf(run: Run, groups: readonly TiersGroup[]): Slot[] {
  const count = run.lower.row - run.upper.row - 1;
  if (count < 1) return [];
  const group = commonGroup(run, groups);
  return Array.from({ length: count }, (_, i) => {
    const row = run.upper.row + 1 + i;
    return { id: `waypoint ${row} ${run.trunk.id}`, group, row, width, height: 0 };
  });
}

/** The innermost group that holds both ends. */
function commonGroup({ upper, lower }: Run, groups: readonly TiersGroup[]): string | undefined {
  const outer = new Map(groups.map((each) => [each.id, each.group]));
  const around = (group: string | undefined): string[] => {
    const list: string[] = [];
    for (let each = group; each !== undefined && !list.includes(each); each = outer.get(each)) list.push(each);
    return list;
  };
  const others = new Set(around(lower.group));
  return around(upper.group).find((each) => others.has(each));
}
