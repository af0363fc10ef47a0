// Physical dimensions, and the unit in which values of each are kept.

/** Canonical unit of every dimension. SI, except where the field uses a logarithmic scale or Celsius. */
export const canonicalUnit = {
  ratio: '1',
  length: 'm',
  mass: 'kg',
  time: 's',
  temperature: '°C',
  'temperature difference': 'K',
  power: 'W',
  'power density': 'W/m',
  voltage: 'V',
  current: 'A',
  frequency: 'Hz',
  'symbol rate': 'Bd',
  'bit rate': 'bit/s',
  'bit rate density': 'bit/s/m',
  'bit rate per power': 'bit/s/W',
  'energy per bit': 'J/bit',
  loss: 'dB',
  'power ratio': 'dB',
  'loss per length': 'dB/m',
  dispersion: 's/m²',
  'accumulated dispersion': 's/m',
  'modal bandwidth': 'Hz·m',
  'delay per length': 's/m',
  'optical power': 'dBm',
  'volume flow': 'm³/s',
  'volume flow per power': 'm³/s/W',
  pressure: 'Pa',
  'flow coefficient': 'm³/s/√Pa',
  density: 'kg/m³',
  'specific heat': 'J/(kg·K)',
  angle: '°',
  // In a currency, which takes the place of the word: amounts of two have the same dimension, and never make a sum.
  money: 'money',
  'money per energy': 'money/kWh',
  'money per bit rate': 'money/Gbps',
} as const;

/** The physical dimension of a quantity. */
export type Dimension = keyof typeof canonicalUnit;

/** Dimensions that are written in the units of another: a power ratio in dB, as a loss. */
const unitsFrom: Partial<Record<Dimension, Dimension>> = { 'power ratio': 'loss' };

/** The dimension whose units a dimension is written in: itself, except for a power ratio. */
function unitDimensionOf(dimension: Dimension): Dimension {
  return unitsFrom[dimension] ?? dimension;
}

/** Whether two dimensions are written in the same units, so that a number with its unit can be of either. */
export function shareUnits(a: Dimension, b: Dimension): boolean {
  return unitDimensionOf(a) === unitDimensionOf(b);
}

declare const dimensionOf: unique symbol;

/** A number in the canonical unit of its dimension. `NaN` means unknown. */
export type Quantity<D extends Dimension = Dimension> = number & { readonly [dimensionOf]: D };
