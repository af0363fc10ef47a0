// `lightloom explain FILE NAME`: value, formula, and every term with its line and source.
import { describe, expect, it } from 'vitest';
import { lightloom, podFolder } from '../lightloom.ts';

const explain = async (name: string, cwd = podFolder()) => lightloom(['explain', 'xpo-pod.fabric', name], { cwd });

describe('a figure of the pod', () => {
  it('shows value, formula, terms, lines and sources', async () => {
    const { code, out } = await explain('primary');
    expect(code).toBe(0);
    expect(out).toMatch(/^Coolant loop primary, PG25$/m);
    expect(out).toMatch(/^ {2}return +52\.84 °C +of 55 °C allowed$/m);
    expect(out).toMatch(/rise of primary: 12\.84 K = heat ÷ \(density × specific heat × flow\)/);
    expect(out).toMatch(
      /density of PG25 at 40 °C: 1,014\.3 kg\/m³ \(source: Airedale DeltaChill manual, p\. 53; above 45 °C ASHRAE Handbook 2001, fit of CoolProp, std\/cooling\.fabric:\d+\)/,
    );
    expect(out).toMatch(/supply of primary: 40 °C \(xpo-pod\.fabric:36\)/);
    expect(out).toMatch(/approach of cdu\[1\]: 4 K \(source: OCP Loop Requirements Rev 2, site\.fabric:8\)/);
  });

  // By hand: 128 W ÷ 12.8 Tbps; ÷ 50 V; ÷ (1,014.3 × 3,960 × 0.35 L/min).
  it.each([
    [
      'leaf[3].up[1]',
      [
        /with XpoDr; 1 more like it$/m,
        /energy per bit +10 pJ\/bit/,
        /input current +2\.56 A/,
        /rise +5\.46 K/,
        /outlet +45\.46 °C/,
      ],
    ],
    [
      'leaf[3].up[1]/5',
      [
        /Port backend\.su\[1\]\.leaf\[3\]\.up\[1\]\/5, linked to backend\.spine/,
        /loss +1\.424 dB +of 3 dB/,
        /margin +1\.576 dB/,
      ],
    ],
    [
      'backend.su[1].leaf[3]',
      [
        /^switch backend\.su\[1\]\.leaf\[3\], XpoLeaf, in net\[1\]$/m,
        /power +2\.524 kW/,
        /fibers +1,024/,
        /free ports +0 +of 128$/m,
      ],
    ],
    ['leaf', [/^16 switches in 2 blocks, XpoLeaf$/m]],
    [
      'net[1]',
      [
        /^rack net\[1\], LiquidRack$/m,
        /busbar current +605\.76 A/,
        /flow +40 L\/min +of which at least 33\.6 L\/min is required/,
      ],
    ],
    ['A', [/^Feed A$/m, /load +965\.968 kW/, /and 31 more: 32 ×/]],
    ['backend', [/^Network backend, scale-out/m, /bisection +409\.6 Tbps/]],
    ['su[1]', [/^backend\.su\[1\], ScalableUnit$/m, /power +955\.872 kW/]],
    ['cdu[2]', [/^CDU cdu\[2\], RowCdu1MW, feeds primary$/m, /capacity +1 MW/]],
    [
      'XpoDr',
      [
        /^module type XpoDr is Xpo$/m,
        /power of XpoDr: 128 W \(source: Arista at ECOC 2026, 8xDR8 LRO, xpo-pod\.fabric:11\)/,
      ],
    ],
    ['node[*].nic[1]', [/OSFP, with Osfp800Dr4; 127 more like it$/m]],
  ])('%s', async (name, says) => {
    const { code, out } = await explain(name);
    expect(code).toBe(0);
    for (const each of says) expect(out).toMatch(each);
  });
});

describe('a name that is none', () => {
  it.each([
    ['primry', 'Did you mean primary?'],
    ['leef[3]', 'Did you mean leaf?'],
    ['leaf[99]', 'There is leaf[1..8], with the ports up[1..4], down[1..4].'],
    ['leaf[1].upp[2]', 'There is leaf[1..8], with the ports up[1..4], down[1..4].'],
    ['leaf[1..', 'There is leaf[1..8]'],
    ['???', 'It has backend, primary, A, B, su'],
    ['prim', 'Did you mean primary?'],
    ['leaf[3].', 'There is leaf[1..8]'],
    ['', 'It has backend, primary'],
    ['leaf[1000000000..2000000000]', 'There is leaf[1..8]'],
  ])('%s ends with 2 and says what there is', async (name, says) => {
    const { code, out, err } = await explain(name);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(`\`${name}\` matches nothing in xpo-pod.fabric.`);
    expect(err).toContain(says);
  });

  it('differs from a missing name or file', async () => {
    const { code, err } = await lightloom(['explain', 'xpo-pod.fabric'], { cwd: podFolder() });
    expect(code).toBe(2);
    expect(err).toContain('Name something in xpo-pod.fabric to explain. It has backend, primary');
    expect((await lightloom(['explain', 'nowhere.fabric', 'primary'])).code).toBe(2);
  });
});

describe('a hall', () => {
  // Two leaves in row 1 and a spine in row 2, 8 links of 16 fibers each; two CDUs with pumps of 74 kW.
  const text = `
import "std/osfp"
import "std/racks"
hall main { rack-pitch 600 mm  row-pitch 3 m  tray-height 2.6 m }
cdu type Unit { capacity 1 MW  power 74 kW }
cdu unit[1..2] : Unit
rack leaves[1..2] : OpenRackV3 at row 1 position 1
rack spines : OpenRackV3 at row 2 position 1
switch type Leaf  { height 1 OU  power 1 kW  ports up[1..8] : OSFP }
switch type Spine { height 1 OU  power 1 kW  ports down[1..16] : OSFP }
network n : scale-out {
    switch leaf[1..2] : Leaf
    switch spine : Spine
    link leaf.up to spine.down over OS2 { length 30 m  connectors 2 x MPO16 }
    plug Osfp800Dr8 into leaf.*, spine.*
    place leaf in leaves
    place spine in spines
}
`;
  const explained = async (name: string) =>
    (await lightloom(['explain', 'hall.fabric', name], { cwd: podFolder({ 'hall.fabric': text }) })).out;

  it('has its power, rows, tray and connectors', async () => {
    const out = await explained('main');
    expect(out).toMatch(/^Hall main, 3 racks$/m);
    expect(out).toMatch(/^ {2}power of the CDU pumps +148 kW$/m);
    // 16 cages of 800 Gbps at 8 × 100 Gbps in 48 mm; over one place of 600 mm.
    expect(out).toMatch(/^ {2}density of row 2 +(\S+ Tbps\/OU) +\S+ Tbps\/RU, \S+ Gbps\/mm$/m);
    expect(out).toMatch(/^ {2}fibers between rows 1 and 2 +256$/m);
    expect(out).toMatch(/^ {2}maximum fibers in a tray segment +256$/m);
    expect(out).toMatch(/^ {2}mated pairs of MPO16 +32$/m);
  });

  it('has fibers that leave its racks', async () => {
    const out = await explained('spines');
    expect(out).toMatch(/^ {2}fibers out of the rack +256$/m);
    expect(out).toMatch(/^ {2}fibers within the rack +0$/m);
    expect(out).toMatch(/^ {2}density of row 2 /m);
  });

  it('has networks with tiers', async () => {
    expect((await explain('backend')).out).toMatch(/^ {2}tier 1, leaf +1$/m);
  });
});
