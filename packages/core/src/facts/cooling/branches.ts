// Branches of coolant loops: flow, heat and temperatures along the coolant's path.
//
// Every branch carries its heat with Q = ρ · cp · V̇ · ΔT, and passes its outlet on to the branch after it. Racks in series
// take the whole flow, each the outlet of the one before; racks in parallel share it.
import { type Derivation, derived, startPlus, stated, sum } from '../../figures/derivation.ts';
import { remembered } from '../../figures/remembered.ts';
import { type Branch, type Fabric, itemAt, type Loop } from '../../model/index.ts';
import type { CoolingLosses } from '../conditions/scenario.ts';
import type { FlowBalance } from './flow-balance.ts';
import { flowShareLeft } from './loop-flow.ts';
import { carriedHeat, headroomOf, returnLimitOf, riseFrom, supplyOf } from './loop-laws.ts';

export interface BranchFacts {
  /** Liquid heat of its racks, in W. */
  heat(branch: Branch): Derivation;
  /** In m³/s. */
  flow(branch: Branch): Derivation;
  /** Temperature of the coolant that enters it, in °C. */
  inlet(branch: Branch): Derivation;
  /** In K. */
  rise(branch: Branch): Derivation;
  /** Temperature of the coolant that leaves it, in °C. */
  outlet(branch: Branch): Derivation;
  /** Highest temperature allowed in its return, in °C: its own limit, or that of its loop. */
  returnLimit(branch: Branch): Derivation;
  /** Heat it can carry up to that limit, in W. */
  capacity(branch: Branch): Derivation;
  /** Share of that heat that isn't used. */
  headroom(branch: Branch): Derivation;
}

/** What branches are computed from. */
export interface BranchInputs {
  readonly fabric: Fabric;
  readonly losses: CoolingLosses;
  readonly balance: FlowBalance;
  /** Liquid heat of a rack, in W. */
  rackHeat(rack: number): Derivation;
}

/** The branches of the loops of a fabric. */
export function branchFacts(inputs: BranchInputs): BranchFacts {
  const { fabric, balance, rackHeat } = inputs;
  const loopOf = (branch: Branch): Loop => itemAt(fabric.loops, branch.loop);
  const flow = remembered((branch: Branch) => afterLosses(inputs, balance.branch(branch), loopOf(branch)));
  const heat = remembered((branch: Branch) =>
    sum(`liquid heat of ${branch.name}`, 'power', 'sum of its racks', [...branch.racks].map(rackHeat)),
  );
  const rise = remembered((branch: Branch) =>
    riseFrom(`rise of ${branch.name}`, { heat: heat(branch), flow: flow(branch), loop: loopOf(branch) }),
  );
  const inlet = (branch: Branch): Derivation => {
    const before = fabric.branches[branch.after];
    return before === undefined ? supplyOf(loopOf(branch)) : outlet(before);
  };
  const outlet: (branch: Branch) => Derivation = remembered((branch: Branch) =>
    startPlus(`return of ${branch.name}`, 'temperature', 'inlet + rise', [inlet(branch), rise(branch)]),
  );
  const returnLimit = (branch: Branch): Derivation =>
    branch.values.return === undefined
      ? returnLimitOf(loopOf(branch))
      : stated(`return limit of ${branch.name}`, 'temperature', branch.values.return, '');
  const capacity = (branch: Branch): Derivation =>
    carriedHeat(`heat ${branch.name} can carry`, {
      flow: flow(branch),
      from: inlet(branch),
      limit: returnLimit(branch),
      loop: loopOf(branch),
    });
  const headroom = (branch: Branch): Derivation => headroomOf(branch.name, heat(branch), capacity(branch));
  return { heat, flow, inlet, rise, outlet, returnLimit, capacity, headroom };
}

/** What remains of a flow as set, in m³/s, where CDUs or pumps of the loop have failed. */
export function afterLosses(
  inputs: Pick<BranchInputs, 'fabric' | 'losses'>,
  set: Derivation,
  loop: Loop | undefined,
): Derivation {
  const share = loop === undefined ? undefined : flowShareLeft(inputs, loop);
  if (share === undefined) return set;
  return derived(set.label, 'volume flow', 'flow as set × remaining share', [set, share], set.value * share.value);
}
