// Requirements on figures of which only a part is known: that part is judged, and reported, where it is enough.
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../kit/design.ts';

const told = async (text: string) =>
  (await analysisOf(text)).findings
    .filter((each) => each.rule.startsWith('requirement/'))
    .map((each) => [each.rule, each.severity, each.message]);

const rack = `import "std/racks"
host type Known { height 4 OU  power 30 kW }
host type Other { height 4 OU }
rack r : OpenRackV3
host known[1..3] : Known
host other : Other
place known[*], other in r
`;

describe('a sum that lacks a term', () => {
  it('is over a limit that the known terms are over: 3 × 30 kW of 80 kW', async () => {
    expect(await told(`${rack}require power(r) <= 80 kW`)).toEqual([
      ['requirement/unmet', 'error', 'power(r) is at least 90 kW; <= 80 kW is required.'],
    ]);
  });
  it('is unknown against one that they are not over', async () => {
    expect(await told(`${rack}require power(r) <= 95 kW`)).toEqual([
      ['requirement/unknown', 'warning', "power(r) can't be checked: Other has no `power`."],
    ]);
  });
  it('is as much as the known terms already come to', async () => {
    expect(await told(`${rack}require power(r) >= 60 kW`)).toEqual([]);
  });
});

// 400GBASE-DR4: 3.0 − (400 m × 0.4 dB/km + 3 × 0.75) = 0.59 dB; the channel of a 400GBASE-LR4-6 has no published loss.
const links = (more: string) => `import "std/qsfp"
module type Dr is QsfpDd400Dr4 { channels 1 x 400GBASE-DR4 }
module type Lr is QsfpDd400Fr4 { channels 1 x 400GBASE-LR4-6 }
switch type Box { height 1 RU  ports p[1..2] : QSFP-DD }
network n : scale-out {
    switch a : Box
    switch b : Box
    plug Dr into a.p[1], b.p[1]
    plug Lr into a.p[2], b.p[2]
    link a.p[1] to b.p[1] over OS2 { length 400 m  connectors 3 x MPO12 }
    link a.p[2] to b.p[2] over OS2 { length 1 km  connectors 2 x LC }
}
${more}
`;

describe('the worst of links of which one is not known', () => {
  it('is no better than that of the others', async () => {
    expect(await told(links('require margin(n) >= 2 dB'))).toEqual([
      [
        'requirement/unmet',
        'error',
        'margin(n) is at most 0.59 dB at the link from n.a.p[1] to n.b.p[1]; >= 2 dB is required.',
      ],
    ]);
  });
  it('is unknown where the others hold', async () => {
    expect((await told(links('require margin(n) >= 0.5 dB'))).map(([rule]) => rule)).toEqual(['requirement/unknown']);
  });
});

describe('figures that differ by less than is usually printed', () => {
  it('are printed with the digits that tell them apart', async () => {
    const { findings } = await analysisOf(`import "std/osfp"
switch type Box { height 2 RU  ports p : OSFP }
switch a : Box
switch b : Box
plug Osfp800Dr8 into a.p, b.p
link a.p to b.p over OS2 { length 500.0004 m  connectors 2 x MPO16 low-loss }`);
    expect(findings.filter((each) => each.severity === 'error').map((each) => each.message)).toEqual([
      'The link from a.p to b.p is 500.0004 m long; 800GBASE-DR8 reaches 500 m on OS2.',
    ]);
  });
});
