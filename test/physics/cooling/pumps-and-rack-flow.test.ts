// CDUs that lose pumps, serve one loop, and keep their approach; racks without a flow of their own: figures computed by hand.
import { describe, expect, it } from 'vitest';
import { analysisOf, errorsOf, figures, unitFactor } from '../../kit/design.ts';

const psi = unitFactor('psi');
const library = 'import "std/racks"\nimport "std/cooling"\n';
// 40 psi at 100 L/min and 20 psi at 200 L/min: a straight line that falls by 1 psi for each 5 L/min.
const row = (pumps: string) =>
  `${library}cdu type Row { capacity 100 kW  flow 200 L/min  head 40 psi at 100 L/min, 20 psi at 200 L/min  pumps ${pumps} }\n`;
const rack = (power: string) => `rack type R is Eia42 { power 200 kW }
rack r : R { cooled by l }
host type Node { height 8 RU  power ${power}  liquid 100 % }
host x : Node
place x in r
`;

const required = async (text: string, asked: readonly string[]) => (await figures(text, asked)).values;
const errors = (text: string): Promise<string[]> => errorsOf(library + text);

describe('head with pumps lost', () => {
  it('is that of the table at what the pumps would give if all ran, and none without pumps', async () => {
    const text = `${row('2 x 5 kW')}cdu c : Row\nloop l { coolant PG25  supply 40 °C  flow 200 L/min  from c }`;
    const heads = await required(text, [
      'head(l) >= 90 psi',
      'head(l) >= 90 psi when any 1 of c.pumps fail',
      'head(l) >= 90 psi when any 2 of c.pumps fail',
    ]);
    // One of two pumps goes on with its 100 of 200 L/min, against the same 20 psi.
    for (const [i, expected] of [20, 20, 0].entries()) expect((heads[i] as number) / psi).toBeCloseTo(expected, 9);
  });

  it('is shared by all remaining pumps, in whatever CDU', async () => {
    const text = `${row('2 x 5 kW')}cdu c[1..2] : Row\nloop l { coolant PG25  supply 40 °C  flow 240 L/min  from c[*] }`;
    const heads = await required(text, ['head(l) >= 90 psi', 'head(l) >= 90 psi when any 1 of c.pumps fail']);
    // 240 L/min through four pumps are 60 each, 120 for two: 36 psi. Through three they are 80 each, 160 for two: 28 psi.
    for (const [i, expected] of [36, 28].entries()) expect((heads[i] as number) / psi).toBeCloseTo(expected, 9);
  });

  it('does not count a CDU without pumps, as when the CDU itself is lost', async () => {
    const text = `${row('2 x 5 kW, n+1')}cdu c[1..2] : Row
loop l { coolant PG25  supply 40 °C  return <= 60 °C  flow 200 L/min  from c[*], n+1 }
${rack('90 kW')}`;
    const [spare, pumps, whole] = await required(text, [
      'head(l) >= 90 psi when any 1 of c.pumps fail',
      'head(l) >= 90 psi when any 2 of c.pumps fail',
      'head(l) >= 90 psi when any 1 of c fail',
    ]);
    expect((spare as number) / psi).toBeCloseTo(40, 9);
    expect((pumps as number) / psi).toBeCloseTo(20, 9);
    expect(whole).toBeCloseTo(pumps as number, 9);
    // 90 of the 100 kW of the one CDU that is left, by its redundancy or by a failure.
    const shares = await required(text, [
      'headroom(l) >= 99 %',
      'headroom(l) >= 99 % when any 2 of c.pumps fail',
      'headroom(l) >= 99 % when any 1 of c fail',
    ]);
    for (const share of shares) expect(share).toBeCloseTo(0.1, 9);
  });
});

