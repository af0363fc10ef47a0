// `lightloom explain FILE "margin(backend)"`: a fact as in a requirement. Figures of the pod are those of its readme.
import { describe, expect, it } from 'vitest';
import { lightloom, podFolder, podWith } from '../lightloom.ts';

const explain = (fact: string, ...options: string[]) =>
  lightloom(['explain', 'xpo-pod.fabric', fact, ...options], { cwd: podFolder() });

describe('a fact', () => {
  it.each([
    // 2 × 0.75 dB and 30 m at 0.4 dB/km, of 3 dB.
    [
      'margin(backend)',
      [/margin\(backend\) +1\.488 dB +the link from backend\.su\[1\]\.node\[1\]/, /pairs: 2 \(xpo-pod/],
    ],
    // Two of three CDUs still pass the heat on, so that nothing changes: 12.84 K above 40 °C.
    [
      'temperature(primary.return) when any 1 of cdu fail',
      [/worst case: cdu\[1\] lost/, /return\) +52\.84 °C$/m, /with nothing lost +52\.84 °C/],
    ],
    // Half of 8 spines carry half of 409.6 Tbps.
    [
      'bisection(backend)   when any 4 of spine fail',
      [/bisection\(backend\) +204\.8 Tbps/, /with nothing lost +409\.6 Tbps/],
    ],
    // The fullest of the two: 12 × 2.524 kW, of which 12 × 1.5 kW is assumed.
    ['power(net.each)', [/power\(net\.each\) +30\.288 kW +net\[1\]$/m, /59\.43 % of power\(net\.each\) is assumed/]],
    // The emptier of the two when the least is the worst: both are equally dense.
    ['density(net)', [/density\(net\) +102\.4 Tbps\/OU/, /height: 24 OU/]],
    ['require margin(backend) >= 2 dB', [/^This requirement fails$/m, />= 2 dB required/]],
    ['margin(backend) >= 1 dB', [/^This requirement holds$/m]],
  ])('%s', async (fact, says) => {
    const { code, out, err } = await explain(fact);
    for (const each of says) expect(out).toMatch(each);
    expect(code).toBe(0);
    expect(err).toBe('');
  });

  it.each([
    [
      'margn(backend)',
      "`margn` isn't a fact that can be required. Did you mean `margin`?\n  margn(backend)\n  ^^^^^\n",
    ],
    ['margin(bakend)', '`bakend` is not defined. Did you mean `backend`?\n  margin(bakend)\n         ^^^^^^\n'],
    ['margin(', 'Expected a name, found the end of the fact. A fact is written as in a requirement: `margin(backend)`'],
    ['margin()', 'Expected a name, found `)`.'],
    ['margin(backend', 'Expected `)`, found the end of the fact.'],
    ['margin(primary)', '`margin` is a fact of a network; `primary` is a loop.'],
    ['leaf(3', 'Expected a name, found `3`.'],
    ['power(net) when any', 'error: '],
    ['power(net) when any 1 of A and B fail', 'Expected `fail` after what may fail, found `and`.'],
    ['power(net) <= 1 kW <= 2 kW', 'Expected the end of the fact, found `<=`.'],
    ['power(net) <= 1 kW; switch x : XpoLeaf', 'A statement ends without a `;`.'],
    ['power(net) <= 1 dB', 'power(net) <= 1 dB\n                ^^^^\n'],
    ['power(net[3])', 'power(net[3])\n            ^\n'],
  ])('%s ends with 2', async (fact, says) => {
    const { code, out, err } = await explain(fact);
    expect(err).toContain(says);
    expect(out).toBe('');
    expect(code).toBe(2);
  });

  it('of a broken file states that it is broken', async () => {
    const cwd = podFolder({ 'broken.fabric': 'network n : scale-out {\n  switch a :\n' });
    const { code, err } = await lightloom(['explain', 'broken.fabric', 'margin(n)'], { cwd });
    expect([0, 2]).toContain(code);
    expect(err).toContain('lightloom check broken.fabric');
  });
});

describe('what figures rest on', () => {
  it('is marked at the figure and listed at the end', async () => {
    const { out } = await explain('leaf[3]');
    expect(out).toMatch(
      /power of XpoLeaf: 1\.5 kW \(assumed: no XPO switch has published its draw, xpo-pod\.fabric:18\)/,
    );
    expect(out).toMatch(/ {4}assumed: power of XpoLeaf, liquid share of XpoLeaf$/m);
    expect(out).toMatch(/ {4}from a draft: .*fibers of 800GBASE-DR4$/m);
    const bare = { 'bare.fabric': podWith(/ assumed "of the chassis heat.*"/, '') };
    const other = await lightloom(['explain', 'bare.fabric', 'leaf[3]'], { cwd: podFolder(bare) });
    expect(other.out).toMatch(/ {4}without a source: liquid share of XpoLeaf$/m);
    // 1.5 of 2.524 kW.
    expect(out).toMatch(/59\.43 % of power is assumed/);
  });
});

