// Racks seen from above: which stand in which row, and how much of their power they draw.
import { type Facts, printCount, rackName } from '@lightloom/core';
import { type Group, grouped, type Plan, type PlanRun } from '../../graph/index.ts';
import type { RackClass } from '../equal-racks/rack-classes.ts';

/** More racks than this are no longer told apart from above. */
const mostRacks = 4_000;
const mostRows = 48;
const mostInRow = 96;

/** The floor; undefined when rows are not said, or when there is too much or too little to see. */
export function floorPlan(facts: Facts, classes: readonly RackClass[], groups: readonly Group[]): Plan | undefined {
  const { racks } = facts.fabric;
  const standing = classes.flatMap((each, i) => each.racks.map((rack) => ({ rack, group: groups[i] })));
  if (standing.length < 2 || standing.length > mostRacks) return undefined;
  const rows = grouped(
    standing.sort((a, b) => (racks.position[a.rack] as number) - (racks.position[b.rack] as number) || a.rack - b.rack),
    ({ rack }) => racks.row[rack] as number,
  );
  if (rows.has(0) || rows.size > mostRows) return undefined;
  if ([...rows.values()].some((row) => row.length > mostInRow)) return undefined;
  const positions = standing.map(({ rack }) => racks.position[rack] as number);
  const said = positions.every((each) => each > 0);
  if (said && Math.max(...positions) - Math.min(...positions) >= mostInRow) return undefined;
  return {
    rows: [...rows]
      .sort(([a], [b]) => a - b)
      .map(([row, inRow]) => {
        const runs: (PlanRun & { count: number; first: number })[] = [];
        for (const { rack, group } of inRow) {
          const last = runs.at(-1);
          if (group === undefined || group.status === undefined) continue;
          const at = racks.position[rack] as number;
          const next =
            last !== undefined && rack === last.first + last.count && (!said || at === (last.at ?? 0) + last.count);
          if (next && last.group === group.id) last.count++;
          else
            runs.push({
              group: group.id,
              status: group.status,
              count: 1,
              first: rack,
              detail: '',
              ...(said ? { at } : {}),
            });
        }
        const name = (rack: number): string => rackName(facts.fabric, rack);
        const [first, last] = [inRow[0]?.rack ?? 0, inRow.at(-1)?.rack ?? 0];
        return {
          label: `Row ${row}`,
          names: `${printCount(inRow.length, 'rack')}: ${first === last ? name(first) : `${name(first)} … ${name(last)}`}`,
          runs: runs.map(({ first, ...run }) => ({
            ...run,
            detail: `Row ${row}: ${printCount(run.count, 'rack')}, ${name(first)}${run.count > 1 ? ` to ${name(first + run.count - 1)}` : ''}\n${run.status.text}${run.count > 1 ? ' each' : ''}`,
          })),
        };
      }),
  };
}
