// Links between PMDs that differ: reach, budget and overload of each end; and budgets where no channel loss is published.
import type { LinkBudget } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { analysisOf, findingsOf } from '../../kit/design.ts';

/** A link between two PMDs over a path. */
const link = (a: string, b: string, path: string, before = '') => `
import "std/optics"
import "std/cages"
${before}
module type A { form-factor OSFP1600  channels 1 x ${a}  power 10 W }
module type B { form-factor OSFP1600  channels 1 x ${b}  power 10 W }
switch type Box { height 2 RU  ports p : OSFP1600 }
network n : scale-out {
    switch a : Box   switch b : Box
    plug A into a.p
    plug B into b.p
    link a.p to b.p ${path}
}`;

async function budgetOf(text: string): Promise<LinkBudget> {
  const { facts } = await analysisOf(text);
  return facts.optics.budgets[0] as LinkBudget;
}

const serious = async (text: string) => (await findingsOf(text)).map(({ rule, message }) => `${rule}: ${message}`);

/** A fiber that loses nothing, so that a path loses what its elements do. */
const glass = 'fiber type Glass { mode single-mode  attenuation 0 dB/km }';
const lossy = (loss: number) => `${glass}\nsplice type Lossy { loss ${loss} dB }`;

describe('the ends of a link that differ', () => {
  it.each([
    // Reaches in m and channel losses in dB as in the standards of each end: the smaller ones.
    ['400GBASE-DR4', '400GBASE-DR4-2', 500, 3.0],
    ['800GBASE-DR8', '800GBASE-DR8-2', 500, 3.0],
    ['100GBASE-DR', '100G-LR1', 500, 3.0],
    ['100G-FR1', '100G-LR1', 2000, 4.0],
    ['400GBASE-FR4', '400G-LR4-10', 2000, 4.0],
    ['400GBASE-FR8', '400GBASE-LR8', 2000, 4.0],
  ])('%s with %s reach %i m at %f dB', async (a, b, reach, allowed) => {
    for (const ends of [
      [a, b],
      [b, a],
    ] as const) {
      const budget = await budgetOf(link(...ends, 'over OS2 { length 1 m }'));
      expect([budget.reach.value, budget.allowed.value]).toEqual([reach, allowed]);
    }
  });
  it('are told by the end that does not reach', async () => {
    const text = link('400GBASE-DR4-2', '400GBASE-DR4', 'over OS2 { length 600 m  connectors 2 x MPO12 }');
    expect(await serious(text)).toEqual([
      'optics/reach: The link from n.a.p to n.b.p is 600 m long; 400GBASE-DR4 reaches 500 m on OS2.',
    ]);
  });
  // 3.0 dB of DR4 are published (IEEE 802.3bs); 4.0 dB of DR4-2 are assumed: what is over 3.0 dB fails.
  it('fail where a published limit is exceeded, whatever the other end assumes', async () => {
    const severities = async (dB: number, [a, b]: readonly [string, string]) =>
      (await findingsOf(link(a, b, 'over Glass { length 1 m  splices 1 x Lossy }', lossy(dB))))
        .filter(({ rule }) => rule === 'optics/loss-budget')
        .map(({ severity }) => severity);
    expect(await severities(2.9, ['400GBASE-DR4', '400GBASE-DR4-2'])).toEqual([]);
    expect(await severities(3.1, ['400GBASE-DR4', '400GBASE-DR4-2'])).toEqual(['error']);
    expect(await severities(4.1, ['400GBASE-DR4-2', '400GBASE-DR4-2'])).toEqual(['warning']);
    // 6.3 dB of LR8 are published; the smaller 4.0 dB of FR8 are assumed.
    expect(await severities(4.1, ['400GBASE-FR8', '400GBASE-LR8'])).toEqual(['warning']);
    expect(await severities(6.4, ['400GBASE-FR8', '400GBASE-LR8'])).toEqual(['error']);
  });
  // ER8 has no published channel loss; LR8 allows 6.3 dB, and the two together no more.
  it('allow no more than the end that is known', async () => {
    const loss = (dB: number) =>
      link('400GBASE-ER8', '400GBASE-LR8', 'over Glass { length 1 m  splices 1 x Lossy }', lossy(dB));
    expect((await budgetOf(loss(6))).margin).toMatchObject({
      value: Number.NaN,
      bounds: { most: expect.closeTo(0.3) },
    });
    expect(await serious(loss(6))).toEqual([]);
    expect(await serious(loss(7))).toEqual([
      'optics/loss-budget: The link from n.a.p to n.b.p loses 7 dB; the optics allow 6.3 dB.',
    ]);
  });
  it('may have a reach that depends on the far end', async () => {
    const own = 'optics type Own is 400GBASE-DR4 { reach-to 100 m on 400GBASE-DR4-2, 300 m on 400GBASE-DR4 }';
    const reach = async (far: string) => (await budgetOf(link('Own', far, 'over OS2 { length 1 m }', own))).reach.value;
    expect([await reach('400GBASE-DR4-2'), await reach('400GBASE-DR4'), await reach('400G-PLR4')]).toEqual([
      100, 300, 500,
    ]);
    // Between two of that maker, its own reach: 500 m, of which the figure for the standard says nothing.
    const variant = `${own}\noptics type Other is Own { launch -2 dBm..4 dBm }`;
    const between = async (a: string, b: string) =>
      (await budgetOf(link(a, b, 'over OS2 { length 1 m }', variant))).reach.value;
    expect([
      await between('Own', 'Own'),
      await between('Own', 'Other'),
      await between('Other', '400GBASE-DR4'),
    ]).toEqual([500, 500, 300]);
  });
  // 2 km of 0.5 dB/km and 4 x 0.75 dB lose 4 dB, 0.25 dB more where a low-loss LC counts as the library assumes: −3.3 − 4.25 = −7.55 dBm.
  // One end needs −7.3 dBm, which fails by the assumed loss alone; the other one −6 dBm, which fails without it.
  it('are judged by the direction that fails for sure, whichever is written first', async () => {
    const deaf = 'optics type Deaf is 400GBASE-FR4 { receive -6 dBm..3.5 dBm }';
    const over = 'over IndoorOutdoor { length 2 km  connectors 4 x LC, 1 x LC low-loss }';
    const weak = async (a: string, b: string) =>
      (await findingsOf(link(a, b, over, deaf)))
        .filter(({ rule, severity }) => rule === 'optics/receive-power' && severity === 'error')
        .map(({ message }) => message.replace(/^.*worst case; /, ''));
    expect(await weak('Deaf', '400GBASE-FR4')).toEqual(['Deaf needs −6 dBm.']);
    expect(await weak('400GBASE-FR4', 'Deaf')).toEqual(['Deaf needs −6 dBm.']);
  });
  it('are told the worst of both directions', async () => {
    // −2.2 + 3.4 − 3.0 = −1.8 dBm of OMA arrive; one receiver needs −1.5, the other one −1.0.
    const ends = `optics type Dull is 400GBASE-DR4 { stressed-sensitivity -1.5 dBm }
optics type Duller is 400GBASE-DR4 { stressed-sensitivity -1.0 dBm }`;
    const worst = async (a: string, b: string) =>
      (await findingsOf(link(a, b, 'over Glass { length 1 m  splices 1 x Lossy }', `${ends}\n${lossy(3)}`)))
        .filter(({ rule }) => rule === 'optics/stressed-receiver')
        .map(({ message }) => message.replace(/^.*worst case; /, ''));
    expect(await worst('Dull', 'Duller')).toEqual(['the stressed sensitivity of Duller is −1 dBm.']);
    expect(await worst('Duller', 'Dull')).toEqual(['the stressed sensitivity of Duller is −1 dBm.']);
  });
  it('are told that a module which also runs at the lower rate is a type of its own', async () => {
    const found = await findingsOf(link('400GBASE-FR4', '200GBASE-FR4', 'over OS2 { length 30 m }'));
    expect(found.map(({ rule, help }) => [rule, help])).toEqual([
      [
        'optics/pmd-mismatch',
        'Plug modules with the same channels into both ends. If a module with 400GBASE-FR4 also runs at the lower rate, plug a type that says so: `channels … x 200GBASE-FR4`.',
      ],
    ]);
    expect(await serious(link('200GBASE-FR4', '200GBASE-FR4', 'over OS2 { length 30 m }'))).toEqual([]);
  });
  it('are warned of where it is not known whether they link up', async () => {
    expect(await serious(link('800GBASE-FR4', '800GBASE-LR4', 'over OS2 { length 1 km  connectors 2 x LC }'))).toEqual([
      'optics/pmd-mismatch: The link from n.a.p to n.b.p connects 800GBASE-FR4 (4 lanes of 200 Gbps) to 800GBASE-LR4 (4 lanes of 200 Gbps); whether they link up is not known: the wavelength of 800GBASE-LR4 is unknown.',
    ]);
  });
});

