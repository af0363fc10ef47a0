// Coolant tables, pressure of couplings and air, against published figures and the laws behind them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interpolate } from '../../src/facts/cooling/table.ts';
import { airNeed, airRise, couplingDrop, densityOf, figure, specificHeatOf } from '../../src/index.ts';
import { part, si, table } from '../fabrics.ts';

// PG25: Airedale DeltaChill manual, p. 53.
const pg25 = part('coolant', 'PG25', {
  density: table([1019.5, 20], [1014.3, 40], [1004.8, 60]),
  'specific-heat': table([3930, 20], [3960, 40], [3990, 60]),
});
const psi = 6894.757293168;

describe('a coolant table', () => {
  it('gives its rows', () => {
    expect(densityOf(pg25, 40).value).toBe(1014.3);
    expect(specificHeatOf(pg25, 60).value).toBe(3990);
  });

  it('is a straight line between two rows', () => {
    expect(densityOf(pg25, 30).value).toBeCloseTo((1019.5 + 1014.3) / 2, 9);
    expect(specificHeatOf(pg25, 45).value).toBeCloseTo(3960 + (5 / 20) * 30, 9);
  });

  it.each([19.9, 60.1, Number.NaN])('is unknown at %f °C, and says so', (temperature) => {
    const { value, unknown } = densityOf(pg25, temperature);
    expect(value).toBeNaN();
    expect(unknown).toMatch(/\S/);
  });

  it('has the same value whatever the order of its rows, and none beyond the values around it', () => {
    const rows = fc.uniqueArray(fc.record({ value: fc.integer(), at: fc.integer({ min: 0, max: 100 }) }), {
      selector: ({ at }) => at,
      minLength: 2,
      maxLength: 8,
    });
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: 100 }), (made, at) => {
        const found = interpolate(made as never, at);
        expect(interpolate(made.toReversed() as never, at)).toEqual(found);
        const places = made.map((row) => row.at);
        if (at < Math.min(...places) || at > Math.max(...places)) expect(found).toBeNaN();
        else {
          const sorted = made.toSorted((a, b) => a.at - b.at);
          const around = [sorted.findLast((row) => row.at <= at), sorted.find((row) => row.at >= at)];
          const values = around.map((row) => row?.value as number);
          expect(found).toBeGreaterThanOrEqual(Math.min(...values));
          expect(found).toBeLessThanOrEqual(Math.max(...values));
        }
      }),
    );
  });
});

describe('a quick disconnect, ΔP = SG · (Q ÷ Cv)²', () => {
  const cv = (3.785411784e-3 / 60 / Math.sqrt(psi)) * 2.5;
  const uqd08 = part('coupling', 'UQD08', { 'flow-coefficient': si(cv) });
  const litres = (each: number) => figure('flow', 'volume flow', each / 60e3);
  const water = figure('density', 'density', 1000);

  // OCP UQD08: Cv 2.5, 17.8 L/min (4.7 GPM) lose 3.6 psi in PG25 of SG 1.02.
  it('of size 08 loses 3.6 psi at 17.8 L/min of PG25 (OCP UQD)', () => {
    const drop = couplingDrop(uqd08, litres(17.8), figure('density', 'density', 1020));
    expect(drop.value / psi).toBeCloseTo(3.6, 1);
  });

  it('loses 1 psi at its Cv in GPM of water, and four times as much at twice the flow', () => {
    const gallon = 3.785411784 * 2.5;
    expect(couplingDrop(uqd08, litres(gallon), water).value / psi).toBeCloseTo(1, 9);
    expect(couplingDrop(uqd08, litres(2 * gallon), water).value / psi).toBeCloseTo(4, 9);
  });

  it('is unknown without a flow coefficient', () => {
    expect(couplingDrop(part('coupling', 'Bare'), litres(10), water).value).toBeNaN();
  });
});

describe('air, Q = ρ · cp · V̇ · ΔT', () => {
  const watts = (power: number) => figure('heat', 'power', power);
  const cfm = 0.3048 ** 3 / 60;

  // NVIDIA CDU notes: CFM = 1.757 × W ÷ K, 150 CFM for a kW warmed by 11.7 K.
  it.each([
    [1000, 11.7, 150],
    [1000, 10, 175.7],
    [6000, 15, 702.8],
  ])('%i W at %f K need %f CFM', (power, rise, flow) => {
    const need = airNeed('air', watts(power), figure('rise', 'temperature difference', rise));
    expect(Math.abs(need.value / cfm - flow) / flow).toBeLessThan(0.002);
    expect(airRise('rise', watts(power), need).value).toBeCloseTo(rise, 9);
  });

  it('no heat warms nothing, at any flow', () => {
    expect(airRise('rise', watts(0), figure('air', 'volume flow', Number.NaN)).value).toBe(0);
  });
});
