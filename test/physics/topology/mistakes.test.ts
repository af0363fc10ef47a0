// Designs as an architect would write them, each with one mistake: one finding, on the line of the mistake, with the figures
// that the mistake has by hand.
import { describe, expect, it } from 'vitest';
import { analysisOf, findingsOf } from '../../kit/design.ts';

const library = `import "std/osfp"
import "std/xpo"
import "std/switches"
import "std/hosts"
`;

/** Two tiers, not oversubscribed: 16 hosts with 4 ports, 4 leaves, 2 spines, 51.2 Tbps up and down. */
const rails = (links: string) => `
switch type Leaf  { asic Tomahawk5  height 2 RU  ports down[1..16] : OSFP  ports up[1..16] : OSFP }
switch type Spine { asic Tomahawk5  height 2 RU  ports down[1..32] : OSFP }
host type Node { height 8 RU  accelerators 4  ports nic[1..4] : OSFP-RHS }
network n : scale-out {
    host   node[1..16] : Node
    switch leaf[1..4]  : Leaf
    switch spine[1..2] : Spine
    plug Osfp800Dr8 into leaf[*].*, spine[*].*
    plug Osfp800Dr8Flat into node[*].*
${links}
}
`;
const path = 'over OS2 { length 20 m  connectors 2 x MPO16 }';
const toSpines = `    link leaf[*].up to spine[*].down as mesh ${path}`;

interface Mistake {
  readonly name: string;
  readonly text: string;
  readonly rule: string;
  /** Text of the line the finding stands on. */
  readonly line: string;
  readonly says: readonly string[];
}

