// Loops, conditions and single channels: what they make, and one message where they make no sense.
import { type Fabric, type Finding, portName } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { analysisOf, briefly, type Found, findingsOf, seriousIn } from '../../../test/kit/design.ts';

const head = `import "std/osfp"
switch type Leaf { height 2 RU  ports up[1..8] : OSFP  ports down[1..8] : OSFP }
switch leaf[1..8] : Leaf
switch spine[1..8] : Leaf
plug Osfp800Dr8 into leaf.*, spine.*
`;
const over = 'over OS2 { length 10 m }';

/** Links by the names of their ends. */
function countedLinks(fabric: Fabric): string[] {
  return Array.from(
    fabric.links.from,
    (from, i) => `${portName(fabric, from)} ${portName(fabric, fabric.links.to[i] as number)}`,
  );
}

async function links(text: string): Promise<string[]> {
  const analysis = await analysisOf(head + text);
  expect(serious(analysis.findings)).toEqual([]);
  return countedLinks(analysis.fabric);
}

const serious = (findings: readonly Finding[]): string[] => briefly(seriousIn({ findings }));

/** The one finding of a text, with the stretch it points at. */
async function only(text: string): Promise<Found> {
  const found = await findingsOf(head + text);
  expect(briefly(found)).toHaveLength(1);
  return found[0] as Found;
}

describe('loops', () => {
  it('make what the same lines would make one by one', async () => {
    const flat = Array.from({ length: 8 }, (_, i) => i + 1).flatMap((i) =>
      Array.from({ length: 8 }, (_, j) => `link leaf[${i}].up[${j + 1}] to spine[${j + 1}].down[${i}] ${over}`),
    );
    const looped = await links(`for i in 1..8, j in 1..8 { link leaf[i].up[j] to spine[j].down[i] ${over} }`);
    expect(looped).toEqual(await links(flat.join('\n')));
    expect(looped).toHaveLength(64);
  });

  it('count from an earlier index, and may then be empty', async () => {
    const found = await links(`for i in 1..4, j in i + 1..4 { link leaf[i].up[j] to leaf[j].up[i] ${over} }`);
    // Each of the six pairs of four, once.
    expect(found).toEqual(
      [
        [1, 2],
        [1, 3],
        [1, 4],
        [2, 3],
        [2, 4],
        [3, 4],
      ].map(([i, j]) => `leaf[${i}].up[${j}] leaf[${j}].up[${i}]`),
    );
  });

  it('know whole division and a remainder that is never below zero', async () => {
    const found = await links(
      `for i in 1..8 { link leaf[(i - 2) mod 8 + 1].up[1] to spine[(i - 1) div 4 + 1].down[(i - 1) mod 4 + 1] ${over} }`,
    );
    expect(found[0]).toBe('leaf[8].up[1] spine[1].down[1]');
    expect(found[1]).toBe('leaf[1].up[1] spine[1].down[2]');
    expect(found[7]).toBe('leaf[7].up[1] spine[2].down[4]');
  });

  it('may be nested, in templates and under conditions', async () => {
    const analysis = await analysisOf(`${head}
template Pair(n) {
    for i in 1..n {
        switch box[i] : Leaf
        plug Osfp800Dr8 into box[i].*
    }
    for i in 1..n - 1 {
        for j in 1..2 {
            if j == 1 or i < 2 { link box[i].up[j] to box[i + 1].down[j] ${over} }
            else if i == 2 { link box[i].up[8] to box[i + 1].down[8] ${over} }
            else { link box[i].up[7] to box[i + 1].down[7] ${over} }
        }
    }
}
pair[1..2] : Pair(4)
`);
    expect(serious(analysis.findings)).toEqual([]);
    const found = countedLinks(analysis.fabric).filter((each) => each.startsWith('pair[2]'));
    expect(found.sort()).toEqual(
      [
        'pair[2].box[1].up[1] pair[2].box[2].down[1]',
        'pair[2].box[1].up[2] pair[2].box[2].down[2]',
        'pair[2].box[2].up[1] pair[2].box[3].down[1]',
        'pair[2].box[2].up[8] pair[2].box[3].down[8]',
        'pair[2].box[3].up[1] pair[2].box[4].down[1]',
        'pair[2].box[3].up[7] pair[2].box[4].down[7]',
      ].sort(),
    );
  });

  it('install arrays that are selected as a whole, by index and with holes', async () => {
    const found = await links(`
for i in 1..3, j in i..3 { switch mid[i][j] : Leaf }
plug Osfp800Dr8 into mid.*
link mid[1].up[1] to leaf[1..3].up[1] ${over}
link mid[*][3].up[2] to leaf[1..3].up[2] ${over}
link mid[2][2].up[3] to leaf[1].up[3] ${over}`);
    expect(found).toEqual([
      'mid[1][1].up[1] leaf[1].up[1]',
      'mid[1][2].up[1] leaf[2].up[1]',
      'mid[1][3].up[1] leaf[3].up[1]',
      'mid[1][3].up[2] leaf[1].up[2]',
      'mid[2][3].up[2] leaf[2].up[2]',
      'mid[3][3].up[2] leaf[3].up[2]',
      'mid[2][2].up[3] leaf[1].up[3]',
    ]);
  });

  it('compute paths: each turn has its own length', async () => {
    const analysis = await analysisOf(
      `${head}let step = 10 m\nfor i in 1..4 { link leaf[i].up[1] to spine[1].down[i] over OS2 { length step * i } }`,
    );
    const lengths = analysis.facts.optics.budgets.map((each) => each.length.value);
    expect(lengths).toEqual([10, 20, 30, 40]);
  });

  it('choose between types: the same name in both branches', async () => {
    const text = (planes: number) => `
let planes = ${planes}
switch type Other { height 2 RU  ports wide[1..4] : OSFP }
if planes > 1 { switch top : Other } else { switch top : Leaf }
plug Osfp800Dr8 into top.*
link top.${planes > 1 ? 'wide' : 'up'}[1] to leaf[1].up[1] ${over}`;
    expect(await links(text(2))).toEqual(['top.wide[1] leaf[1].up[1]']);
    expect(await links(text(1))).toEqual(['top.up[1] leaf[1].up[1]']);
  });
});

