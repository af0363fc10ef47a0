// The drawings of the example pod say what can be checked by hand from its text.
import type { Facts } from '@lightloom/core';
import { itemsOf } from '@lightloom/diagram/graph';
import { graphOf, viewsOf } from '@lightloom/diagram/views';
import { beforeAll, describe, expect, it } from 'vitest';
import { changedPod, collisions, drawing, factsOf, placed } from './drawn.ts';

let facts: Facts;
beforeAll(async () => {
  facts = await factsOf();
});

describe('the views of the pod', () => {
  it('are the two it declares, then its network, its racks and its cooling among those of every design', () => {
    const views = viewsOf(facts);
    expect(views.slice(0, 2)).toEqual([
      { id: 'overview', title: 'Pod at a glance', kind: 'network', declared: true },
      { id: 'thermal', title: 'Heat to liquid', kind: 'cooling', declared: true },
    ]);
    expect(views.slice(2)).toEqual(
      expect.arrayContaining([
        { id: 'network:backend', title: 'Network backend', kind: 'network', declared: false },
        { id: 'racks', title: 'Racks', kind: 'racks', declared: false },
        { id: 'cooling', title: 'Cooling', kind: 'cooling', declared: false },
      ]),
    );
  });

  it('are drawn, and no other', () => {
    for (const { id, title } of viewsOf(facts))
      expect(graphOf(facts, id)).toMatchObject({ id, title, file: 'design.fabric' });
    expect(graphOf(facts, 'nothing')).toBeUndefined();
  });

  it('are placed without anything on anything else', async () => {
    for (const { id } of viewsOf(facts)) expect(collisions(await placed(facts, id)), id).toEqual([]);
  });

  it('survive JSON, which knows neither NaN nor undefined', () => {
    for (const { id } of viewsOf(facts)) {
      const graph = drawing(facts, id);
      expect(JSON.parse(JSON.stringify(graph))).toEqual(graph);
    }
  });

  it('give every thing its own id', () => {
    for (const { id } of viewsOf(facts)) {
      const ids = itemsOf(drawing(facts, id)).map((each) => each.id);
      expect(new Set(ids).size, id).toBe(ids.length);
    }
  });
});

describe('the overview', () => {
  it('draws both scalable units as one', () => {
    const { nodes, groups, trunks } = drawing(facts, 'overview', 'tiers');
    expect(groups.map(({ id, label, count }) => [id, label, count])).toEqual([['backend.su[1..2]', 'su[1..2]', 2]]);
    expect(nodes.map(({ id, label, count, tier }) => [id, label, count, tier])).toEqual([
      ['backend.spine', 'spine[1..8]', 8, 2],
      ['backend.su[1..2].node', 'node[1..64]', 128, 0],
      ['backend.su[1..2].leaf', 'leaf[1..8]', 16, 1],
    ]);
    expect(trunks).toHaveLength(2);
  });

  it('states the contents of boxes and bands', () => {
    const { nodes, trunks, figures, subtitle } = drawing(facts, 'overview', 'tiers');
    const lines = (id: string) => [...nodes, ...trunks].find((each) => each.id === id)?.lines;
    expect(subtitle).toBe('backend, scale-out · 24 switches · 128 hosts · 2,048 links');
    expect(lines('backend.spine')).toEqual(['8 × XpoSpine', '102.4 Tbps · 1 OU · 2.524 kW each']);
    expect(lines('backend.su[1..2].leaf to backend.spine')).toEqual([
      '1,024 × 800G · 8 per pair',
      'OS2 60 m · 1.424 dB of 3 dB',
    ]);
    expect(lines('backend.su[1..2].node to backend.su[1..2].leaf')).toEqual([
      '1,024 × 800G · rails',
      'OS2 30 m · 1.512 dB of 3 dB',
    ]);
    expect(figures.map(({ label, value, verdict }) => [label, value, verdict])).toEqual([
      ['Oversubscription', '1', 'holds'],
      ['Bisection', '409.6 Tbps', undefined],
      ['Worst margin', '1.488 dB', 'holds'],
      ['Power', '1.932 MW', undefined],
      ['Bisection, 4 of spine lost', '204.8 Tbps', 'holds'],
    ]);
  });

  it('colors links by the share of their loss budget and weighs them by bandwidth', () => {
    const [first] = drawing(facts, 'overview', 'tiers').trunks.filter((each) => each.to === 'backend.spine');
    expect(first?.status?.value).toBeCloseTo(1.424 / 3, 9);
    expect(first?.weight).toBe(1024 * 800e9);
  });

  it('points at the lines that declare things', () => {
    for (const { id, origin } of [
      ...drawing(facts, 'overview', 'tiers').nodes,
      ...drawing(facts, 'overview', 'tiers').trunks,
    ])
      expect(origin?.uri, id).toBe('file:///design.fabric');
  });

  it('is in rows: spines over leaves over hosts', async () => {
    const y = new Map((await placed(facts, 'overview')).nodes.map((each) => [each.node.id, each.y]));
    const [spine = 0, leaf = 0, host = 0] = ['backend.spine', 'backend.su[1..2].leaf', 'backend.su[1..2].node'].map(
      (id) => y.get(id),
    );
    expect(spine).toBeLessThan(leaf);
    expect(leaf).toBeLessThan(host);
  });

  it('draws units that differ by themselves', async () => {
    const other = await changedPod(
      'su[1..2]          : ScalableUnit(64)',
      'su[1..2] : ScalableUnit(64)  su[3] : ScalableUnit(32)',
    );
    expect(drawing(other, 'overview', 'tiers').groups.map((each) => each.id)).toEqual([
      'backend.su[1..2]',
      'backend.su[3]',
    ]);
  });
});

