// Cables, breakouts and mated pairs of small designs, counted by hand.
import { describe, expect, it } from 'vitest';
import { analysisOf, findingsOf } from '../../kit/design.ts';
import { rowsOf } from '../../kit/tables.ts';

/** Two kinds of boxes with three cages of any form factor, and the modules in them. */
function design(cage: string, modules: string, near: string, far: string, links: string, more = ''): string {
  return `import "std/xpo"
import "std/osfp"
import "std/qsfp"
import "std/cpo"
import "std/copper"
import "std/optics-multimode"
optics type DR8-twin is 800GBASE-DR8 { connector 2 x MPO12 }
${modules}
switch type Near { height 4 OU  ports p[1..3] : ${cage} }
switch type Far { height 4 OU  ports q[1..8] : OSFP  ports x[1..3] : XPO  ports c[1..2] : CPO3200 }
switch a : Near
switch b : Far
plug ${near} into a.p
plug ${far}
${links}
${more}
`;
}

/** Rows of the bill of some kinds: part, detail, length, fibers and count, without what is empty. */
async function bill(text: string, kinds: RegExp = /^(fiber|cable)$/): Promise<(string | number | undefined)[][]> {
  const { facts } = await analysisOf(text);
  return rowsOf('bom', facts)
    .filter(({ kind }) => kinds.test(String(kind)))
    .map((row) =>
      ['part', 'detail', 'length-m', 'fibers', 'count'].map((key) => row[key]).filter((cell) => cell !== ''),
    );
}

/** Rows of the schedule: ends with their connectors, and the type. */
async function schedule(text: string): Promise<string[]> {
  const { facts } = await analysisOf(text);
  return rowsOf('cables', facts).map((row) => {
    const [from, to] = ['from', 'to'].map((end) => {
      const ports = String(row[`${end}-port`]).split(', ');
      const ends = String(row[`${end}-device`])
        .split(', ')
        .map((device, i) => `${device}.${ports[i]}`);
      return `${ends.join(', ')} (${row[`${end}-connector`]})`;
    });
    return `${from} to ${to}: ${row['type']}, ${row['fibers']} fibers`;
  });
}

const over = (path = '') => `over OS2 { length 30 m  ${path} }`;
const xpo16 = 'module type M is Xpo { channels 16 x 800GBASE-DR4 }';

