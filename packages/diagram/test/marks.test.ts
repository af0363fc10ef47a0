// Findings in drawings: each is marked on what it is about, and marks keep to their places.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allRules } from '@lightloom/core';
import { type Graph, itemsOf, layout, type Mark, type Placed, svg } from '@lightloom/diagram';
import { graphOf, viewsOf } from '@lightloom/diagram/views';
import { describe, expect, it } from 'vitest';
import { analysisOf, seriousIn } from '../../../test/kit/design.ts';
import { examples, site } from '../../../test/kit/examples.ts';
import { root } from '../../../test/sources.ts';
import { sheetVerdict } from '../src/views/marks/verdict.ts';
import { collisions } from './drawn.ts';

type Analysis = Awaited<ReturnType<typeof analysisOf>>;

const drawn = ({ facts, findings }: Analysis, view: string): Graph => graphOf(facts, view, { findings }) as Graph;
const allViews = (analysis: Analysis): Graph[] => viewsOf(analysis.facts).map(({ id }) => drawn(analysis, id));
/** Marks by the id of what they are on. */
const marksIn = (graph: Graph): Record<string, string[]> =>
  Object.fromEntries(
    [...itemsOf(graph), ...graph.figures].flatMap(({ id, marks }: { id?: string; marks?: readonly Mark[] }) =>
      marks === undefined || id === undefined ? [] : [[id, marks.map((each) => `${each.severity} ${each.text}`)]],
    ),
  );

/** Items whose marks have no place in a drawing. */
const unplaced = (placed: Placed): string[] => {
  const marked = new Set([
    ...placed.nodes.filter(({ marks }) => marks !== undefined).map(({ node }) => node.id),
    ...placed.groups.filter(({ marks }) => marks !== undefined).map(({ group }) => group.id),
    ...placed.trunks.filter(({ pill }) => pill?.marks !== undefined).map(({ trunk }) => trunk.id),
  ]);
  return itemsOf(placed.graph)
    .filter(({ id, marks }) => marks !== undefined && !marked.has(id))
    .map(({ id }) => id);
};

const drawing = (name: string): string => readFileSync(join(root, 'test/cases/drawings', `${name}.fabric`), 'utf8');
const itemIn = (graph: Graph, id: string) => itemsOf(graph).find((each) => each.id === id);

describe('bands of links that differ in one thing', () => {
  const design = (other: string): string => `import "std/qsfp"
optics type Strong is 400GBASE-FR4 { launch 0 dBm..4.2 dBm }
module type Bright is QsfpDd400Fr4 { channels 1 x Strong }
optics type Blue is 400GBASE-FR4 { wavelength 1550 nm }
module type Other is QsfpDd400Fr4 { channels 1 x Blue }
switch type Box { height 2 RU  power 1 kW  ports p[1..4] : QSFP-DD }
network n : scale-out {
  switch a : Box  switch b : Box
  plug QsfpDd400Fr4 into a.p[1..3], b.p
  plug ${other} into a.p[4]
  link a.p to b.p over OS2 { length 10 m  connectors 2 x LC }
}`;

  it.each([
    ['Bright', 'overload'],
    ['Other', 'wavelength-mismatch'],
  ])('are apart where those of %s have %s', async (other, rule) => {
    const graph = drawn(await analysisOf(design(other)), 'network:n');
    const trunks = graph.arrangement === 'tiers' ? graph.trunks : [];
    expect(trunks.map(({ count, marks = [] }) => [count, marks.map((each) => each.rule)])).toEqual([
      [3, []],
      [1, [`optics/${rule}`]],
    ]);
  });
});

