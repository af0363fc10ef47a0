// Coolant loops: heat in, temperature rise, what the loop and its CDUs can still take.
//
// Q = ρ · cp · V̇ · ΔT, with ρ and cp of the coolant at its supply temperature.

import { type Derivation, derived, startPlus, stated, sum, times, unknown } from '../../figures/derivation.ts';
import type { Fabric, Loop } from '../../model/index.ts';
import { itemAt, rackName, signedAt } from '../../model/index.ts';
import { inRacks, type RackContents } from '../placement/rack-contents.ts';
import { losesCooling, type Scenario } from '../scenario.ts';
import { type BranchFacts, branchFacts, flowAsSet, type RackFlows } from './branches.ts';
import { type CdusLeft, cdusLeft } from './cdus.ts';
import { densityOf, specificHeatOf } from './coolant.ts';
import type { HeatFacts } from './heat.ts';

export interface CoolingFacts {
  /** Liquid heat of a rack, in W. */
  rackHeat(rack: number): Derivation;
  /** Air heat of a rack, in W. */
  rackAirHeat(rack: number): Derivation;
  /** Temperature of the coolant that leaves a rack, in °C; unknown where its flow or loop is. */
  rackReturn(rack: number): Derivation;
  /** Liquid heat of all racks on a loop, in W. */
  heat(loop: Loop): Derivation;
  /** What the loop circulates, in m³/s: its flow, or less when its CDUs give less. */
  flow(loop: Loop): Derivation;
  /** Temperature rise from supply to return, in K. */
  rise(loop: Loop): Derivation;
  /** Temperature of the return, in °C. */
  returnTemperature(loop: Loop): Derivation;
  /** Branches of loops, and what runs through racks. */
  readonly branches: BranchFacts & RackFlows;
  /** Heat the loop could carry up to its return limit and pass on by the CDUs that are left, in W. */
  capacity(loop: Loop): Derivation;
  /** Share of that heat that is not used. */
  headroom(loop: Loop): Derivation;
  /** What the CDUs of a loop give with their redundancy used up; undefined without CDUs. */
  cdus(loop: Loop): CdusLeft | undefined;
}

