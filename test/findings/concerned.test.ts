// How many of what is installed a finding concerns.
import { type Concerned, concernedBy } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../kit/design.ts';

/** What the findings of a rule concern, one after the other. */
async function concerns(rule: string, text: string): Promise<readonly (readonly Concerned[])[]> {
  const { fabric, findings } = await analysisOf(text);
  const found = findings.filter((each) => each.rule === rule);
  return found.map((each) => concernedBy(fabric, each));
}

const hot = `import "std/xpo"
switch type Tor   { height 1 OU  power 1 kW  ports p[1..2] : XPO }
switch type Spine { height 1 OU  power 1 kW  ports p[1..2] : XPO }
module type Hot  is Xpo { channels 16 x 800GBASE-DR4  power 420 W }
module type Cool is Xpo { channels 16 x 800GBASE-DR4  power 390 W }
`;

describe('switches with a module', () => {
  it('all of them, counted over the instances of a template', async () => {
    const text = `${hot}
template Row(n) {
    switch tor[1..n] : Tor
    plug Hot into tor[*].p
}
row[1..4] : Row(60)
`;
    expect(await concerns('power/module-over-cage', text)).toEqual([[{ name: 'tor', count: 240, all: 240 }]]);
  });

  it('some of them, the array with the most first', async () => {
    const text = `${hot}
switch spine[1..8] : Spine
switch tor[1..240] : Tor
plug Hot into tor[1..12].p, spine[1..3].p[1]
plug Cool into tor[13..240].p
`;
    expect(await concerns('power/module-over-cage', text)).toEqual([
      [
        { name: 'tor', count: 12, all: 240 },
        { name: 'spine', count: 3, all: 8 },
      ],
    ]);
  });

  it('nothing is said of what is installed once', async () => {
    expect(await concerns('power/module-over-cage', `${hot}switch tor : Tor\nplug Hot into tor.p\n`)).toEqual([[]]);
  });
});

const linked = (second: string) => `import "std/osfp"
switch type Box { height 1 RU  power 1 kW  ports p[1..8] : OSFP }
network n : scale-out {
    switch a : Box
    switch b : Box
    plug Osfp800Dr8 into a.p, b.p
    link a.p[1..6] to b.p[1..6] over OS2 { length 30 m }
    link a.p[7..8] to b.p[7..8] over OS2 { length ${second} }
}
`;

describe('links', () => {
  it('of those of their network', async () => {
    expect(await concerns('optics/reach', linked('600 m'))).toEqual([[{ name: 'links of n', count: 2, all: 8 }]]);
    expect(await concerns('optics/reach', linked('500 m'))).toEqual([]);
  });

  it('of a requirement are in its text', async () => {
    const text = `${linked('400 m')}require length(n) <= 300 m\n`;
    expect(await concerns('requirement/unmet', text)).toEqual([[]]);
  });
});

describe('racks', () => {
  it('that hold too much, of all that are installed like them', async () => {
    const text = `import "std/racks"
switch type Box { height 30 OU  power 1 kW }
rack r[1..16] : OpenRackV3
switch box[1..32] : Box
place box[1..10] in r[1..5]
place box[11..32] in r[6..16] 2 each
`;
    const [found] = await concerns('placement/rack-full', text);
    expect(found?.find(({ name }) => name === 'r')).toEqual({ name: 'r', count: 16, all: 16 });
  });
});
