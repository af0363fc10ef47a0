// The closed list of units: one row each. Grammar, completion, messages and the language reference read this table.
import { canonicalUnit, type Dimension, shareUnits } from './dimension.ts';

/** A unit of the language. */
export interface Unit {
  /** The spelling used in print. */
  readonly name: string;
  readonly dimension: Dimension;
  /** Canonical units in one of this unit. */
  readonly factor: number;
  /** Other spellings that are read. */
  readonly spellings?: readonly string[];
}

/** Height of one OCP rack unit ("OpenU"), ORv3 base specification, in metres. */
export const openRackUnit = 0.048;
/** Height of one EIA-310 rack unit, in metres. */
export const eiaRackUnit = 0.04445;
/** Pascals in one pound-force per square inch (exact to the digits of the international pound and inch). */
const psi = 6894.757293168;
/** Cubic metres in one US gallon (231 cubic inches, exact). Cv is US gallons a minute of water at a loss of 1 psi. */
const usGallon = 3.785411784e-3;
/** Cubic metres in one cubic foot (0.3048 m a side, exact). */
const cubicFoot = 0.3048 ** 3;

/** Currencies by their ISO 4217 codes. No rate joins them: which one applies on which day is a decision of the buyer. */
const currencies = [
  'USD',
  'EUR',
  'GBP',
  'CHF',
  'SEK',
  'NOK',
  'DKK',
  'JPY',
  'CNY',
  'KRW',
  'TWD',
  'INR',
  'SGD',
  'AUD',
  'CAD',
];

const unit = (dimension: Dimension, name: string, factor: number, ...spellings: string[]): Unit =>
  spellings.length > 0 ? { name, dimension, factor, spellings } : { name, dimension, factor };

/** Every unit a `.fabric` file may use. */
export const units: readonly Unit[] = [
  unit('ratio', '%', 0.01),
  unit('length', 'km', 1e3),
  unit('length', 'm', 1),
  unit('length', 'cm', 1e-2),
  unit('length', 'mm', 1e-3),
  unit('length', 'µm', 1e-6, 'um', 'μm'),
  unit('length', 'nm', 1e-9),
  unit('length', 'OU', openRackUnit),
  unit('length', 'RU', eiaRackUnit),
  unit('mass', 'kg', 1),
  unit('mass', 'g', 1e-3),
  unit('time', 'years', 8760 * 3600, 'year'),
  unit('time', 'weeks', 7 * 86_400, 'week'),
  unit('time', 'days', 86_400, 'day'),
  unit('time', 'min', 60, 'minutes'),
  unit('time', 's', 1),
  unit('time', 'ms', 1e-3),
  unit('time', 'µs', 1e-6, 'us', 'μs'),
  unit('time', 'ns', 1e-9),
  unit('temperature', '°C', 1, 'degC', '℃'),
  unit('temperature difference', 'K', 1),
  unit('power', 'MW', 1e6),
  unit('power', 'kW', 1e3),
  unit('power', 'W', 1),
  unit('power', 'mW', 1e-3),
  unit('power density', 'kW/OU', 1e3 / openRackUnit),
  unit('power density', 'kW/RU', 1e3 / eiaRackUnit),
  unit('power density', 'W/RU', 1 / eiaRackUnit),
  unit('voltage', 'kV', 1e3),
  unit('voltage', 'V', 1),
  unit('current', 'kA', 1e3),
  unit('current', 'A', 1),
  unit('frequency', 'THz', 1e12),
  unit('frequency', 'GHz', 1e9),
  unit('frequency', 'MHz', 1e6),
  unit('symbol rate', 'GBd', 1e9, 'GBaud'),
  unit('bit rate', 'Pbps', 1e15, 'Pb/s', 'Pbit/s'),
  unit('bit rate', 'Tbps', 1e12, 'Tb/s', 'Tbit/s'),
  unit('bit rate', 'Gbps', 1e9, 'Gb/s', 'Gbit/s'),
  unit('bit rate', 'Mbps', 1e6, 'Mb/s', 'Mbit/s'),
  unit('bit rate density', 'Tbps/OU', 1e12 / openRackUnit),
  unit('bit rate density', 'Tbps/RU', 1e12 / eiaRackUnit),
  unit('bit rate density', 'Gbps/mm', 1e12),
  unit('bit rate density', 'Tbps/m', 1e12),
  unit('bit rate per power', 'Gbps/W', 1e9),
  unit('energy per bit', 'pJ/bit', 1e-12, 'pJ/b'),
  unit('energy per bit', 'W/Tbps', 1e-12),
  unit('energy per bit', 'W/Gbps', 1e-9),
  unit('loss', 'dB', 1),
  unit('loss per length', 'dB/km', 1e-3),
  unit('loss per length', 'dB/m', 1),
  unit('dispersion', 'ps/nm·km', 1e-6, 'ps/(nm·km)', 'ps/(nm*km)', 'ps/nm/km'),
  unit('accumulated dispersion', 'ps/nm', 1e-3),
  unit('modal bandwidth', 'MHz·km', 1e9, 'MHz*km'),
  unit('delay per length', 'ns/m', 1e-9),
  unit('delay per length', 'µs/km', 1e-9, 'us/km'),
  unit('optical power', 'dBm', 1),
  unit('volume flow', 'L/min', 1e-3 / 60, 'l/min', 'LPM'),
  unit('volume flow', 'm³/h', 1 / 3600, 'm3/h'),
  unit('volume flow', 'GPM', usGallon / 60),
  unit('volume flow', 'CFM', cubicFoot / 60),
  unit('volume flow per power', 'L/min/kW', 1e-6 / 60, 'l/min/kW'),
  unit('pressure', 'bar', 1e5),
  unit('pressure', 'MPa', 1e6),
  unit('pressure', 'kPa', 1e3),
  unit('pressure', 'psi', psi),
  unit('flow coefficient', 'Cv', usGallon / 60 / Math.sqrt(psi)),
  unit('flow coefficient', 'Kv', 1 / 3600 / Math.sqrt(1e5)),
  unit('density', 'kg/m³', 1, 'kg/m3'),
  unit('density', 'kg/L', 1e3, 'kg/l'),
  unit('specific heat', 'kJ/kg·K', 1e3, 'kJ/(kg·K)', 'kJ/(kg*K)', 'kJ/kg/K'),
  unit('angle', '°', 1, 'deg'),
  ...currencies.map((each) => unit('money', each, 1)),
  ...currencies.flatMap((each) => [
    unit('money per energy', `${each}/kWh`, 1),
    unit('money per energy', `${each}/MWh`, 1e-3),
  ]),
  ...currencies.flatMap((each) => [
    unit('money per bit rate', `${each}/Gbps`, 1),
    unit('money per bit rate', `${each}/Tbps`, 1e-3),
  ]),
];

