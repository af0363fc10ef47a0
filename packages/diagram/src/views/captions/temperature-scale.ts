// The temperature scale of a drawing.
import { printQuantity } from '@lightloom/core';

/** Low end of a scale when no temperature is known, and its length when only one is: in °C and K. */
const usual = { low: 30, length: 10 };

/** Lowest and highest temperature of a scale, in °C; ten kelvins when nothing is known. */
export function temperatureScale(lows: readonly number[], highs: readonly number[]): [number, number] {
  const [knownLows, knownHighs] = [lows.filter(Number.isFinite), highs.filter(Number.isFinite)];
  const low = knownLows.length === 0 ? usual.low : Math.min(...knownLows);
  const high = knownHighs.length === 0 ? low + usual.length : Math.max(...knownHighs);
  return high > low ? [low, high] : [low, low + usual.length];
}

/** Texts at the low end, in the middle and at the high end. */
export function temperatureTicks(low: number, high: number): [string, string, string] {
  return [low, (low + high) / 2, high].map((each) => printQuantity(each, 'temperature')) as [string, string, string];
}
