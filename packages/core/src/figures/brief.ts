// Values where room is short, in drawings, lenses and status bars: powers of halls in MW. Elsewhere they keep their digits in kW.
import { printQuantity } from '../units/index.ts';
import { type Derivation, leastOf, printValue } from './derivation.ts';

/** Powers from here on are in MW, in W. */
const megawatt = 1e6;

/** `48.544 kW`, `6.627 MW`; `unknown` for `NaN`. @param watts W */
export function printBriefPower(watts: number): string {
  return printQuantity(watts, 'power', Math.abs(watts) >= megawatt ? 'MW' : undefined);
}

/** A value as drawings show it: `48.544 kW`, `6.627 MW`, `1.512 dB`; a power in the unit it was written in, where it has one. */
export function printBrief(derivation: Derivation, value = derivation.value): string {
  return derivation.dimension === 'power' && derivation.unit === undefined && derivation.text === undefined
    ? printBriefPower(value)
    : printValue(derivation, value);
}

/** The same, or `at least 6.627 MW` where only a part is known. */
export function printBriefAtLeast(derivation: Derivation): string {
  const least = leastOf(derivation);
  return Number.isNaN(derivation.value) && Number.isFinite(least)
    ? `at least ${printBrief(derivation, least)}`
    : printBrief(derivation);
}
