// Racks seen from above: which stand in which row, and how much of their power they draw.
import { type Facts, printCount, rackName } from '@lightloom/core';
import { type Group, grouped, type Plan, type PlanRun } from '../graph/index.ts';
import type { RackClass } from './rack-classes.ts';

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
    standing.sort((a, b) => a.rack - b.rack),
    ({ rack }) => racks.row[rack] as number,
  );
  if (rows.has(0) || rows.size > mostRows) return undefined;
  if ([...rows.values()].some((row) => row.length > mostInRow)) return undefined;
  return {
    rows: [...rows]
      .sort(([a], [b]) => a - b)
      .map(([row, inRow]) => {
        const runs: (PlanRun & { count: number; first: number })[] = [];
        for (const { rack, group } of inRow) {
          const last = runs.at(-1);
          if (group === undefined || group.status === undefined) continue;
          if (last !== undefined && last.group === group.id && rack === last.first + last.count) last.count++;
          else runs.push({ group: group.id, status: group.status, count: 1, first: rack, detail: '' });
        }
        const name = (rack: number): string => rackName(facts.fabric, rack);
        return {
          label: `Row ${row}`,
          runs: runs.map(({ first, ...run }) => ({
            ...run,
            detail: `Row ${row}: ${printCount(run.count, 'rack')}, ${name(first)}${run.count > 1 ? ` to ${name(first + run.count - 1)}` : ''}\n${run.status.text}${run.count > 1 ? ' each' : ''}`,
          })),
        };
      }),
  };
}
