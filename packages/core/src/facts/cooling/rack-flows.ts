// The coolant in single racks: flow, and temperatures where it enters and leaves.
import { type Derivation, derived, figure, startPlus, sum, unknown } from '../../figures/derivation.ts';
import { remembered } from '../../figures/remembered.ts';
import {
  type Branch,
  branchOfRack,
  type Loop,
  loopOfRack,
  missingText,
  partOfRack,
  rackName,
} from '../../model/index.ts';
import { takersOf } from './branch-flow.ts';
import { afterLosses, type BranchFacts, type BranchInputs } from './branches.ts';
import { loopFlowAsSet } from './loop-flow.ts';
import { riseFrom, supplyOf } from './loop-laws.ts';

export interface RackFlows {
  /** In m³/s; unknown where none is given and none follows. */
  rackFlow(rack: number): Derivation;
  /** In °C. */
  rackInlet(rack: number, loop: Loop): Derivation;
  /** In °C. */
  rackReturn(rack: number): Derivation;
}

/** What the coolant in racks is computed from. */
export interface RackFlowInputs extends BranchInputs {
  readonly branches: BranchFacts;
}

/** The coolant in the racks of a fabric. */
export function rackFlows(inputs: RackFlowInputs): RackFlows {
  const { fabric, balance, branches, rackHeat } = inputs;
  const share = remembered((branch: Branch) => shareOfBranch(inputs, branch));
  const shareOnLoop = remembered((loop: Loop) => shareOfLoop(inputs, loop));

  const rackFlow = (rack: number): Derivation => {
    const label = `flow of ${rackName(fabric, rack)}`;
    const branch = branchOfRack(fabric, rack);
    const own = balance.rack(rack);
    const loop = loopOfRack(fabric, rack);
    if (branch?.order === 'series') return { ...branches.flow(branch), label };
    if (own !== undefined) return afterLosses(inputs, own, loop);
    if (branch !== undefined) return { ...share(branch), label };
    return loop === undefined
      ? unknown(
          label,
          'volume flow',
          missingText({ name: rackName(fabric, rack), unknowns: partOfRack(fabric, rack)?.unknowns ?? {} }, 'flow'),
        )
      : { ...shareOnLoop(loop), label };
  };

  const rackInlet = (rack: number, loop: Loop): Derivation => {
    const branch = branchOfRack(fabric, rack);
    if (branch === undefined) return supplyOf(loop);
    const before = branch.order === 'series' ? branch.racks[branch.racks.indexOf(rack) - 1] : undefined;
    return before === undefined ? branches.inlet(branch) : rackReturn(before);
  };

  const rackReturn: (rack: number) => Derivation = remembered((rack: number) => {
    const name = rackName(fabric, rack);
    const loop = loopOfRack(fabric, rack);
    if (loop === undefined) return unknown(`return of ${name}`, 'temperature', `${name} isn't on a loop`);
    const from = rackInlet(rack, loop);
    const by = riseFrom(`rise of ${name}`, { heat: rackHeat(rack), flow: rackFlow(rack), loop });
    const formula = branchOfRack(fabric, rack) === undefined ? 'supply + rise' : 'inlet + rise';
    return startPlus(`return of ${name}`, 'temperature', formula, [from, by]);
  });

  return { rackFlow, rackInlet, rackReturn };
}

/** Flow of a rack in parallel that gives none itself: an equal share of what the others leave. */
function shareOfBranch(inputs: RackFlowInputs, branch: Branch): Derivation {
  const { balance, branches } = inputs;
  const given = [...branch.racks].map((each) => balance.rack(each)).filter((each) => each !== undefined);
  const open = branch.racks.length - given.length;
  const all = branches.flow(branch);
  const count = openRacks(open);
  if (given.length === 0)
    return derived('', 'volume flow', 'flow of the branch ÷ its racks', [all, count], all.value / open);
  const taken = sum('flow of the others', 'volume flow', 'sum of racks', given);
  return shareOfRest(all, afterLosses(inputs, taken, inputs.fabric.loops[branch.loop]), count);
}

/** The same for a rack without a branch: of what the branches of its loop and the racks with a flow of their own leave. */
function shareOfLoop(inputs: RackFlowInputs, loop: Loop): Derivation {
  const { fabric } = inputs;
  const { asked: others, open } = takersOf(fabric, loop);
  const all = loopFlowAsSet(fabric, loop);
  const count = openRacks(open);
  const set =
    others.length === 0
      ? derived('', 'volume flow', 'flow of the loop ÷ its racks', [all, count], all.value / open)
      : shareOfRest(all, sum('flow of the others', 'volume flow', 'sum of branches and racks', others), count);
  return afterLosses(
    inputs,
    open === 1 && others.length === 0 ? all : { ...set, label: 'share of the flow as set' },
    loop,
  );
}

function openRacks(count: number): Derivation {
  return figure('racks without a flow of their own', 'count', count);
}

/** What the others leave of a flow to each rack without a flow of its own, in m³/s. */
function shareOfRest(all: Derivation, taken: Derivation, count: Derivation): Derivation {
  const rest = Math.max(0, all.value - taken.value);
  return derived('', 'volume flow', 'rest of the flow ÷ racks', [all, taken, count], rest / count.value);
}