describe('cables join connectors', () => {
  it.each([
    // Arista and TeraHop at ECOC 2026: 8 x DR8 are 128 fibers on 8 MPO-16.
    [
      'eight DR8 of an XPO: eight cables of 16 fibers',
      design('XPO', '', 'XpoDr8Lro', 'XpoDr8Lro into b.x', `link a.p[1] to b.x[1] ${over()}`),
      [['OS2', 'cable, MPO16 to MPO16', 30, 16, 8]],
    ],
    [
      'sixteen DR4 of an XPO: two in each MPO-16, eight cables again',
      design('XPO', xpo16, 'M', 'M into b.x', `link a.p[1] to b.x[1] ${over()}`),
      [['OS2', 'cable, MPO16 to MPO16', 30, 16, 8]],
    ],
    [
      'three links of sixteen: one connector with two, one with one',
      design('XPO', xpo16, 'M', 'M into b.x', `link a.p[1]/1..3 to b.x[1]/1..3 ${over()}`),
      [
        ['OS2', 'cable, MPO16 to MPO16', 30, 16, 1],
        ['OS2', 'cable, MPO16 to MPO16', 30, 8, 1],
      ],
    ],
    [
      'two DR4 of an MPO-16 to modules of their own: one breakout',
      design('XPO', xpo16, 'M', 'Osfp800Dr4 into b.q', `link a.p[1]/1..2 to b.q[1..2] ${over()}`),
      [['OS2', 'breakout, MPO16 to 2 × MPO12', 30, 16, 1]],
    ],
    [
      'the same, written the other way around',
      design('XPO', xpo16, 'M', 'Osfp800Dr4 into b.q', `link b.q[1..2] to a.p[1]/1..2 ${over()}`),
      [['OS2', 'breakout, MPO16 to 2 × MPO12', 30, 16, 1]],
    ],
    [
      'and in two statements of different lengths: the same breakout, with two tails',
      design(
        'XPO',
        xpo16,
        'M',
        'Osfp800Dr4 into b.q',
        `link a.p[1]/1 to b.q[1] ${over()}\nlink a.p[1]/2 to b.q[2] over OS2 { length 12 m }`,
      ),
      [['OS2', 'breakout, MPO16 to 2 × MPO12, of 30 m and 15 m', 30, 16, 1]],
    ],
    // A 400G DR4 port split into four: MPO-12 to four duplex LC (Arista, 400G breakouts).
    [
      'four 100G on one MPO-12, each to an LC: one breakout',
      design(
        'QSFP-DD',
        'module type Split is QsfpDd400Dr4 { channels 4 x 100GBASE-DR1  connector 1 x MPO12 }\nmodule type One { form-factor OSFP  channels 1 x 100GBASE-DR1 }',
        'Split',
        'One into b.q',
        `link a.p[1] to b.q[1..4] ${over()}`,
        'optics type 100GBASE-DR1 { lanes 1  lane-rate 100 Gbps  fibers 2  connector LC  mode single-mode  reach 500 m  channel-loss 3 dB }',
      ),
      [['OS2', 'breakout, MPO12 to 4 × LC', 30, 8, 1]],
    ],
    [
      'a DR8 on two MPO-12 at both ends: two cables of 8 fibers',
      design(
        'OSFP',
        'module type M is Osfp800Dr8 { channels 1 x DR8-twin }',
        'M',
        'M into b.q',
        `link a.p[1] to b.q[1] ${over()}`,
      ),
      [['OS2', 'cable, MPO12 to MPO12', 30, 8, 2]],
    ],
    [
      'a DR8 on two MPO-12 to one on an MPO-16: one breakout',
      design(
        'OSFP',
        'module type M is Osfp800Dr8 { channels 1 x DR8-twin }',
        'M',
        'Osfp800Dr8 into b.q',
        `link a.p[1] to b.q[1] ${over()}`,
      ),
      [['OS2', 'breakout, MPO16 to 2 × MPO12', 30, 16, 1]],
    ],
    [
      'two MPO-16 that take half of each other: one shuffle, which no breakout replaces',
      design(
        'XPO',
        xpo16,
        'M',
        'M into b.x',
        `link a.p[1]/1 to b.x[1]/1 ${over()}\nlink a.p[1]/2 to b.x[2]/1 ${over()}\nlink a.p[2]/1 to b.x[1]/2 ${over()}\nlink a.p[2]/2 to b.x[2]/2 ${over()}`,
      ),
      [['OS2', 'shuffle, 2 × MPO16 to 2 × MPO16', 30, 32, 1]],
    ],
    // NVIDIA 2xFR4: two duplex LC.
    [
      'a twin-port module: a duplex cable for each port',
      design('OSFP', '', 'Osfp2x400Fr4', 'Osfp2x400Fr4 into b.q', `link a.p[1..2] to b.q[1..2] ${over()}`),
      [['OS2', 'cable, LC to LC', 30, 2, 4]],
    ],
    [
      'a module with a connector for each channel, of its own kind',
      design(
        'OSFP',
        'module type M is Osfp800Dr8 { channels 1 x 400GBASE-DR4, 1 x 400GBASE-FR4  connector 1 x MPO12, 1 x LC }',
        'M',
        'M into b.q',
        `link a.p[1] to b.q[1] ${over()}`,
      ),
      [
        ['OS2', 'cable, LC to LC', 30, 2, 1],
        ['OS2', 'cable, MPO12 to MPO12', 30, 8, 1],
      ],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await bill(text)).toEqual(expected);
    const counts = await schedule(text);
    expect(counts).toHaveLength(expected.reduce((all, row) => all + Number(row.at(-1)), 0));
  });

  it('are in the schedule from connector to connector', async () => {
    const links = `link a.p[1]/3..4 to b.q[1..2] ${over()}\nlink a.p[2]/1..2 to b.x[1]/15..16 ${over()}`;
    const text = design('XPO', xpo16, 'M', 'Osfp800Dr4 into b.q', links, 'plug M into b.x');
    expect(await schedule(text)).toEqual([
      'a.p[1]/3..4 (MPO16 2 of 8) to b.q[1], b.q[2] (MPO12, MPO12): breakout, MPO16 to 2 × MPO12, 16 fibers',
      'a.p[2]/1..2 (MPO16 1 of 8) to b.x[1]/15..16 (MPO16 8 of 8): cable, MPO16 to MPO16, 16 fibers',
    ]);
  });

  it('with fixed ends are one each', async () => {
    const text = `import "std/copper"
import "std/cages"
switch type Box { height 2 RU  ports p[1..4] : OSFP }
switch a : Box
switch b : Box
cable type Dac is DAC { form-factor OSFP }
link a.p to b.p over Dac { length 1 m }
`;
    expect(await bill(text)).toEqual([['Dac', 'cable with fixed ends', 1, 4]]);
  });
});

