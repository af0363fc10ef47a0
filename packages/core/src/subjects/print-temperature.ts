// How findings give the temperature of coolant.
import { type Derivation, printValue } from '../figures/index.ts';

/** What follows `at`: `62.4 °C`, `62 °C or more`; in words where the coolant hardly flows. */
export function printTemperature(value: Derivation): string {
  if (Number.isNaN(value.value) && value.bounds !== undefined)
    return `${printValue(value, value.bounds.least)} or more`;
  return value.value === Number.POSITIVE_INFINITY ? 'an unlimited temperature' : printValue(value);
}
