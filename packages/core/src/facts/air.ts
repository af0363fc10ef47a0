// Air: what it carries away. Q = ρ · cp · V̇ · ΔT.
import { type Fabric, missingText, partOfRack, rackName } from '../model/index.ts';
import { type Derivation, derived, figure, stated, unknown } from './derivation.ts';

/** Density of air, in kg/m³, and its specific heat, in J/(kg·K): planning values of NVIDIA’s CDU notes, 150 CFM for each kW. */
const airDensity = 1.2;
const airHeat = 1005;

/** How much warmer a flow of air in m³/s gets from a heat in W, in K. */
export function airRise(label: string, heat: Derivation, flow: Derivation): Derivation {
  const density = figure('density of air', 'density', airDensity);
  const specific = figure('specific heat of air', 'specific heat', airHeat);
  return derived(
    label,
    'temperature difference',
    'heat ÷ (density × specific heat × airflow)',
    [heat, density, specific, flow],
    heat.value === 0 ? 0 : heat.value / (airDensity * airHeat * flow.value),
  );
}

/** Air that reaches a rack, in m³/s. */
export function rackAirflow(fabric: Fabric, rack: number): Derivation {
  const part = partOfRack(fabric, rack);
  const label = `air that reaches ${rackName(fabric, rack)}`;
  if (part === undefined) return unknown(label, 'volume flow', 'the type of the rack is unknown');
  return stated(label, 'volume flow', part.values.airflow, missingText(part, 'airflow'));
}

/** The most the air through a rack may warm, in K. */
export function rackAirLimit(fabric: Fabric, rack: number): Derivation {
  const part = partOfRack(fabric, rack);
  const label = `rise of the air allowed in ${rackName(fabric, rack)}`;
  if (part === undefined) return unknown(label, 'temperature difference', 'the type of the rack is unknown');
  return stated(label, 'temperature difference', part.values['air-rise'], missingText(part, 'air-rise', 'air rise'));
}