describe('a finding', () => {
  it('of each rule is marked or listed where what it is about is installed, and no mark is on anything else', async () => {
    const unseen: string[] = [];
    for (const rule of allRules) {
      const analysis = await analysisOf(rule.bad);
      const own = seriousIn(analysis).filter((each) => each.rule === rule.id);
      const isInstalled = own.some(({ subjects }) => subjects !== undefined && subjects.of !== 'part');
      const graphs = allViews(analysis);
      const isSeen = graphs.some(({ findings = [] }) => findings.some((each) => each.rule === rule.id));
      if (isInstalled && !isSeen) unseen.push(rule.id);
      for (const graph of graphs) {
        const placed = await layout(graph);
        expect(collisions(placed), `${rule.id} ${graph.id}`).toEqual([]);
        expect(unplaced(placed), `${rule.id} ${graph.id}`).toEqual([]);
      }
    }
    expect(unseen).toEqual([]);
  }, 60_000);

  it('is counted where a box represents many things', async () => {
    const analysis = await analysisOf(`import "std/osfp"  import "std/fiber"
switch type Box { height 2 RU  power 1 kW  ports p[1..4] : OSFP }
module type Hot is Osfp800Dr8 { power 40 W }
network n : scale-out {
  switch a[1..8] : Box
  switch b[1..8] : Box
  plug Hot into a[1..3].p
  plug Osfp800Dr8 into a[4..8].p, b[*].p
  link a[*].p to b[*].p as pairs over OS2 { length 20 m }
}`);
    expect(marksIn(drawn(analysis, 'network:n'))).toEqual({ 'n.a': ['error module-over-cage, 3 of 8'] });
  });

  it('is on the devices in a rack that it is about, not on those of the same array with other modules', async () => {
    const analysis = await analysisOf(`import "std/osfp"  import "std/racks"
switch type Box { height 2 RU  power 1 kW  ports p[1..4] : OSFP }
module type Hot is Osfp800Dr8 { power 40 W }
rack r[1..2] : OpenRackV3
network n : scale-out {
  switch a[1..8] : Box
  plug Hot into a[1..3].p
  plug Osfp800Dr8 into a[4..8].p
}
place a[*] in r[*] 4 each`);
    const graph = drawn(analysis, 'racks');
    expect(graph.nodes.map(({ id, count }) => [id, count])).toEqual([
      ['r[1]/n.a', 3],
      ['r[1]/n.a (2)', 1],
      ['r[2]/n.a', 4],
    ]);
    expect(marksIn(graph)).toEqual({ 'r[1]/n.a': ['error module-over-cage, all 3'] });
  });

  it('of a text is marked where the text is, and listed', async () => {
    const graph = drawn(await analysisOf('network n : scale-out { switch a[1..4] : Nope }'), 'network:n');
    expect(marksIn(graph)).toEqual({ 'n.a': ['error name unknown'] });
    expect(graph.findings).toEqual([{ severity: 'error', rule: 'name/unknown', message: '`Nope` is not defined.' }]);
  });

  it('has no sign of soundness in the title block while limits are left open', () => {
    expect(sheetVerdict([], 0)).toEqual({ severity: 'none', text: '0 problems' });
    expect(sheetVerdict([], 1412)).toEqual({ severity: 'unknown', text: '0 problems, 1,412 not judged' });
  });

  it('is in the tooltip, the description and the list, with the verdict in the title block', async () => {
    const graph = drawn(await analysisOf(drawing('11-panels')), 'path');
    expect(graph.block?.verdict).toEqual({ severity: 'error', text: '2 errors' });
    const text = svg(await layout(graph), { theme: 'light' });
    expect(text).toContain('error optics/loss-budget: 8 links lose 3.736 dB');
    expect(text).toContain('error loss-budget, all 8</desc>');
    expect(text).toMatch(/data-id="title block".*>2 errors<\/text>/s);
  });

  it('on racks has a cross on each of them on the plan of the floor, and on no other of their kind', async () => {
    const graph = drawn(await analysisOf(drawing('16-loop4cdu')), 'racks');
    if (graph.arrangement !== 'racks') throw new Error('no racks');
    // Of four racks in series, the last returns above the limit.
    expect(graph.groups.find(({ id }) => id === 'n')?.marks?.map(({ text }) => text)).toEqual([
      'return-temperature, 1 of 4',
    ]);
    const runs = graph.plan?.rows.flatMap((row) => row.runs) ?? [];
    expect(runs.filter(({ marks }) => marks !== undefined)).toMatchObject([{ group: 'n', count: 4, marked: [3] }]);
    const unsaid = graph.plan?.rows.map((row) => ({
      ...row,
      runs: row.runs.map(({ marked: _, ...run }) => run),
    }));
    const signs = async (each: typeof graph): Promise<number> =>
      svg(await layout(each), { theme: 'light' }).split('<circle').length;
    expect((await signs({ ...graph, plan: { rows: unsaid ?? [] } })) - (await signs(graph))).toBe(3);
  });

  it('about what a view does not show is named below it', async () => {
    const graph = drawn(await analysisOf(drawing('15-hall8x20')), 'racks');
    expect(graph.notes).toContain('1 finding is about what this drawing does not show: cooling/return-temperature.');
  });

  it('beyond the six that are listed is counted by its rule', async () => {
    // Nine links of nine lengths, of which each is too long for the 500 m of 800GBASE-DR8.
    const links = Array.from(
      { length: 9 },
      (_, i) => `link a.p[${i + 1}] to b.p[${i + 1}] over OS2 { length ${600 + i} m }`,
    );
    const graph = drawn(
      await analysisOf(`import "std/osfp"
switch type B { height 2 RU  power 1 kW  ports p[1..9] : OSFP }
network n : scale-out {
  switch a : B
  switch b : B
  plug Osfp800Dr8 into a.p, b.p
  ${links.join('\n')}
}`),
      'network:n',
    );
    expect(graph.findings).toHaveLength(6);
    expect(graph.notes).toContain('3 more findings are marked in the drawing: optics/reach (3).');
  });

  it('is nowhere in the drawing of a sound design', async () => {
    const analysis = await analysisOf(examples['xpo-pod.fabric'] as string, site);
    for (const graph of allViews(analysis)) {
      expect(marksIn(graph)).toEqual({});
      expect(graph.findings ?? []).toEqual([]);
      expect(graph.block?.verdict).toEqual({ severity: 'none', text: '0 problems' });
    }
  });
});

