// The physics against published figures: each case names where its numbers come from.
import { densityOfSelection, type Loop, printValue, single, switchDensity } from '@lightloom/core';
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

describe('properties of PG25 (Airedale DeltaChill manual, p. 53)', () => {
  const heatCapacity = async (supply: number) => {
    const text = `import "std/cooling"\nloop l { coolant PG25  supply ${supply} °C  return <= 60 °C  flow 60 L/min }`;
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
    const beyond = await heatCapacity(55);
    expect(beyond.capacity.value).toBeNaN();
    expect(printValue(beyond.capacity)).toBe('unknown');
  });
});

describe('optical loss', () => {
  const link = (optics: string, path: string) => `
import "std/osfp"
switch type Box { height 2 RU  ports p : OSFP1600 }
network n : scale-out {
    switch a : Box   switch b : Box
    plug ${optics} into a.p, b.p
    link a.p to b.p over ${path}
}`;
  const budgetOf = async (text: string) => {
    const { facts } = await analysisOf(text);
    return facts.optics.budgets[0] as (typeof facts.optics.budgets)[number];
  };

  // 1.6TBASE-DR8 over 300 m of OS2: 0.12 + 4 × 0.35 = 1.52 dB of 3.0; with standard MPO 3.12 dB.
  it('of four low-loss MPO and 300 m is 1.52 dB, 1.48 dB to spare', async () => {
    const budget = await budgetOf(link('Osfp1600Dr8', 'OS2 { length 300 m  connectors 4 x MPO16 low-loss }'));
    expect(printValue(budget.loss)).toBe('1.52 dB');
    expect(printValue(budget.margin)).toBe('1.48 dB');
  });
  it('of four standard MPO and 300 m is 3.12 dB, 0.12 dB too much', async () => {
    const budget = await budgetOf(link('Osfp1600Dr8', 'OS2 { length 300 m  connectors 4 x MPO16 }'));
    expect(printValue(budget.loss)).toBe('3.12 dB');
    expect(printValue(budget.margin)).toBe('−0.12 dB');
  });
  // TIA FOTC, 800GBASE-DR8: 2.75 dB of connectors and 500 m at 0.4 dB/km stay within 3.0 dB.
  it('of 500 m of OS2 is 0.2 dB', async () => {
    const budget = await budgetOf(link('Osfp1600Dr8', 'OS2 { length 500 m  connectors 2 x LC low-loss }'));
    expect(budget.loss.terms[0]?.value).toBeCloseTo(0.2, 12);
  });
  // 0.04 of fiber, two MPO of 0.35, two splices of 0.3 at most (TIA-568), a MEMS switch of 3 at most (1 to 3 dB).
  it('counts splices, and the panels and switches on the way', async () => {
    const path = 'connectors 2 x MPO16 low-loss  splices 2 x FusionSplice  panels 1 x Ocs';
    const budget = await budgetOf(link('Osfp1600Dr8', `OS2 { length 100 m  ${path} }`));
    expect(printValue(budget.loss)).toBe('4.34 dB');
    expect(budget.loss.formula).toBe('fiber + connectors + splices + panels');
  });
  it('is unknown where a panel does not say its loss', async () => {
    const panel = 'panel type Bare { height 1 RU }';
    const text = link('Osfp1600Dr8', 'OS2 { length 100 m  connectors 2 x MPO16  panels 2 x Bare }');
    const budget = await budgetOf(`${panel}${text}`);
    expect(printValue(budget.loss)).toBe('unknown');
    expect(budget.loss.unknown).toBe('the loss of Bare is not said');
    expect(budget.loss.known).toBeCloseTo(1.54, 12);
  });
  // TIA FOTC: 800GBASE-DR8 reaches 250 m on OS1a at 1.0 dB/km.
  it('and reach of 800GBASE-DR8 on OS1a end at 250 m', async () => {
    const text = link('Osfp800Dr8', 'OS1a { length 250 m  connectors 2 x MPO16 low-loss }').replace('OSFP1600', 'OSFP');
    const budget = await budgetOf(text);
    expect(budget.reach.value).toBe(250);
    expect(budget.loss.terms[0]?.value).toBeCloseTo(0.25, 12);
  });
});

