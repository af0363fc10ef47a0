// Coolant loops: heat in, temperature rise, what the loop and its CDUs can still take.
//
// Q = ρ · cp · V̇ · ΔT, with ρ and cp of the coolant at its supply temperature.
import type { Fabric, Loop } from '../model/index.ts';
import { cduName, isPart, rackName } from '../model/index.ts';
import { densityOf, specificHeatOf } from './coolant.ts';
import { type Derivation, derived, figure, stated, sum, times, unknown } from './derivation.ts';
import type { HeatFacts } from './heat.ts';
import { inRacks, type RackContents } from './rack-contents.ts';
import type { Scenario } from './scenario.ts';

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
  /** Heat the loop could carry up to its return limit, in W. */
  capacity(loop: Loop): Derivation;
  /** Share of that heat that is not used. */
  headroom(loop: Loop): Derivation;
  /** Heat and flow the CDUs of a loop give with their redundancy used up; undefined without CDUs. */
  cdus(
    loop: Loop,
  ): { readonly heat: Derivation; readonly flow: Derivation; readonly left: number; readonly all: number } | undefined;
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

  const cdus = (loop: Loop): ReturnType<CoolingFacts['cdus']> => {
    const from = loop.values.from;
    if (from === undefined || from.value.selection.ids.length === 0) return undefined;
    const ids = [...from.value.selection.ids].filter((id) => !scenario.cdus.has(id));
    const redundancy = from.value.redundancy;
    // A scenario says what is lost; otherwise the redundancy does.
    const lost =
      scenario.cdus.size > 0 || redundancy === undefined
        ? 0
        : 'mirrored' in redundancy
          ? Math.floor(ids.length / 2)
          : redundancy.spare;
    const left = Math.max(0, ids.length - lost);
    const give = (property: 'capacity' | 'flow', dimension: 'power' | 'volume flow'): Derivation => {
      const each = ids.map((id) => cduValue(fabric, id, property, dimension));
      // The units that are lost are the ones that give most.
      const kept = each.sort((a, b) => a.value - b.value).slice(0, left);
      const label =
        lost === 0
          ? `what the ${left} CDUs of ${loop.name} give`
          : `what ${left} of the ${ids.length} CDUs of ${loop.name} give`;
      const total = sum(label, dimension, 'sum of the CDUs left', [...kept]);
      return { ...total, origin: from.origin };
    };
    return {
      heat: give('capacity', 'power'),
      flow: give('flow', 'volume flow'),
      left,
      all: from.value.selection.ids.length,
    };
  };

  const flow = (loop: Loop): Derivation => {
    const set = stated(`flow of ${loop.name}`, 'volume flow', loop.values.flow, `the flow of ${loop.name} is not said`);
    const pumped = scenario.cdus.size > 0 ? cdus(loop)?.flow : undefined;
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
    const left = scenario.cdus.size > 0 ? cdus(loop)?.heat : undefined;
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

  const capacity = (loop: Loop): Derivation => {
    const [density, specificHeat] = coolant(loop);
    const limit = stated(
      `return limit of ${loop.name}`,
      'temperature',
      loop.values.return,
      `the return limit of ${loop.name} is not said`,
    );
    const from = supply(loop);
    const span = derived(
      'rise allowed',
      'temperature difference',
      'return limit − supply',
      [limit, from],
      limit.value - from.value,
    );
    const flowIn = flow(loop);
    const value = density.value * specificHeat.value * flowIn.value * span.value;
    return derived(
      `heat ${loop.name} can carry`,
      'power',
      'density × specific heat × flow × rise allowed',
      [density, specificHeat, flowIn, span],
      value,
    );
  };

  const returnOf = (label: string, loop: Loop, risen: Derivation): Derivation => {
    const from = supply(loop);
    return derived(label, 'temperature', 'supply + rise', [from, risen], from.value + risen.value);
  };

  return {
    rackHeat,
    rackAirHeat: (rack) =>
      sum(`air heat of ${rackName(fabric, rack)}`, 'power', 'sum of its devices', inRacks(racks, rack, heat.air)),
    rackReturn(rack) {
      const label = `return of ${rackName(fabric, rack)}`;
      const loop = fabric.loops[fabric.racks.loop[rack] as number];
      if (loop === undefined) return unknown(label, 'temperature', `${rackName(fabric, rack)} is on no loop`);
      const flowIn = fabric.racks.flow[rack] as number;
      const through = Number.isNaN(flowIn)
        ? unknown(
            `flow of ${rackName(fabric, rack)}`,
            'volume flow',
            `the flow of ${rackName(fabric, rack)} is not said`,
          )
        : figure(
            `flow of ${rackName(fabric, rack)}`,
            'volume flow',
            flowIn,
            fabric.blocks[fabric.racks.block[rack] as number]?.origin,
          );
      return returnOf(label, loop, riseBy(`rise of ${rackName(fabric, rack)}`, rackHeat(rack), through, loop));
    },
    heat: loopHeat,
    flow,
    rise,
    returnTemperature: (loop) => returnOf(`return of ${loop.name}`, loop, rise(loop)),
    capacity,
    headroom(loop) {
      const can = capacity(loop);
      const used = loopHeat(loop);
      return derived(
        `headroom of ${loop.name}`,
        'ratio',
        '1 − heat ÷ heat it can carry',
        [used, can],
        1 - used.value / can.value,
      );
    },
    cdus,
  };
}

function cduValue(
  fabric: Fabric,
  cdu: number,
  property: 'capacity' | 'flow',
  dimension: 'power' | 'volume flow',
): Derivation {
  const part = fabric.blocks[fabric.cdus.block[cdu] as number]?.part;
  const given = part !== undefined && isPart(part, 'cdu') ? part.values[property] : undefined;
  return stated(
    `${property} of ${cduName(fabric, cdu)}`,
    dimension,
    given,
    `the ${property} of ${part?.name ?? cduName(fabric, cdu)} is not said`,
  );
}
