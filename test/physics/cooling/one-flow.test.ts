// One flow through a device: what flows into a rack flows through its devices, for couplings, temperature and pressure alike.
import { describe, expect, it } from 'vitest';
import { analysisOf, errorsOf, figure, figures, findingsOf, unitFactor } from '../../kit/design.ts';

/** Some boxes in a rack that gets 45 L/min of water. */
const boxes = (count: number, more = '', type = 'required-flow 5 L/min') => `
import "std/racks"
import "std/cooling"
loop l { coolant Water  supply 30 °C  return <= 45 °C  flow 45 L/min }
rack r : OpenRackV3 { cooled by l }
switch type B {
    height 1 OU  liquid 100 %  power 3 kW  couplings 2 x UQD04
    pressure-drop 5 psi at 5 L/min, 80 psi at 20 L/min
    ${type}
}
switch b[1..${count}] : B
place b[*] in r
${more}`;

describe('boxes in a rack', () => {
  // UQD04 is rated for 6.4 L/min (OCP). 45 L/min ÷ 1, 2, 3, 7 and 8 boxes.
  it.each([
    [1, '45 L/min'],
    [2, '22.5 L/min'],
    [3, '15 L/min'],
    [7, '6.4286 L/min'],
  ])('%i of them share 45 L/min: %s through each coupling', async (count, flow) => {
    const [found] = await findingsOf(boxes(count));
    expect(found?.message).toMatch(/^Each UQD04 of B carries .*; it is rated for 6.4 L\/min\.$/);
    expect((found?.derivation?.value ?? 0) / unitFactor('L/min')).toBeCloseTo(Number.parseFloat(flow), 3);
  });
  it('8 of them share 45 L/min: 5.625 L/min, which UQD04 carries', async () => {
    expect(await errorsOf(boxes(8))).toEqual([]);
  });
  it('they share it equally where they don’t say what they need', async () => {
    const [found] = await findingsOf(boxes(3, '', ''));
    expect(found?.message).toContain('carries 15 L/min');
  });
  it('they share it by what they need where all of them say it', async () => {
    // 45 L/min for needs of 5 and 2 × 10 L/min: 9 and 18 L/min.
    const more = 'switch type C is B { required-flow 10 L/min }\nswitch c[1..2] : C\nplace c[*] in r';
    const { facts } = await analysisOf(boxes(1, more));
    const through = (index: number) => facts.deviceFlows.through(0, index).value / unitFactor('L/min');
    expect([through(0), through(1)]).toEqual([expect.closeTo(9, 9), expect.closeTo(18, 9)]);
  });
  it('one that needs no coolant gets none of it', async () => {
    const more = 'switch type D is B { liquid 0 % }\nswitch d : D\nplace d in r';
    const { facts } = await analysisOf(boxes(2, more));
    expect(facts.deviceFlows.through(0, 0).value / unitFactor('L/min')).toBeCloseTo(22.5, 9);
  });
  // 15 L/min lie between 5 psi at 5 L/min and 80 psi at 20 L/min: 55 psi. UQD04, Cv 0.8: 2 × 0.99565 × (15 ÷ 3.785412 ÷ 0.8)².
  it('lose the pressure of the flow that passes their couplings', async () => {
    const couplings = 2 * 0.99565 * (15 / 3.785412 / 0.8) ** 2;
    const lost = await figure(boxes(3), 'pressure-drop(r)', { expected: /coupling-flow/ });
    expect(lost.known / unitFactor('psi')).toBeCloseTo(55 + couplings, 3);
  });
  // 22.5 L/min are beyond the table, whose last row is 80 psi: no less than that.
  it('lose at least what the last row of their table says beyond it', async () => {
    const lost = await figure(boxes(2), 'pressure-drop(r)', { expected: /coupling-flow/ });
    expect(lost.value).toBeNaN();
    expect(lost.known / unitFactor('psi')).toBeGreaterThan(80);
  });
});

describe('a box that is placed nowhere', () => {
  const text = (coupling: string) => `
import "std/xpo"
import "std/cooling"
module type D is Xpo { channels 16 x 800GBASE-DR4  power 128 W  flow 0.7 L/min }
switch type B { height 1 OU  liquid 100 %  couplings 2 x ${coupling}  ports p[1..4] : XPO }
switch b : B
plug D into b.*
`;
  // Four modules of 0.7 L/min are 2.8 L/min; UQD02 is rated for 2.1, UQD04 for 6.4 (OCP).
  it('has couplings that are judged by what it needs', async () => {
    expect(await errorsOf(text('UQD02'))).toEqual([
      'cooling/coupling-flow: Each UQD02 of B carries at least 2.8 L/min; it is rated for 2.1 L/min.',
    ]);
    expect(await errorsOf(text('UQD04'))).toEqual([]);
  });
});