describe('one mistake in a loop', () => {
  const cases: [string, string, string, string, RegExp][] = [
    [
      'for i in 1..8 { link leaf[i].up[1] to spine[i-1].up[1] OVER }',
      'name/unknown',
      'i-1',
      '`i-1` is not defined: the hyphen makes it one name.',
      /^Write `i - 1` for a difference/,
    ],
    [
      'for i in 1..8 { link leaf[(i-1) mod 8 + 1].up[1] to spine[i].up[1] OVER }',
      'name/unknown',
      'i-1',
      '`i-1` is not defined: the hyphen makes it one name.',
      /^Write `i - 1`/,
    ],
    [
      'for i in 2..9 { link leaf[i].up[1] to spine[i - 1].up[1] OVER }',
      'selection/no-such-index',
      'i',
      '`leaf` has no index 9; it has [1..8].',
      /^$/,
    ],
    [
      'for i in 1..1000000000 { link leaf[i].up[1] to spine[i].up[1] OVER }',
      'value/too-large',
      'i in 1..1000000000',
      'The `for` statements of this file have more than 5,000,000 iterations.',
      /pattern/,
    ],
    [
      'for i in 1..100000, j in 1..100000 { link leaf[i].up[1] to spine[j].up[1] OVER }',
      'value/too-large',
      'i in 1..100000, j in 1..100000',
      'The `for` statements of this file have more than 5,000,000 iterations.',
      /pattern/,
    ],
    [
      'for i in 1..3000 {\n  for j in 1..3000 { if i == 1 and j == 1 { link leaf[1].up[1] to spine[1].up[1] OVER } }\n}',
      'value/too-large',
      'j in 1..3000',
      'The `for` statements of this file have more than 5,000,000 iterations.',
      /pattern/,
    ],
    [
      'for i in 8..1 { link leaf[i].up[1] to spine[i].up[1] OVER }',
      'value/range',
      '8..1',
      'The range 8..1 is empty: its first value is above its last.',
      /^$/,
    ],
    [
      'for i in 1..2 { switch extra : Leaf }',
      'name/twice',
      'extra : Leaf',
      '`extra` is installed by more than one iteration of the loop.',
      /`extra\[i\]`/,
    ],
    [
      'for i in 1..2 { plug Osfp800Dr8 into leaf[i].up }\nelse { plug Osfp800Dr8 into leaf[3].up }',
      'statement/misplaced',
      'else',
      'This `else` has no `if` before it.',
      /after the body of an `if`/,
    ],
    [
      'for i in 1..2 { if i < 3 m { plug Osfp800Dr8 into leaf[i].up } }',
      'value/kind',
      'i < 3 m',
      "`<` can't compare a plain number with a length.",
      /^$/,
    ],
    [
      'for i in 1..j, j in 1..3 { plug Osfp800Dr8 into leaf[i].up }',
      'value/arithmetic',
      'j',
      '`j` has no value here.',
      /in the ranges after its own/,
    ],
    [
      'for i in 1..3 { switch type X { height 1 RU } }',
      'statement/misplaced',
      'X',
      "A type isn't allowed in a `for`.",
      /top of a file/,
    ],
    ['for i in 1..3, i in 1..2 { plug Osfp800Dr8 into leaf[i].up }', 'name/twice', 'i', '`i` is declared twice.', /^$/],
    [
      'for i in 1..4 { link leaf[1..i].up to spine[1..3].up as mesh OVER }',
      'topology/uneven-mesh',
      'leaf[1..i].up to spine[1..3].up as mesh',
      "The 8 ports of each device of leaf[1..1].up don't divide evenly among 3 devices of spine[1..3].up: 2.67 each; 3 more iterations of the loop have the same problem.",
      /1, 2, 4 or 8/,
    ],
    [
      'for i in 1..8 { link leaf[i].up[i..8] to spine[i].up OVER }\n',
      'topology/pattern-size',
      'leaf[i].up[i..8] to spine[i].up',
      'leaf[2].up[2..8] selects 7 ports and spine[2].up 8; pairs need the same number on both sides; 6 more iterations of the loop have the same problem.',
      /the same number of ports/,
    ],
  ];
  it.each(cases)('%s', async (text, rule, at, message, help) => {
    const found = await only(text.replace('OVER', over));
    expect(found).toMatchObject({ rule, at, message });
    expect(found.help ?? '').toMatch(help);
  });

  it('is reported with its iteration, and how many more have it', async () => {
    const { label } = await only(`for i in 1..8, j in 1..2 { link leaf[i + 4].up[j] to spine[i].up[j] ${over} }`);
    expect(label).toBe('with i = 5, j = 1, and in 7 more iterations');
  });

  it('of one turn leaves the other links standing', async () => {
    const analysis = await analysisOf(`${head}for i in 1..9 { link leaf[i].up[1] to spine[1].down[i] ${over} }`);
    expect(analysis.fabric.links.count).toBe(8);
    expect(serious(analysis.findings)).toHaveLength(1);
  });

  it('of a hundred thousand turns is one finding', async () => {
    const text = `${head}for i in 1..100000 { link leaf[i + 8].up[1] to spine[1].down[1] ${over} }`;
    const analysis = await analysisOf(text);
    expect(serious(analysis.findings)).toEqual(['selection/no-such-index: `leaf` has no index 9; it has [1..8].']);
  });
});

