// Coolant loops: heat in, temperature rise, what the loop and its CDUs can still take.
//
// Q = ρ · cp · V̇ · ΔT, with ρ and cp of the coolant at its supply temperature.
import type { Fabric, Loop } from '../../model/index.ts';
import { cduName, partOfCdu, rackName } from '../../model/index.ts';
import { type Derivation, derived, figure, stated, sum, times, unknown } from '../derivation.ts';
import { inRacks, type RackContents } from '../placement/rack-contents.ts';
import { losesCooling, type Scenario } from '../scenario.ts';
import { type BranchFacts, branchFacts, flowAsSet, type RackFlows } from './branches.ts';
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
  /** Heat the loop could carry up to its return limit and pass on by the CDUs that run, in W. */
  capacity(loop: Loop): Derivation;
  /** Share of that heat that is not used. */
  headroom(loop: Loop): Derivation;
  /** What the CDUs of a loop give with their redundancy used up; undefined without CDUs. */
  cdus(loop: Loop): CdusLeft | undefined;
}

/** The CDUs of a loop that are left when those it may lose are lost. */
export interface CdusLeft {
  /** Heat they pass on, in W. */
  readonly heat: Derivation;
  /** Flow they give, in m³/s. */
  readonly flow: Derivation;
  /** Heat all that have not failed pass on, whatever may be lost, in W. */
  readonly heatOfRunning: Derivation;
  readonly left: number;
  readonly all: number;
  /** Those that have not failed. */
  readonly running: readonly number[];
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
    for (const [index, count] of counts) terms.push(times(count, heat.liquid[index] as Derivation));
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

  const cdus = (loop: Loop): CdusLeft | undefined => {
    const from = loop.values.from;
    if (from === undefined || from.value.selection.ids.length === 0) return undefined;
    const ids = [...from.value.selection.ids].filter((id) => !scenario.cdus.has(id));
    const redundancy = from.value.redundancy;
    // A scenario says what is lost; otherwise the redundancy does.
    const lost =
      losesCooling(scenario) || redundancy === undefined
        ? 0
        : 'mirrored' in redundancy
          ? Math.floor(ids.length / 2)
          : redundancy.spare;
    const left = Math.max(0, ids.length - lost);
    const give = (property: 'capacity' | 'flow', dimension: 'power' | 'volume flow', count = left): Derivation => {
      const each = ids.map((id) => {
        const value = cduValue(fabric, id, property, dimension);
        return property === 'flow' ? withPumpsLost(fabric, id, value, scenario.pumps.get(id) ?? 0) : value;
      });
      // The units that are lost are the ones that give most.
      const kept = each.sort((a, b) => a.value - b.value).slice(0, count);
      const label =
        count === ids.length
          ? `what the ${count} CDUs of ${loop.name} give`
          : `what ${count} of the ${ids.length} CDUs of ${loop.name} give`;
      const total = sum(label, dimension, 'sum of the CDUs left', [...kept]);
      return { ...total, origin: from.origin };
    };
    return {
      heat: give('capacity', 'power'),
      flow: give('flow', 'volume flow'),
      heatOfRunning: give('capacity', 'power', ids.length),
      left,
      all: from.value.selection.ids.length,
      running: ids,
    };
  };

  /** What the loop is set to: as it says, or what its branches take where they hold all its racks. */
  const flowSet = (loop: Loop): Derivation => {
    const label = `flow of ${loop.name}`;
    const own = fabric.branches.filter((each) => each.loop === loop.index);
    const whole =
      own.length > 0 &&
      fabric.racks.loop.every((each, rack) => each !== loop.index || (fabric.racks.branch[rack] as number) >= 0);
    if (loop.values.flow !== undefined || !whole)
      return stated(label, 'volume flow', loop.values.flow, `the flow of ${loop.name} is not said`);
    return sum(
      label,
      'volume flow',
      'sum of its branches',
      own.filter((each) => each.after < 0).map((each) => flowAsSet(fabric, each)),
    );
  };

  const flow = (loop: Loop): Derivation => {
    const set = flowSet(loop);
    const pumped = losesCooling(scenario) ? cdus(loop)?.flow : undefined;
    if (pumped === undefined || !(pumped.value < set.value)) return set;
    return derived(`flow of ${loop.name}`, 'volume flow', 'what the CDUs left give', [pumped], pumped.value);
  };

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
    const can = carried(label, returnLimit(loop), supply(loop), flow(loop), loop);
    const passed = cdus(loop)?.heatOfRunning;
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

  const returnOf = (label: string, loop: Loop, risen: Derivation): Derivation => {
    const from = supply(loop);
    return derived(label, 'temperature', 'supply + rise', [from, risen], from.value + risen.value);
  };

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

function cduValue(
  fabric: Fabric,
  cdu: number,
  property: 'capacity' | 'flow',
  dimension: 'power' | 'volume flow',
): Derivation {
  const part = partOfCdu(fabric, cdu);
  const given = part?.values[property];
  return stated(
    `${property} of ${cduName(fabric, cdu)}`,
    dimension,
    given,
    `the ${property} of ${part?.name ?? cduName(fabric, cdu)} is not said`,
  );
}

/** What the pumps left give: all of it while those lost are spare ones, then so much less as there are fewer. */
function withPumpsLost(fabric: Fabric, cdu: number, flow: Derivation, lost: number): Derivation {
  const pumps = partOfCdu(fabric, cdu)?.values.pumps;
  if (lost === 0 || pumps === undefined) return flow;
  const { count, redundancy } = pumps.value;
  const spare = redundancy === undefined ? 0 : 'mirrored' in redundancy ? Math.floor(count / 2) : redundancy.spare;
  const left = figure('pumps left', 'count', Math.max(0, count - lost), pumps.origin);
  const needed = figure('pumps that give the flow', 'count', Math.max(1, count - spare), pumps.origin);
  const share = Math.min(1, left.value / needed.value);
  return derived(
    flow.label,
    'volume flow',
    'flow × pumps left ÷ pumps that give it',
    [flow, left, needed],
    flow.value * share,
  );
}
