// Feeds with redundancy: the load of each while none fails, and when as many fail as may. Loads are added up by hand.
import { describe, expect, it } from 'vitest';
import { analysisOf, errorsIn, figures } from '../../kit/design.ts';

/** Two racks of 20 kW and 30 kW. */
const design = (first: string, second = first) => `import "std/racks"
feed A { capacity 40 kW }
feed B { capacity 40 kW }
feed C { capacity 40 kW }
switch type Box { height 1 OU  power 10 kW }
rack type R is OpenRackV3 { power 100 kW }
rack r1 : R { fed by ${first} }
rack r2 : R { fed by ${second} }
switch box[1..5] : Box
place box[1..2] in r1
place box[3..5] in r2
`;

async function loads(text: string) {
  const analysis = await analysisOf(text);
  const { facts, fabric } = analysis;
  const all = fabric.feeds.map(({ index }) => [facts.power.feedShare(index).value, facts.power.feed(index).value]);
  return {
    all: all.map((each) => each.map((watts) => Math.round(watts) / 1000)),
    problems: errorsIn(analysis).map(({ message }) => message),
  };
}

describe('a feed carries', () => {
  it.each([
    [
      'all, alone',
      'A',
      [
        [50, 50],
        [0, 0],
        [0, 0],
      ],
    ],
    [
      'half, or all when the other is gone',
      'A, B',
      [
        [25, 50],
        [25, 50],
        [0, 0],
      ],
    ],
    [
      'a third, or all when nothing is said of three',
      'A, B, C',
      [
        [16.667, 50],
        [16.667, 50],
        [16.667, 50],
      ],
    ],
    [
      'a third, or half with n+1',
      'A, B, C, n+1',
      [
        [16.667, 25],
        [16.667, 25],
        [16.667, 25],
      ],
    ],
    [
      'a third, or all with n+2',
      'A, B, C, n+2',
      [
        [16.667, 50],
        [16.667, 50],
        [16.667, 50],
      ],
    ],
    [
      'half, or all with n+n',
      'A, B, n+n',
      [
        [25, 50],
        [25, 50],
        [0, 0],
      ],
    ],
  ])('%s', async (_, feeds, expected) => expect((await loads(design(feeds))).all).toEqual(expected));

  it('what each rack brings', async () => {
    // r1 brings 20 kW to A and B, half each; r2 brings 30 kW to B and C with n+1: all of it in the worst case.
    expect((await loads(design('A, B', 'B, C, n+1'))).all).toEqual([
      [10, 20],
      [25, 50],
      [15, 30],
    ]);
  });
});

it('a feed that is too small is reported with what it carries alone', async () => {
  expect((await loads(design('A, B'))).problems).toEqual([
    'Feed A must carry 50 kW alone; its capacity is 40 kW.',
    'Feed B must carry 50 kW alone; its capacity is 40 kW.',
  ]);
  const text = design('A, B, C, n+1').replace('feed C { capacity 40 kW }', 'feed C { capacity 24 kW }');
  expect((await loads(text)).problems).toEqual(['Feed C must carry 25 kW when others fail; its capacity is 24 kW.']);
});

it.each([
  // 50 kW on one feed of 40 kW, 25 kW on each of two of three.
  ['A, B', 'headroom(A) >= 99 %', 1 - 50 / 40],
  ['A, B, C, n+1', 'headroom(A) >= 99 %', 1 - 25 / 40],
  ['A, B, C, n+1', 'headroom(A) >= 99 % when any 1 of B fail', 1 - 25 / 40],
  ['A, B, n+n', 'headroom(A) >= 99 %', 1 - 50 / 40],
  ['A, B, n+n', 'headroom(A) >= 99 % when any 1 of C fail', 1 - 50 / 40],
  ['A', 'headroom(A) >= 99 %', 1 - 50 / 40],
  // Its own share, where that is what is asked.
  ['A, B', 'load(A) <= 1 W', 25_000],
])('%s: %s is of what the feed must carry', async (feeds, asked, expected) => {
  const { verdicts } = await figures(design(feeds), [asked], { expected: /^(requirement|power)\// });
  expect(verdicts[0]?.value.value).toBeCloseTo(expected, 9);
});

it('redundancy that leaves nothing is an error', async () => {
  expect((await loads(design('A, B, C, n+3', 'A'))).problems).toEqual(['`n+3` of 3 feeds leaves none.']);
  expect((await loads(design('A, n+1', 'A'))).problems).toEqual(['`n+1` of one feed leaves none.']);
});

describe('racks with as many devices of one type', () => {
  it('count by what is in these: switches with other modules draw other power', async () => {
    const { all } = await loads(`import "std/osfp"
import "std/racks"
feed A { capacity 40 kW }
switch type Box { height 1 OU  power 10 kW  ports p[1..8] : OSFP }
module type Hot is Osfp800Dr8 { power 50 W }
rack type R is OpenRackV3 { power 100 kW }
rack r[1..2] : R { fed by A }
switch box[1..2] : Box
plug Hot into box[1].p, box[2].p[1..2]
place box[*] in r[*] 1 each
`);
    // 2 × 10 kW + (8 + 2) × 50 W.
    expect(all).toEqual([[20.5, 20.5]]);
  });
});