describe('an overload', () => {
  const short = (a: string, b: string, before = '', panels = '') =>
    link(a, b, `over Glass { length 1 m${panels} }`, `${glass}\n${before}`);
  /** The attenuator that the help asks for, in dB. */
  async function padOf(text: string): Promise<number> {
    const found = (await findingsOf(text)).find(({ rule }) => rule === 'optics/overload');
    return Number(/attenuator of ([\d.]+) dB/.exec(found?.help ?? '')?.[1]);
  }
  const lr = 'optics type Lr is 100G-LR1 { launch -1.9 dBm..4.8 dBm  receive -8.2 dBm..4.8 dBm }';
  const dr = 'optics type Dr is 100GBASE-DR { launch -2.9 dBm..4.0 dBm  receive -5.9 dBm..4.0 dBm }';
  it.each([
    // 5.1 dBm of 400G-LR4-10 against 3.5 of 400GBASE-FR4; 4.8 dBm of 100G-LR1 against 4.0 of 100GBASE-DR1.
    ['400G-LR4-10', '400GBASE-FR4', 1.6],
    ['Lr', 'Dr', 0.8],
    // Printed with one digit, and still enough: 4.83 - 4.0 = 0.83 dB.
    ['Hot', 'Dr', 0.9],
  ])('of %s into %s is cured by a pad of %f dB, as the help says', async (a, b, pad) => {
    const before = `${lr}\n${dr}\noptics type Hot is Lr { launch -1.9 dBm..4.83 dBm }`;
    expect(await padOf(short(a, b, before))).toBe(pad);
    const cured = `${before}\npanel type Pad { loss ${pad} dB }`;
    expect(await serious(short(a, b, cured, '  panels 1 x Pad'))).toEqual([]);
    const tooSmall = `${before}\npanel type Pad { loss ${pad - 0.1} dB }`;
    expect(await serious(short(a, b, tooSmall, '  panels 1 x Pad'))).toHaveLength(1);
  });
  it('in both directions takes the larger pad', async () => {
    // 6 dBm into 4 dBm, and 5 dBm into 4.5 dBm back: 2 dB, not 0.5 dB.
    const ends = `optics type Near is 100GBASE-DR { launch 0 dBm..6 dBm  receive -9 dBm..4.5 dBm }
optics type Far is 100GBASE-DR { launch 0 dBm..5 dBm  receive -9 dBm..4 dBm }`;
    expect([await padOf(short('Near', 'Far', ends)), await padOf(short('Far', 'Near', ends))]).toEqual([2, 2]);
  });
  it('of like ends never is one', async () => {
    for (const pmd of ['400GBASE-DR4', '400GBASE-FR4']) expect(await serious(short(pmd, pmd))).toEqual([]);
  });
  it('that a pad would turn into too much loss says so', async () => {
    const tight = 'optics type Tight is 100GBASE-DR { launch 3 dBm..6 dBm  receive 2.5 dBm..4 dBm  channel-loss 1 dB }';
    const [found] = await findingsOf(short('Tight', 'Tight', tight));
    expect(found?.help).toBe(
      'An attenuator of 2 dB would take more than the link has left: use optics with a shorter reach.',
    );
  });
  // A joint at its best is its typical loss or nothing, never its maximum; a panel of mated pairs too.
  it.each([
    ['connectors 2 x LC', 0.6],
    ['connectors 2 x LC low-loss', 0],
    ['connectors 2 x MPO12', 0],
    ['panels 1 x MpoPanel', 0],
    ['panels 1 x LcPanel', 0.3],
    ['panels 1 x Ocs', 2],
    ['panels 1 x Plain', 1.5],
    ['splices 2 x FusionSplice', 0.2],
    ['panels 1 x LcCassette', 0],
    // A type with a loss of its own, and the typical loss of its base.
    ['panels 1 x Pad', 3],
    ['panels 1 x Named', 0.3],
  ])('counts %s as %f dB', async (element, lost) => {
    const loud = 'optics type Loud is 100GBASE-DR { launch 0 dBm..8 dBm  receive -20 dBm..4 dBm  channel-loss 20 dB }';
    const plain = `panel type Plain { loss 1.5 dB }
panel type Pad is LcPanel { loss 3 dB }
panel type Named is LcPanel { polarity type-A }`;
    expect(await padOf(short('Loud', 'Loud', `${loud}\n${plain}`, `  ${element}`))).toBeCloseTo(4 - lost, 9);
  });
});

