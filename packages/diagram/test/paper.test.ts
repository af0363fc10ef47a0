// What a drawing takes of paper: A4 where its layout can do it, with capitals of 1.8 mm.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../test/sources.ts';
import { ofA4, sheetOf } from '../src/layout/geometry/paper.ts';
import { textWidth, typeOf } from '../src/layout/geometry/typography.ts';
import { footLines } from '../src/layout/racks/measures.ts';
import { collisions, drawing, example, factsOf, placed } from './drawn.ts';

const parts = `import "std/osfp"
import "std/copper"
switch type B { height 2 RU  power 1 kW  ports p[1..8] : OSFP }
`;

/** A design that was hard to draw. */
const hard = (name: string): string => readFileSync(join(root, 'test/cases/drawings', `${name}.fabric`), 'utf8');

describe('a drawing', () => {
  it.each([
    ['growth', 'network:backend'],
    ['osfp-leaf-spine', 'network:backend'],
    ['osfp-leaf-spine', 'failures'],
    ['xpo-pod', 'failures'],
    ['brownfield', 'failures'],
    ['liquid-hall', 'failures'],
    ['brownfield', 'racks'],
    ['growth', 'racks'],
    ['liquid-hall', 'racks'],
    ['multi-plane', 'racks'],
    ['xpo-pod', 'racks'],
    ['07-dragonfly9', 'df'],
    ['08-torusocs', 'cube'],
    ['16-loop4cdu', 'racks'],
  ])('of %s, %s, is read on A4', async (name, view) => {
    const text = /^\d/.test(name) ? hard(name) : example(`${name}.fabric`);
    const drawn = await placed(await factsOf(text), view);
    expect(collisions(drawn)).toEqual([]);
    expect(ofA4(drawn)).toBeLessThanOrEqual(1);
  });

  it('takes A3 where it is larger than A4, and A2 where it is larger than that', () => {
    const sheets = [
      [856, 1218],
      [857, 1218],
      [1190, 1000],
      [1210, 1190],
    ].map(([width = 0, height = 0]) => sheetOf({ width, height }));
    expect(sheets).toEqual([0, 1, 1, 2]);
  });

  it('that is wide has its key figures beside its title where that saves a sheet', async () => {
    const text = `${parts}network n : scale-out { switch d[1..20] : B  plug Osfp800Dr8 into d[*].p[1..4]
  link d[*].p[1..4] as dragonfly(4, 1, 1) over OS2 { length 20 m } }`;
    const { figures, texts, ...drawn } = await placed(await factsOf(text), 'network:n');
    const title = texts.find(({ role }) => role === 'title');
    expect(figures.every(({ y, height }) => y < (title?.y ?? 0) && y + height > (title?.y ?? 0))).toBe(
      sheetOf(drawn) === 0,
    );
  });
});

describe('a title block', () => {
  it('has letters that go below the line clear of its frame', async () => {
    const { block } = await placed(await factsOf(example('growth.fabric')), 'racks');
    // The descent of DejaVu Sans is 483 of 2,048 units.
    for (const { texts, y, height } of block.fields)
      for (const { role, y: base } of texts)
        expect(base + (typeOf[role].size * 483) / 2048).toBeLessThan(y + height - 2);
  });

  it('is beside captions and findings that leave it room, and on none of them', async () => {
    const text = `${parts}network n : scale-out { switch s[1..4] : B  plug Osfp800Dr4 into s.p
  link s[1].p[1] to s[2].p[1] over OS2 { length 9 km }
  link s[2].p[2] to s[3].p[1] over OS2 { length 30 m }  link s[3].p[2] to s[4].p[1] over OS2 { length 30 m } }
view v { expand n.s }`;
    const drawn = await placed(await factsOf(text), 'v');
    expect(collisions(drawn)).toEqual([]);
    expect(drawn.block.y + drawn.block.height).toBeLessThanOrEqual(drawn.height);
  });
});

describe('a floor plan', () => {
  it('is beside key figures where that is less high, and the figures below it take the whole width', async () => {
    const drawn = await placed(await factsOf(example('liquid-hall.fabric')), 'racks');
    const { plan, figures } = drawn;
    if (plan === undefined) throw new Error('no plan');
    const above = figures.filter(({ y }) => y < plan.y + plan.height);
    const below = figures.filter(({ y }) => y >= plan.y + plan.height);
    expect([above.length, below.length]).toEqual([4, 4]);
    expect(above.every(({ x, width }) => x + width < plan.x)).toBe(true);
    expect(below.some(({ x, width }) => x + width > plan.x)).toBe(true);
    expect(plan.x + plan.width).toBeCloseTo(drawn.width - 32, 0);
  });
});

describe('the figures of a rack', () => {
  it('share lines where they have room, in their order', async () => {
    const { groups } = drawing(await factsOf(), 'racks', 'racks');
    const [rack] = groups as [(typeof groups)[number]];
    const [wide, narrow] = [footLines(rack, 400), footLines(rack, 60)];
    expect(wide.length).toBeLessThan(rack.lines.length);
    expect(wide.join(' · ')).toBe(rack.lines.join(' · '));
    expect(wide.every((each) => textWidth(each, 'line') <= 400)).toBe(true);
    expect(narrow).toEqual(rack.lines);
  });
});

describe('a worst margin', () => {
  it('is a key figure of networks with optics, not of one that has cables alone', async () => {
    const labels = async (text: string): Promise<string[]> =>
      drawing(
        await factsOf(`${parts}network n : scale-up { switch a : B  switch b : B ${text} }`),
        'network:n',
      ).figures.map(({ label }) => label);
    expect(await labels('link a.p[1] to b.p[1] over DAC { length 1 m }')).not.toContain('Worst margin');
    expect(
      await labels('plug Osfp800Dr4 into a.p[1], b.p[1]  link a.p[1] to b.p[1] over OS2 { length 30 m }'),
    ).toContain('Worst margin');
  });
});
