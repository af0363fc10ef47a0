// Devices of one array share a box where they are linked alike, and have boxes of their own where they are not.
import type { Placed } from '@lightloom/diagram';
import { describe, expect, it } from 'vitest';
import { collisions, drawing, factsOf, placed } from './drawn.ts';

const path = 'over OS2 { length 30 m }';
const parts = `import "std/osfp"
switch type Leaf { height 1 RU  ports up[1..4] : OSFP  ports down[1..2] : OSFP }
switch type Spine { height 1 RU  ports p[1..64] : OSFP }
host type Node { height 1 RU  ports nic : OSFP-RHS }
`;

/** A network with links between the leaves and spines as given. */
const network = (leaves: number, spines: number, links: readonly string[]): string => `${parts}
network n : scale-out {
  switch leaf[1..${leaves}] : Leaf
  switch spine[1..${spines}] : Spine
  host node[1..${2 * leaves}] : Node
  plug Osfp800Dr8 into leaf.*, spine.*
  plug Osfp800Dr8Flat into node.nic
  link node.nic to leaf.down ${path}
  ${links.join('\n  ')}
}`;

/** The switches of the first network, with the links of each box to others. */
async function boxesOf(text: string, view = 'network:n'): Promise<string[]> {
  return drawing(await factsOf(text), view).nodes.map(({ id }) => id);
}
const switches = (ids: readonly string[]): string[] => ids.filter((id) => !id.includes('node'));

describe('devices of one array', () => {
  it('are apart where one has both links to one spine, and so are the spines and hosts it is linked to', async () => {
    const text = network(3, 2, [
      `link leaf[1].up[1..2] to spine[1].p[1], spine[2].p[1] ${path}`,
      `link leaf[2].up[1..2] to spine[1].p[2..3] ${path}`,
      `link leaf[3].up[1..2] to spine[1].p[4], spine[2].p[4] ${path}`,
    ]);
    expect((await boxesOf(text)).sort()).toEqual([
      'n.leaf[1, 3]',
      'n.leaf[2]',
      'n.node[1..2, 5..6]',
      'n.node[3..4]',
      'n.spine[1]',
      'n.spine[2]',
    ]);
    expect(collisions(await placed(await factsOf(text), 'network:n'))).toEqual([]);
  });

  it('are apart where one has a link less', async () => {
    const text = network(4, 2, [
      `link leaf[1..3].up[1] to spine[1].p[1..3] ${path}`,
      `link leaf[1..3].up[2] to spine[2].p[1..3] ${path}`,
      `link leaf[4].up[1] to spine[1].p[4] ${path}`,
    ]);
    expect(switches(await boxesOf(text))).toEqual(expect.arrayContaining(['n.leaf[1..3]', 'n.leaf[4]']));
  });

  it('are apart where they have other neighbors', async () => {
    const text = network(4, 4, [
      `link leaf[1..2].up[1..4] to spine[1..2].p[1..4] as mesh ${path}`,
      `link leaf[3].up[1..4] to spine[3].p[1..4] ${path}`,
      `link leaf[4].up[1..4] to spine[4].p[1..4] ${path}`,
    ]);
    expect(switches(await boxesOf(text)).sort()).toEqual([
      'n.leaf[1..2]',
      'n.leaf[3..4]',
      'n.spine[1..2]',
      'n.spine[3..4]',
    ]);
  });

  it('are apart where the kind of cable is another', async () => {
    const text = network(4, 2, [
      `link leaf[1..3].up[1..2] to spine[1..2].p[1..3] as mesh ${path}`,
      `link leaf[4].up[1..2] to spine[1..2].p[4] as mesh over OM4 { length 30 m }`,
    ]);
    expect(switches(await boxesOf(text))).toEqual(expect.arrayContaining(['n.leaf[1..3]', 'n.leaf[4]']));
  });

  it.each([
    ['a mesh', [`link leaf.up to spine.p[1..8] as mesh ${path}`]],
    [
      'two planes, each leaf in one',
      [
        `link leaf[1..4].up to spine[1..2].p[1..8] as mesh ${path}`,
        `link leaf[5..8].up to spine[3..4].p[1..8] as mesh ${path}`,
      ],
    ],
    [
      'two links to one spine and one to each of two others, a step further for each leaf',
      Array.from({ length: 8 }, (_, i) => {
        const spine = (step: number): number => 1 + ((i + step) % 4);
        const port = (step: number): number => 1 + 4 * i + step;
        return `link leaf[${i + 1}].up to spine[${spine(0)}].p[${port(0)}..${port(1)}], spine[${spine(1)}].p[${port(2)}], spine[${spine(2)}].p[${port(3)}] ${path}`;
      }),
    ],
    [
      'links of other lengths',
      [1, 2, 3, 4, 5, 6, 7, 8].map(
        (i) => `link leaf[${i}].up to spine.p[${i}] as mesh over OS2 { length ${10 * i} m }`,
      ),
    ],
  ])('share a box in %s', async (_name, links) => {
    expect((await boxesOf(network(8, 4, links))).sort()).toEqual(['n.leaf', 'n.node', 'n.spine']);
  });

  it('have few boxes where links have no order', async () => {
    // Leaf i has i of its 32 uplinks in use: no two are alike.
    const links = Array.from(
      { length: 32 },
      (_, i) => `link leaf[${i + 1}].up[1..${i + 1}] to spine[1].p[${1 + 32 * i}..${32 * i + i + 1}] ${path}`,
    );
    const text = network(32, 1, links).replace('up[1..4]', 'up[1..32]').replace('p[1..64]', 'p[1..1024]');
    expect((await boxesOf(text)).length).toBeLessThan(24);
    expect(collisions(await placed(await factsOf(text), 'network:n'))).toEqual([]);
  });

  it('that are linked in a chain are its two ends and the others', async () => {
    const links = Array.from({ length: 39 }, (_, i) => `link leaf[${i + 1}].up[1] to leaf[${i + 2}].up[2] ${path}`);
    expect(switches(await boxesOf(network(40, 1, links)))).toEqual(
      expect.arrayContaining(['n.leaf[1, 40]', 'n.leaf[2..39]']),
    );
  });
});

