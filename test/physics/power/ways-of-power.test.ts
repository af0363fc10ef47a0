// Power through UPSs and PDUs: what each carries while none fails, with others lost, and what is lost on the way. Added up by hand.
import { type Finding, fingerprintsOf, single } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { analysisOf, errorsIn, figure, figures } from '../../kit/design.ts';

/** Four racks of 30 kW on two PDUs, each on a UPS of its own, both of these on two feeds. */
const design = (more = '', change: Readonly<Record<string, string>> = {}): string =>
  Object.entries(change).reduce(
    (text, [before, after]) => text.replace(before, after),
    `import "std/racks"
feed M { capacity 400 kW }
feed G { capacity 400 kW }
ups U1 { capacity 150 kW  efficiency 96 %  fed by M, G }
ups U2 { capacity 150 kW  efficiency 96 %  fed by M, G }
pdu P1 { capacity 120 kW  efficiency 98 %  fed by U1 }
pdu P2 { capacity 120 kW  efficiency 98 %  fed by U2 }
switch type Box { height 1 OU  power 3 kW }
rack type R is OpenRackV3 { power 60 kW }
rack r[1..4] : R { fed by P1, P2 }
switch box[1..40] : Box
place box[*] in r[*] 10 each
${more}`,
  );

async function loads(text: string): Promise<Record<string, readonly [now: number, alone: number]>> {
  const { facts, fabric } = await analysisOf(text);
  return Object.fromEntries(
    fabric.feeds.map(({ index, name }) => [name, [facts.power.feedShare(index).value, facts.power.feed(index).value]]),
  );
}

describe('a load is followed up every way', () => {
  it('with the losses of each step, and once where two ways meet again', async () => {
    const found = await loads(design());
    const expected = { P1: [60e3, 120e3], U1: [60e3 / 0.98, 120e3 / 0.98] };
    const supply = 120e3 / 0.98 / 0.96;
    for (const [name, all] of Object.entries({ ...expected, P2: expected.P1, U2: expected.U1 }))
      for (const [i, watts] of all.entries()) expect(found[name]?.[i], name).toBeCloseTo(watts, 6);
    // Both PDUs must be able to carry all racks; the utility carries them once.
    for (const name of ['M', 'G'])
      for (const [i, watts] of [supply / 2, supply].entries()) expect(found[name]?.[i], name).toBeCloseTo(watts, 6);
  });

  it('with the worse of two ways where their losses differ', async () => {
    const found = await loads(
      design('', { 'P2 { capacity 120 kW  efficiency 98 %': 'P2 { capacity 120 kW  efficiency 90 %' }),
    );
    expect(found.M?.[1]).toBeCloseTo(120e3 / 0.9 / 0.96, 6);
    expect(found.M?.[0]).toBeCloseTo((60e3 / 0.98 / 0.96 + 60e3 / 0.9 / 0.96) / 2, 6);
  });

  it('with a share for each of an array', async () => {
    const array = {
      'ups U1': 'ups U[1..3]',
      'fed by U1': 'fed by U, n+1',
      'fed by U2': 'fed by U[1..3], n+1',
      'ups U2 { capacity 150 kW  efficiency 96 %  fed by M, G }\n': '',
    };
    const found = await loads(design('', array));
    expect(Object.keys(found)).toEqual(['M', 'G', 'U[1]', 'U[2]', 'U[3]', 'P1', 'P2']);
    for (const name of ['U[1]', 'U[2]', 'U[3]']) expect(found[name]?.[1], name).toBeCloseTo(120e3 / 0.98 / 2, 6);
    const { values } = await figures(design('', array), [
      'load(U[2]) when any 1 of U fail',
      'load(U[1]) when any 2 of U fail',
    ]);
    expect(values[0]).toBeCloseTo(120e3 / 0.98 / 2, 6);
    expect(values[1]).toBeCloseTo(120e3 / 0.98, 6);
  });

  it('with a share for each of several in parallel', async () => {
    const three = {
      'ups U2': 'ups U3 { capacity 150 kW  efficiency 96 %  fed by M, G }\nups U2',
      'fed by U1': 'fed by U1, U2, U3, n+1',
      'fed by U2': 'fed by U1, U2, U3, n+1',
    };
    const found = await loads(design('', three));
    // One of three UPSs may fail: each of the others carries half of what either PDU draws for all racks.
    for (const name of ['U1', 'U2', 'U3']) expect(found[name]?.[1], name).toBeCloseTo(120e3 / 0.98 / 2, 6);
    for (const name of ['U1', 'U2', 'U3']) expect(found[name]?.[0], name).toBeCloseTo(120e3 / 0.98 / 3, 6);
  });

  it('as far as it is known: what has no efficiency draws at least its load', async () => {
    const { facts, fabric } = await analysisOf(
      design('', { '120 kW  efficiency 98 %  fed by U1': '120 kW  fed by U1' }),
    );
    const load = facts.power.feed(fabric.feeds.findIndex(({ name }) => name === 'U1'));
    expect([load.value, load.known]).toEqual([Number.NaN, 120e3]);
  });
});

