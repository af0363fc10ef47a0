// What a comparison says of one change at a time, with counts by hand.
import { type DesignDiff, diffOf, type TouchedCables } from '@lightloom/core';
import { differenceGraph } from '@lightloom/diagram/views';
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../kit/design.ts';

/** Four leaves with two uplinks to each of two spines, in three racks of a hall. */
const fabric = (changes: readonly (readonly [string, string])[] = []): string =>
  changes.reduce(
    (text, [from, to]) => {
      expect(text).toContain(from);
      return text.replaceAll(from, to);
    },
    `import "std/osfp"
import "std/racks"
switch type Leaf { height 1 RU  power 1 kW source "sheet"  ports up[1..4] : OSFP }
switch type Spine { height 1 RU  power 2 kW source "sheet"  ports down[1..8] : OSFP }
module type Dr is Osfp800Dr8 { power 15 W source "sheet" }
hall main { rack-pitch 600 mm  row-pitch 3 m  tray-height 2.6 m }
rack a : Eia48 at row 1 position 1
rack b : Eia48 at row 1 position 2
rack c : Eia48 at row 2 position 1
network n : scale-out {
    switch leaf[1..4]  : Leaf
    switch spine[1..2] : Spine
    plug Dr into leaf[*].up, spine[*].down
    link leaf[*].up to spine[*].down as mesh over OS2 { length auto  slack 1 m  connectors 2 x MPO16 }
    place leaf[1..2] in a
    place leaf[3..4] in b
    place spine[*] in c
}
`,
  );

async function diffWith(...changes: readonly (readonly [string, string])[]): Promise<DesignDiff> {
  return diffOf(await analysisOf(fabric()), await analysisOf(fabric(changes)));
}

const told = ({ changes }: DesignDiff): string[] =>
  changes.map(({ kind, of, count, details }) =>
    [
      `${kind} ${count} ${of}`,
      ...details.map(({ property, before, after }) => `${property} ${before} → ${after}`),
    ].join('; '),
  );
const work = ({ cables }: DesignDiff): string[] =>
  cables.touched.map(({ work, count, why }: TouchedCables) => [`${work} ${count}`, ...why].join('; '));

describe('a change', () => {
  it('of channels is other modules, and their cables are unplugged', async () => {
    const diff = await diffWith(['{ power 15 W', '{ channels 1 x 800GBASE-DR8-2  power 15 W']);
    expect(told(diff)).toEqual(['replaced 32 module; channels 1 × 800GBASE-DR8 → 1 × 800GBASE-DR8-2']);
    // 8 links from either rack of leaves, of another length each.
    expect(work(diff)).toEqual(['plugged again 8; module swapped', 'plugged again 8; module swapped']);
    // Notes that say the same of the old and the new type are neither new nor gone.
    const messages = (of: 'fresh' | 'gone'): string[] => diff.findings[of].map(({ finding }) => finding.message);
    expect(messages('gone').filter((each) => messages('fresh').includes(each))).toEqual([]);
  });

  it('of the power of a type is one change, and touches nothing', async () => {
    const diff = await diffWith(['power 15 W', 'power 16 W']);
    expect(told(diff)).toEqual(['changed 1 type; power 15 W → 16 W']);
    expect(diff.changes[0]?.installed).toBe(32);
    expect([diff.cables.kept, diff.cables.touched]).toEqual([16, []]);
    expect(diff.figures.find(({ name }) => name === 'worst-case power')?.after?.value).toBe(
      4 * 1000 + 2 * 2000 + 32 * 16,
    );
  });

  it('of the place of a rack: cables that get another length are replaced, the others plugged again', async () => {
    // One place along the row: away from the leaves of `a`, towards those of `b`.
    const diff = await diffWith(['rack c : Eia48 at row 2 position 1', 'rack c : Eia48 at row 2 position 2']);
    expect(told(diff).filter((each) => each.startsWith('moved'))).toEqual(['moved 1 rack; position 1 → 2']);
    // 3 m between the rows, twice 2.6 m up to the trays, 1 m of slack; 0.6 m for a place along the row.
    expect(work(diff)).toEqual(['replaced 8; length 9.2 m → 9.8 m', 'replaced 8; length 9.8 m → 9.2 m']);
    expect(diff.cables.kept).toBe(0);
  });

  it('of all names and of the size is one of the size alone', async () => {
    const diff = await diffWith(
      ['leaf', 'tor'],
      ['spine[', 'core['],
      ['tor[1..4] ', 'tor[1..3] '],
      ['tor[3..4]', 'tor[3]'],
    );
    expect(told(diff).filter((each) => /switch/.test(each))).toEqual(['removed 1 switch']);
    expect(diff.renamed.map(({ of, count }) => `${count} ${of}`)).toEqual(['3 switch', '2 switch']);
  });

  it('after which a cable is unknown doesn’t say that the old one is removed', async () => {
    const diff = await diffWith(['{ power 15 W', '{ channels 2 x 400GBASE-DR4  connector unknown  power 15 W']);
    const gone = diff.cables.touched.filter((each) => each.work === 'removed');
    expect([gone, diff.cables.unknown[1] > 0]).toEqual([[], true]);
    const unknown = 'unknown 8; the new cable is unknown';
    expect(work(diff)).toEqual([unknown, unknown]);
  });

  it('in dB has a difference and no ratio', async () => {
    const diff = await diffWith(['2 x MPO16', '3 x MPO16']);
    const margin = diff.figures.find(({ name }) => name === 'worst margin');
    expect(margin?.ratio).toBeNaN();
    expect((margin?.after?.value ?? 0) - (margin?.before?.value ?? 0)).toBeCloseTo(-0.75, 6);
  });
});

