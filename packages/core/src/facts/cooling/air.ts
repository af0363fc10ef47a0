// Air cooling: Q = ρ · cp · V̇ · ΔT.

import { type Derivation, derived, figure, stated, sum, unknown } from '../../figures/derivation.ts';
import { type Fabric, missingIn, partOfRack, rackName, rowOfRack } from '../../model/index.ts';
import type { DeviceClasses } from '../classes/device-classes.ts';
import { inRacks, type RackContents } from '../placement/rack-contents.ts';

/** Density of air, in kg/m³, and its specific heat, in J/(kg·K): planning values of NVIDIA's CDU notes, 150 CFM for each kW. */
const airDensity = 1.2;
const airHeat = 1005;
const planning = { kind: 'source', text: 'NVIDIA CDU notes, 150 CFM for each kW' } as const;

/** The same as terms. */
const ofAir: readonly [density: Derivation, specificHeat: Derivation] = [
  { ...figure('density of air', 'density', airDensity), provenance: planning },
  { ...figure('specific heat of air', 'specific heat', airHeat), provenance: planning },
];

/** Temperature rise of an airflow in m³/s from a heat in W, in K. */
export function airRise(label: string, heat: Derivation, flow: Derivation): Derivation {
  return derived(
    label,
    'temperature difference',
    'heat ÷ (density × specific heat × airflow)',
    [heat, ...ofAir, flow],
    heat.value === 0 ? 0 : heat.value / (airDensity * airHeat * flow.value),
  );
}

/** Air that carries a heat in W with a rise in K, in m³/s: CFM = 1.757 × W ÷ K. */
export function airNeed(label: string, heat: Derivation, rise: Derivation): Derivation {
  const carries = airDensity * airHeat * rise.value;
  const need = derived(
    label,
    'volume flow',
    'heat ÷ (density × specific heat × rise allowed)',
    [heat, ...ofAir, rise],
    heat.value === 0 ? 0 : heat.value / carries,
  );
  // The known part of a heat is a lower bound on the air it needs.
  const known = Number.isNaN(need.value) && !Number.isNaN(carries) ? { known: heat.known / carries } : {};
  return { ...need, ...known, unit: 'CFM' };
}

/** Airflow a rack needs so that the air warms no more than is allowed, in m³/s. */
export function rackAirNeed(fabric: Fabric, rack: number, heat: Derivation): Derivation {
  return airNeed(`air that ${rackName(fabric, rack)} needs`, heat, rackAirLimit(fabric, rack));
}

/** Air that the racks of each row need, in m³/s, by the number of the row. */
export function rowAirNeeds(
  fabric: Fabric,
  heatOf: (rack: number) => Derivation,
): { readonly row: number; readonly need: Derivation; readonly racks: readonly number[] }[] {
  const rows = new Map<number, number[]>();
  for (let rack = 0; rack < fabric.racks.count; rack++) {
    const row = rowOfRack(fabric, rack);
    if (row === 0) continue;
    const known = rows.get(row);
    if (known === undefined) rows.set(row, [rack]);
    else known.push(rack);
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, racks]) => {
      const needs = racks.map((rack) => rackAirNeed(fabric, rack, heatOf(rack)));
      const need = { ...sum(`air that row ${row} needs`, 'volume flow', 'sum of its racks', needs), unit: 'CFM' };
      return { row, need, racks };
    });
}

/** Air that reaches a rack, in m³/s. */
export function rackAirflow(fabric: Fabric, rack: number): Derivation {
  const part = partOfRack(fabric, rack);
  const label = `air that reaches ${rackName(fabric, rack)}`;
  if (part === undefined) return unknown(label, 'volume flow', 'the type of the rack is unknown');
  return { ...stated(label, 'volume flow', part.values.airflow, missingIn(part, 'airflow')), unit: 'CFM' };
}

/** Largest temperature rise of the air through a rack, in K. */
export function rackAirLimit(fabric: Fabric, rack: number): Derivation {
  const part = partOfRack(fabric, rack);
  const label = `rise of the air allowed in ${rackName(fabric, rack)}`;
  if (part === undefined) return unknown(label, 'temperature difference', 'the type of the rack is unknown');
  return stated(label, 'temperature difference', part.values['air-rise'], missingIn(part, 'air-rise'));
}

/** What the air that devices move is added up from. */
export interface AirMovedInputs {
  readonly fabric: Fabric;
  readonly devices: DeviceClasses;
  readonly contents: RackContents;
}

/** Air that the fans of the devices in a rack move, in m³/s. */
export function rackAirMoved({ fabric, devices, contents }: AirMovedInputs, rack: number): Derivation {
  const each = devices.classes.map(({ part }) =>
    part === undefined
      ? unknown('airflow', 'volume flow', 'the type is unknown')
      : stated(`airflow of ${part.name}`, 'volume flow', part.values.airflow, missingIn(part, 'airflow')),
  );
  const label = `air that the devices in ${rackName(fabric, rack)} move`;
  return { ...sum(label, 'volume flow', 'sum of its devices', inRacks(contents, rack, each)), unit: 'CFM' };
}
