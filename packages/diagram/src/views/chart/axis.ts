// The axis of a chart: round numbers from end to end.
import { type Dimension, printQuantity } from '@lightloom/core';
import type { ChartGroup } from '../../graph/index.ts';

type Axis = ChartGroup['axis'];

/** Ticks that an axis has at most, besides its ends. */
const wished = 5;

/**
 * An axis that shows both ends of a range and ends at round numbers.
 * @param limits values with a name: `budget 3 dB`
 */
export function axisOf(low: number, high: number, dimension: Dimension, limits: Axis['limits'] = []): Axis {
  const step = stepOf((high - low || 1) / wished);
  const [first, last] = [
    Math.floor(low / step + 1e-9),
    Math.max(Math.ceil(high / step - 1e-9), Math.floor(low / step) + 1),
  ];
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => {
    const at = (first + i) * step;
    return { at, text: printQuantity(at, dimension) };
  });
  return { from: first * step, to: last * step, ticks, limits };
}

/** The next of 1, 2 and 5 with any power of ten. */
function stepOf(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5].find((each) => each * power >= least * (1 - 1e-9)) ?? 10) * power;
}
