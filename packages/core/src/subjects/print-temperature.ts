// How findings give the temperature of coolant.
import { type Derivation, printApart, printValue } from '../figures/index.ts';

/**
 * What follows `at`: `62.4 °C`, `62 °C or more`; in words where the coolant hardly flows.
 * @param limit from which it must differ in print where it differs
 */
export function printTemperature(value: Derivation, limit?: Derivation): string {
  if (Number.isNaN(value.value) && value.bounds !== undefined)
    return `${printValue(value, value.bounds.least)} or more`;
  if (value.value === Number.POSITIVE_INFINITY) return 'an unlimited temperature';
  return limit === undefined ? printValue(value) : printApart(value, limit)[0];
}