describe('a budget without a published channel loss', () => {
  const own = (more: string) =>
    `optics type Own { lanes 4  lane-rate 100 Gbps  wavelength 1271 nm  wavelengths 4  mode single-mode  fibers 2  reach 2 km  ${more} }`;
  const with3 = (loss: number, more: string) =>
    link('Own', 'Own', 'over Glass { length 1 m  splices 1 x Lossy }', `${lossy(loss)}\n${own(more)}`);
  // 400GBASE-FR4: -3.3 dBm less -7.3 dBm is its 4.0 dB.
  const powers = 'launch -3.3 dBm..3.5 dBm  receive -7.3 dBm..3.5 dBm';
  it('is launch less receive, and says so', async () => {
    const budget = await budgetOf(with3(1, powers));
    expect([budget.allowed.value, budget.allowed.formula]).toEqual([4, 'lowest launch power − lowest receive power']);
    expect((await serious(with3(5, powers))).filter((each) => each.startsWith('optics/loss'))).toEqual([
      'optics/loss-budget: The link from n.a.p to n.b.p loses 5 dB; the optics allow 4 dB, launch less receive power.',
    ]);
  });
  it('is the channel loss where there is one', async () => {
    expect((await budgetOf(with3(1, `${powers}  channel-loss 3 dB`))).allowed.value).toBe(3);
  });
  it('is the tightest of both ends', async () => {
    // 400GBASE-FR4 allows 4.0 dB; -3.3 - -6.8 = 3.5 dB towards the other end, -3.0 - -7.3 = 4.3 dB back.
    const text = link(
      '400GBASE-FR4',
      'Own',
      'over OS2 { length 1 m }',
      own('launch -3.0 dBm..3.5 dBm  receive -6.8 dBm..3.5 dBm'),
    );
    expect((await budgetOf(text)).allowed.value).toBeCloseTo(3.5, 9);
  });
  it('is unknown without the powers, and says all that is missing', async () => {
    expect((await budgetOf(with3(1, 'launch -3.3 dBm..3.5 dBm'))).allowed.unknown).toBe(
      'Own has no `channel-loss`; for launch less receive power, Own has no `receive`',
    );
  });
  it('of a coherent receiver is not made: noise sets its lowest power', async () => {
    const text = link('ZR400-OFEC-16QAM', 'ZR400-OFEC-16QAM', 'over OS2 { length 1 m }');
    expect((await budgetOf(text)).allowed.value).toBeNaN();
  });
});