describe('what no module says is unknown', () => {
  const counts = async (modules: string) => {
    const text = design('OSFP', modules, 'M', 'M into b.q', `link a.p[1] to b.q[1] ${over('connectors 2 x MPO16')}`);
    return bill(text, /^(fiber|connector)$/);
  };

  it('more channels than ports, and no connector', async () => {
    const why = 'M has no `connector`, and its 4 channels may share connectors';
    expect(await counts('module type M is Osfp800Dr4 { channels 4 x 200GBASE-DR1 }')).toEqual([
      ['OS2', `cables of 4 links: ${why}`, 30, 'unknown', 'unknown'],
      ['MPO16', 'mated pair', 'unknown'],
    ]);
  });

  it('a connector that is given as unknown', async () => {
    const why = 'the `connector` of M is unknown';
    expect(await counts('module type M is Osfp800Dr8 { connector unknown }')).toEqual([
      ['OS2', `cables of 1 link: ${why}`, 30, 'unknown', 'unknown'],
      ['MPO16', 'mated pair', 'unknown'],
    ]);
  });

  it.each(['16 x 800GBASE-FR4', '8 x 1600ZR'])(
    'the front of an XPO with %s: only that of parallel lanes was shown',
    async (channels) => {
      const text = design(
        'XPO',
        `module type M is Xpo { channels ${channels} }`,
        'M',
        'M into b.x',
        `link a.p[1] to b.x[1] ${over()}`,
      );
      const [[, detail] = []] = await bill(text);
      expect(detail).toContain('M inherits its `connector`, which may not be that of its');
    },
  );

  it('the schedule has a row for each such link, without a number', async () => {
    const text = design(
      'OSFP',
      'module type M is Osfp800Dr4 { channels 4 x 200GBASE-DR1 }',
      'M',
      'M into b.q',
      `link a.p[1] to b.q[1] ${over()}`,
    );
    expect((await schedule(text))[3]).toBe('a.p[1]/4 (unknown) to b.q[1]/4 (unknown): unknown, 2 fibers');
  });
});

describe('links without `over`', () => {
  // Four DR4 of 8 fibers: 32 fibers, on a type that nobody gave.
  it('have the fibers of their optics', async () => {
    const text = design(
      'OSFP',
      '',
      'Osfp400',
      'Osfp400 into b.q',
      'link a.p[1..2] to b.q[1..2]',
      'module type Osfp400 is Osfp2x400Dr4 {}',
    );
    expect(await bill(text)).toEqual([['unknown', 'cable, MPO12 to MPO12', 'unknown', 8, 4]]);
  });
});