describe('flow of a rack without one of its own', () => {
  // PG25 at 40 °C carries 1.0143 · 3.96 = 4.016628 kW for each L/s and K (Airedale DeltaChill manual, p. 53).
  it('is all of the loop where it is alone: 30 kW over 20 L/min warm it by 22.41 K', async () => {
    const [back] = await required(`${library}loop l { coolant PG25  supply 40 °C  flow 20 L/min }\n${rack('30 kW')}`, [
      'temperature(r) <= 70 °C',
    ]);
    expect(back).toBeCloseTo(40 + 30 / (1.0143 * 3.96 * (20 / 60)), 2);
    const found = await errors(`host type Node { height 8 RU  power 30 kW  liquid 100 % }
host n : Node
loop l { coolant PG25  supply 40 °C  flow 20 L/min }
rack r : OpenRackV3 { cooled by l }
place n in r`);
    expect(found).toEqual(['cooling/outlet-limit: Coolant leaves r at 62.41 °C; OpenRackV3 tolerates 60 °C.']);
  });

  it('is an equal share of what branches and other racks leave', async () => {
    const text = `${library}rack type R is Eia42 { power 100 kW }
rack r[1..4] : R { cooled by l }
r[1] { flow 30 L/min }
loop l { coolant PG25  supply 40 °C  flow 100 L/min  branch b { parallel r[2]  flow 20 L/min } }`;
    const { facts } = await analysisOf(text);
    const flows = [0, 1, 2, 3].map((each) => facts.cooling.branches.rackFlow(each).value * 60_000);
    for (const [i, expected] of [30, 20, 25, 25].entries()) expect(flows[i]).toBeCloseTo(expected, 9);
  });
});

describe('mistakes with CDUs', () => {
  it('one that feeds two loops is reported at the second', async () => {
    const found = await errors(`cdu c[1..3] : Deschutes
loop a { coolant PG25  supply 40 °C  flow 150 L/min  from c[1..2] }
loop b { coolant PG25  supply 40 °C  flow 150 L/min  from c[2..3] }`);
    expect(found).toEqual(['loop/cdu: c[2] already feeds a.']);
  });

  it('facility water warmer than the supply is reported, whatever the approach', async () => {
    const found = await errors(`cdu type New { capacity 100 kW  flow 100 L/min }
cdu c : New
loop a { coolant PG25  supply 44 °C  flow 100 L/min  from c  facility 46 °C }`);
    expect(found).toEqual([
      'cooling/cdu-approach: The facility water of a is at 46 °C; its supply needs less than 44 °C.',
    ]);
  });

  it('an approach is not less than nothing', async () => {
    expect(await errors('cdu type New { capacity 100 kW  flow 100 L/min  approach -3 K }')).toEqual([
      "value/negative: `approach` can't be negative.",
    ]);
  });

  it('one CDU gives, and no redundancy is used up where none is given', async () => {
    const text = (redundancy: string) => `${library}cdu c[1..2] : Deschutes
loop a { coolant PG25  supply 40 °C  flow 4000 L/min  from c[${redundancy === '' ? '1' : '1..2'}]${redundancy} }`;
    const told = async (redundancy: string) =>
      (await analysisOf(text(redundancy))).findings
        .filter(({ rule }) => rule === 'cooling/cdu-flow')
        .map(({ message, label }) => [message, label]);
    // 500 GPM are 1,892.7 L/min (OCP Deschutes v0.80).
    const given = '1,893 L/min';
    expect(await told('')).toEqual([[`a needs a flow of 4,000 L/min; its CDU delivers ${given}.`, given]]);
    expect(await told(', n+1')).toEqual([
      [
        `a needs a flow of 4,000 L/min; the remaining CDU (1 of 2) delivers ${given}.`,
        `${given} with the redundancy lost`,
      ],
    ]);
  });

  it('heat without any coolant flow is reported as that, not as a temperature', async () => {
    const found = await errors(`host type Node { height 8 RU  power 30 kW  liquid 100 % }
host n : Node
loop l { coolant PG25  supply 40 °C  flow 20 L/min }
rack r : OpenRackV3 { cooled by l  flow 0 L/min }
place n in r`);
    expect(found).toContain('cooling/outlet-limit: r gets no coolant flow for the heat of its devices.');
  });
});
