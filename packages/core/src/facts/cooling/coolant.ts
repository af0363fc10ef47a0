// Properties of a coolant at a temperature.

import { type Derivation, unknown } from '../../figures/derivation.ts';
import { missingIn, type Part, type TableRow } from '../../model/index.ts';
import type { Dimension } from '../../units/index.ts';
import { interpolate } from './table.ts';

/** Density of a coolant at a temperature in °C, in kg/m³. */
export function densityOf(coolant: Part<'coolant'>, temperature: number): Derivation {
  return lookUp(coolant, 'density', 'density', temperature);
}

/** Specific heat of a coolant at a temperature in °C, in J/(kg·K). */
export function specificHeatOf(coolant: Part<'coolant'>, temperature: number): Derivation {
  return lookUp(coolant, 'specific-heat', 'specific heat', temperature);
}

function lookUp(
  coolant: Part<'coolant'>,
  property: 'density' | 'specific-heat',
  dimension: Dimension,
  temperature: number,
): Derivation {
  const label = `${dimension} of ${coolant.name}`;
  const given = coolant.values[property];
  if (given === undefined) return unknown(label, dimension, missingIn(coolant, property));
  const rows = given.value as readonly TableRow<Dimension, 'temperature'>[];
  const value = interpolate(rows, temperature);
  const at = Number.isNaN(temperature) ? '' : ` at ${temperature} °C`;
  if (Number.isNaN(value) && Number.isNaN(temperature))
    return unknown(label, dimension, `the temperature of ${coolant.name} is unknown`);
  if (Number.isNaN(value)) {
    const text = `the table of ${coolant.name} does not reach ${temperature} °C`;
    return unknown(label + at, dimension, { ...missingIn(coolant, property), text });
  }
  return {
    label: label + at,
    dimension,
    value,
    known: value,
    terms: [],
    origin: given.origin,
    provenance: given.provenance,
  };
}
