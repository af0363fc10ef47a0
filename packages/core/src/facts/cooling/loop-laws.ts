// What a flow of the coolant of a loop does with heat: Q = ρ · cp · V̇ · ΔT, with ρ and cp at the supply temperature of the loop.
import { atLeast, type Derivation, derived, stated, unknown } from '../../figures/derivation.ts';
import { type Loop, missingOf } from '../../model/index.ts';
import { densityOf, specificHeatOf } from './coolant.ts';

/** Supply temperature of a loop, in °C. */
export function supplyOf(loop: Loop): Derivation {
  return stated(`supply of ${loop.name}`, 'temperature', loop.values.supply, missingOf('loop', loop, 'supply'));
}

/** Highest temperature allowed in the return of a loop, in °C. */
export function returnLimitOf(loop: Loop): Derivation {
  return stated(`return limit of ${loop.name}`, 'temperature', loop.values.return, missingOf('loop', loop, 'return'));
}

/** ρ and cp of the coolant of a loop at its supply temperature, in kg/m³ and J/(kg·K). */
function coolantOf(loop: Loop): readonly [density: Derivation, specificHeat: Derivation] {
  const { coolant, supply } = loop.values;
  if (coolant === undefined || supply === undefined) {
    const why = missingOf('loop', loop, coolant === undefined ? 'coolant' : 'supply');
    return [unknown('density', 'density', why), unknown('specific heat', 'specific heat', why)];
  }
  return [densityOf(coolant.value, supply.value), specificHeatOf(coolant.value, supply.value)];
}

/** How much a heat in W warms a flow in m³/s, in K. */
export function riseFrom(
  label: string,
  { heat, flow, loop }: { readonly heat: Derivation; readonly flow: Derivation; readonly loop: Loop },
): Derivation {
  const [density, specificHeat] = coolantOf(loop);
  const carried = density.value * specificHeat.value * flow.value;
  const value = heat.value === 0 ? 0 : heat.value / carried;
  const formula = 'heat ÷ (density × specific heat × flow)';
  const rise = derived(label, 'temperature difference', formula, [heat, density, specificHeat, flow], value);
  // The known part of a heat warms the coolant for certain.
  return atLeast(rise, heat.known / carried);
}

/** A flow of the coolant of a loop that may warm up. */
export interface Warming {
  /** In m³/s. */
  readonly flow: Derivation;
  /** Temperature at which it starts, in °C. */
  readonly from: Derivation;
  /** Highest temperature allowed, in °C. */
  readonly limit: Derivation;
  readonly loop: Loop;
}

/** Heat a flow carries until it is as warm as allowed, in W; none where it starts warmer. */
export function carriedHeat(label: string, { flow, from, limit, loop }: Warming): Derivation {
  const [density, specificHeat] = coolantOf(loop);
  const span = derived(
    'rise allowed',
    'temperature difference',
    from.label.startsWith('supply') ? 'return limit − supply' : 'return limit − inlet',
    [limit, from],
    limit.value - from.value,
  );
  const value = density.value * specificHeat.value * flow.value * Math.max(0, span.value);
  const formula = 'density × specific heat × flow × rise allowed';
  return derived(label, 'power', formula, [density, specificHeat, flow, span], value);
}

/** Share of the heat that can be carried that isn't used. */
export function headroomOf(name: string, used: Derivation, can: Derivation): Derivation {
  const value = can.value === 0 && used.value === 0 ? 0 : 1 - used.value / can.value;
  const headroom = derived(`headroom of ${name}`, 'ratio', '1 − heat ÷ heat it can carry', [used, can], value);
  const most = 1 - used.known / can.value;
  // With the known part of the heat, no more than that is free.
  return Number.isNaN(value) && used.known > 0 && !Number.isNaN(most)
    ? { ...headroom, bounds: { least: Number.NEGATIVE_INFINITY, most } }
    : headroom;
}