describe('reach', () => {
  const on = (attenuation: number) => `fiber type Glass { mode single-mode  attenuation ${attenuation} dB/km }`;
  const reach = async (pmd: string, fiber: string, before = '') =>
    (await budgetOf(link(pmd, pmd, `over ${fiber} { length 1 m }`, before))).reach.value;
  it.each([
    // No link model allots loss to the fiber of these: their budget of loss decides.
    ['optics type Own { lanes 1  lane-rate 10 Gbps  wavelength 1310 nm  mode single-mode  fibers 2  reach 20 km }', 20],
    ['optics type Own is 400GBASE-FR4 { }', 2],
    // 4.0 dB are for the 10 km of 400GBASE-LR8, not for another reach.
    ['optics type Own is 400GBASE-LR8 { reach 20 km }', 20],
  ])('is as written on fiber of 0.5 dB/km: %s', async (own, km) => {
    expect(await reach('Own', 'Glass', `${on(0.5)}\n${own}`)).toBe(km * 1000);
  });
  it('is shorter where the link model of the standard says so', async () => {
    expect(await reach('400GBASE-LR8', 'Glass', on(0.5))).toBeCloseTo(8000, 6);
  });
  it.each([
    ['OM5', 100],
    // Bandwidth alone: at least as good as OM4, as OM3, and not as good as either.
    ['Wide', 100],
    ['Between', 60],
    ['Narrow', Number.NaN],
  ])('of 400GBASE-SR4 on %s is %f m', async (fiber, m) => {
    const multimode = (name: string, bandwidth: number) =>
      `fiber type ${name} { mode multimode  attenuation 3 dB/km  modal-bandwidth ${bandwidth} MHz·km }`;
    const own = [multimode('Wide', 5000), multimode('Between', 3000), multimode('Narrow', 500)].join('\n');
    expect(await reach('400GBASE-SR4', fiber, own)).toBe(m);
  });
  it('on fiber of less bandwidth than any it is made for is at most that on the next better one', async () => {
    const on = (fiber: string, m: number) =>
      link('400GBASE-SR4', '400GBASE-SR4', `over ${fiber} { length ${m} m  connectors 2 x MPO12 low-loss }`);
    expect(await serious(on('OM2', 50))).toEqual([]);
    expect(await serious(on('OM2', 70))).toEqual([
      'optics/reach: The link from n.a.p to n.b.p is 70 m long; 400GBASE-SR4 reaches at most 60 m on OM2.',
    ]);
  });
  it('without a fiber is at most the longest, and judged by that', async () => {
    expect(await serious(link('400GBASE-SR4', '400GBASE-SR4', '{ length 90 m }'))).toEqual([]);
    expect(await serious(link('400GBASE-SR4', '400GBASE-SR4', '{ length 120 m }'))).toEqual([
      'optics/reach: The link from n.a.p to n.b.p is 120 m long; 400GBASE-SR4 reaches at most 100 m.',
    ]);
  });
});

