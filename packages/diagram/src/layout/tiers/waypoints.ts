// Bands that pass a row on their way: a place is kept free for them there, so that they cross no box.
import type { Group, Node, Trunk } from '../../graph/index.ts';
import type { Card } from '../pieces/card.ts';
import type { PillSize } from '../pieces/pill.ts';

/** Width kept free for a band. */
const width = 28;

/** A band between two rows, or an arch over one. */
export interface Run {
  readonly trunk: Trunk;
  readonly upper: Card;
  readonly lower: Card;
  readonly size: PillSize | undefined;
  readonly arch: boolean;
}

export interface Ways {
  /** Bands, cut into pieces from one row to the next; only the lowest piece has the label. */
  readonly runs: readonly Run[];
  /** Places kept free, in the form of cards without anything on them. */
  readonly waypoints: readonly Card[];
  /** The pieces of each band, from the top. */
  readonly pieces: ReadonlyMap<Trunk, readonly Run[]>;
}

/** Cuts bands where they pass a row. */
export function waysOf(runs: readonly Run[], rowOf: (card: Card) => number, groups: readonly Group[]): Ways {
  const waypoints: Card[] = [];
  const pieces = new Map<Trunk, readonly Run[]>();
  for (const run of runs) {
    const list: Run[] = [];
    let upper = run.upper;
    for (let row = rowOf(run.upper) + 1; row < rowOf(run.lower); row++) {
      const point = waypoint(run, row, commonGroup(run, groups));
      waypoints.push(point);
      list.push({ ...run, upper, lower: point, size: undefined });
      upper = point;
    }
    list.push({ ...run, upper });
    pieces.set(run.trunk, list);
  }
  return { runs: [...pieces.values()].flat(), waypoints, pieces };
}

/** The row that a place kept free stands in; undefined for a card. */
export function rowOfWaypoint({ node }: Card): number | undefined {
  const [, row] = /^waypoint (\d+) /.exec(node.id) ?? [];
  return row === undefined ? undefined : Number(row);
}

function waypoint({ trunk }: Run, row: number, group: string | undefined): Card {
  const id = `waypoint ${row} ${trunk.id}`;
  const node: Node = { id, kind: 'other', label: '', lines: [], count: 1, detail: '' };
  return { node: group === undefined ? node : { ...node, group }, width, height: 0, lines: [] };
}

/** The innermost group that holds both ends. */
function commonGroup({ upper, lower }: Run, groups: readonly Group[]): string | undefined {
  const outer = new Map(groups.map((each) => [each.id, each.group]));
  const around = (group: string | undefined): string[] => {
    const list: string[] = [];
    for (let each = group; each !== undefined && !list.includes(each); each = outer.get(each)) list.push(each);
    return list;
  };
  const others = new Set(around(lower.node.group));
  return around(upper.node.group).find((each) => others.has(each));
}
