// `length auto`: cables as long as the path along the tray between their racks, compared with lengths added up by hand.
import { describe, expect, it } from 'vitest';
import { analysisOf, errorsIn } from '../../kit/design.ts';

const grid = 'hall main { rack-pitch 0.6 m  row-pitch 3 m  tray-height 2.5 m }\n';

/** Leaf i is in rack leafr[i], the spine in sr[1]. */
const design = (path: string, hall = grid, racks = standing) => `import "std/osfp"
import "std/racks"
switch type Leaf { height 2 RU  ports up[1..2] : OSFP }
switch type Spine { height 2 RU  ports down[1..8] : OSFP }
${hall}${racks}
network n : scale-out {
    switch leaf[1..4] : Leaf
    switch spine : Spine
    plug Osfp800Dr8 into leaf[*].*, spine.*
    link leaf[*].up to spine.down as mesh over OS2 { ${path}  connectors 2 x MPO16 }
    place leaf[*] in leafr[*] 1 each
    place spine in sr
}
`;
const standing = `rack leafr[1..4] : OpenRackV3 at row 1..2 position 1
rack sr : OpenRackV3 at row 2 position 2
`;

async function analyze(text: string) {
  const analysis = await analysisOf(text);
  const { optics, links } = analysis.facts;
  const lengths = Array.from(links.of, (each) => optics.budgets[each]?.length.value ?? -1);
  return {
    ...analysis,
    lengths: lengths.map((each) => Math.round(each * 1000) / 1000),
    why: optics.budgets[0]?.length.unknown,
    errors: errorsIn(analysis).map(({ rule }) => rule),
  };
}

describe('a cable with `length auto`', () => {
  it('climbs to the tray, follows it along the row and across the rows, and comes down', async () => {
    const { lengths, errors, facts } = await analyze(design('length auto'));
    expect(errors).toEqual([]);
    // leafr[1] row 1 position 1, [2] row 1 position 2, [3] row 2 position 1, [4] row 2 position 2; the spine row 2
    // position 2, beside leafr[4]. 2 × 2.5 + 1 × 0.6 + 1 × 3 = 8.6; 2 × 2.5 + 1 × 3 = 8; 5 + 0.6 = 5.6; 5.
    expect(lengths).toEqual([8.6, 8.6, 8, 8, 5.6, 5.6, 5, 5]);
    expect(facts.links.classes).toHaveLength(4);
  });
  it('has slack as a length or as a share', async () => {
    expect((await analyze(design('length auto  slack 2 m'))).lengths).toEqual([10.6, 10.6, 10, 10, 7.6, 7.6, 7, 7]);
    expect((await analyze(design('length auto  slack 10 %'))).lengths).toEqual([
      9.46, 9.46, 8.8, 8.8, 6.16, 6.16, 5.5, 5.5,
    ]);
  });
  it('within a rack is as long as the rack is high', async () => {
    // 44 OU of 48 mm: 2.112 m.
    const { lengths } = await analyze(design('length auto').replace('place spine in sr', 'place spine in leafr[1]'));
    expect(lengths.slice(0, 2)).toEqual([2.112, 2.112]);
  });
  it('loses what so much fiber loses', async () => {
    const { facts } = await analyze(design('length auto'));
    const said = await analyze(design('length 8.6 m'));
    expect(facts.optics.budgets[0]?.loss.value).toBeCloseTo(said.facts.optics.budgets[0]?.loss.value ?? 0, 12);
  });
});

describe('is unknown, with the reason, and never zero', () => {
  it.each([
    ['no hall', design('length auto', ''), 'there is no `hall` with the pitch of its racks'],
    ['no pitch', design('length auto', 'hall main { row-pitch 3 m  tray-height 2.5 m }\n'), 'main has no `rack-pitch`'],
    [
      'no position',
      design('length auto', grid, standing.replaceAll(/ position \d/g, '')),
      'leafr[1] has no row and position',
    ],
    ['no row', design('length auto', grid, standing.replace(' at row 2 position 2', '')), 'sr has no row and position'],
    ['not placed', design('length auto').replace('place leaf[*] in leafr[*] 1 each', ''), "n.leaf[1] isn't in a rack"],
  ])('%s', async (_, text, why) => {
    const found = await analyze(text);
    expect(found.lengths[0]).toBeNaN();
    expect(found.why).toBe(why);
    expect(found.errors).toEqual([]);
  });
});

describe('a mistake is reported once', () => {
  it.each([
    ['length autp', 'name/unknown'],
    ['length auto  slack 3 dB', 'value/dimension'],
    ['length auto  slack 3', 'value/no-unit'],
  ])('%s', async (path, rule) => expect((await analyze(design(path))).errors).toEqual([rule]));

  it('as two halls, or a position below one', async () => {
    expect((await analyze(design('length auto', `${grid}hall other { }\n`))).errors).toEqual(['name/twice']);
    expect((await analyze(design('length auto', grid, standing.replace('position 1', 'position 0')))).errors).toEqual([
      'value/range',
    ]);
    expect((await analyze(design('length auto', grid, standing.replace('position 1', 'positoin 1')))).errors).toEqual([
      'syntax/keyword',
    ]);
  });
});

it('takes a look-up a link', async () => {
  const { facts, fabric, errors } = await analyze(`import "std/racks"
import "std/fiber"
cage type C { }
switch type A { height 1 RU  ports p[1..300] : C }
switch type B { height 1 RU  ports p[1..300] : C }
${grid}
rack ra[1..300] : OpenRackV3 at row 1..10 position 1
rack rb[1..300] : OpenRackV3 at row 11..20 position 1
network n : scale-out {
    switch a[1..300] : A
    switch b[1..300] : B
    link a[*].p to b[*].p as mesh over OS2 { length auto }
    place a[*] in ra[*] 1 each
    place b[*] in rb[*] 1 each
}
`);
  expect(errors).toEqual(['optics/no-module']);
  expect(fabric.links.count).toBe(90_000);
  // Rows 1 to 19 apart, positions 0 to 29 apart.
  expect(facts.links.classes).toHaveLength(19 * 30);
});
