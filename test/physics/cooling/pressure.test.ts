// Pressure of the coolant, facility water and air that can be required: figures computed by hand.
//
// One coupling loses SG · (Q ÷ Cv)² psi with Q in GPM: PG25 at 40 °C has SG 1.0143 (Airedale), 17.8 L/min are 4.7023 GPM and
// UQD08 has Cv 2.5 (OCP), so that it loses 1.0143 × (4.7023 ÷ 2.5)² = 3.5884 psi, and the pair of a branch 7.1768 psi.
import type { Loop } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { figures, unitFactor } from '../../kit/design.ts';

const psi = unitFactor('psi');
const cfm = unitFactor('CFM');

const design = (loop: string, rest = '', cdus = 'cdu[*], n+1') => `import "std/racks"
import "std/cooling"
cdu type Row { capacity 100 kW  flow 40 L/min  head 60 psi at 0 L/min, 20 psi at 40 L/min  approach 4 K }
cdu cdu[1..3] : Row
loop primary { coolant PG25  supply 40 °C  return <= 60 °C  pressure-drop 4 psi  from ${cdus}  ${loop} }
rack type Piped is OpenRackV3 { pressure-drop 5 psi  air-rise 10 K  airflow 400 CFM }
host type Node { height 4 RU  power 10 kW  liquid 80 %  pressure-drop 2 psi at 10 L/min, 2 psi at 60 L/min }
rack r[1..4] : Piped at row 1..2
host node[1..4] : Node
place node[*] in r[*] 1 each
${rest}
`;

async function required(text: string, requirements: readonly string[]) {
  const { analysis, verdicts } = await figures(text, requirements, { expected: /^cooling/ });
  return { ...analysis, verdicts };
}

describe('pressure', () => {
  const branches =
    'flow 35.6 L/min  branch a { series r[1..2]  flow 17.8 L/min  couplings 2 x UQD08 }  branch b { parallel r[3..4]  flow 17.8 L/min  couplings 2 x UQD08 }';
  const figures: readonly (readonly [string, number])[] = [
    ['pressure-drop(r[1])', 5 + 2],
    ['pressure-drop(primary.a)', 7.1768 + 2 * 7],
    ['pressure-drop(primary)', 4 + 7.1768 + 2 * 7],
    // Two of three CDUs are left with 17.8 L/min each: 60 − 17.8 = 42.2 psi; the table falls by 1 psi for each L/min.
    ['head(primary)', 42.2],
    ['head-margin(primary)', 42.2 - 4 - 7.1768 - 14],
    ['head(primary) >= 1 psi when any 1 of cdu fail', 42.2],
    // One CDU gives all 35.6 L/min.
    ['head(primary) >= 1 psi when any 2 of cdu fail', 60 - 35.6],
    ['head-margin(primary) >= 1 psi when any 2 of cdu fail', 24.4 - 4 - 7.1768 - 14],
  ];
  it.each(figures)('%s is %f psi', async (text, value) => {
    const asked = text.includes('>=') ? text : `${text} >= 1 psi`;
    // The racks in parallel get 8.9 L/min, so that the table of the hosts has to begin lower.
    const { verdicts } = await required(design(branches).replace('2 psi at 10 L/min', '2 psi at 5 L/min'), [asked]);
    expect((verdicts[0]?.value.value as number) / psi).toBeCloseTo(value, 3);
  });

  it('that is not given is unknown, and so is what depends on it', async () => {
    const { verdicts, facts, fabric } = await required(design(branches), [
      'pressure-drop(primary.b) <= 50 psi',
      'head-margin(primary) >= 1 psi',
      'pressure(primary) <= 50 psi',
    ]);
    expect(verdicts.map(({ value }) => value.unknown)).toEqual([
      'Node has no `pressure-drop` for that flow',
      'Node has no `pressure-drop` for that flow',
      'primary has no `working-pressure` and no `static-pressure`',
    ]);
    // What is known is lost for certain: pipes, couplings, and the racks in series.
    expect(facts.pressure.loop(fabric.loops[0] as Loop).known / psi).toBeCloseTo(4 + 7.1768 + 14, 3);
  });

  it('is at most what the loop is filled to and all of the head, or what its relief valve opens at', async () => {
    const of = async (loop: string) =>
      ((await required(design(loop), ['pressure(primary) <= 50 psi'])).verdicts[0]?.value.value as number) / psi;
    expect(await of('flow 30 L/min  static-pressure 12 psi')).toBeCloseTo(72, 9);
    expect(await of('flow 30 L/min  static-pressure 12 psi  working-pressure 45 psi')).toBeCloseTo(45, 9);
  });

  it('of a head that falls with the flow fails when a CDU is lost, with heat and flow to spare', async () => {
    // 35 psi are lost at 40 L/min: of two CDUs without a spare each gives 20 L/min and 40 psi; the one that is left 20 psi.
    const text = design('flow 40 L/min', 'r[*] { cooled by primary  flow 10 L/min }', 'cdu[1..2]').replace(
      'pressure-drop 4 psi',
      'pressure-drop 28 psi',
    );
    const { verdicts, findings } = await required(text, [
      'head-margin(primary) >= 0 psi',
      'head-margin(primary) >= 0 psi when any 1 of cdu fail',
    ]);
    expect(verdicts.map(({ value }) => Math.round((value.value / psi) * 1e6) / 1e6)).toEqual([5, -15]);
    expect(findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)).toEqual([
      'requirement/unmet',
    ]);
    const promised = (await required(text.replace('cdu[1..2]  ', 'cdu[1..2], n+1  '), [])).findings;
    expect(
      promised.filter(({ severity }) => severity === 'error').map(({ rule, message }) => `${rule}: ${message}`),
    ).toEqual([
      'cooling/loop-head: primary loses 241.3 kPa (35 psi) on its worst path; the remaining CDU (1 of 2) delivers 137.9 kPa (20 psi).',
    ]);
  });
});