describe('density', () => {
  const box = (unit: string, cage: string, count: number) => `
import "std/xpo"
import "std/osfp"
switch type Box { height 1 ${unit}  ports p[1..${count}] : ${cage} }
switch box : Box
`;
  const densityOf = async (text: string) => {
    const { fabric } = await analysisOf(text);
    const part = fabric.blocks[0]?.part;
    return {
      byType: switchDensity(part as never),
      bySelection: densityOfSelection(fabric, single('device', 0), 'density'),
    };
  };

  // XPO: 16 a rack unit of 48 mm, 204.8 Tbps (Converge Digest); OSFP-1600: 32 a rack unit of 44.45 mm, 51.2 Tbps.
  it('of XPO is 204.8 Tbps/OU, four times OSFP for each unit and 3.70 times for each millimetre', async () => {
    const xpo = await densityOf(box('OU', 'XPO', 16));
    const osfp = await densityOf(box('RU', 'OSFP1600', 32));
    expect(printValue(xpo.byType)).toBe('204.8 Tbps/OU');
    expect(xpo.bySelection.value).toBe(xpo.byType.value);
    expect(printValue({ ...osfp.byType, unit: 'Tbps/RU' })).toBe('51.2 Tbps/RU');
    expect((xpo.byType.value * 0.048) / (osfp.byType.value * 0.04445)).toBeCloseTo(4, 9);
    expect(xpo.byType.value / osfp.byType.value).toBeCloseTo(3.704, 3);
  });

  it('counts one chip’s worth where the chip gives less than the cages take', async () => {
    const { byType } = await densityOf(
      `${box('OU', 'XPO', 16)}`
        .replace('height', 'asic Tomahawk6  height')
        .replace('import "std/osfp"', 'import "std/switches"'),
    );
    expect(printValue(byType)).toBe('102.4 Tbps/OU');
  });
});

describe('power', () => {
  // NVIDIA SN5600: 940 W without optics, 64 cages of 18 W, dual 3 kW supplies: 2,092 W on one of them.
  it('of an SN5600 with 64 modules of 18 W is 2,092 W and lives on one supply of 3 kW', async () => {
    const text = `
import "std/osfp"
module type Full { form-factor OSFP  channels 1 x 800GBASE-DR8  power 18 W }
switch type Sn5600 { height 2 RU  power 940 W  supplies 2 x 3 kW, n+1  ports p[1..64] : OSFP }
switch s : Sn5600
plug Full into s.p
`;
    const { facts, findings } = await analysisOf(text);
    expect(facts.power.device[0]?.value).toBe(2092);
    expect(facts.power.supplies[0]?.value).toBe(3000);
    expect(findings).toEqual([]);
  });

  // XPO at its limit: 16 × 400 W = 6.4 kW for each open rack unit.
  it('of 16 XPO at 400 W is 6.4 kW', async () => {
    const text = `
import "std/xpo"
module type Hot is Xpo { channels 8 x 1.6TBASE-DR8  power 400 W }
switch type Box { height 1 OU  power 0 W  liquid 100 %  ports p[1..16] : XPO }
switch s : Box
plug Hot into s.p
`;
    const { facts } = await analysisOf(text);
    expect(facts.power.device[0]?.value).toBe(6400);
    expect(facts.heat.liquid[0]?.value).toBe(6400);
    expect(facts.heat.air[0]?.value).toBe(0);
  });
});

describe('what is unknown', () => {
  it('stays unknown in every sum, and says why', async () => {
    const text = `
switch type Box { height 1 OU }
switch s[1..2] : Box
`;
    const { facts } = await analysisOf(text);
    expect(facts.power.total.value).toBeNaN();
    expect(facts.power.total.unknown).toBe('the power of Box is not said');
    expect(printValue(facts.power.total)).toBe('unknown');
  });
});
