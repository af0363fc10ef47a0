// The coolant that racks and loops need, for the rules that compare it with what they get.

import { defineAnswer, type Facts, reads } from '../answers/index.ts';
import { type Derivation, knownOf, sum } from '../figures/index.ts';
import { type Fabric, type Loop, loopOfRack, realAt, signedAt } from '../model/index.ts';
import { exceeds } from '../units/index.ts';

type FlowNeedInputs = Pick<Facts, 'fabric' | 'cooling' | 'flows'>;

/** The flow that the devices in a rack need at their supply temperature, in m³/s. */
export function needOf(facts: FlowNeedInputs, rack: number): Derivation {
  const loop = loopOfRack(facts.fabric, rack);
  const inlet = loop === undefined ? undefined : facts.cooling.branches.rackInlet(rack, loop);
  const need = facts.flows.rack(rack, inlet?.value ?? Number.NaN);
  // If only a lower bound of the inlet is known, the need at that inlet is a lower bound.
  return inlet === undefined || !Number.isNaN(inlet.value) || !(inlet.known > 0)
    ? need
    : { ...need, known: knownOf(facts.flows.rack(rack, inlet.known)) };
}

/** Racks that coolant reaches first: not those in series or on a downstream branch, which use the same coolant again. */
export function racksSharing({ racks, branches }: Fabric, loop: Loop): number[] {
  const found: number[] = [];
  for (let rack = 0; rack < racks.count; rack++) {
    if (racks.loop[rack] !== loop.index) continue;
    const branch = branches[signedAt(racks.branch, rack)];
    if (branch === undefined || (branch.order === 'parallel' && branch.after < 0)) found.push(rack);
  }
  return found;
}

/** The flow that the devices on a loop need, at least, in m³/s. */
export function loopNeed(facts: FlowNeedInputs, loop: Loop): Derivation {
  const needs = racksSharing(facts.fabric, loop).map((rack) => needOf(facts, rack));
  return sum(`flow needed by the devices on ${loop.name}`, 'volume flow', 'sum of its racks', needs);
}

/** Loops whose flow is less than their devices need. */
export const shortLoops = defineAnswer(reads('fabric', 'cooling', 'flows'), (facts): ReadonlySet<number> => {
  const found = new Set<number>();
  for (const loop of facts.fabric.loops)
    if (exceeds(loopNeed(facts, loop).known, loop.values.flow?.value ?? Number.NaN)) found.add(loop.index);
  return found;
});

/** Whether a rack gets a share of what remains of its loop: neither the rack nor a branch sets its flow. */
export function takesShareOfLoop({ racks }: Fabric, rack: number): boolean {
  return Number.isNaN(racks.flow[rack]) && signedAt(racks.branch, rack) < 0;
}

/** Whether a loop has racks outside its branches that set a flow: then `cooling/flow-split` adds them all up. */
export function hasRacksOfItsOwn({ racks }: Fabric, loop: number): boolean {
  return racks.loop.some(
    (each, rack) => each === loop && signedAt(racks.branch, rack) < 0 && !Number.isNaN(realAt(racks.flow, rack)),
  );
}
