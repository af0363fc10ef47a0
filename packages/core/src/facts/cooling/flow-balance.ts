// What racks and branches of a coolant loop get where they ask for more flow than there is: nothing comes from nowhere, so all
// of them get the same share of what they ask for. `cooling/flow-split` and `cooling/branch-flow` report it.
import { type Derivation, derived, sum } from '../../figures/derivation.ts';
import { remembered } from '../../figures/remembered.ts';
import { type Branch, branchOfRack, type Fabric, type Loop } from '../../model/index.ts';
import { exceeds } from '../../units/index.ts';
import { askedByRacks, flowAsSet, ownFlowOf, takersOf } from './branch-flow.ts';
import { loopFlowAsSet } from './loop-flow.ts';

/** Flows with all pumps running. */
export interface FlowBalance {
  /** Flow of a branch, in m³/s: what it asks for, or its share of what is there. */
  branch(branch: Branch): Derivation;
  /** Flow of a rack that gives one, in m³/s: what it asks for, or its share of what is there; undefined where it gives none. */
  rack(rack: number): Derivation | undefined;
}

/** What the racks and branches of a fabric get of the flows they ask for. */
export function flowBalance(fabric: Fabric): FlowBalance {
  const onLoop = remembered((loop: Loop) =>
    shareOf(loopFlowAsSet(fabric, loop), takersOf(fabric, loop).asked, `flow taken from ${loop.name}`),
  );
  const after = remembered((before: Branch) => {
    const asked = fabric.branches.filter((each) => each.after === before.index).map((each) => flowAsSet(fabric, each));
    return shareOf(branch(before), asked, `flow taken downstream of ${before.name}`);
  });
  const within = remembered((parent: Branch) => {
    const { asked } = askedByRacks(fabric, parent.racks);
    return shareOf(branch(parent), asked, `flow taken by the racks of ${parent.name}`);
  });
  const branch: (branch: Branch) => Derivation = remembered((each: Branch) => {
    const before = fabric.branches[each.after];
    const loop = fabric.loops[each.loop];
    const share = before !== undefined ? after(before) : loop === undefined ? undefined : onLoop(loop);
    return partOf(flowAsSet(fabric, each), share);
  });
  const rack = (each: number): Derivation | undefined => {
    const own = ownFlowOf(fabric, each);
    if (own === undefined) return undefined;
    const parent = branchOfRack(fabric, each);
    if (parent !== undefined) return partOf(own, within(parent));
    const loop = fabric.loops[fabric.racks.loop[each] ?? -1];
    return partOf(own, loop === undefined ? undefined : onLoop(loop));
  };
  return { branch, rack };
}

/** The share of what is asked for that is there; undefined where all of it is. */
function shareOf(all: Derivation, asked: readonly Derivation[], label: string): Derivation | undefined {
  const taken = sum(label, 'volume flow', 'sum of what is asked for', asked);
  if (!exceeds(taken.value, all.value)) return undefined;
  return derived('share that there is', 'ratio', 'flow ÷ flow asked for', [all, taken], all.value / taken.value);
}

function partOf(asked: Derivation, share: Derivation | undefined): Derivation {
  if (share === undefined) return asked;
  const formula = 'flow asked for × share that there is';
  return derived(asked.label, 'volume flow', formula, [asked, share], asked.value * share.value);
}