describe('what fails', () => {
  it('in some links of a bundle has a band of its own', async () => {
    const graph = drawn(await analysisOf(drawing('11-panels')), 'path');
    const bands = 'trunks' in graph ? graph.trunks : [];
    expect(bands.map(({ lines, status, marks = [] }) => [...lines, (status?.value ?? 0) > 1, marks[0]?.text])).toEqual([
      ['8 × 800G', 'OS2 60 m · 2 × Mpo16PanelB', '2.224 dB of 3 dB', false, undefined],
      ['8 × 800G', 'OS2 90 m · 4 × Mpo16PanelA', '3.736 dB of 3 dB: over budget', true, 'loss-budget, all 8'],
      ['8 × 800G', 'OS2 20 m · 1 × Ocs', '3.708 dB of 3 dB: over budget', true, 'loss-budget, all 8'],
    ]);
  });

  it('by its length has a band of its own, too, which says how far the optics reach', async () => {
    const text = readFileSync(join(root, 'test/cases/public/P28.fabric'), 'utf8');
    const graph = drawn(await analysisOf(text), 'network:n');
    const bands = 'trunks' in graph ? graph.trunks : [];
    expect(bands.map(({ lines: [, line], marks = [] }) => [line, marks[0]?.text])).toEqual([
      ['OM3 80 m · 80 m of 60 m reach: too long', 'reach'],
      ['OM4 80 m · 0.94 dB of 1.8 dB', undefined],
      ['OM5 120 m · 120 m of 100 m reach: too long', 'reach'],
    ]);
  });

  it('on a feed is on its box in the drawing of power, and on the plan of power where racks draw too much', async () => {
    const feeds = await analysisOf(drawing('17-feeds'));
    expect(marksIn(drawn(feeds, 'power'))).toEqual({ A: ['error feed-budget'], B: ['error feed-budget'] });
    const hot = await analysisOf(drawing('17-feeds').replace('power 60 kW', 'power 12 kW'));
    expect(marksIn(drawn(hot, 'power'))).toMatchObject({ 'r[1..2]': ['error rack-budget, all 2'] });
    expect(marksIn(drawn(hot, 'floor'))).toEqual({ 'power/r[1]': ['error rack-budget, all 2'] });
  });

  it('in links is on the chart of their path', async () => {
    const graph = drawn(await analysisOf(drawing('11-panels')), 'optics');
    const charts = itemsOf(graph).filter(({ id, marks }) => id.startsWith('path') && marks !== undefined);
    expect(charts.map(({ id, marks = [] }) => [id, marks[0]?.text])).toEqual([
      ['path 1', 'loss-budget, all 8'],
      ['path 2', 'loss-budget, all 8'],
    ]);
  });

  it('on a feed is a figure of the racks that it feeds', async () => {
    const graph = drawn(await analysisOf(drawing('17-feeds')), 'racks');
    const feeds = graph.figures.filter(({ id }) => id?.startsWith('feed '));
    expect(
      feeds.map(({ label, value, note, verdict, marks = [] }) => [label, value, note, verdict, marks[0]?.text]),
    ).toEqual([
      ['Feed A', '32 kW', 'of 10 kW when others fail', 'fails', 'feed-budget'],
      ['Feed B', '32 kW', 'of 10 kW when others fail', 'fails', 'feed-budget'],
    ]);
  });

  it('in a branch is over the scale, though the limit of the loop holds', async () => {
    const graph = drawn(await analysisOf(drawing('16-loop4cdu')), 'loop');
    expect(graph.figures.find(({ label }) => label === 'Return')).toMatchObject({ verdict: 'holds' });
    expect(graph.figures.find(({ label }) => label === 'Return of primary.b')).toMatchObject({ verdict: 'fails' });
    expect(graph.figures.find(({ label }) => label === 'Pressure drop')).toMatchObject({
      value: 'at least 537.8 kPa (78 psi)',
      verdict: 'fails',
    });
    const outlet = itemIn(graph, 'primary.return from r[5..8]');
    expect(outlet).toMatchObject({ lines: ['56.25 °C'] });
    expect((outlet as { status?: { value: number } }).status?.value).toBeGreaterThan(1);
    expect(marksIn(graph)).toMatchObject({
      'primary.b': ['error return-temperature', 'error requirement unmet'],
      'n[4]': ['error return-temperature'],
      'primary/cdu': ['error loop-head, all 4'],
    });
  });

  it('without a requirement is judged all the same: a margin below zero, a return above its limit', async () => {
    const analysis = await analysisOf(drawing('11-panels').replace(/require .*/, ''));
    expect(drawn(analysis, 'path').figures[0]).toMatchObject({ label: 'Worst margin', verdict: 'fails' });
    const hall = await analysisOf(drawing('15-hall8x20'));
    expect(drawn(hall, 'cooling').figures.find(({ label }) => label === 'Return')).toMatchObject({ verdict: 'fails' });
  });

  it('is never “≥ unknown required”', async () => {
    const analysis = await analysisOf(`network n : scale-out { switch a : Nope }
require bisection(n) >= 50 % of full`);
    const figures = drawn(analysis, 'network:n').figures;
    for (const { note = '' } of figures) expect(note).not.toContain('unknown required');
  });
});