describe('the drawing of a comparison', () => {
  it('has a box for each array to which the same happened, with why', async () => {
    const diff = await diffWith(
      ['leaf[3..4] in b', 'leaf[3..4] in a'],
      ['rack c : Eia48 at row 2', 'rack c : Eia48 at row 3'],
    );
    const graph = differenceGraph(diff, 'old → new');
    const boxes = graph.arrangement === 'tiers' ? graph.nodes : [];
    expect(boxes.map(({ label, lines }) => [label, lines.at(-1)])).toEqual([
      ['n.leaf[1..2]', '2 × Leaf'],
      ['~ n.leaf[3..4]', 'in another rack'],
      ['~ n.spine[1..2]', 'rack moved'],
    ]);
  });

  it('marks devices whose type has other figures, and names new errors', async () => {
    const diff = await diffWith(['power 1 kW source "sheet"  ports up', 'power 2 kW source "sheet"  ports up']);
    const graph = differenceGraph(diff, '');
    const boxes = graph.arrangement === 'tiers' ? graph.nodes : [];
    expect(boxes.map(({ label, lines }) => [label, lines.at(-1)])).toContainEqual([
      '~ n.leaf[1..4]',
      'power 1 kW → 2 kW',
    ]);
    expect(graph.subtitle).not.toContain('error');
    const broken = differenceGraph(await diffWith(['{ length auto  slack 1 m', '{ length 900 m']), '');
    expect(broken.subtitle).toMatch(/· \d+ new errors?$/);
  });

  it('marks links whose path changed in any way, as the list of changes does', async () => {
    const diff = await diffWith(['2 x MPO16', '3 x MPO16']);
    const graph = differenceGraph(diff, '');
    expect(graph.arrangement === 'tiers' ? graph.trunks.map(({ lines }) => lines) : []).toEqual([['~ 16 links']]);
    expect(told(diff)).toEqual([expect.stringMatching(/^changed 16 link; connectors/)]);
  });

  it('has leaves below spines also where no host is linked to them', async () => {
    const graph = differenceGraph(await diffWith(['2 x MPO16', '3 x MPO16']), '');
    const rows = graph.arrangement === 'tiers' ? graph.nodes.map(({ label, tier }) => [label, tier]) : [];
    expect(rows).toEqual([
      ['n.leaf[1..4]', 1],
      ['n.spine[1..2]', 2],
    ]);
    expect(graph.notes).toEqual([]);
  });

  it('says what changed of which it shows nothing', async () => {
    const loop = (flow: string): string => `${fabric()}
import "std/cooling"
loop water { coolant PG25  supply 40 °C  flow ${flow} }
require power(n) <= ${flow.length} MW`;
    const [old, now] = [await analysisOf(loop('90 L/min')), await analysisOf(loop('100 L/min'))];
    expect(differenceGraph(diffOf(old, now), '').notes).toEqual([
      '1 change of cooling, power or the hall · 1 change of a requirement: this drawing shows devices and links only; the list of changes has all.',
    ]);
  });

  it('has a device that is in both designs in the higher of its rows', async () => {
    const tiers = (link: string): string => `import "std/osfp"
switch type Box { height 1 RU  power 1 kW source "sheet"  ports down[1..4] : OSFP  ports up[1..4] : OSFP }
host type Server { accelerators 1  power 1 kW source "sheet"  ports nic[1..1] : OSFP }
network n : scale-out {
host server[1..4] : Server
switch leaf : Box
switch spine : Box
plug Osfp800Dr8 into server[*].nic, leaf.*, spine.down
link server[*].nic to leaf.down over OS2 { length 3 m }
${link}
}
`;
    const linked = await analysisOf(tiers('link leaf.up to spine.down over OS2 { length 3 m }'));
    const unlinked = await analysisOf(tiers(''));
    for (const diff of [diffOf(linked, unlinked), diffOf(unlinked, linked)]) {
      const graph = differenceGraph(diff, '');
      const boxes = graph.arrangement === 'tiers' ? graph.nodes : [];
      expect(boxes.map(({ label, tier }) => [label, tier])).toEqual([
        ['n.server[1..4]', 0],
        ['n.leaf', 1],
        ['n.spine', 2],
      ]);
    }
  });
});
