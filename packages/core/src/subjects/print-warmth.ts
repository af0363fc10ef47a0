// How findings speak of how warm coolant gets.
import { type Derivation, printValue } from '../figures/index.ts';

/** `62.4 °C`, or `62 °C or more`; of coolant that hardly flows, in words that go on after `at`. */
export function printWarmth(value: Derivation): string {
  if (Number.isNaN(value.value) && value.bounds !== undefined)
    return `${printValue(value, value.bounds.least)} or more`;
  return value.value === Number.POSITIVE_INFINITY ? 'a temperature without bound' : printValue(value);
}
