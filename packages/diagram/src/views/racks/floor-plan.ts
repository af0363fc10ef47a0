// Racks seen from above: the racks of each row, and how much of their power they draw.
import { type Facts, printCount, rackName, signedAt } from '@lightloom/core';
import { grouped, type Plan, type PlanRun, type RacksGroup } from '../../graph/index.ts';
import type { RackClass } from '../equal-racks/rack-classes.ts';

/** With more racks than this the cells are too small to see. */
const maxRacks = 4_000;
const maxRows = 48;
const maxInRow = 96;

/** A rack and the group that draws it. */
interface OnFloor {
  readonly rack: number;
  readonly group: RacksGroup | undefined;
}

/**
 * The floor; undefined when rows are not given, or when there is too much or too little to see.
 * @param groups the group of each class
 */
export function floorPlan(
  facts: Facts,
  classes: readonly RackClass[],
  groups: readonly RacksGroup[],
): Plan | undefined {
  const { racks } = facts.fabric;
  const onFloor = classes.flatMap((each, i) => each.racks.map((rack): OnFloor => ({ rack, group: groups[i] })));
  if (onFloor.length < 2 || onFloor.length > maxRacks) return undefined;
  const rows = grouped(
    onFloor.sort((a, b) => signedAt(racks.position, a.rack) - signedAt(racks.position, b.rack) || a.rack - b.rack),
    ({ rack }) => signedAt(racks.row, rack),
  );
  if (rows.has(0) || rows.size > maxRows) return undefined;
  if ([...rows.values()].some((row) => row.length > maxInRow)) return undefined;
  const positions = onFloor.map(({ rack }) => signedAt(racks.position, rack));
  const positioned = positions.every((each) => each > 0);
  if (positioned && Math.max(...positions) - Math.min(...positions) >= maxInRow) return undefined;
  return {
    rows: [...rows]
      .sort(([a], [b]) => a - b)
      .map(([row, inRow]) => ({
        label: `Row ${row}`,
        names: `${printCount(inRow.length, 'rack')}: ${endsText(facts, inRow)}`,
        runs: runsOf(facts, row, inRow, { positioned }),
      })),
  };
}

/** `net[1] … net[8]` */
function endsText({ fabric }: Facts, row: readonly OnFloor[]): string {
  const [first, last] = [row[0]?.rack ?? 0, row.at(-1)?.rack ?? 0];
  return first === last ? rackName(fabric, first) : `${rackName(fabric, first)} … ${rackName(fabric, last)}`;
}

/** Equal racks next to each other. */
function runsOf(
  { fabric }: Facts,
  row: number,
  inRow: readonly OnFloor[],
  { positioned }: { readonly positioned: boolean },
): PlanRun[] {
  const runs: (Omit<PlanRun, 'detail'> & { count: number })[] = [];
  for (const { rack, group } of inRow) {
    const last = runs.at(-1);
    if (group === undefined) continue;
    const at = signedAt(fabric.racks.position, rack);
    const next =
      last !== undefined && rack === last.first + last.count && (!positioned || at === (last.at ?? 0) + last.count);
    if (next && last.group === group.id) last.count++;
    else runs.push({ group: group.id, status: group.status, count: 1, first: rack, ...(positioned ? { at } : {}) });
  }
  return runs.map((run) => ({ ...run, detail: detailOf(row, run, namesOf(fabric, run.first, run.count)) }));
}

function namesOf(fabric: Facts['fabric'], first: number, count: number): string {
  return `${rackName(fabric, first)}${count > 1 ? ` to ${rackName(fabric, first + count - 1)}` : ''}`;
}

function detailOf(row: number, { count, status }: Omit<PlanRun, 'detail'>, names: string): string {
  return `Row ${row}: ${printCount(count, 'rack')}, ${names}\n${status.text}${count > 1 ? ' each' : ''}`;
}