const mistakes: readonly Mistake[] = [
  {
    name: 'two rails swapped at one host',
    text: rails(`    link node[1..15].nic to leaf[*].down[1..15] as rails ${path}
    link node[16].nic[1, 3, 2, 4] to leaf[1..4].down[16] ${path}
${toSpines}`),
    rule: 'topology/rail-on-two-leaves',
    line: 'link node[16].nic[1, 3, 2, 4]',
    says: ['Rail 2 has 15 hosts on n.leaf[2] and 1 host on n.leaf[3]', 'n.node[16].nic[2] and n.node[16].nic[3]'],
  },
  {
    name: 'two leaves that are not striped evenly',
    text: rails(`    link node[*].nic to leaf[*].down as rails ${path}
    link leaf[1..2].up to spine[*].down[1..16] as mesh ${path}
    link leaf[3].up[1..9]   to spine[1].down[17..25] ${path}
    link leaf[3].up[10..16] to spine[2].down[17..23] ${path}
    link leaf[4].up[1..7]   to spine[1].down[26..32] ${path}
    link leaf[4].up[8..16]  to spine[2].down[24..32] ${path}`),
    rule: 'topology/asymmetric-striping',
    line: 'link leaf[3].up[1..9]',
    says: ['n.leaf[3] has 9 links to n.spine[1] and 7 to n.spine[2]; 1 other switch'],
  },
  {
    name: 'one spine too few for what must hold',
    // 64 ports of 800G inject 51.2 Tbps, half of which is 25.6; one spine of two carries half of that.
    text: `${rails(`    link node[*].nic to leaf[*].down as rails ${path}
${toSpines}`)}require bisection(n) >= 75 % of full when any 1 of spine fail`,
    rule: 'requirement/unmet',
    line: 'require bisection(n)',
    says: ['is 12.8 Tbps with n.spine[1] lost; >= 19.2 Tbps (75 % of full)'],
  },
  {
    name: 'a port linked to itself',
    text: `
switch type Box { asic Tomahawk5  height 2 RU  ports p[1..4] : OSFP }
network n : scale-out {
    switch a : Box
    switch b : Box
    plug Osfp800Dr8 into a.p, b.p[1..3]
    link a.p[1..3] to b.p[1..3] ${path}
    link a.p[4] to a.p[4] ${path}
}`,
    rule: 'topology/self-link',
    line: 'link a.p[4] to a.p[4]',
    says: ['n.a.p[4] is linked to itself'],
  },
  {
    name: 'two ports that two statements link',
    text: `
switch type Box { asic Tomahawk5  height 2 RU  ports p[1..4] : OSFP }
network n : scale-out {
    switch a : Box
    switch b : Box
    plug Osfp800Dr8 into a.*, b.*
    link a.p[1..4] to b.p[1..4] ${path}
    link a.p[4] to b.p[3] ${path}
}`,
    rule: 'topology/port-used-twice',
    line: 'link a.p[4] to b.p[3]',
    says: ['2 ports have two links each (n.a.p[4], …)'],
  },
  {
    name: 'a QM9700 counted in both directions',
    // 64 ports of 400G: 25.6 Tbps one way.
    text: `
asic type Q2 is Quantum2 { capacity 51.2 Tbps source "data sheet" }
switch type Box is QM9700 { asic Q2 }
switch s : Box
plug Osfp2x400Dr4 into s.p`,
    rule: 'bandwidth/both-directions',
    line: 'asic type Q2',
    says: ['Q2 has a capacity of 51.2 Tbps; its 256 lanes of 100 Gbps carry half of that, 25.6 Tbps, in one direction'],
  },
  {
    name: 'a ConnectX-8 as one port of 800GbE',
    text: `
network n : scale-out {
    host a : DGX-B300
    switch s : 7060X6-64PE
    plug Osfp800Dr8Flat into a.nic
    plug Osfp800Dr8 into s.p[1..8]
    link a.nic to s.p[1..8] ${path}
}`,
    rule: 'bandwidth/connectx8-800gbe',
    line: 'link a.nic to s.p[1..8]',
    says: ['8 links are', 'n.a.nic[1] to n.s.p[1], …', 'ConnectX8 supports 400 Gbps on an Ethernet port'],
  },
  {
    name: 'a twin-port OSFP counted as one port',
    text: `
switch s : QM9700
plug Osfp800Dr8 into s.p`,
    rule: 'bandwidth/twin-port-as-one',
    line: 'plug Osfp800Dr8 into s.p',
    says: [
      'Osfp800Dr8 needs one port of 800 Gbps; `p` of QM9700 has 2 ports in each cage, and Quantum2 drives 400 Gbps on each',
    ],
  },
  {
    name: 'a Tomahawk 5 behind 64 cages of 1.6T',
    text: `
switch type Box { asic Tomahawk5  height 2 RU  ports p[1..64] : OSFP1600 }
switch s : Box`,
    rule: 'bandwidth/asic-capacity',
    line: 'switch type Box',
    says: ['need 102.4 Tbps; Tomahawk5 has 51.2 Tbps', 'to 32 cages'],
  },
  {
    name: 'a chip too small for the ports of the base type',
    text: `
switch type Box { asic Tomahawk6  height 4 RU  ports p[1..64] : OSFP1600 }
switch type Old is Box { asic Tomahawk5 }
switch s : Old`,
    rule: 'bandwidth/asic-capacity',
    line: 'switch type Old',
    says: ['need 102.4 Tbps; Tomahawk5 has 51.2 Tbps'],
  },
  {
    name: 'a module of 200G lanes behind SerDes of 100G',
    // 8 lanes of 100 Gbps are 800 Gbps of the 1.6 Tbps.
    text: `
switch type Box { asic Tomahawk5  height 2 RU  ports p[1..32] : OSFP1600 }
switch s : Box
plug Osfp1600Dr8 into s.p`,
    rule: 'bandwidth/serdes-lanes',
    line: 'switch type Box',
    says: ["lanes of 200 Gbps; Tomahawk5 drives 100 Gbps, so Osfp1600Dr8 doesn't come up"],
  },
  {
    name: 'nine XPO behind one Tomahawk 6',
    // 512 SerDes for 64 lanes each are eight XPO.
    text: `
switch type Box { asic Tomahawk6  height 1 OU  liquid 90 %  ports p[1..9] : XPO }
switch s : Box`,
    rule: 'bandwidth/asic-capacity',
    line: 'switch type Box',
    says: ['need 115.2 Tbps; Tomahawk6 has 102.4 Tbps', 'to 8 cages'],
  },
  {
    name: '17 XPO in one OU',
    text: `
switch type Box { asic Tomahawk6  asics 3  height 1 OU  liquid 90 %  ports p[1..17] : XPO }
switch s : Box`,
    rule: 'density/modules-per-unit',
    line: 'switch type Box',
    says: ['Box has 17 XPO cages; 1 OU holds 16'],
  },
  ...[33, 36].map((cages) => ({
    name: `${cages} OSFP in one RU`,
    text: `
switch type Box { asic Tomahawk5  height 1 RU  ports p[1..${cages}] : OSFP }
switch s : Box`,
    rule: 'density/osfp-per-unit',
    line: 'switch type Box',
    says: [`Box has ${cages} OSFP cages in 1 RU; the form factor is designed for 32`],
  })),
  {
    name: '37 OSFP in one RU',
    text: `
switch type Box { asic Tomahawk5  height 1 RU  ports p[1..37] : OSFP }
switch s : Box`,
    rule: 'density/modules-per-unit',
    line: 'switch type Box',
    says: ['Box has 37 OSFP cages; 1 RU holds 36'],
  },
  {
    name: 'an XPO split into nine ports of 1.6T',
    text: `
module type Wide is Xpo { channels 9 x 1.6TBASE-DR8  power 128 W  flow 0.35 L/min }
switch type Box { asic Tomahawk6  height 1 OU  liquid 90 %  ports p[1..8] : XPO }
switch s : Box
plug Wide into s.p`,
    rule: 'optics/xpo-breakout-lanes',
    line: 'module type Wide',
    says: ['The channels of Wide use 72 lanes; XPO has 64'],
  },
  {
    name: 'spines that the uplinks do not divide by',
    text: rails(`    link node[*].nic to leaf[*].down as rails ${path}
    link leaf[*].up to spine[*].down as mesh ${path}`).replace('spine[1..2] : Spine', 'spine[1..3] : Spine'),
    rule: 'topology/uneven-mesh',
    line: 'as mesh',
    says: ["The 16 ports of each device of leaf[*].up don't divide evenly among 3", 'from 3 to 2, 4, 8 or 16.'],
  },
];

