// From a quantity to what a person reads.
import { canonicalUnit, type Dimension, shareUnits } from './dimension.ts';
import { findUnit } from './unit.ts';

/**
 * How a dimension is printed: the units to choose from, largest first, the digits after the point, and the unit that
 * is added in parentheses where data sheets of the field use another one; for a zero the unit, where it isn't the largest.
 */
const display: Partial<
  Record<
    Dimension,
    { readonly units: readonly string[]; readonly digits: number; readonly beside?: string; readonly zero?: string }
  >
> = {
  ratio: { units: ['%'], digits: 2 },
  length: { units: ['km', 'm', 'mm', 'µm', 'nm'], digits: 2, zero: 'm' },
  time: { units: ['min', 's', 'ms', 'µs', 'ns'], digits: 2, zero: 's' },
  temperature: { units: ['°C'], digits: 2 },
  'temperature difference': { units: ['K'], digits: 2 },
  power: { units: ['MW', 'kW', 'W', 'mW'], digits: 3, zero: 'kW' },
  'power density': { units: ['kW/OU'], digits: 3 },
  voltage: { units: ['V'], digits: 2 },
  current: { units: ['A'], digits: 2 },
  frequency: { units: ['THz', 'GHz', 'MHz'], digits: 3 },
  'symbol rate': { units: ['GBd'], digits: 4 },
  'bit rate': { units: ['Tbps', 'Gbps', 'Mbps'], digits: 3 },
  'bit rate density': { units: ['Tbps/OU'], digits: 2 },
  'bit rate per power': { units: ['Gbps/W'], digits: 2 },
  'energy per bit': { units: ['pJ/bit'], digits: 2 },
  loss: { units: ['dB'], digits: 3 },
  'power ratio': { units: ['dB'], digits: 3 },
  'loss per length': { units: ['dB/km'], digits: 3 },
  dispersion: { units: ['ps/nm·km'], digits: 2 },
  'accumulated dispersion': { units: ['ps/nm'], digits: 1 },
  'modal bandwidth': { units: ['MHz·km'], digits: 0 },
  'delay per length': { units: ['ns/m'], digits: 2 },
  'optical power': { units: ['dBm'], digits: 2 },
  'volume flow': { units: ['L/min'], digits: 2 },
  'volume flow per power': { units: ['L/min/kW'], digits: 2 },
  pressure: { units: ['kPa'], digits: 1, beside: 'psi' },
  'flow coefficient': { units: ['Cv'], digits: 2 },
  density: { units: ['kg/m³'], digits: 1 },
  'specific heat': { units: ['kJ/kg·K'], digits: 3 },
  angle: { units: ['°'], digits: 4 },
  money: { units: [], digits: 2 },
  'money per energy': { units: [], digits: 4 },
  'money per bit rate': { units: [], digits: 2 },
};

/** What an unknown value prints as. */
export const unknownText = 'unknown';

/**
 * Prints a quantity with a unit a person would choose, as in `48.544 kW`, `6.627 MW` or `1.512 dB`.
 * @param value in the canonical unit of `dimension`; `NaN` prints as `unknown`
 * @param inUnit a unit to print in instead of the chosen one, as `RU` for a height written so
 * @param digits after the point, instead of the usual ones
 */
export function printQuantity(value: number, dimension: Dimension, inUnit?: string, digits?: number): string {
  if (Number.isNaN(value)) return unknownText;
  const usual = display[dimension];
  const shown = usual === undefined || digits === undefined ? usual : { ...usual, digits };
  if (!Number.isFinite(value)) return value > 0 ? 'without bound' : 'without lower bound';
  const unit = inUnit === undefined ? undefined : findUnit(inUnit);
  if (unit !== undefined && shareUnits(unit.dimension, dimension)) {
    return `${printNumber(value / unit.factor, shown?.digits ?? 3)} ${unit.name}`;
  }
  for (const name of shown?.units ?? []) {
    const candidate = findUnit(name);
    if (candidate === undefined) continue;
    const scaled = value / candidate.factor;
    const last = name === shown?.units.at(-1);
    // A shade under one still counts as one: 999.9999999 Gbps is 1 Tbps that went through arithmetic.
    if (last || Math.abs(scaled) >= 1 - 1e-9 || (value === 0 && name === (shown?.zero ?? name))) {
      return `${printNumber(scaled, shown?.digits ?? 3)} ${candidate.name}${besideOf(value, shown?.beside, shown?.digits)}`;
    }
  }
  return `${printNumber(value, 3)} ${canonicalUnit[dimension]}`;
}

/** Amounts of which neither is so many times the other are compared at a glance in one unit. */
const comparable = 10;

/**
 * The unit in which two amounts are compared, that of the smaller: `1,088 kW` of `900 kW`, not `1.088 MW`. Undefined where each has its own:
 * they are far apart, one is unknown or zero, or the dimension is printed in one unit anyway.
 */
export function sharedUnit(dimension: Dimension, a: number, b: number): string | undefined {
  const [small, large] = [Math.min(Math.abs(a), Math.abs(b)), Math.max(Math.abs(a), Math.abs(b))];
  if (dimension !== 'power' || !(small > 0) || !(large < small * comparable)) return undefined;
  const { units } = display.power ?? { units: [] };
  return units.find((name) => small >= (findUnit(name)?.factor ?? Number.NaN) * (1 - 1e-9));
}

/** ` (72 psi)` */
function besideOf(value: number, name: string | undefined, digits = 3): string {
  const unit = name === undefined ? undefined : findUnit(name);
  return unit === undefined ? '' : ` (${printNumber(value / unit.factor, digits)} ${unit.name})`;
}

/** Prints a plain number with thousands separators and at most `digits` digits after the point. */
export function printNumber(value: number, digits = 3): string {
  if (Number.isNaN(value)) return unknownText;
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  // From 10^21 on, `toFixed` gives an exponent.
  const size = Math.abs(value);
  const fixed = size < 1e21 ? size.toFixed(digits) : BigInt(size).toString();
  const [whole = '0', fraction = ''] = fixed.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const trimmed = fraction.replace(/0+$/, '');
  const negative = value < 0 && Number(fixed) !== 0;
  return `${negative ? '−' : ''}${grouped}${trimmed === '' ? '' : `.${trimmed}`}`;
}

/** Prints a number that was converted: whole digits as they are, and a fraction to four digits in all, as `501.9` and `0.03532`. */
export function printConverted(value: number): string {
  const size = Math.abs(value);
  const before = size === 0 || !Number.isFinite(size) ? 0 : Math.floor(Math.log10(size)) + 1;
  return printNumber(value, Math.min(9, Math.max(0, 4 - before)));
}

/** `1 switch`, `24 switches`: a count with its noun. */
export function printCount(count: number, singular: string, plural = `${singular}s`): string {
  return `${printNumber(count, 0)} ${count === 1 ? singular : plural}`;
}