const bySpelling = new Map<string, Unit>(
  units.flatMap((each) => [each.name, ...(each.spellings ?? [])].map((spelling) => [spelling, each])),
);

/** The unit with this spelling, or undefined. Case counts: `mW` and `MW` differ. */
export function findUnit(spelling: string): Unit | undefined {
  return bySpelling.get(spelling);
}

/** The currency of a unit: `EUR` of `EUR/kWh`; undefined of any other unit. */
export function currencyOf(unitName: string | undefined): string | undefined {
  const [code = ''] = (unitName ?? '').split('/');
  return currencies.find((each) => each === code);
}

/** The canonical unit of a dimension, with the currency of a unit where it is of money: `EUR/kWh` for `EUR/MWh`. */
export function canonicalUnitIn(dimension: Dimension, unitName: string | undefined): string {
  const currency = currencyOf(unitName);
  return currency === undefined ? canonicalUnit[dimension] : canonicalUnit[dimension].replace(/^money/, currency);
}

/** All spellings, longest first, as a regular expression must try them. */
export function unitSpellings(): readonly string[] {
  return [...bySpelling.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** The unit to suggest for a number without one. */
export function usualUnit(dimension: Dimension): string {
  return usual[dimension] ?? canonicalUnit[dimension];
}

/** Where the canonical unit isn't the usual one. */
const usual: Partial<Record<Dimension, string>> = {
  ratio: '%',
  frequency: 'THz',
  'symbol rate': 'GBd',
  'bit rate': 'Gbps',
  'bit rate density': 'Tbps/OU',
  'power density': 'kW/OU',
  'bit rate per power': 'Gbps/W',
  'energy per bit': 'pJ/bit',
  'loss per length': 'dB/km',
  dispersion: 'ps/nm·km',
  'accumulated dispersion': 'ps/nm',
  'modal bandwidth': 'MHz·km',
  'delay per length': 'ns/m',
  'volume flow': 'L/min',
  'volume flow per power': 'L/min/kW',
  pressure: 'kPa',
  'flow coefficient': 'Cv',
  'specific heat': 'kJ/kg·K',
  money: 'USD',
  'money per energy': 'USD/kWh',
  'money per bit rate': 'USD/Gbps',
};

/** Units that a dimension is written in, in the order of the table. */
export function unitsOf(dimension: Dimension): readonly Unit[] {
  return units.filter((each) => shareUnits(each.dimension, dimension));
}