describe('mated pairs', () => {
  const pairs = async (modules: string, far: string, links: string) =>
    bill(design('XPO', modules, 'M', far, links), /^connector$/);

  it.each([
    // Two links share one MPO-16: the four places of its path are four pairs, not eight.
    [
      'of a cable',
      'M into b.x',
      `link a.p[1]/1..2 to b.x[1]/1..2 ${over('connectors 4 x MPO16')}`,
      [['MPO16', 'mated pair', 4]],
    ],
    // One at the trunk, one at each tail.
    [
      'of a breakout',
      'Osfp800Dr4 into b.q',
      `link a.p[1]/1..2 to b.q[1..2] ${over('connectors 1 x MPO16, 1 x MPO12')}`,
      [
        ['MPO12', 'mated pair', 2],
        ['MPO16', 'mated pair', 1],
      ],
    ],
    // 16 fibers are 8 duplex LC at each of two places.
    [
      'of a fan-out to LC',
      'M into b.x',
      `link a.p[1]/1..2 to b.x[1]/1..2 ${over('connectors 2 x LC')}`,
      [['LC', 'mated pair', 16]],
    ],
    // 16 fibers fill two MPO-12.
    [
      'of a smaller connector',
      'M into b.x',
      `link a.p[1]/1..2 to b.x[1]/1..2 ${over('connectors 2 x MPO12')}`,
      [['MPO12', 'mated pair', 4]],
    ],
  ])('%s', async (_, far, links, expected) => {
    expect(await pairs(xpo16, far, links)).toEqual(expected);
  });

  it('of a breakout with equal connectors on both sides: one at the trunk, one at each tail', async () => {
    const tails = 'module type T is Osfp800Dr4 { connector 1 x MPO16 }';
    const link = (count: number) => `link a.p[1]/1..2 to b.q[1..2] ${over(`connectors ${count} x MPO16`)}`;
    expect(await pairs(`${xpo16}\n${tails}`, 'T into b.q', link(2))).toEqual([['MPO16', 'mated pair', 3]]);
    // Where the third is, on the trunk or on the tails, isn't said.
    expect(await pairs(`${xpo16}\n${tails}`, 'T into b.q', link(3))).toEqual([
      ['MPO16', 'mated pair, at least 3', 'unknown'],
    ]);
  });

  it('of a panel, as many as its adapters take', async () => {
    const text = design('XPO', xpo16, 'M', 'M into b.x', `link a.p[1] to b.x[1] ${over('panels 1 x Mpo16Panel')}`);
    const { facts } = await analysisOf(text);
    const { reportOf } = await import('@lightloom/core');
    // 16 links, two to a cable, one adapter for each cable.
    expect(reportOf(facts).fibers.panels.map(({ passes, pairs: each }) => [passes.value, each.value])).toEqual([
      [16, 8],
    ]);
  });

  it('of splices: one for each fiber', async () => {
    const text = design(
      'OSFP',
      '',
      'Osfp2x400Fr4',
      'Osfp2x400Fr4 into b.q',
      `link a.p[1] to b.q[1] ${over('splices 3 x FusionSplice')}`,
    );
    // Two links of two fibers, three splices on each fiber.
    expect(await bill(text, /^splice$/)).toEqual([['FusionSplice', 12]]);
  });
});

describe('modules to buy', () => {
  it('are those that are plugged in; engines come with their box', async () => {
    const text = design('XPO', '', 'XpoDr8Lro', 'CpoEngine3200 into b.c', '', 'plug Osfp800Dr8 into b.q');
    expect(await bill(text, /^module$/)).toEqual([
      ['Osfp800Dr8', 8],
      ['XpoDr8Lro', 3],
    ]);
  });

  it.each([
    ['fed by an external light source', 'light-source external', []],
    ['built in', 'mounting built-in', []],
    ['plugged in, though fed by an external light source', 'light-source external  mounting pluggable', [['M', 3]]],
    ['of nothing said', '', [['M', 3]]],
  ])('in a cage that is %s', async (_, said, expected) => {
    const parts = `cage type Site { lanes 4  lane-rate 200 Gbps  ${said} }\nmodule type M { form-factor Site  channels 1 x 800GBASE-DR4 }`;
    const text = design('Site', parts, 'M', 'M into a.p[1]', '').replace('\nplug M into a.p[1]', '');
    expect(await bill(text, /^module$/)).toEqual(expected);
  });
});

describe('optics/connector-mismatch', () => {
  const found = async (modules: string, path: string) =>
    (await findingsOf(design('XPO', modules, 'M', 'M into b.x', `link a.p[1] to b.x[1] ${over(path)}`)))
      .filter(({ rule }) => rule === 'optics/connector-mismatch')
      .map(({ message, at }) => [at, message]);

  it('judges the connectors of an XPO', async () => {
    expect(await found(xpo16, 'connectors 2 x MPO16')).toEqual([]);
    const [[at, message] = []] = await found(xpo16, 'connectors 2 x MPO12');
    expect(at).toBe('connectors 2 x MPO12');
    expect(message).toContain('the modules have MPO16');
  });

  it('accepts a breakout where the fibers fit, and no more', async () => {
    // 16 x 8 fibers are 128: eight MPO-16 take them, four take 64.
    const crowded = 'module type M is Xpo { channels 16 x 800GBASE-DR4  connector 4 x MPO16 }';
    expect(await found(crowded, 'connectors 2 x MPO16')).toEqual([
      ['connector 4 x MPO16', 'M has 128 fibers; its 4 × MPO16 take 64.'],
    ]);
  });
});
