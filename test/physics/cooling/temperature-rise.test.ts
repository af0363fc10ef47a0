// Temperature rise of coolant, Q = ρ · cp · V̇ · ΔT, against published figures: each case names where its numbers come from.
import { type Loop, printValue } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { analysisOf, errorsIn } from '../../kit/design.ts';

/** One rack with a heat on a loop with a flow, in a coolant with OCP's planning values for PG25. */
const cooled = (kilowatt: number, flow: number, supply = 30) => `
coolant type Planning { density 1.02 kg/L  specific-heat 3.95 kJ/kg·K }
host type Load { power ${kilowatt} kW  liquid 100 % }
rack type Bare { height 42 RU }
loop l { coolant Planning  supply ${supply} °C  return <= 90 °C  flow ${flow} L/min }
rack r : Bare { cooled by l }
host h : Load
place h in r
`;

describe('temperature rise, Q = ρ · cp · V̇ · ΔT', () => {
  const riseOf = async (text: string) => {
    const analysis = await analysisOf(text);
    expect(errorsIn(analysis)).toEqual([]);
    const { facts, fabric } = analysis;
    return facts.cooling.rise(fabric.loops[0] as Loop).value;
  };

  // OCP planning values (ρ 1.02 kg/L, cp 3.95 kJ/kg·K), flow for each kW.
  it.each([
    [1.0, 14.9],
    [1.2, 12.4],
    [1.3, 11.5],
    [1.44, 10.3],
    [1.5, 9.9],
    [1.75, 8.5],
    [2.0, 7.4],
    [4.0, 3.7],
  ])('%f L/min for each kW warm PG25 by %f K', async (flow, rise) => {
    expect(await riseOf(cooled(100, flow * 100))).toBeCloseTo(rise, 1);
  });

  // XPO modules: power in W, flow in L/min, rise in K.
  it.each([
    [0.13, 0.3, 6.5],
    [0.13, 0.7, 2.8],
    [0.25, 0.35, 10.6],
    [0.3, 0.5, 8.9],
    [0.4, 0.35, 17.0],
    [0.4, 0.7, 8.5],
    [0.48, 0.6, 11.9],
  ])('a module of %f kW at %f L/min rises %f K', async (power, flow, rise) => {
    expect(Math.abs((await riseOf(cooled(power, flow))) - rise)).toBeLessThan(0.06);
  });

  // Lenovo LP2357, GB300 NVL72: 135 kW, 90 % to liquid, required flow by supply temperature; the return stays near 55 °C.
  it.each([
    [25, 59, 30.7, 55.7],
    [30, 71, 25.5, 55.5],
    [35, 89, 20.3, 55.3],
    [40, 119, 15.2, 55.2],
    [45, 177, 10.2, 55.2],
  ])('GB300 NVL72 supplied at %i °C with %i L/min returns at about 55 °C', async (supply, flow, rise, back) => {
    const { facts, fabric } = await analysisOf(cooled(121.5, flow, supply));
    const loop = fabric.loops[0] as Loop;
    expect(Math.abs(facts.cooling.rise(loop).value - rise)).toBeLessThan(0.06);
    expect(Math.abs(facts.cooling.returnTemperature(loop).value - back)).toBeLessThan(0.06);
  });
});

describe('properties of PG25 (Airedale DeltaChill manual, p. 53; above 45 °C ASHRAE Handbook)', () => {
  const heatCapacity = async (supply: number) => {
    const text = `import "std/cooling"\nloop l { coolant PG25  supply ${supply} °C  return <= 80 °C  flow 60 L/min }`;
    const { facts, fabric } = await analysisOf(text);
    const capacity = facts.cooling.capacity(fabric.loops[0] as Loop);
    return { capacity, density: capacity.terms[0]?.value, heat: capacity.terms[1]?.value };
  };
  it('are those of the table at its rows', async () => {
    expect(await heatCapacity(40)).toMatchObject({ density: 1014.3, heat: 3960 });
    expect(await heatCapacity(20)).toMatchObject({ density: 1023.7, heat: 3910 });
  });
  it('lie between the rows where the temperature does', async () => {
    const between = await heatCapacity(42.5);
    expect(between.density).toBeCloseTo((1014.3 + 1011.6) / 2, 9);
  });
  it('are unknown beyond the table, not guessed', async () => {
    const beyond = await heatCapacity(71);
    expect(beyond.capacity.value).toBeNaN();
    expect(printValue(beyond.capacity)).toBe('unknown');
  });
});
