// Suggests a unit for a word that isn't one.
import { findUnit, unitSpellings } from './unit.ts';

/** Words and signs people write for a unit of the table, in lower case and singular. */
const words: Readonly<Record<string, string>> = {
  percent: '%',
  pct: '%',
  kilometer: 'km',
  kilometre: 'km',
  meter: 'm',
  metre: 'm',
  millimeter: 'mm',
  millimetre: 'mm',
  micron: 'µm',
  ou: 'OU',
  openu: 'OU',
  ru: 'RU',
  u: 'RU',
  kilogram: 'kg',
  second: 's',
  sec: 's',
  c: '°C',
  celsius: '°C',
  kelvin: 'K',
  watt: 'W',
  kilowatt: 'kW',
  megawatt: 'MW',
  volt: 'V',
  vdc: 'V',
  vac: 'V',
  amp: 'A',
  ampere: 'A',
  gigabit: 'Gbps',
  gbit: 'Gbps',
  terabit: 'Tbps',
  tbit: 'Tbps',
  decibel: 'dB',
  dollar: 'USD',
  euro: 'EUR',
  yen: 'JPY',
  lpm: 'L/min',
};

/** A unit that isn't in the table: replacing the word isn't enough, as the number changes too. */
interface Foreign {
  readonly help: string;
  /** What it is in a unit of the table, where the number alone decides. */
  readonly is?: { readonly unit: string; readonly of: (value: number) => number };
}

const times = (factor: number, unit: string) => ({ unit, of: (value: number) => value * factor });
const fahrenheit: Foreign = {
  help: 'Temperatures are in °C: subtract 32 from °F and divide by 1.8.',
  is: { unit: '°C', of: (value) => (value - 32) / 1.8 },
};
const foot: Foreign = { help: 'Lengths are in m: 1 ft is 0.3048 m.', is: times(0.3048, 'm') };
const inch: Foreign = { help: 'Lengths are in mm: 1 inch is 25.4 mm.', is: times(25.4, 'mm') };
const pound: Foreign = { help: 'Masses are in kg: 1 lb is 0.4536 kg.', is: times(0.45359237, 'kg') };
const month: Foreign = { help: 'Times are in weeks or days: a month has 28 to 31 days.' };

const foreign: Readonly<Record<string, Foreign>> = {
  f: fahrenheit,
  '°f': fahrenheit,
  degf: fahrenheit,
  fahrenheit,
  ft: foot,
  feet: foot,
  foot,
  inch,
  inches: inch,
  lb: pound,
  lbs: pound,
  month,
  months: month,
  va: { help: 'Use W: the apparent power in VA times the power factor.' },
  kva: { help: 'Use kW: the apparent power in kVA times the power factor.' },
  mva: { help: 'Use MW: the apparent power in MVA times the power factor.' },
  btu: { help: 'Heat is in W: 1 BTU/h is 0.2931 W.' },
};

/** Every spelling by its lower case; undefined where two differ by case alone, as `mW` and `MW`. */
const byLowerCase = new Map<string, string | undefined>();
for (const spelling of unitSpellings()) {
  const key = spelling.toLowerCase();
  const name = findUnit(spelling)?.name;
  byLowerCase.set(key, byLowerCase.has(key) && byLowerCase.get(key) !== name ? undefined : name);
}

/** What a word after a number probably means. */
type SuggestedUnit =
  | { readonly unit: string }
  /** `converted` writes a number in that unit in one of the table. */
  | { readonly help: string; readonly converted?: (value: number) => string };

/**
 * The unit that a word after a number probably means.
 * @returns the unit, or help for a unit that isn't in the table; undefined when the word resembles no unit
 */
export function suggestUnit(word: string): SuggestedUnit | undefined {
  const key = word.toLowerCase();
  const unit = byLowerCase.get(key) ?? own(words, key) ?? own(words, key.replace(/s$/, ''));
  if (unit !== undefined) return { unit };
  const found = own(foreign, key);
  if (found?.is === undefined) return found;
  const { help, is } = found;
  return { help, converted: (value) => `${Number(is.of(value).toPrecision(4))} ${is.unit}` };
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
