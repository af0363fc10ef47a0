// Coolant that racks and loops need, for the rules that hold it against what they get.

import { defineAnswer, type Facts, reads } from '../answers/index.ts';
import { type Derivation, sum } from '../figures/index.ts';
import type { Fabric, Loop } from '../model/index.ts';
import { exceeds } from '../units/index.ts';

type FlowNeedInputs = Pick<Facts, 'fabric' | 'cooling' | 'flows'>;

/** What the devices in a rack need at the temperature they are supplied with. */
export function needOf(facts: FlowNeedInputs, rack: number): Derivation {
  const loop = facts.fabric.loops[facts.fabric.racks.loop[rack] as number];
  const supply = loop === undefined ? Number.NaN : facts.cooling.branches.rackInlet(rack, loop).value;
  return facts.flows.rack(rack, supply);
}

/** Racks on a loop that use its coolant first: those in series and branches one behind the other use it again. */
export function racksSharing({ racks, branches }: Fabric, loop: Loop): number[] {
  const found: number[] = [];
  for (let rack = 0; rack < racks.count; rack++) {
    if (racks.loop[rack] !== loop.index) continue;
    const branch = branches[racks.branch[rack] as number];
    if (branch === undefined || (branch.order === 'parallel' && branch.after < 0)) found.push(rack);
  }
  return found;
}

/** What the devices on a loop need, at least. */
export function loopNeed(facts: FlowNeedInputs, loop: Loop): Derivation {
  const needs = racksSharing(facts.fabric, loop).map((rack) => needOf(facts, rack));
  return sum(`flow the devices on ${loop.name} need`, 'volume flow', 'sum of its racks', needs);
}

/** Loops that are set to less than the devices on them need. */
export const shortLoops = defineAnswer(reads('fabric', 'cooling', 'flows'), (facts): ReadonlySet<number> => {
  const found = new Set<number>();
  for (const loop of facts.fabric.loops)
    if (exceeds(loopNeed(facts, loop).known, loop.values.flow?.value ?? Number.NaN)) found.add(loop.index);
  return found;
});

/** Whether a rack gets what the others on its loop leave, as neither it nor a branch says a flow. */
export function takesShareOfLoop({ racks }: Fabric, rack: number): boolean {
  return Number.isNaN(racks.flow[rack]) && (racks.branch[rack] as number) < 0;
}
