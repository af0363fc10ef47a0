// Units against the definitions of NIST SP 811 and the rack standards, not against the table in the source.
import { describe, expect, it } from 'vitest';
import { readQuantity, units } from '../../src/index.ts';

const read = (text: string): number => readQuantity(text)?.value ?? Number.NaN;

describe('units', () => {
  it.each([
    // Pound-force on a square inch: 0.45359237 kg × 9.80665 m/s² over (25.4 mm)².
    ['1 psi', (0.45359237 * 9.80665) / 0.0254 ** 2],
    // US gallon: 231 cubic inches.
    ['1 GPM', (231 * 0.0254 ** 3) / 60],
    // Cubic foot: (12 × 25.4 mm)³.
    ['1 CFM', (12 * 0.0254) ** 3 / 60],
    ['60 L/min', 1e-3],
    ['3.6 m³/h', 1e-3],
    ['1 bar', 1e5],
    ['1.02 kg/L', 1020],
    ['4.18 kJ/kg·K', 4180],
    // EIA-310: 1.75 inches. Open Rack V3: 48 mm.
    ['1 RU', 1.75 * 0.0254],
    ['1 OU', 0.048],
    ['0.4 dB/km', 0.4e-3],
    ['1310 nm', 1.31e-6],
    // A joule a bit is a watt a bit a second.
    ['10 pJ/bit', 10e-12],
    ['10 W/Tbps', 10e-12],
    // ps/(nm·km) is s/m²: 1e-12 ÷ (1e-9 × 1e3).
    ['17 ps/nm·km', 17e-6],
    ['1360 ps/nm', 1.36],
  ])('%s', (text, expected) => {
    expect(read(text) / expected).toBeCloseTo(1, 9);
  });

  it('tell mW from MW', () => expect(read('1 MW') / read('1 mW')).toBe(1e9));

  it('make 1 Cv 0.8650 Kv (ISA-75.01.01)', () => expect(read('1 Cv') / read('1 Kv')).toBeCloseTo(0.865, 3));

  it('have one meaning for each spelling', () => {
    const spellings = units.flatMap(({ name, spellings: others = [] }) => [name, ...others]);
    expect(spellings.filter((each, i) => spellings.indexOf(each) !== i)).toEqual([]);
  });

  it.each(['', 'W', '1 parsec', '1 w', '1e3 W', '-'])('%j is no quantity', (text) => {
    expect(readQuantity(text)).toBeUndefined();
  });
});