describe('single channels', () => {
  const split = `import "std/osfp"
switch type Box { height 2 RU  ports p[1..8] : OSFP }
module type Split is Osfp800Dr8 { channels 2 x 400GBASE-DR4 }
switch a : Box
switch b : Box
plug Split into a.p, b.p
`;
  const of = async (text: string) => {
    const whole = split + text;
    const analysis = await analysisOf(whole);
    const found = analysis.findings.filter((each) => each.severity !== 'note');
    return {
      links: countedLinks(analysis.fabric),
      told: found.map((each) => `${whole.slice(each.origin.start, each.origin.end)}: ${each.message}`),
    };
  };

  it('are addressed by number and by range', async () => {
    const { links, told } = await of(
      `link a.p[1]/2 to b.p[1]/1 ${over}\nlink a.p[2..3]/1..2 to b.p[2..3]/1..2 ${over}`,
    );
    expect(told).toEqual([]);
    expect(links).toEqual([
      'a.p[1]/2 b.p[1]/1',
      'a.p[2]/1 b.p[2]/1',
      'a.p[2]/2 b.p[2]/2',
      'a.p[3]/1 b.p[3]/1',
      'a.p[3]/2 b.p[3]/2',
    ]);
  });

  it('may be computed', async () => {
    const { links } = await of(`for i in 1..2 { link a.p[1]/i to b.p[1]/3 - i ${over} }`);
    expect(links).toEqual(['a.p[1]/1 b.p[1]/2', 'a.p[1]/2 b.p[1]/1']);
  });

  it.each([
    [`link a.p[1]/3 to b.p[1]/1 ${over}`, '3: `a.p[1]` has no channel 3; it has 2 channels.'],
    [`link a.p[1..2]/1..4 to b.p[1..2]/1..2 ${over}`, '1..4: `a.p[1..2]` has no channel 4; it has 2 channels.'],
    [`link a.p[1]/0 to b.p[1]/1 ${over}`, '0: `a.p[1]` has no channel 0; it has 2 channels.'],
    [`link a/1 to b.p[1]/1 ${over}`, '1: Only ports have channels.'],
    [
      'plug Split into a.p[1]/1',
      'a.p[1]/1: A module fills a whole cage; `a.p[1]/1` names channels of the module in it.',
    ],
    [`link a.p[1]/* to b.p[1] ${over}`, '/*: `/*` starts a comment here.'],
  ])('%s', async (text, message) => {
    expect((await of(text)).told).toEqual([message]);
  });
});

