// Quantities: reading, printing, comparing, and suggesting a unit.
import { describe, expect, it } from 'vitest';
import {
  canonicalUnit,
  catalogue,
  type Dimension,
  exceeds,
  findUnit,
  printCount,
  printNumber,
  printQuantity,
  readQuantity,
  same,
  shareUnits,
  suggestUnit,
  unitsOf,
  usualUnit,
} from '../src/index.ts';

describe('a quantity', () => {
  it.each([
    ['1.5 kW', 1500, 'power'],
    ['2 OU', 0.096, 'length'],
    ['-3dBm', -3, 'optical power'],
    ['120 pJ/bit', 120e-12, 'energy per bit'],
  ] as const)('is read from %s', (text, value, dimension) => {
    const read = readQuantity(text);
    expect(read?.value).toBeCloseTo(value, 9);
    expect(read?.unit.dimension).toBe(dimension);
  });

  it('needs a known unit', () => {
    expect([readQuantity('3 furlongs'), readQuantity('kW'), readQuantity('3')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it.each([
    [1_632_776, 'power', '1.633 MW'],
    [0.25, 'ratio', '25 %'],
    [1.5e5, 'pressure', '150 kPa (21.8 psi)'],
    [999.9999999999e9, 'bit rate', '1 Tbps'],
    [Number.NaN, 'loss', 'unknown'],
    [Number.POSITIVE_INFINITY, 'temperature', 'without bound'],
  ] as const)('of %d prints with a unit of %s', (value, dimension, text) => {
    expect(printQuantity(value, dimension)).toBe(text);
  });

  it('prints in the unit that is asked for, where it fits', () => {
    expect([printQuantity(0.096, 'length', 'OU'), printQuantity(0.096, 'length', 'kW')]).toEqual(['2 OU', '96 mm']);
  });

  it('is the same but for rounding', () => {
    expect([same(0.1 + 0.2, 0.3), exceeds(0.1 + 0.2, 0.3), exceeds(0.31, 0.3), exceeds(Number.NaN, 0)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });
});

describe('a power ratio', () => {
  it('is written in dB as a loss is, and is another dimension', () => {
    expect([shareUnits('power ratio', 'loss'), shareUnits('power ratio', 'ratio')]).toEqual([true, false]);
    expect(unitsOf('power ratio').map(({ name }) => name)).toEqual(['dB']);
    expect([usualUnit('power ratio'), printQuantity(26, 'power ratio', 'dB')]).toEqual(['dB', '26 dB']);
  });

  it('is the dimension of OSNR, TDECQ and extinction ratio', () => {
    const { osnr, tdecq, 'extinction-ratio': extinction } = catalogue.optics.properties;
    expect([osnr, tdecq, extinction].map(({ value }) => value.dimension)).toEqual(new Array(3).fill('power ratio'));
  });
});

describe('a unit', () => {
  it('of each dimension prints what it reads', () => {
    for (const dimension of Object.keys(canonicalUnit) as Dimension[])
      for (const { name, factor } of unitsOf(dimension)) {
        const [printed = ''] = printQuantity(2 * factor, dimension, name).split(' (');
        expect(readQuantity(printed)?.value, printed).toBeCloseTo(2 * factor, 9);
      }
  });

  it('differs by case where it must', () => {
    expect([findUnit('mW')?.factor, findUnit('MW')?.factor, findUnit('mw')]).toEqual([1e-3, 1e6, undefined]);
  });

  it.each([
    ['watts', { unit: 'W' }],
    ['gbps', { unit: 'Gbps' }],
    ['decibels', { unit: 'dB' }],
    ['dollars', { unit: 'USD' }],
    ['usd', { unit: 'USD' }],
    ['months', { help: 'Times are in weeks or days: a month has 28 to 31 days.' }],
    ['mw', undefined],
    ['furlongs', undefined],
  ])('is suggested for %s', (word, suggestion) => {
    expect(suggestUnit(word)).toEqual(suggestion);
  });

  // The exact definitions: 0 °C is 32 °F, and 100 °C is 212 °F; an inch is 25.4 mm, a foot 12 of them, a pound 0.45359237 kg.
  it.each([
    ['°F', 212, '100 °C'],
    ['fahrenheit', 32, '0 °C'],
    ['ft', 10, '3.048 m'],
    ['inches', 19, '482.6 mm'],
    ['lb', 1000, '453.6 kg'],
  ])('in %s is converted', (word, value, converted) => {
    const found = suggestUnit(word);
    expect(found !== undefined && 'converted' in found && found.converted?.(value)).toBe(converted);
  });
});

describe('a number', () => {
  it('prints with separators and a true minus', () => {
    expect([printNumber(-1234567.5), printNumber(0.00001), printNumber(Number.NEGATIVE_INFINITY)]).toEqual([
      '−1,234,567.5',
      '0',
      '−∞',
    ]);
  });

  it('prints with its noun', () => {
    expect([printCount(1, 'switch', 'switches'), printCount(2400, 'link')]).toEqual(['1 switch', '2,400 links']);
  });
});