describe('the network without a view of its own', () => {
  it('draws each unit, with half of the links each', () => {
    const { groups, trunks } = drawing(facts, 'network:backend', 'tiers');
    expect(groups.map((each) => each.id)).toEqual(['backend.su[1]', 'backend.su[2]']);
    expect(trunks.find((each) => each.id === 'backend.su[2].leaf to backend.spine')?.lines[0]).toBe(
      '512 × 800G · 8 per pair',
    );
  });
});

describe('the racks', () => {
  it('draw 32 equal racks once and the two unlike ones each', () => {
    const { groups, nodes } = drawing(facts, 'racks', 'racks');
    expect(groups.map(({ id, label, count }) => [id, label, count])).toEqual([
      ['net[1]', 'net[1]', 1],
      ['net[2]', 'net[2]', 1],
      ['gpu', 'gpu[1..32]', 32],
    ]);
    expect(nodes.map(({ id, label, count }) => [id, label, count])).toEqual([
      ['net[1]/backend.su.leaf', '12 × XpoLeaf', 12],
      ['net[2]/backend.su.leaf', '4 × XpoLeaf', 4],
      ['net[2]/backend.spine', '8 × XpoSpine', 8],
      ['gpu/backend.su.node', '4 × Node', 4],
    ]);
  });

  it('show power and height of one rack', () => {
    const gpu = drawing(facts, 'racks', 'racks').groups.find((each) => each.id === 'gpu');
    expect(gpu?.lines).toContain('58.48 kW of 120 kW');
    expect(gpu?.lines).toContain('37.04 OU of 44 OU');
    expect(gpu?.status?.value).toBeCloseTo(58.48 / 120, 9);
  });

  it('are true to height: four hosts of 10 RU and twelve switches of 1 OU', async () => {
    const { nodes } = await placed(facts, 'racks');
    const height = (id: string): number => nodes.find((each) => each.node.id === id)?.height ?? 0;
    expect(height('gpu/backend.su.node') / height('net[1]/backend.su.leaf')).toBeCloseTo((40 * 44.45) / (12 * 48), 6);
  });
});

describe('the cooling', () => {
  it('shows supply, return and the load of the CDUs', () => {
    const { figures, trunks } = drawing(facts, 'cooling', 'loops');
    expect(figures.map(({ label, value }) => [label, value])).toEqual([
      ['Liquid heat', '1.633 MW'],
      ['Flow', '1,900 L/min'],
      ['Return', '52.84 °C'],
      ['Headroom', '14.42 %'],
      ['Return, 1 of cdu lost', '52.84 °C'],
    ]);
    expect(figures[0]?.note).toBe('capacity of 2 of 3 CDUs: 2 MW');
    expect(trunks.find((each) => each.id === 'primary.return')?.status?.value).toBeCloseTo(12.84 / 15, 3);
  });

  it('of `net` draws the other racks as one box, and states that figures are of the whole loop', () => {
    const { nodes, subtitle, figures, notes } = drawing(facts, 'thermal', 'loops');
    expect(nodes.map((each) => each.id)).toEqual(['primary/cdu', 'net[1]', 'net[2]', 'primary/others']);
    // 1,632.776 kW without the two racks of 27.588 kW; 32 racks of 55 L/min.
    expect(nodes.at(-1)?.lines).toEqual(['not in this view', '1.578 MW to liquid', '1,760 L/min']);
    expect(subtitle).toBe('1 loop · 2 of 34 racks · 3 CDUs');
    expect(figures.slice(0, 4).map((each) => each.label)).toEqual([
      'Liquid heat of primary',
      'Flow of primary',
      'Return of primary',
      'Headroom of primary',
    ]);
    expect(notes).toEqual(['The figures of primary cover the whole loop; 32 of its racks are not in this view.']);
  });

  it('shows what is over the limit', async () => {
    const hot = await changedPod('1900 L/min', '1500 L/min');
    const { figures, trunks, legend } = drawing(hot, 'cooling', 'loops');
    expect(figures.find((each) => each.label === 'Headroom')?.verdict).toBe('fails');
    expect(trunks.find((each) => each.id === 'primary.return')?.status?.value).toBeGreaterThan(1);
    expect(legend.colors).toMatchObject({ over: 'over the limit' });
  });
});
