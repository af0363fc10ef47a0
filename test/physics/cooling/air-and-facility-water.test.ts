// Airflow and facility water against published figures.
import { airRise, figure, type Loop, warmestFacility, waterClassWithin } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { analysisOf, unitFactor } from '../../kit/design.ts';

describe('air and facility water', () => {
  // NVIDIA CDU notes: 150 CFM for each kW warm by 11.7 K; CFM for each watt = 1.757 ÷ ΔT.
  it.each([
    [150, 11.7],
    [176, 10],
    [117, 15],
  ])('%i CFM for each kW warm by %f K', (flow, rise) => {
    const by = airRise('rise', figure('heat', 'power', 1000), figure('air', 'volume flow', flow * unitFactor('CFM')));
    expect(Math.abs(by.value - rise)).toBeLessThan(0.06);
  });

  // Approach 4 K (NVIDIA DA-12515-001): 40 °C from water of 36 °C, which class W40 may exceed and W32 does not.
  it('a loop at 40 °C with an approach of 4 K needs water of 36 °C', async () => {
    const { fabric } = await analysisOf(`
import "std/cooling"
cdu cdu[1..2] : NvidiaQualified600
loop l { coolant PG25  supply 40 °C  flow 600 L/min  from cdu[*], n+1 }
`);
    expect(warmestFacility(fabric, fabric.loops[0] as Loop).value).toBe(36);
    // Water of a class is at most as warm as its name says.
    expect([15, 17, 20, 32, 36, 45, 46].map(waterClassWithin)).toEqual([
      undefined,
      'W17',
      'W17',
      'W32',
      'W32',
      'W45',
      'W45',
    ]);
  });
});
