// Racks of a loop that a view leaves out: one box for all of them, since their heat is in the loop's figures.
import {
  type Branch,
  type Derivation,
  type Fabric,
  type Facts,
  type Loop,
  printCount,
  printQuantity,
} from '@lightloom/core';
import type { Node, Status, Trunk } from '../../graph/index.ts';
import { known, placed } from '../text/phrases.ts';

/** What the racks left out take together. */
export interface Others {
  readonly racks: number;
  /** The same with those that boxes in branches stand for. */
  readonly missing: number;
  /** W, `NaN` when unknown. */
  readonly heat: number;
  /** m³/s, `NaN` when unknown. */
  readonly flow: number;
  /** Temperature at which it leaves them, where it is the same for all. */
  readonly back: Derivation | undefined;
}

/**
 * Racks on a loop that are not drawn.
 * @param drawn racks in the view; all when undefined
 * @param branched racks that stand in drawn branches, in the view or not
 */
export function othersOn(
  { fabric, cooling }: Facts,
  loop: Loop,
  drawn: ReadonlySet<number> | undefined,
  branched: ReadonlySet<number>,
): Others {
  let [racks, missing, heat, flow] = [0, 0, 0, 0];
  const backs = new Map<number, Derivation>();
  const counted = new Set<Branch>();
  for (let rack = 0; drawn !== undefined && rack < fabric.racks.count; rack++) {
    if (fabric.racks.loop[rack] !== loop.index || drawn.has(rack)) continue;
    missing++;
    if (branched.has(rack)) continue;
    racks++;
    heat += cooling.rackHeat(rack).value;
    const branch = firstOf(fabric, rack);
    // Racks of a branch share its flow, and so do the branches that take its outlet.
    if (branch === undefined) flow += cooling.branches.rackFlow(rack).value;
    else if (!counted.has(branch)) flow += cooling.branches.flow(branch).value;
    if (branch !== undefined) counted.add(branch);
    const back = cooling.rackReturn(rack);
    backs.set(back.value, back);
  }
  return { racks, missing, heat, flow, back: backs.size === 1 ? [...backs.values()][0] : undefined };
}

/** The branch by which the coolant of a rack leaves the supply. */
function firstOf({ branches, racks }: Fabric, rack: number): Branch | undefined {
  let branch = branches[racks.branch[rack] as number];
  while (branch !== undefined && branch.after >= 0) branch = branches[branch.after];
  return branch;
}

/** The box for them. */
export function othersNode(loop: Loop, { racks, heat, flow, back }: Others, status: Status | undefined): Node {
  const lines = [
    'not in this view',
    Number.isNaN(heat) ? 'heat to liquid unknown' : `${printQuantity(heat, 'power')} to liquid`,
    Number.isNaN(flow) ? 'flow unknown' : printQuantity(flow, 'volume flow'),
    ...(back === undefined && racks > 1 ? ['returns differ'] : []),
  ];
  const label = `${printCount(racks, 'other rack')}`;
  return {
    id: `${loop.name}/others`,
    kind: 'rack',
    label,
    lines,
    count: racks,
    group: loop.name,
    ...(status === undefined ? {} : { status }),
    ...placed(loop.origin),
    detail: [`${label} on ${loop.name}`, ...lines].join('\n'),
  };
}

/** Their pipes. */
export function othersPipes(loop: Loop, { flow }: Others, cold: Status, back: Status | undefined): Trunk[] {
  const others = `${loop.name}/others`;
  const weight = known(flow);
  const pipe = (id: string, from: string, to: string, status: Status | undefined): Trunk => ({
    ...{ id, from, to, lines: [], weight },
    ...(status === undefined ? {} : { status }),
    detail: `${id}: ${printQuantity(flow, 'volume flow')}`,
  });
  return [
    pipe(`${loop.name}.supply to others`, loop.name, others, cold),
    pipe(`${loop.name}.return from others`, others, loop.name, back),
  ];
}
