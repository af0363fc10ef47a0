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

const fahrenheit = 'Temperatures are in °C: subtract 32 from °F and divide by 1.8.';

/** Units that aren't in the table: replacing the word isn't enough, as the number changes too. */
const foreign: Readonly<Record<string, string>> = {
  gpm: 'Volume flow is in L/min: 1 US gallon is 3.785 L.',
  cfm: 'Volume flow is in m³/h: 1 ft³/min is 1.699 m³/h.',
  f: fahrenheit,
  '°f': fahrenheit,
  degf: fahrenheit,
  fahrenheit,
  ft: 'Lengths are in m: 1 ft is 0.3048 m.',
  feet: 'Lengths are in m: 1 ft is 0.3048 m.',
  foot: 'Lengths are in m: 1 ft is 0.3048 m.',
  inch: 'Lengths are in mm: 1 inch is 25.4 mm.',
  inches: 'Lengths are in mm: 1 inch is 25.4 mm.',
  lb: 'Masses are in kg: 1 lb is 0.4536 kg.',
  lbs: 'Masses are in kg: 1 lb is 0.4536 kg.',
  month: 'Times are in weeks or days: a month has 28 to 31 days.',
  months: 'Times are in weeks or days: a month has 28 to 31 days.',
  va: 'Use W: the apparent power in VA times the power factor.',
  kva: 'Use kW: the apparent power in kVA times the power factor.',
  mva: 'Use MW: the apparent power in MVA times the power factor.',
  btu: 'Heat is in W: 1 BTU/h is 0.2931 W.',
};

/** Every spelling by its lower case; undefined where two differ by case alone, as `mW` and `MW`. */
const byLowerCase = new Map<string, string | undefined>();
for (const spelling of unitSpellings()) {
  const key = spelling.toLowerCase();
  const name = findUnit(spelling)?.name;
  byLowerCase.set(key, byLowerCase.has(key) && byLowerCase.get(key) !== name ? undefined : name);
}

/**
 * The unit that a word after a number probably means.
 * @returns the unit, or help for a unit that isn't in the table; undefined when the word resembles no unit
 */
export function suggestUnit(word: string): { readonly unit: string } | { readonly help: string } | undefined {
  const key = word.toLowerCase();
  const unit = byLowerCase.get(key) ?? own(words, key) ?? own(words, key.replace(/s$/, ''));
  if (unit !== undefined) return { unit };
  const help = own(foreign, key);
  return help === undefined ? undefined : { help };
}

function own(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