describe('a count that does not fit', () => {
  const fabric = (spines: number, more = '') => `import "std/osfp"  import "std/fiber"
switch type Leaf { height 2 RU  power 1 kW  ports up[1..8] : OSFP  ports down[1..8] : OSFP }
switch type Spine { height 2 RU  power 1 kW  ports p[1..16] : OSFP }
host type H { height 4 RU  power 5 kW  ports nic[1..8] : OSFP }
network n : scale-out {
  host h[1..16] : H
  switch leaf[1..16] : Leaf
  switch spine[1..${spines}] : Spine
  plug Osfp800Dr8 into leaf[*].*, spine[*].p, h[*].nic
  link h[*].nic to leaf[*].down as pairs over OS2 { length 10 m }
  link leaf[*].up to spine[*].p as mesh over OS2 { length 60 m ${more} }
}`;
  const tiers = (graph: Graph): unknown[] =>
    graph.nodes.map((node) => [node.id, 'tier' in node ? node.tier : undefined]);

  it('keeps every box at its place, and marks the links that could not be connected', async () => {
    const right = drawn(await analysisOf(fabric(8)), 'network:n');
    const wrong = drawn(await analysisOf(fabric(9)), 'network:n');
    expect(tiers(wrong)).toEqual(tiers(right));
    const id = 'n.leaf to n.spine, not connected';
    expect(itemIn(wrong, id)).toMatchObject({ missing: true, lines: ['mesh, not connected'] });
    expect(marksIn(wrong)).toEqual({ [id]: ['error uneven-mesh'] });
    expect(wrong.notes).toEqual([
      'The links from leaf[*].up to spine[*].p could not be connected; they are drawn dotted.',
    ]);
    expect(collisions(await layout(wrong))).toEqual([]);
  });

  it('and a mistake in the path of links keep the rest, and notes do not contradict each other', async () => {
    const graph = drawn(await analysisOf(fabric(8, 'lenght 3 m')), 'network:n');
    expect(graph.notes.join()).not.toContain('no links yet');
    expect(tiers(graph)).toEqual(tiers(drawn(await analysisOf(fabric(8)), 'network:n')));
  });
});