describe('links that are missing', () => {
  it.each([
    [8, 4, 3],
    [16, 4, 5],
    [24, 4, 2],
    [36, 4, 7],
  ])(
    'of %i leaves and %i spines, every %ith, leave a drawing with nothing on anything else',
    async (leaves, spines, step) => {
      const links: string[] = [];
      for (let i = 0; i < leaves * spines; i++) {
        const [leaf, spine] = [Math.floor(i / spines), i % spines];
        if (i % (step * 3) !== step)
          links.push(`link leaf[${leaf + 1}].up[${spine + 1}] to spine[${spine + 1}].p[${leaf + 1}] ${path}`);
      }
      const facts = await factsOf(network(leaves, spines, links));
      const drawn = await placed(facts, 'network:n');
      expect(collisions(drawn)).toEqual([]);
      expect(drawn.nodes.reduce((sum, { node }) => sum + node.count, 0)).toBe(3 * leaves + spines);
    },
  );
});

describe('groups of one array', () => {
  it('share a frame where their devices are linked alike', async () => {
    const text = `${parts}
template Unit() {
  switch leaf[1..3] : Leaf
  switch spine[1..2] : Spine
  host node[1..6] : Node
  plug Osfp800Dr8 into leaf.*, spine.*
  plug Osfp800Dr8Flat into node.nic
  link node.nic to leaf.down ${path}
  link leaf[1].up[1..2] to spine[*].p[1] as mesh ${path}
  link leaf[3].up[1..2] to spine[*].p[3] as mesh ${path}
}
network n : scale-out {
  u[1..3] : Unit()
  for i in 1..2 { link u[i].leaf[2].up[1..2] to u[i].spine[*].p[2] as mesh ${path} }
  link u[3].leaf[2].up[1..2] to u[3].spine[1].p[4..5] ${path}
}
view folded { collapse u }`;
    expect((await boxesOf(text, 'folded')).filter((id) => id.includes('leaf'))).toEqual([
      'n.u[1..2].leaf',
      'n.u[3].leaf[1, 3]',
      'n.u[3].leaf[2]',
    ]);
  });

  it('have frames of their own where the devices of one are linked unlike those of the others', async () => {
    const text = `${parts}
template Unit() {
  switch leaf : Leaf
  host node[1..2] : Node
  plug Osfp800Dr8 into leaf.*
  plug Osfp800Dr8Flat into node.nic
  link node.nic to leaf.down ${path}
}
network n : scale-out {
  u[1..6] : Unit()
  switch spine[1..2] : Spine
  plug Osfp800Dr8 into spine.*
  for i in 1..5 { link u[i].leaf.up[1..2] to spine[*].p[i] as mesh ${path} }
  link u[6].leaf.up[1..2] to spine[1].p[7..8] ${path}
}
view folded { collapse u }`;
    expect((await boxesOf(text, 'folded')).filter((id) => id.includes('leaf'))).toEqual([
      'n.u[1..5].leaf',
      'n.u[6].leaf',
    ]);
    for (const view of ['folded', 'network:n'])
      expect(collisions(await placed(await factsOf(text), view)), view).toEqual([]);
  });
});

