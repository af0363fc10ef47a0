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

/** What isn't judged of the air of two racks that each give some kW of heat to it. */
const unjudgedAir = async (servers: number, rack: string, rest = ''): Promise<string[]> => {
  const { findings } = await analysisOf(`import "std/racks"
host type Server { height 1 RU  power 4 kW  liquid 0 % }
rack type R is Eia48 { power 125 kW  ${rack} }
rack r[1..2] : R at row 1
host h[1..${2 * servers}] : Server
place h[*] in r[*] ${servers} each
${rest}`);
  return findings.flatMap(({ rule, message }) =>
    /^(control\/not-judged|cooling\/)/.test(rule) && /\bair\b/.test(message) ? [`${rule}: ${message}`] : [],
  );
};

describe('heat to air', () => {
  // Planning guides take air for granted up to about 20 kW in a rack: decision 35.
  it('above 20 kW isn’t judged without an airflow, and is said once', async () => {
    expect(await unjudgedAir(16, '')).toEqual([
      "control/not-judged: 2 limits of air rise aren't judged: R has no `airflow`.",
    ]);
    expect(await unjudgedAir(6, '')).toEqual([
      "control/not-judged: 2 limits of air rise aren't judged: R has no `airflow`.",
    ]);
  });
  it('of 20 kW and less is not asked about', async () => {
    expect(await unjudgedAir(5, '')).toEqual([]);
    expect(await unjudgedAir(1, '')).toEqual([]);
  });
  it('is judged with the air of the rack or of its row', async () => {
    // 64 kW with 15 K: 1.757 × 64,000 ÷ 15 = 7,496 CFM a rack, 14,993 a row.
    expect(await unjudgedAir(16, 'airflow 7600 CFM  air-rise 15 K')).toEqual([]);
    expect(await unjudgedAir(16, 'air-rise 15 K', 'hall h { row-airflow 15200 CFM }\n')).toEqual([]);
    expect((await unjudgedAir(16, 'airflow 7400 CFM  air-rise 15 K')).map((each) => each.split(':')[0])).toEqual([
      'cooling/air-capacity',
    ]);
  });
});
