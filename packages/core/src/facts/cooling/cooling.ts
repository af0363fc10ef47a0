// Cooling by liquid: loops, their branches, and the coolant in racks.
import { type Derivation, startPlus, sum } from '../../figures/derivation.ts';
import { type Loop, loopOfRack, rackName } from '../../model/index.ts';
import { inRacks } from '../placement/rack-contents.ts';
import { type BranchFacts, branchFacts } from './branches.ts';
import { type CdusLeft, cdusLeft } from './cdus.ts';
import type { CoolingInputs } from './cooling-inputs.ts';
import { flowBalance } from './flow-balance.ts';
import { loopFlow } from './loop-flow.ts';
import { loopCapacity, loopHeat, loopRise } from './loop-heat.ts';
import { headroomOf, supplyOf } from './loop-laws.ts';
import { type RackFlows, rackFlows } from './rack-flows.ts';

export interface CoolingFacts {
  /** Liquid heat of a rack, in W. */
  rackHeat(rack: number): Derivation;
  /** Air heat of a rack, in W. */
  rackAirHeat(rack: number): Derivation;
  /** Temperature of the coolant that leaves a rack, in °C; unknown where its flow or loop is. */
  rackReturn(rack: number): Derivation;
  /** Liquid heat of all racks on a loop, in W. */
  heat(loop: Loop): Derivation;
  /** What the loop circulates, in m³/s: its flow, or less where its CDUs deliver less. */
  flow(loop: Loop): Derivation;
  /** Temperature rise from supply to return, in K. */
  rise(loop: Loop): Derivation;
  /** Temperature of the return, in °C. */
  returnTemperature(loop: Loop): Derivation;
  /** Branches of loops, and the coolant in racks. */
  readonly branches: BranchFacts & RackFlows;
  /** Heat the loop can carry up to its return limit and its remaining CDUs can remove, in W. */
  capacity(loop: Loop): Derivation;
  /** Share of that heat that isn't used. */
  headroom(loop: Loop): Derivation;
  /** The remaining CDUs of a loop; undefined without CDUs. */
  cdus(loop: Loop): CdusLeft | undefined;
}

/** Cooling by liquid of a fabric. */
export function coolingFacts(inputs: CoolingInputs): CoolingFacts {
  const { fabric, heat, contents, losses } = inputs;
  const heatTo = (to: 'liquid' | 'air', rack: number): Derivation => {
    const each = (loopOfRack(fabric, rack) === undefined ? heat.onNoLoop : heat)[to];
    return sum(`${to} heat of ${rackName(fabric, rack)}`, 'power', 'sum of its devices', inRacks(contents, rack, each));
  };
  const rackHeat = (rack: number): Derivation => heatTo('liquid', rack);
  const balance = flowBalance(fabric);
  const branches = branchFacts({ fabric, losses, balance, rackHeat });
  const racks = rackFlows({ fabric, losses, balance, rackHeat, branches });
  return {
    rackHeat,
    rackAirHeat: (rack) => heatTo('air', rack),
    rackReturn: racks.rackReturn,
    branches: { ...branches, ...racks },
    heat: (loop) => loopHeat(inputs, loop),
    flow: (loop) => loopFlow(inputs, loop),
    rise: (loop) => loopRise(inputs, loop),
    returnTemperature: (loop) =>
      startPlus(`return of ${loop.name}`, 'temperature', 'supply + rise', [supplyOf(loop), loopRise(inputs, loop)]),
    capacity: (loop) => loopCapacity(inputs, loop),
    headroom: (loop) => headroomOf(loop.name, loopHeat(inputs, loop), loopCapacity(inputs, loop)),
    cdus: (loop) => cdusLeft(fabric, losses, loop),
  };
}