describe('patterns and their sides', () => {
  const cases: [string, string, string][] = [
    ['link leaf.up as mesh OVER', 'link/sides', '`mesh` joins two sides, but only one is given.'],
    [
      'link leaf.up to spine.up as ring OVER',
      'link/sides',
      '`ring` joins the devices of one side to each other and has no `to`.',
    ],
    ['link leaf.up as torus OVER', 'link/arguments', '`torus` takes the size of each dimension.'],
    [
      'link leaf.up as dragonfly(4, 2) OVER',
      'link/arguments',
      '`dragonfly` takes 3 numbers: routers of a group, hosts of a router, global links of a router.',
    ],
    ['link leaf.up to spine.up as pairs(2) OVER', 'link/arguments', '`pairs` takes no numbers.'],
    ['link leaf.up as torus(4, 4) OVER', 'topology/pattern-size', 'torus(4, 4) links 16 devices; leaf.up selects 8.'],
    [
      'link leaf.up[1..5] as torus(4, 2) OVER',
      'topology/pattern-size',
      'Each device of leaf.up[1..5] has 5 ports; torus(4, 2) links it evenly to 3 others.',
    ],
    ['link leaf.up as torus(8, 1) OVER', 'topology/pattern-size', 'A dimension of `torus` has at least two devices.'],
    ['link leaf.up as torus(2 m) OVER', 'value/kind', 'An argument of `torus` must be a whole number, not a length.'],
    [
      'link leaf.up[1..4] as dragonfly(4, 13, 1) OVER',
      'topology/pattern-size',
      'dragonfly(4, 13, 1) has 13 hosts on each router; each router has 12 ports besides leaf.up[1..4].',
    ],
  ];
  it.each(cases)('%s', async (text, rule, message) => {
    expect(await only(text.replace('OVER', over))).toMatchObject({ rule, message });
  });

  it('join what several selectors name together', async () => {
    const found = await links(`link leaf[1].up[1..2], spine[1].up[1..2], leaf[2].up[1..2] as ring ${over}`);
    expect(found).toEqual([
      'leaf[1].up[1] spine[1].up[2]',
      'leaf[1].up[2] leaf[2].up[1]',
      'spine[1].up[1] leaf[2].up[2]',
    ]);
  });
});
