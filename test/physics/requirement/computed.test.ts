// What is computed from facts, against figures that papers and data sheets state.
import { type Derivation, printAtLeast, printValue, verdictOf, verdictsOf } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../kit/design.ts';

/** The values of some questions about a design, in the order asked. */
async function answers(text: string, asked: readonly string[]): Promise<readonly Derivation[]> {
  const analysis = await analysisOf(text);
  return asked.map((each) => {
    const { requirement, problems } = analysis.question(each);
    if (requirement === undefined) throw new Error(`${each}: ${problems.map(({ message }) => message).join()}`);
    return verdictOf(analysis.facts, requirement).value;
  });
}

const printed = async (text: string, asked: readonly string[]): Promise<readonly string[]> =>
  (await answers(text, asked)).map(printAtLeast);

/** Two tiers of 64-port switches: 64 leaves of 32 hosts, 32 spines. */
const plane = (hosts: string) => `
    switch leaf[1..64]  : Leaf
    switch spine[1..32] : Spine
    link leaf[*].up to spine[*].down as mesh
    ${hosts}`;

const types = `import "std/osfp"
switch type Leaf  { height 2 RU  power 1 kW  ports down[1..32] : OSFP  ports up[1..32] : OSFP }
switch type Spine { height 2 RU  power 1 kW  ports down[1..64] : OSFP }
`;

describe('counts of a cluster', () => {
  // DeepSeek-AI, Insights into DeepSeek-V3 (ISCA 2025), table 3: FT2 has 2,048 endpoints, 96 switches and 2,048 links between them.
  it('of a fat tree of two tiers', async () => {
    const text = `${types}
host type Gpu { height 1 RU  power 1 kW  accelerators 1  ports nic : OSFP }
network net : scale-out {
    host gpu[1..2048] : Gpu
    ${plane('for i in 1..64 { link gpu[32 * i - 31..32 * i].nic to leaf[i].down }')}
}
`;
    const asked = ['accelerators', 'switches(leaf, spine)', 'links(net) - hosts(net)', 'parallel-links(leaf, spine)'];
    expect((await answers(text, asked)).map(({ value }) => value)).toEqual([2048, 96, 2048, 1]);
    // The same paper compares topologies by what each endpoint costs: 96 ÷ 2,048.
    expect((await answers(text, ['switches / accelerators']))[0]?.value).toBe(0.046875);
  });

  // The same table: the multi-plane fat tree of eight planes has 16,384 endpoints, 768 switches and 16,384 links between them.
  it('of eight planes', async () => {
    const text = `${types}
host type Node { height 8 RU  power 10 kW  accelerators 8  ports nic[1..8] : OSFP }
template Plane(k : count) {${plane('for i in 1..64 { link node[32 * i - 31..32 * i].nic[k] to leaf[i].down }')}
}
host node[1..2048] : Node
network net : scale-out {
    for k in 1..8 { plane[k] : Plane(k) }
}
let perSwitch = accelerators / switches(net)
`;
    const asked = ['accelerators(net)', 'switches(net)', 'links(net) - 16384', 'perSwitch'];
    expect((await answers(text, asked)).map(({ value }) => value)).toEqual([16384, 768, 16384, 16384 / 768]);
  });

  // NVIDIA, DGX SuperPOD reference architecture H100: 32 leaves with 32 uplinks on 16 spines, two links a pair.
  it('of links between each pair', async () => {
    const text = `${types}
network net : scale-out {
    switch leaf[1..32]  : Leaf
    switch spine[1..16] : Spine
    link leaf[*].up to spine[*].down as mesh
}
`;
    const asked = ['parallel-links(net)', 'parallel-links(net.most)', 'links(net) / switches(leaf) / switches(spine)'];
    expect((await answers(text, asked)).map(({ value }) => value)).toEqual([2, 2, 2]);
    const [lost] = await answers(text, ['parallel-links(net) when any 1 of leaf[1].up[1] fail']);
    expect(lost?.value).toBe(1);
  });
});