describe('racks', () => {
  const rack = (units: readonly string[]): string => `import "std/racks"
${units.map((height, i) => `host type T${i} { height ${height}  power 1 kW }`).join('\n')}
rack r : Eia48
${units.map((_, i) => `host h${i} : T${i}`).join('\n')}
${units.map((_, i) => `place h${i} in r`).join('\n')}`;

  const stacksOf = ({ nodes }: Placed) => nodes.flatMap((each) => (each.drawn === 'stack' ? [each] : []));

  it('say what each device is beside it, or where a line leads to', async () => {
    const drawn = await placed(await factsOf(rack(['1 RU', '1 RU', '4 RU'])), 'racks');
    expect(collisions(drawn)).toEqual([]);
    const stacks = stacksOf(drawn);
    expect(stacks.map(({ texts }) => texts.slice(0, 3).map(({ text }) => text))).toEqual([
      ['T0', 'h0 · 1 kW', '1 RU · 1 kW each'],
      ['T1', 'h1 · 1 kW', '1 RU · 1 kW each'],
      ['T2', 'h2 · 1 kW', '4 RU · 1 kW each'],
    ]);
    for (const { leader, front, label } of stacks)
      expect(leader).toMatchObject([
        { x: front.x + front.width, y: front.y + front.height / 2 },
        { y: label.y + label.height / 2 },
      ]);
    const single = stacksOf(await placed(await factsOf(rack(['8 RU'])), 'racks'));
    expect(single.map(({ leader }) => leader)).toEqual([undefined]);
  });

  it('have the words of each device also where 42 of one unit all differ, in their order', async () => {
    const drawn = await placed(await factsOf(rack(Array.from({ length: 42 }, () => '1 RU'))), 'racks');
    expect(collisions(drawn)).toEqual([]);
    const stacks = stacksOf(drawn);
    expect(stacks.map(({ texts }) => texts[0]?.text.split(' ')[0])).toEqual(stacks.map((_, i) => `T${i}`));
    const tops = stacks.map(({ label }) => label.y);
    expect(tops).toEqual([...tops].sort((a, b) => b - a));
  });

  it('are to scale in height and width, with their cages', async () => {
    const text = `import "std/xpo"  import "std/racks"
switch type Full { height 1 OU  ports p[1..16] : XPO  supplies 3 x 1.5 kW, n+1 }
rack r : OpenRackV3
switch s[1..2] : Full
plug Xpo into s[1].p[1..4]
place s[*] in r`;
    const { nodes, groups } = await placed(await factsOf(text), 'racks');
    const [first] = nodes;
    if (first?.drawn !== 'stack' || groups[0]?.drawn !== 'rack') throw new Error('no stack in a rack');
    // 537 mm between the rails, 48 mm in height.
    expect(first.front.width / first.front.each).toBeCloseTo(537 / 48, 2);
    expect(groups[0].elevation.width / groups[0].elevation.height).toBeCloseTo(537 / (44 * 48), 2);
    // Eight XPO of 60.8 mm fit beside each other, so sixteen are in two rows of 486.4 mm.
    const rows = first.node.front.rows;
    expect(rows.map(({ kind, at }) => [kind, at.length])).toEqual([
      ['filled', 4],
      ['empty', 12],
    ]);
    const all = rows.flatMap(({ at, width }) => at.map(([x, y]) => ({ left: x, right: x + width, y })));
    expect(new Set(all.map(({ y }) => y)).size).toBe(2);
    expect(Math.max(...all.map(({ right }) => right)) - Math.min(...all.map(({ left }) => left))).toBeCloseTo(
      0.4864,
      9,
    );
    expect(first.node.rear.rows.map(({ kind, at }) => [kind, at.length])).toEqual([['supply', 3]]);
  });

  it('say how much is free, and what shelves take', async () => {
    const shelf = `import "std/racks"
shelf type S { power 33 kW  height 2 RU }
rack type R is Eia48 { shelves 2 x S }
host type H { height 4 RU  power 1 kW }
rack r : R
host h : H
place h in r`;
    const { groups, nodes } = drawing(await factsOf(shelf), 'racks', 'racks');
    expect(groups[0]?.rack.free).toBe('40 RU free');
    expect(nodes.map(({ label, height }) => [label, height])).toEqual([
      ['H', 4 * 0.04445],
      ['2 × S', 2 * 0.04445],
    ]);
  });

  it('have boxes that touch and do not overlap, to the last digit', async () => {
    const drawn = await placed(await factsOf(rack(['3 RU', '0.7 RU', '5 RU', '1.3 RU', '2 RU'])), 'racks');
    for (const [i, { y }] of drawn.nodes.entries()) {
      const above = drawn.nodes[i + 1];
      if (above !== undefined) expect(above.y + above.height).toBe(y);
    }
    expect(collisions(drawn)).toEqual([]);
  });
});