describe('headroom of a branch', () => {
  // 8 kW a rack in PG25 at 40 °C, ρ·cp 4.016628 kJ/L·K: 30 L/min carry 2.008314 kW for each kelvin.
  it.each([
    ['parallel r[1..2]', '', 1 - 16 / (2.008314 * 20)],
    ['parallel r[1..2]', 'return <= 50 °C', 1 - 16 / (2.008314 * 10)],
    ['series r[1..2]', 'return <= 50 °C', 1 - 16 / (2.008314 * 10)],
  ])('%s %s', async (racks, limit, share) => {
    const { verdicts } = await required(design(`flow 30 L/min  branch a { ${racks}  flow 30 L/min  ${limit} }`), [
      'headroom(primary.a) >= 1 %',
    ]);
    expect(verdicts[0]?.value.value).toBeCloseTo(share, 6);
  });

  it('after another starts from its outlet', async () => {
    const { verdicts, findings } = await required(
      design(
        'flow 30 L/min  branch a { parallel r[1..2]  flow 30 L/min }  branch b { parallel r[3..4]  after a  return <= 50 °C }',
      ),
      ['headroom(primary.b) >= 1 %'],
    );
    // 16 kW warm by 7.9669 K: b starts at 47.9669 °C, has 2.0331 K, and returns at 55.9338 °C.
    expect(verdicts[0]?.value.value).toBeCloseTo(1 - 16 / (2.008314 * (10 - 16 / 2.008314)), 6);
    // The branch that is too hot is told once, with the requirement that fails for it.
    expect(
      findings
        .filter(({ severity }) => severity === 'error')
        .map(({ rule, message, consequences }) => [rule, message, consequences.length]),
    ).toEqual([['cooling/return-temperature', 'primary.b returns at 55.93 °C; its limit is 50 °C.', 1]]);
  });

  it('without a limit is unknown', async () => {
    const text = design('flow 30 L/min  branch a { parallel r[1..2]  flow 30 L/min }').replace('return <= 60 °C', '');
    const { verdicts } = await required(text, ['headroom(primary.a) >= 1 %']);
    expect(verdicts[0]?.value.unknown).toBe('primary has no `return`');
  });
});