export function coolingFacts(fabric: Fabric, heat: HeatFacts, racks: RackContents, scenario: Scenario): CoolingFacts {
  const rackHeat = (rack: number): Derivation =>
    sum(`liquid heat of ${rackName(fabric, rack)}`, 'power', 'sum of its devices', inRacks(racks, rack, heat.liquid));

  const loopHeat = (loop: Loop): Derivation => {
    const terms: Derivation[] = [];
    const counts = new Map<number, number>();
    for (let rack = 0; rack < fabric.racks.count; rack++) {
      if (fabric.racks.loop[rack] !== loop.index) continue;
      for (const [index, count] of racks[rack] ?? []) counts.set(index, (counts.get(index) ?? 0) + count);
    }
    for (const [index, count] of counts) terms.push(times(count, itemAt(heat.liquid, index)));
    return sum(`liquid heat on ${loop.name}`, 'power', 'sum of the devices in its racks', terms);
  };

  const supply = (loop: Loop): Derivation =>
    stated(
      `supply of ${loop.name}`,
      'temperature',
      loop.values.supply,
      `the supply temperature of ${loop.name} is not said`,
    );

  /** ρ · cp of the loop's coolant at its supply temperature, as two terms. */
  const coolant = (loop: Loop): [Derivation, Derivation] => {
    const given = loop.values.coolant;
    if (given === undefined) {
      const why = `the coolant of ${loop.name} is not said`;
      return [unknown('density', 'density', why), unknown('specific heat', 'specific heat', why)];
    }
    if (loop.values.supply === undefined) {
      const why = `the supply temperature of ${loop.name} is not said`;
      return [unknown('density', 'density', why), unknown('specific heat', 'specific heat', why)];
    }
    const at = loop.values.supply.value;
    return [densityOf(given.value, at), specificHeatOf(given.value, at)];
  };

  const cdus = (loop: Loop): CdusLeft | undefined => cdusLeft(fabric, scenario, loop);

  /** What the loop is set to: as it says, or what its branches take where they hold all its racks. */
  const flowSet = (loop: Loop): Derivation => {
    const label = `flow of ${loop.name}`;
    const own = fabric.branches.filter((each) => each.loop === loop.index);
    const whole =
      own.length > 0 &&
      fabric.racks.loop.every((each, rack) => each !== loop.index || signedAt(fabric.racks.branch, rack) >= 0);
    if (loop.values.flow !== undefined || !whole)
      return stated(label, 'volume flow', loop.values.flow, `the flow of ${loop.name} is not said`);
    return sum(
      label,
      'volume flow',
      'sum of its branches',
      own.filter((each) => each.after < 0).map((each) => flowAsSet(fabric, each)),
    );
  };

  /** What the loop is set to, or less where the CDUs that are left give less. */
  const flowLeft = (loop: Loop): Derivation => {
    const set = flowSet(loop);
    const pumped = cdus(loop)?.flow;
    if (pumped === undefined || !(pumped.value < set.value)) return set;
    return derived(`flow of ${loop.name}`, 'volume flow', 'what the CDUs left give', [pumped], pumped.value);
  };

  const flow = (loop: Loop): Derivation => (losesCooling(scenario) ? flowLeft(loop) : flowSet(loop));

  const riseBy = (label: string, heatIn: Derivation, flowIn: Derivation, loop: Loop): Derivation => {
    const [density, specificHeat] = coolant(loop);
    const value = heatIn.value === 0 ? 0 : heatIn.value / (density.value * specificHeat.value * flowIn.value);
    return derived(
      label,
      'temperature difference',
      'heat ÷ (density × specific heat × flow)',
      [heatIn, density, specificHeat, flowIn],
      value,
    );
  };

  const rise = (loop: Loop): Derivation => {
    const left = losesCooling(scenario) ? cdus(loop)?.heat : undefined;
    const heatIn = loopHeat(loop);
    if (left !== undefined && heatIn.value > left.value) {
      // More heat comes in than the CDUs pass on: the loop warms until something stops.
      return derived(
        `rise of ${loop.name}`,
        'temperature difference',
        'heat is more than the CDUs left pass on',
        [heatIn, left],
        Number.POSITIVE_INFINITY,
      );
    }
    return riseBy(`rise of ${loop.name}`, heatIn, flow(loop), loop);
  };

  const returnLimit = (loop: Loop): Derivation =>
    stated(
      `return limit of ${loop.name}`,
      'temperature',
      loop.values.return,
      `the return limit of ${loop.name} is not said`,
    );

  /** Heat a flow carries between two temperatures, in W; none where it is too warm before it starts. */
  const carried = (label: string, limit: Derivation, from: Derivation, flowIn: Derivation, loop: Loop): Derivation => {
    const [density, specificHeat] = coolant(loop);
    const allowed = limit.value - from.value;
    const span = derived(
      'rise allowed',
      'temperature difference',
      from.label.startsWith('supply') ? 'return limit − supply' : 'return limit − inlet',
      [limit, from],
      allowed,
    );
    const value = density.value * specificHeat.value * flowIn.value * Math.max(0, span.value);
    const formula = 'density × specific heat × flow × rise allowed';
    return derived(label, 'power', formula, [density, specificHeat, flowIn, span], value);
  };

  const capacity = (loop: Loop): Derivation => {
    const label = `heat ${loop.name} can carry`;
    const can = carried(label, returnLimit(loop), supply(loop), flowLeft(loop), loop);
    const passed = cdus(loop)?.heat;
    if (passed === undefined || !(passed.value < can.value)) return can;
    return derived(label, 'power', 'what its CDUs pass on, less than its flow carries', [passed, can], passed.value);
  };

  const headroomOf = (name: string, used: Derivation, can: Derivation): Derivation =>
    derived(
      `headroom of ${name}`,
      'ratio',
      '1 − heat ÷ heat it can carry',
      [used, can],
      can.value === 0 && used.value === 0 ? 0 : 1 - used.value / can.value,
    );

  const branches = branchFacts(fabric, {
    rackHeat,
    supply,
    flowSet,
    left: (loop) => {
      const [set, now] = [flowSet(loop), flow(loop)];
      if (!(now.value < set.value)) return undefined;
      return derived(
        'share of the flow that is left',
        'ratio',
        'flow left ÷ flow that is set',
        [now, set],
        now.value / set.value,
      );
    },
    rise: (label, heatIn, flowIn, loop) => riseBy(label, heatIn, flowIn, loop),
    returnLimit,
    carried,
    headroom: headroomOf,
  });

  const returnOf = (label: string, loop: Loop, risen: Derivation): Derivation =>
    startPlus(label, 'temperature', 'supply + rise', [supply(loop), risen]);

  return {
    rackHeat,
    rackAirHeat: (rack) =>
      sum(`air heat of ${rackName(fabric, rack)}`, 'power', 'sum of its devices', inRacks(racks, rack, heat.air)),
    rackReturn: branches.rackReturn,
    branches,
    heat: loopHeat,
    flow,
    rise,
    returnTemperature: (loop) => returnOf(`return of ${loop.name}`, loop, rise(loop)),
    capacity,
    headroom: (loop) => headroomOf(loop.name, loopHeat(loop), capacity(loop)),
    cdus,
  };
}