describe('what fails', () => {
  it('takes along what only it supplies', async () => {
    const asked = [
      'load(P1) when any 1 of U2 fail',
      'load(P2) when any 1 of U2 fail',
      'power(box) when any 2 of P1, U2 fail',
    ];
    const { values } = await figures(design(), asked);
    expect(values).toEqual([120e3, 0, 0]);
  });

  it('is one of those that are listed, the worst of them', async () => {
    const { values } = await figures(design(), ['load(U1) when any 1 of P1, U2, M fail']);
    expect(values[0]).toBeCloseTo(120e3 / 0.98, 6);
  });

  it('is judged before it happens, by its own name', async () => {
    const text = design('', {
      'U1 { capacity 150 kW': 'U1 { capacity 122 kW',
      'P2 { capacity 120 kW': 'P2 { capacity 119 kW',
    });
    expect(errorsIn(await analysisOf(text)).map(({ message }) => message)).toEqual([
      'UPS U1 must carry 122.449 kW alone; its capacity is 122 kW.',
      'PDU P2 must carry 120 kW alone; its capacity is 119 kW.',
    ]);
  });
});

describe('a mistake', () => {
  it.each([
    [
      'in a circle',
      { 'feed M { capacity 400 kW }': 'feed M { capacity 400 kW  fed by P1 }' },
      'M, U1 and P1 supply each other in a circle.',
    ],
    ['in an efficiency', { 'efficiency 96 %': 'efficiency 104 %' }, "`efficiency` is a share and can't exceed 100 %."],
    ['in an efficiency of nothing', { 'efficiency 96 %': 'efficiency 0 %' }, "`efficiency` can't be zero."],
    ['in an index', { 'fed by U1': 'fed by U1[2]' }, "`U1` isn't an array, so this index selects nothing."],
    ['in an array', {}, 'A UPS in a `for` has no indices.', 'for i in 1..2 { ups V[i] { capacity 1 kW } }'],
    ['in what supplies', { 'fed by U1': 'fed by r[1]' }, '`r[1]` selects racks; expected feeds.'],
    [
      'in a list of what fails',
      {},
      "`supplies` can't be listed with others.",
      'require load(M) <= 1 MW when any 1 of M, box[*].supplies fail',
    ],
  ])('%s has one message', async (_, change, message, more = '') => {
    expect(errorsIn(await analysisOf(design(more, change))).map((each) => each.message)).toEqual([message]);
  });
});