describe('the title block', () => {
  it('has what is given, and no field for what is not', async () => {
    const { facts, findings } = await analysisOf(drawing('17-feeds'));
    const block = { revision: 'C', author: 'A. Person', date: '2026-11-30', tool: 'Lightloom 1.2.3' };
    const full = await layout(graphOf(facts, 'power', { findings, block }) as Graph);
    const texts = full.block.fields.map((each) => each.texts.map(({ text }) => text).join(': '));
    expect(texts).toEqual([
      'Title: Feeds',
      'Verdict: 2 errors',
      'Design: design.fabric',
      'Sheet: power',
      'Revision: C',
      'Author: A. Person',
      'Date: 2026-11-30',
      'Drawn by: Lightloom 1.2.3',
    ]);
    expect(collisions(full)).toEqual([]);
    const bare = await layout(graphOf(facts, 'power') as Graph);
    expect(bare.block.fields.map(({ texts: [caption] }) => caption?.text)).toEqual(['Title', 'Design', 'Sheet']);
  });

  it('leaves the title whole: a long one wraps', async () => {
    const title = 'The second of the two halls of the northern campus, with its coolant loops as they will be built';
    const graph = drawn(await analysisOf(drawing('17-feeds').replace('"Feeds"', `"${title}"`)), 'power');
    const placed = await layout(graph);
    const lines = placed.texts.filter(({ role }) => role === 'title').map(({ text }) => text);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join(' ')).toBe(title);
    expect(collisions(placed)).toEqual([]);
  });
});

describe('drawings of failing designs', () => {
  const folder = join(root, 'test/cases');
  const files = ['found', 'public'].flatMap((name) =>
    readdirSync(join(folder, name)).map((file) => join(folder, name, file)),
  );

  it('have nothing on anything else, and name every element', async () => {
    for (const file of files.filter((each) => each.endsWith('.fabric'))) {
      const analysis = await analysisOf(readFileSync(file, 'utf8'));
      for (const graph of allViews(analysis)) {
        const placed = await layout(graph);
        expect(collisions(placed), `${file} ${graph.id}`).toEqual([]);
        expect(unplaced(placed), `${file} ${graph.id}`).toEqual([]);
        const text = svg(placed, { theme: 'light' });
        expect(text.match(/<g data-id="[^"]*"[^>]*>(?!<title>[^<]+<\/title><desc>[^<]+<\/desc>)/g), file).toBeNull();
      }
    }
  }, 60_000);
});