describe('headroom of a loop', () => {
  it('is what its CDUs pass on, where that is less than its flow carries', async () => {
    // 36 L/min carry 2.41 kW for each kelvin, 48.2 kW up to 60 °C; three CDUs pass on 45 kW, two 30 kW, and 32 kW come in.
    const text = design('flow 36 L/min', 'r[*] { cooled by primary  flow 9 L/min }').replace('100 kW', '15 kW');
    const { verdicts } = await required(text.replace(', n+1', ''), [
      'headroom(primary) >= 1 %',
      'headroom(primary) >= 1 % when any 1 of cdu fail',
    ]);
    expect(verdicts[0]?.value.value).toBeCloseTo(1 - 32 / 45, 9);
    expect(verdicts[1]?.value.value).toBeCloseTo(1 - 32 / 30, 9);
  });
});

describe('facility water and air', () => {
  // Approach of 4 K: 36 °C, so that water of ASHRAE class W32 will do and W40 will not.
  it.each([
    ['32 °C', true],
    ['36 °C', true],
    ['40 °C', false],
  ])('facility(primary) >= %s: %s', async (limit, holds) => {
    const { verdicts } = await required(design('flow 30 L/min'), [`facility(primary) >= ${limit}`]);
    expect([verdicts[0]?.value.value, verdicts[0]?.holds]).toEqual([36, holds]);
  });

  // CFM = 1.757 × W ÷ K (identity of the NVIDIA CDU notes): 2 kW of air a rack with 10 K are 351.4 CFM.
  it('racks need air, a row the sum of its racks', async () => {
    const { verdicts } = await required(design('flow 30 L/min'), [
      'airflow(r) <= 1 CFM',
      'airflow(r.each) <= 1 CFM',
      'air-rise(r) <= 1 K',
    ]);
    const [all, each, rise] = verdicts.map(({ value }) => value.value);
    expect(Math.abs((all as number) / cfm / (4 * 351.4) - 1)).toBeLessThan(0.001);
    expect(Math.abs((each as number) / cfm / 351.4 - 1)).toBeLessThan(0.001);
    expect(Math.abs((rise as number) / ((1.757 * 2000) / 400) - 1)).toBeLessThan(0.001);
  });

  it.each([
    ['1000 CFM', []],
    ['700 CFM', ['Row 1 needs 702.78 CFM of air, the most of 2 rows over the limit; it gets 700 CFM.']],
  ])('a row that gets %s: %j', async (airflow, messages) => {
    const { findings } = await required(design('flow 30 L/min', `hall main { row-airflow ${airflow} }`), []);
    expect(findings.filter(({ rule }) => rule === 'cooling/row-air').map(({ message }) => message)).toEqual(messages);
  });
});

// Lenovo Press LP2357: a whole rack that is one device takes the flow of its rack, and loses what its table gives.
describe('GB300 NVL72', () => {
  it.each([
    [25, 59, 2.3],
    [30, 71, 3.2],
    [35, 89, 4.9],
    [40, 119, 8.5],
    [45, 177, 18.4],
  ])('at %i °C with %i L/min loses %f psi; on a CDU of 35 psi the rest is left', async (supply, flow, drop) => {
    const { verdicts, findings } = await required(
      `import "std/hosts"
cdu cdu[1..2] : NvidiaQualified600
loop l { coolant PG25  supply ${supply} °C  return <= 65 °C  flow ${flow} L/min  pressure-drop 10 psi  from cdu[*], n+1 }
rack r : Nvl72Rack { cooled by l  flow ${flow} L/min }
host nvl : GB300-NVL72
place nvl in r
`,
      ['pressure-drop(r) <= 20 psi', 'head-margin(l) >= 5 psi', 'facility(l) >= 17 °C'],
    );
    expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
    expect((verdicts[0]?.value.value as number) / psi).toBeCloseTo(drop, 9);
    expect((verdicts[1]?.value.value as number) / psi).toBeCloseTo(35 - 10 - drop, 9);
    expect(verdicts[2]?.value.value).toBe(supply - 4);
  });

  it('with less flow than its row of the table gives is reported, with the figure', async () => {
    const { findings } = await required(
      `import "std/hosts"
loop l { coolant PG25  supply 40 °C  return <= 65 °C }
rack r : Nvl72Rack { cooled by l  flow 110 L/min }
host nvl : GB300-NVL72
place nvl in r
`,
      [],
    );
    expect(findings.filter(({ severity }) => severity !== 'note').map(({ message }) => message)).toEqual([
      'r needs 119 L/min of coolant for its devices; it gets 110 L/min.',
    ]);
  });
});
