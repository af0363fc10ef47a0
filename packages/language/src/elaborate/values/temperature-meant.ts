// Kelvin and degrees: a temperature is given in °C, a difference of temperatures in K.
import type { Dimension } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import type { Value } from '../scope/value.ts';

/** 0 °C in K. */
const zeroCelsius = 273.15;
/** Coolant and air are colder than this many °C, and no colder than this many K. */
const lowestAbsolute = 200;

/**
 * The quantity that was meant where a temperature is given in K, or a difference in °C: `40 °C` for `40 K`, and for `313.15 K`; `10 K`
 * for `10 °C`. Undefined where it is something else, or isn't written there.
 */
export function temperatureMeant(value: Value, written: ast.Expression, dimension: Dimension): string | undefined {
  if (value.kind !== 'quantity' || written.$type !== 'Quantity') return undefined;
  if (dimension === 'temperature' && value.dimension === 'temperature difference') {
    const celsius = value.value >= lowestAbsolute ? value.value - zeroCelsius : value.value;
    return `${Number(celsius.toFixed(2))} °C`;
  }
  if (dimension === 'temperature difference' && value.dimension === 'temperature')
    return `${Number(value.value.toFixed(2))} K`;
  return undefined;
}