describe('a chain in which each UPS has two ways up', () => {
  it('draws what forty losses ask for, in less than the time for 2^40 ways', async () => {
    const steps = 40;
    const chain = Array.from({ length: steps }, (_, i) =>
      ['a', 'b'].map((side) => `ups ${side}${i + 1} { efficiency 99 %  fed by a${i}, b${i} }`).join('\n'),
    );
    const text = `import "std/racks"
feed a0 { capacity 10 kW }
feed b0 { capacity 10 kW }
${chain.join('\n')}
rack r : Eia42 { fed by a${steps}, b${steps} }
host type Node { height 8 RU  power 5 kW }
host node : Node
place node in r
`;
    const { value } = await figure(text, 'load(a0)', { expected: /./ });
    expect(value).toBeCloseTo(5000 / 2 / 0.99 ** steps, 6);
    const { fabric } = await analysisOf(text);
    const { fingerprint } = fingerprintsOf(fabric);
    const printOf = (feed: number): string =>
      fingerprint({ rule: 'power/unused-feed', subjects: single('feed', feed) } as unknown as Finding);
    // b0 is as a0, and a1 is on both of them: 2^40 ways up from the last must not be walked to tell.
    expect(new Set([0, 1, 2, 3, 2 * steps].map(printOf)).size).toBe(3);
  });

  it('shows a share by more ways than anybody reads as what all of them draw', async () => {
    const text = `import "std/racks"
feed u0 { capacity 10 kW }
${Array.from({ length: 8 }, (_, i) => `ups p${i} { efficiency 99 %  fed by u${i} }\nups q${i} { efficiency 99 %  fed by u${i} }\nups u${i + 1} { efficiency 99 %  fed by p${i}, q${i} }`).join('\n')}
rack r : Eia42 { fed by u8 }
host type Node { height 8 RU  power 5 kW }
host node : Node
place node in r
`;
    const { value, terms } = await figure(text, 'load(u0)', { expected: /./ });
    expect(value).toBeCloseTo(5000 / 0.99 ** 16, 6);
    expect(terms.every(({ formula }) => formula?.startsWith('load × all ways ÷'))).toBe(true);
    expect(terms.length).toBeLessThan(65);
  });
});

describe('a chain of supplies', () => {
  const chain = (length: number, last = ''): string => `import "std/racks"
feed u1 { capacity 10 kW  ${last} }
${Array.from({ length: length - 1 }, (_, i) => `ups u${i + 2} { efficiency 99 %  fed by u${i + 1} }`).join('\n')}
rack r : Eia42 { fed by u${length} }
switch type Box { height 1 RU  power 1 kW }
switch box : Box
place box in r
`;

  it('has at most 64 links, as no hall has ten', async () => {
    const { value } = await figure(chain(64), 'load(u1)', { expected: /./ });
    expect(value).toBeCloseTo(1000 / 0.99 ** 63, 6);
  });

  it.each([65, 200, 5000])('is reported once where it has %d', async (length) => {
    expect(errorsIn(await analysisOf(chain(length))).map(({ message }) => message)).toEqual([
      'More than 64 feeds, UPSs and PDUs supply one another in a chain.',
    ]);
  });

  it('is a circle where its end supplies its start, however long it is', async () => {
    const [only, ...others] = errorsIn(await analysisOf(chain(3000, 'fed by u3000')));
    expect(only?.message).toMatch(/^u1, u2, u3, .*, u2999 and u3000 supply each other in a circle\.$/);
    expect(others).toEqual([]);
  });

  it('may be supplied by two circles, each of which is named', async () => {
    const text = `feed M { capacity 1 MW }
ups A { fed by B }
ups B { fed by A, M }
ups C { fed by D, A }
ups D { fed by C }
`;
    expect(errorsIn(await analysisOf(text)).map(({ message }) => message)).toEqual([
      'A and B supply each other.',
      'C and D supply each other.',
    ]);
  });

  it('is found where elements of an array are supplied otherwise', async () => {
    const text = `feed M { capacity 10 kW }
ups U[1..2] { capacity 10 kW  efficiency 97 %  fed by M }
U[1] { fed by U[2] }
`;
    expect(errorsIn(await analysisOf(text))).toEqual([]);
    expect(errorsIn(await analysisOf(`${text}U[2] { fed by U[1] }\n`)).map(({ message }) => message)).toEqual([
      'U[1] and U[2] supply each other.',
    ]);
  });
});