// XPO MSA: 64 lanes of 200G and 400 W a module, 16 in one OU: 204.8 Tbps, four times 32 OSFP of 1.6T.
const panels = `import "std/osfp"
import "std/xpo"
switch type Dense { height 1 OU  power 1 kW  ports p[1..16] : XPO }
switch type Flat  { height 1 OU  power 1 kW  ports p[1..32] : OSFP1600 }
module type Full is Xpo { channels 16 x 800GBASE-DR4  power 400 W }
switch a : Dense
switch b : Flat
plug Full into a.p
`;

describe('figures side by side', () => {
  it('four times the density', async () => {
    const analysis = await analysisOf(`${panels}
require density(a) >= 3.7 * density(b)
require density(a) > 4.1 * density(b)
require density(b) <= density(a) / 4
require 3.9 * density(b) <= density(a)
`);
    const verdicts = verdictsOf(analysis.facts);
    expect(verdicts.map(({ holds }) => holds)).toEqual([true, false, true, true]);
    expect(verdicts[0]?.limit.formula).toBe('3.7 × 51.2 Tbps/OU');
    expect(analysis.findings.filter(({ rule }) => rule === 'requirement/unmet').map(({ message }) => message)).toEqual([
      'density(a) is 204.8 Tbps/OU; > 209.92 Tbps/OU (4.1 * density(b)) is required.',
    ]);
  });

  it('31.25 pJ/bit of 400 W and 12.8 Tbps; 6.4 kW of modules in an OU', async () => {
    const asked = [
      'module-power(a.p)',
      'module-power(a.p) / modules(a)',
      'module-power(a.p) / 204.8 Tbps',
      'module-power(a) / 1 OU',
    ];
    expect(await printed(panels, asked)).toEqual(['6.4 kW', '400 W', '31.25 pJ/bit', '6.4 kW/OU']);
  });

  // AMD Helios: 385 L/min for 245 kW, 1.57 L/min for each kW.
  it('L/min for each kW', async () => {
    const text = `import "std/racks"
import "std/cooling"
loop primary { coolant PG25  supply 40 °C  flow 385 L/min }
host type Tray { height 1 OU  power 245 kW  liquid 100 % }
rack r : OpenRackV3 { cooled by primary }
host t : Tray
place t in r
`;
    expect(await printed(text, ['flow(primary) / heat(primary)'])).toEqual(['1.57 L/min/kW']);
  });
});

describe('cabling', () => {
  const text = (connectors: string) => `import "std/osfp"
import "std/fiber"
optics type Dr {
    mode single-mode  lanes 4  lane-rate 100 Gbps  symbol-rate 53.125 GBd  fibers 8  connector MPO12
    reach 500 m  channel-loss 3 dB
}
connector type Sum { loss ${connectors} }
fiber type Half is OS2 { attenuation 0.5 dB/km }
module type M is Osfp400Dr4 { channels 1 x Dr }
switch type Box { height 1 RU  power 100 W  ports p[1..4] : OSFP }
network n : scale-out {
    switch a[1..2] : Box
    plug M into a[*].p
    link a[1].p to a[2].p over Half { length 60 m  connectors 1 x Sum }
}
`;
  // IEEE 802.3 clause 124: 400GBASE-DR4 tolerates 3.0 dB: 2.75 dB of connections and 500 m at 0.5 dB/km.
  it.each([
    ['2.75 dB', 500],
    ['2.9 dB', 200],
    ['1 dB', 500],
    ['2.98 dB', 40],
  ])('%s of connections leave %d m', async (connectors, length) => {
    expect((await answers(text(connectors), ['supportable-length(n)']))[0]?.value).toBeCloseTo(length, 6);
  });

  it('adds up cables and their lengths, of a network and of the design', async () => {
    const asked = ['cables(n)', 'cable-length(n)', 'cables', 'cable-length / cables'];
    expect((await answers(text('1 dB'), asked)).map(({ value }) => value)).toEqual([4, 240, 4, 60]);
  });
});

