// Values of the options of `lightloom plan`: counts, rates, ratios, lengths.
import { readQuantity } from '@lightloom/core';
import { InvalidArgumentError } from 'commander';

/** Largest count that is taken: more hosts than any network has. */
const most = 10_000_000;

/** A whole number from 1. */
export function readCount(text: string): number {
  const value = Number(text.replaceAll(',', ''));
  if (!Number.isInteger(value) || value < 1 || value > most)
    throw new InvalidArgumentError('Write a whole number from 1.');
  return value;
}

/** Whole numbers from 1 to `limit`, each once, as `1,2,4`. */
export function readCounts(text: string, _before?: unknown, limit = 64): readonly number[] {
  const values = text.split(',').map(Number);
  if (values.some((each) => !Number.isInteger(each) || each < 1 || each > limit))
    throw new InvalidArgumentError(`Write whole numbers from 1 to ${limit}, as in 1,2.`);
  return [...new Set(values)];
}

/** A rate in bit/s: `400G`, `1.6T`, `800 Gbps`. */
export function readRate(text: string): number {
  const reading = readQuantity(/[GT]$/.test(text) ? `${text}bps` : text);
  if (reading === undefined || reading.unit.dimension !== 'bit rate' || !(reading.value > 0))
    throw new InvalidArgumentError('Write a rate, as in 400G or 1.6T.');
  return reading.value;
}

/** A ratio of 1 or more: `3:1`, `1.5`. */
export function readRatio(text: string): number {
  const [, down, up = '1'] = /^\s*([\d.]+)\s*(?::\s*([\d.]+)\s*)?$/.exec(text) ?? [];
  const value = Number(down) / Number(up);
  if (!Number.isFinite(value) || value < 1) throw new InvalidArgumentError('Write a ratio of 1:1 or more, as in 3:1.');
  return value;
}

/** One to three lengths in m, the last one repeated: `10 m, 30 m`. */
export function readLengths(text: string): readonly [number, number, number] {
  const values = text.split(',').map((each) => {
    const reading = readQuantity(each);
    return reading?.unit.dimension === 'length' && reading.value > 0 ? reading.value : Number.NaN;
  });
  const [first = Number.NaN, second = first, third = second] = values;
  if (values.length > 3 || [first, second, third].some(Number.isNaN))
    throw new InvalidArgumentError('Write up to three lengths, as in "20 m, 50 m, 100 m".');
  return [first, second, third];
}

/** A share, of 0 or more: `25%`, `0.25`. A number alone from 1 on may be meant as either. */
export function readShare(text: string): number {
  const [, number, percent] = /^\s*([\d.]+)\s*(%?)\s*$/.exec(text) ?? [];
  const value = Number(number) / (percent === '%' ? 100 : 1);
  if (!Number.isFinite(value) || value > 100 || (percent === '' && value >= 1))
    throw new InvalidArgumentError('Write a share, as in 25%.');
  return value;
}

/** A power in W: `17 kW`. */
export function readPower(text: string): number {
  const reading = readQuantity(text);
  if (reading === undefined || reading.unit.dimension !== 'power' || !(reading.value > 0))
    throw new InvalidArgumentError('Write a power, as in "17 kW".');
  return reading.value;
}