describe('a link without a fiber', () => {
  const wired = (module: string, length: string) => `
import "std/xpo"
switch type Box { height 2 RU  ports p : XPO }
network n : scale-out {
    switch a : Box   switch b : Box
    plug ${module} into a.p, b.p
    link a.p to b.p { length ${length} }
}`;
  it.each([
    ['XpoRf', '10 m', '10.5 m', 'XPO-RF reaches 10 m'],
    ['XpoCopper', '4 m', '4.5 m', 'XPO-copper reaches 4 m'],
  ])('%s has a length, and a reach', async (module, fits, tooLong, says) => {
    expect(await serious(wired(module, fits))).toEqual([]);
    const [found] = await serious(wired(module, tooLong));
    expect(found).toContain(says);
  });
  it('has no budget of loss, and is not said to lack one', async () => {
    const { loss, allowed, margin } = await budgetOf(wired('XpoRf', '9 m'));
    expect([loss.isNone, allowed.isNone, margin.isNone]).toEqual([true, true, true]);
  });
  it('with optics has an unknown budget, and says why', async () => {
    const { margin } = await budgetOf(wired('XpoDr8Lpo', '9 m'));
    expect([margin.value, margin.unknown]).toEqual([Number.NaN, 'the fiber is not given']);
  });
});