describe('one mistake is one finding, on its line, with its figures', () => {
  it.each(mistakes)('$name', async ({ text, rule, line, says }) => {
    const whole = `${library}${text}\n`;
    const found = await findingsOf(whole);
    expect(found.map((each) => each.rule)).toEqual([rule]);
    const [only] = found;
    expect(only?.line).toContain(line);
    const words = `${only?.message} ${only?.help}`;
    for (const each of says) expect(words).toContain(each);
  });
});

describe('a right design has no finding', () => {
  it('a Q3400 switches 115.2 Tbps one way, with two ports in each of 72 cages', async () => {
    const { findings } = await analysisOf(`${library}switch s : Q3400-RA\nplug Osfp2x800Dr4 into s.p`);
    expect(findings.filter((each) => each.rule.startsWith('bandwidth/'))).toEqual([]);
  });
  it('16 XPO in one OU with two Tomahawk 6, and 32 OSFP in one RU', async () => {
    const { findings } = await analysisOf(`${library}
switch type X { asic Tomahawk6  asics 2  height 1 OU  liquid 90 %  ports p[1..16] : XPO }
switch type O { asic Tomahawk5  height 1 RU  ports p[1..32] : OSFP }
switch x : X
switch o : O`);
    expect(findings.filter((each) => /^(bandwidth|density)/.test(each.rule))).toEqual([]);
  });
});