describe('several subjects', () => {
  const text = `switch type Box { height 1 OU  power 3 kW }
switch type Big { height 2 OU  power 5 kW }
switch a[1..2] : Box
switch b : Big
`;
  it('count together, each thing once', async () => {
    const asked = [
      'power(a, b)',
      'power(a, a[1])',
      'switches(a, b) * 1 kW',
      'power(a) + power(b) - 1 kW',
      'power - power(a)',
    ];
    expect(await printed(text, asked)).toEqual(['11 kW', '6 kW', '3 kW', '10 kW', '5 kW']);
  });

  it('of networks, the worst: the smallest margin, the largest loss', async () => {
    const networks = `import "std/osfp"
switch type Box { height 1 RU  ports p[1..2] : OSFP }
template Pair(run : length) {
    switch a : Box
    switch b : Box
    plug Osfp800Dr8 into a.p, b.p
    link a.p to b.p over OS2 { length run  connectors 2 x MPO16 }
}
network near : scale-out { x : Pair(10 m) }
network far  : storage   { y : Pair(400 m) }
`;
    const [both, one] = await answers(networks, ['margin(near, far)', 'margin(far)']);
    expect(both?.value).toBe(one?.value);
    expect(await printed(networks, ['length(near, far)', 'links(near, far)', 'length(far) - length(near)'])).toEqual([
      '400 m',
      '4',
      '390 m',
    ]);
  });
});

describe('what is only known in part', () => {
  const text = `switch type Known { height 1 OU  power 5 kW }
switch type Open  { height 1 OU }
switch a : Known
switch b : Open
switch c[1..10] : Known
`;
  it.each([
    // At least 5 kW ÷ 10 is at least 0.5 kW.
    ['power(a, b) / switches(c)', 'at least 500 W'],
    ['power(a, b) * 3', 'at least 15 kW'],
    ['power(a, b) + power(c)', 'at least 55 kW'],
    ['power(a, b) - 1 kW', 'at least 4 kW'],
    // Of a difference of two lower bounds nothing is known.
    ['power(a, b) - power(b, c)', 'unknown'],
    // What is more than nothing may be anything more.
    ['power(a, b) / power(b, c)', 'at least 0'],
  ])('%s is %s', async (asked, value) => {
    expect(await printed(text, [asked])).toEqual([value]);
  });

  it('an upper bound comes of a division by a lower one', async () => {
    const [value] = await answers(text, ['10 kW / power(a, b)']);
    expect(value?.bounds).toEqual({ least: 0, most: 2 });
  });

  it('decides a requirement where it is enough', async () => {
    const { facts, findings } = await analysisOf(`${text}
require power(a, b) / switches(c) <= 400 W
require power(a, b) / switches(c) <= 600 W
require power(c) >= power(a, b)
require power(a) >= power(b, c) / 10
require power(a, b) > 0.9 * power(a)
require 10 kW / power(a, b) <= 2.1
`);
    expect(verdictsOf(facts).map(({ holds }) => holds)).toEqual([false, undefined, undefined, undefined, true, true]);
    expect(findings.find(({ rule }) => rule === 'requirement/unmet')?.message).toBe(
      'power(a, b) / switches(c) is at least 500 W; <= 400 W is required.',
    );
    expect(findings.find(({ rule }) => rule === 'requirement/unknown')?.message).toMatch(/Open has no `power`/);
  });

  it('a division by nothing has no value, and says so', async () => {
    const [value] = await answers('switch type B { height 1 OU power 1 kW }\nswitch a : B\n', ['power / hosts']);
    expect([value?.value, value?.unknown]).toEqual([Number.NaN, 'the divisor `hosts` is 0']);
  });
});

describe('let', () => {
  const text = `switch type Box { height 1 OU  power 3 kW }
switch a[1..4] : Box
let all   = power(a)
let share = all / switches(a) + extra
let extra = 200 W
require share <= 3.2 kW
require share < 3.2 kW
`;
  it('names a figure, with the arithmetic and each fact below it', async () => {
    const { facts, fabric, findings } = await analysisOf(text);
    expect(fabric.figures.map(({ name, value }) => [name, value.text])).toEqual([
      ['all', 'power(a)'],
      ['share', 'all / switches(a) + extra'],
    ]);
    const [verdict] = verdictsOf(facts);
    expect([verdict?.value.label, verdict?.value.formula, printValue(verdict?.value as Derivation)]).toEqual([
      'share',
      '12 kW ÷ 4 + 200 W',
      '3.2 kW',
    ]);
    expect(verdict?.value.terms.map(({ label }) => label)).toEqual(['all', 'switches of a']);
    expect(findings.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([
      'share is 3.2 kW; < 3.2 kW is required.',
    ]);
  });
});
