// Racks of a loop that a view leaves out: one box for all of them, since their heat is in the loop's figures.
import {
  type Branch,
  type Derivation,
  type Fabric,
  type Facts,
  type Loop,
  printCount,
  signedAt,
} from '@lightloom/core';
import type { LoopsNode, Status, Trunk } from '../../graph/index.ts';
import { originOf } from '../text/json-values.ts';
import { pipe } from './pipes.ts';
import { sumLines } from './rack-node.ts';

/** The sums of the racks left out. */
export interface Others {
  readonly racks: number;
  /** The same with those that boxes in branches represent. */
  readonly missing: number;
  /** W, `NaN` when unknown. */
  readonly heat: number;
  /** m³/s, `NaN` when unknown. */
  readonly flow: number;
  /** Temperature of the coolant that leaves them, where it is the same for all. */
  readonly back: Derivation | undefined;
}

/**
 * Racks on a loop that are not drawn.
 * @param drawn racks in the view; all when undefined
 * @param branched racks in drawn branches, in the view or not
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
    const branch = rootBranch(fabric, rack);
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
function rootBranch({ branches, racks }: Fabric, rack: number): Branch | undefined {
  let branch = branches[signedAt(racks.branch, rack)];
  while (branch !== undefined && branch.after >= 0) branch = branches[branch.after];
  return branch;
}

/** The box for them. */
export function othersNode(loop: Loop, { racks, heat, flow, back }: Others, status: Status | undefined): LoopsNode {
  const lines = [
    'not in this view',
    ...sumLines(heat, flow),
    ...(back === undefined && racks > 1 ? ['return temperatures differ'] : []),
  ];
  const label = printCount(racks, 'other rack');
  return {
    id: `${loop.name}/others`,
    kind: 'rack',
    label,
    lines,
    count: racks,
    group: loop.name,
    ...(status === undefined ? {} : { status }),
    ...originOf(loop.origin),
    detail: [`${label} on ${loop.name}`, ...lines].join('\n'),
  };
}

/** Their pipes. */
export function othersPipes(loop: Loop, { flow }: Others, cold: Status, back: Status | undefined): Trunk[] {
  const others = `${loop.name}/others`;
  return [
    { ...pipe({ id: `${loop.name}.supply to others`, from: loop.name, to: others, flow }), status: cold },
    {
      ...pipe({ id: `${loop.name}.return from others`, from: others, to: loop.name, flow }),
      ...(back === undefined ? {} : { status: back }),
    },
  ];
}