describe('what is known of a heat', () => {
  // 90 kW in 10 L/min of PG25 at 40 °C: 90 × 60 ÷ (1.0143 × 3.96 × 10) = 134.4 K.
  const text = (more: string) => `
import "std/racks"
import "std/cooling"
loop l { coolant PG25  supply 40 °C  return <= 60 °C  flow 10 L/min }
rack r : OpenRackV3 { cooled by l }
switch type B { height 1 OU  liquid 100 %  power 10 kW }
switch b[1..9] : B
place b[*] in r
${more}`;
  it('warms the coolant, whatever is beside it', async () => {
    const more = 'switch type U { height 1 OU  liquid 100 % }\nswitch u : U\nplace u in r';
    const said = async (each: string) => (await errorsOf(text(each))).find((found) => found.includes('/return'));
    expect(await said('')).toMatch(/l returns at 174\.4\d* °C; its limit is 60 °C\.$/);
    expect(await said(more)).toMatch(/l returns at 174\.4\d* °C or more; its limit is 60 °C\.$/);
  });
  it('takes a share of what the loop can carry: no more than the rest is free', async () => {
    const more = 'switch type U { height 1 OU  liquid 100 % }\nswitch u : U\nplace u in r';
    const { verdicts } = await figures(text(more), ['headroom(l) >= 0 %', 'headroom(l) <= 0 %'], {
      expected: /return/,
    });
    expect(verdicts.map(({ holds }) => holds)).toEqual([false, true]);
  });
  // 90 kW are known; of two CDUs of 60 kW one remains, so the loop warms without end. Its flow alone would carry them: 90 × 60 ÷
  // (1.0143 × 3.96 × 100) = 13.4 K, to 53.4 °C.
  it('is more than the remaining CDUs remove, whatever is beside it', async () => {
    const cdus = 'cdu type C { capacity 60 kW  flow 200 L/min }\ncdu c[1..2] : C\n';
    const on = text(`${cdus}switch type U { height 1 OU  liquid 100 % }\nswitch u : U\nplace u in r`).replace(
      'flow 10 L/min',
      'flow 100 L/min  from c[*]',
    );
    const { verdicts } = await figures(on, ['temperature(l.return) <= 60 °C when any 1 of c fail'], {
      expected: /./,
    });
    expect(verdicts.map(({ holds }) => holds)).toEqual([false]);
  });
});

describe('a supply temperature', () => {
  // 90 kW on 1 L/min fail whatever the temperature of the coolant; at 60 °C as at 0 °C.
  it.each([0, 20, 45, 46, 60])('of %i °C is in the table of PG25, and the return is judged', async (supply) => {
    const found = await errorsOf(`
import "std/racks"
import "std/cooling"
loop l { coolant PG25  supply ${supply} °C  return <= 60 °C  flow 1 L/min }
rack r : OpenRackV3 { cooled by l }
switch type B { height 1 OU  liquid 100 %  power 10 kW }
switch b[1..9] : B
place b[*] in r
`);
    expect(found).toContainEqual(expect.stringMatching(/^cooling\/return-temperature: l returns at/));
  });
});

describe('100 kW in 150 L/min of PG25 (OCP: 1.5 L/min for each kW)', () => {
  const rise = (supply: number) =>
    figure(
      `import "std/racks"
import "std/cooling"
rack type Liquid is OpenRackV3 { power 120 kW }
rack r : Liquid { cooled by l  flow 150 L/min }
loop l { coolant PG25  supply ${supply} °C  flow 150 L/min }
host type Node { height 30 OU  power 100 kW  liquid 100 % }
host a : Node
place a in r
`,
      'rise(r)',
    );
  // 100 ÷ (2.5 L/s × 1.0143 × 3.96) = 9.959 K; at 25 °C 100 ÷ (2.5 × 1.0215 × 3.92) = 9.989 K (rows of Airedale, p. 53).
  it('warm it by 9.96 K at 40 °C, and by more at 25 °C', async () => {
    expect((await rise(40)).value).toBeCloseTo(9.959, 3);
    expect((await rise(25)).value).toBeCloseTo(9.989, 3);
  });
});

describe('a rack on no loop', () => {
  const text = (liquid: string, rack = '') => `
import "std/racks"
import "std/cooling"
rack type R is Eia42 { airflow 1600 CFM  air-rise 11 K  power 20 kW }
rack r : R { ${rack} }
host type Node { height 8 RU  power 10 kW  ${liquid} }
host n : Node
place n in r
`;
  // 160 CFM for each kW: 10,000 ÷ (1.2 × 1005 × 1600 × 0.000471947) = 10.98 K.
  it('gives its heat to air without being told so: 10 kW at 160 CFM for each kW warm it by 10.98 K', async () => {
    expect((await figure(text(''), 'air-rise(r)')).value).toBeCloseTo(10.98, 2);
  });
  it('keeps to a share that is given', async () => {
    expect((await figure(text('liquid 50 %'), 'air-rise(r)')).value).toBeCloseTo(5.49, 2);
  });
  it('gives its heat to air beside a loop that doesn’t reach it, but not on the loop', async () => {
    const loop = 'loop l { coolant PG25  supply 40 °C  flow 20 L/min }\n';
    expect((await figure(loop + text(''), 'air-rise(r)')).value).toBeCloseTo(10.98, 2);
    expect((await figure(loop + text('', 'cooled by l'), 'air-rise(r)')).value).toBeNaN();
  });
});