describe('a device', () => {
  // QFX5250-64OE-L: 3,435 W, PG25 at 10 L/min, 5.2 K, 71.6 A at 48 V, 51.2 Tbps/OU.
  const text = `
import "std/osfp"
import "std/racks"
import "std/cooling"
import "std/switches"
switch type Qfx {
    asic Tomahawk6  height 2 OU  power 3435 W  liquid 100 %  required-flow 10 L/min
    ports p[1..64] : OSFP1600
}
rack type At48 is OpenRackV3 { busbar-voltage 48 V }
loop primary { coolant PG25  supply 40 °C  flow 10 L/min }
rack r : At48 { cooled by primary }
switch box : Qfx
place box in r
`;

  it('says current, flow, rise and outlet (QFX5250-64OE-L data sheet: 71.6 A at 48 V, 5.2 K at 10 L/min)', async () => {
    const { out } = await lightloom(['explain', 'qfx.fabric', 'box'], { cwd: podFolder({ 'qfx.fabric': text }) });
    const value = (name: string): number => Number(new RegExp(`^  ${name} +([\\d.,]+)`, 'm').exec(out)?.[1]);
    expect(value('input current')).toBeCloseTo(71.6, 1);
    expect(value('available flow')).toBe(10);
    // The maker does not say which ρ·cp it reckons with; that of the tables at 40 °C gives 5.13 K, within 2 %.
    expect(Math.abs(value('rise') - 5.2) / 5.2).toBeLessThan(0.02);
    expect(value('outlet')).toBeCloseTo(40 + value('rise'), 9);
    expect(out).toMatch(/density +51\.2 Tbps\/OU +47\.41 Tbps\/RU, 1,066\.67 Gbps\/mm/);
    expect(out).toMatch(/free ports +64 +of 64/);
  });
});

describe('a link', () => {
  it('typically loses no more than it ever does: LC of low-loss grade lose 0.25 dB, less than LC usually do', async () => {
    const out = (
      await lightloom(['explain', 'across.fabric', 'a.p[1]/1'], {
        cwd: podFolder({
          'across.fabric': `
import "std/qsfp"
switch type Router { height 2 RU  ports p[1..1] : QSFP-DD { power 25 W } }
switch a : Router
switch b : Router
plug QsfpDd400Zr into a.p, b.p
link a.p to b.p over OS2 { length 10 km  connectors 2 x LC low-loss }
`,
        }),
      })
    ).out;
    // 10 km at 0.2 dB/km, as G.652.D cable usually has at 1550 nm, and two pairs.
    expect(out).toMatch(/^ {2}typical loss +2\.5 dB$/m);
  });
});

describe('a type', () => {
  it('has every figure, tables and ranges too, with its source', async () => {
    const { out } = await explain('PG25');
    // Airedale DeltaChill manual, p. 53; freezing point of the ASHRAE Handbook.
    expect(out).toMatch(/density +1,031 kg\/m³ at 0 °C, .*1,014\.3 kg\/m³ at 40 °C/);
    expect(out).toMatch(/usable of PG25: −10 °C to 66 °C \(source: ASHRAE Handbook 2001/);
    expect((await explain('XpoLeaf')).out).toMatch(/^ {2}supplies +3 × 1\.5 kW, n\+1$/m);
    expect((await explain('XpoDr')).out).toMatch(/^ {2}channels +16 × 800GBASE-DR4$/m);
    expect((await explain('ThorUltra')).out).toMatch(/^ {2}power +unknown$/m);
  });
});

describe('things that differ by index alone', () => {
  it('are reported once, with how many there are', async () => {
    const text = `
import "std/racks"
import "std/cooling"
rack r[1..4] : OpenRackV3
loop primary { coolant PG25  supply 40 °C  flow 80 L/min  branch one { parallel r[1..4]  flow 80 L/min } }
switch type Box { height 1 OU  power 5 kW  liquid 100 % }
switch box[1..4] : Box
place box[*] in r[*] 1 each
`;
    const { out } = await lightloom(['explain', 'hall.fabric', 'one'], { cwd: podFolder({ 'hall.fabric': text }) });
    expect(out).toMatch(/liquid heat of r\[1\] and 3 more: 4 × 5 kW = sum of its devices/);
    expect(out).not.toContain('r[3]');
    expect(out).not.toContain('1 × ');
  });
});
