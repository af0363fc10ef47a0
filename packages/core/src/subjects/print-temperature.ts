// How findings give the temperature of coolant.
import { type Derivation, printApart, printValue } from '../figures/index.ts';
import type { Fabric } from '../model/index.ts';
import { rackSentence } from './naming.ts';

/** The sentence about racks whose coolant leaves without a limit to its temperature: nothing flows. */
export const withoutFlow = (fabric: Fabric, racks: readonly number[]): string =>
  `${rackSentence(fabric, racks, { one: 'gets', many: 'get' }, 'no coolant flow')} for the heat of ${racks.length === 1 ? 'its' : 'their'} devices.`;

/** What helps them. */
export const flowForAll = 'Raise the flow of the loop, or lower what its branches and other racks take.';

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
