// Networks of all shapes: counts against closed forms, nothing on anything else, the same bytes every time.
import { type Graph, itemsOf, layout, svg, trunksOf } from '@lightloom/diagram';
import { viewsOf } from '@lightloom/diagram/views';
import { describe, expect, it } from 'vitest';
import { changedPod, collisions, drawing, example, factsOf, placed } from './drawn.ts';

const parts = `import "std/osfp"
switch type B { height 2 RU  power 1 kW  ports p[1..64] : OSFP }
switch type Tier { height 2 RU  power 1 kW  ports up[1..32] : OSFP  ports down[1..32] : OSFP }
host type H { height 2 RU  power 2 kW  ports nic[1..2] : OSFP }
`;
const among = (array: string, pattern: string, ports: number): string => `${parts}
network n : scale-up {
  switch r${array} : B
  plug Osfp800Dr8 into r.*
  link r.p[1..${ports}] as ${pattern} over OS2 { length 20 m }
}`;
/** A fat tree of k pods from switches of 2k ports has k/2 edges and aggregations a pod, k²/4 cores and k³/4 hosts. */
const fatTree = (k: number): string => `${parts}
switch type Low  { height 2 RU  ports up[1..${k / 2}] : OSFP  ports down[1..${k / 2}] : OSFP }
switch type Core { height 2 RU  ports down[1..${k}] : OSFP }
host type One { height 1 RU  ports nic[1..1] : OSFP }
template Pod() {
  host h[1..${(k * k) / 4}] : One
  switch edge[1..${k / 2}] : Low
  switch agg[1..${k / 2}] : Low
  plug Osfp800Dr8 into edge[*].*, agg[*].*, h[*].*
  for e in 1..${k / 2} { link h[${k / 2}*e - ${k / 2 - 1}..${k / 2}*e].nic to edge[e].down as mesh over OS2 { length 5 m } }
  link edge[*].up to agg[*].down as mesh over OS2 { length 30 m }
}
network n : scale-out {
  pod[1..${k}] : Pod()
  switch core[1..${(k * k) / 4}] : Core
  plug Osfp800Dr8 into core[*].*
  for a in 1..${k / 2} { link pod[*].agg[a].up to core[${k / 2}*a - ${k / 2 - 1}..${k / 2}*a].down as mesh over OS2 { length 200 m } }
}
view folded { collapse pod }`;

const dragonfly = `${parts}
network n : scale-out {
  switch r[1..36] : B
  host h[1..72] : H
  plug Osfp800Dr8 into r.*, h.*
  link r.p[1..5] as dragonfly(4, 2, 2) over OS2 { length 20 m }
  for i in 1..36 { link h[2*i - 1..2*i].nic[1] to r[i].p[6..7] as pairs over OS2 { length 3 m } }
}`;

/** Groups of switches with links from each group to each other. */
const groups = (count: number): string => `${parts}
template G() { switch s[1..2] : B  plug Osfp800Dr8 into s.*  link s[1].p[1] to s[2].p[1] as pairs over OS2 { length 2 m } }
network n : scale-up {
  g[1..${count}] : G()
  for i in 1..${count - 1}, j in i + 1..${count} { link g[i].s[1].p[j + 1] to g[j].s[2].p[i + 1] as pairs over OS2 { length 20 m } }
}
view each { expand g }`;

const several = `${parts}
network up : scale-up {
  host node[1..16] : H
  switch nv[1..8] : B
  plug Osfp800Dr8 into nv.*, node.*
  link node[*].nic[1] to nv[1..4].p[1..4] as pairs over OS2 { length 3 m }
}
network out : scale-out {
  switch leaf[1..4] : Tier
  switch spine[1..2] : B
  plug Osfp800Dr8 into leaf.*, spine.*
  link up.node[*].nic[2] to leaf.down[1..4] as pairs over OS2 { length 30 m }
  link leaf.up to spine.p as mesh over OS2 { length 60 m }
}
network store : storage {
  switch st[1..2] : B
  host disk[1..4] : H
  plug Osfp800Dr8 into st.*, disk.*
  link disk.nic to st.p[1..4] as mesh over OS2 { length 30 m }
}
network idle : management { switch mg[1..3] : B }
view all { color by network }
view nodes { of up.node  color by power }
view cores { of out.spine  expand spine }`;

/** Bands that pass a row. */
const skipping = `${parts}
switch type Mid { height 2 RU  ports up[1..32] : OSFP  ports down[1..32] : OSFP }
network n : scale-up {
  switch leaf[1..8] : Tier
  switch mid[1..4] : Mid
  switch top[1..2] : B
  plug Osfp800Dr8 into leaf.*, mid.*, top.*
  link leaf.up[1..16] to mid.down as mesh over OS2 { length 30 m }
  link mid.up[1..16] to top.p[1..32] as mesh over OS2 { length 60 m }
  link leaf.up[17..18] to top.p[33..40] as mesh over OS2 { length 70 m }
}`;

const unhosted = `${parts}
network n : scale-out {
  switch leaf[1..8] : Tier
  switch spine[1..4] : B
  switch spare[1..3] : B
  plug Osfp800Dr8 into leaf.*, spine.*
  link leaf.up to spine.p as mesh over OS2 { length 60 m }
}`;

const texts: Readonly<Record<string, string>> = {
  ring: among('[1..8]', 'ring', 2),
  'ring of two': among('[1..2]', 'ring', 2),
  'ring of 24': among('[1..24]', 'ring', 2),
  full: among('[1..6]', 'full', 5),
  'full and large': among('[1..20]', 'full', 19),
  'torus in a grid': among('[1..4][1..6]', 'torus(4, 6)', 4),
  torus: among('[1..64]', 'torus(4, 4, 4)', 6),
  hyperx: among('[1..64]', 'hyperx(8, 8)', 14),
  'small hyperx': among('[1..3][1..4]', 'hyperx(3, 4)', 5),
  'slim fly': among('[1..50]', 'slimfly(5)', 7),
  dragonfly,
  groups: groups(4),
  'fat tree': fatTree(8),
  'large fat tree': fatTree(64),
  several,
  skipping,
  unhosted,
  'no links': `${parts} network n : scale-out { switch leaf[1..8] : Tier  host h[1..4] : H }`,
};

/** Links in a drawing, from the figures of its bands. */
const linksIn = (graph: Graph): number =>
  trunksOf(graph).reduce(
    (sum, { detail }) => sum + Number((/: ([\d,]+) links?/.exec(detail)?.[1] ?? '').replaceAll(',', '')),
    0,
  );
const devicesIn = ({ nodes }: Graph): number => nodes.reduce((sum, each) => sum + each.count, 0);

describe.each(Object.keys(texts))('%s', (name) => {
  it('is drawn with nothing on anything else, every thing under its own id, and all that is there', async () => {
    const facts = await factsOf(texts[name] as string);
    for (const { id, declared } of viewsOf(facts)) {
      const graph = drawing(facts, id);
      const drawn = await layout(graph);
      expect(collisions(drawn), id).toEqual([]);
      const ids = itemsOf(graph).map((each) => each.id);
      expect(new Set(ids).size, id).toBe(ids.length);
      expect(svg(drawn, { theme: 'light' }), id).not.toMatch(/NaN|undefined|Infinity/);
      if (declared || !id.startsWith('network:')) continue;
      const links = facts.fabric.linkGroups
        .filter(({ network }) => id === `network:${network?.name}`)
        .reduce((sum, { count }) => sum + count, 0);
      expect(linksIn(graph), id).toBe(links);
    }
  });
});

describe('counts', () => {
  it.each([
    // Devices, links: a ring n and n; full n(n-1)/2; a torus of d dimensions d links a device; HyperX 8×8 64 and 448;
    // Slim Fly q=5 50 and 175; a dragonfly a=4 p=2 h=2 36 switches, 72 hosts, 90 links among switches.
    ['ring', 8, 8],
    ['full', 6, 15],
    ['torus in a grid', 24, 48],
    ['torus', 64, 192],
    ['hyperx', 64, 448],
    ['slim fly', 50, 175],
    ['dragonfly', 36 + 72, 90 + 72],
    // k=64: 5,120 switches, 65,536 hosts, 131,072 links among switches and as many more as hosts.
    ['large fat tree', 5_120 + 65_536, 131_072 + 65_536],
  ])('of a %s', async (name, devices, links) => {
    const graph = drawing(await factsOf(texts[name] as string), 'network:n');
    expect([devicesIn(graph), linksIn(graph)]).toEqual([devices, links]);
  });

  it('stay readable for 65,536 hosts: three rows of four frames, or one', async () => {
    const facts = await factsOf(texts['large fat tree'] as string);
    expect(drawing(facts, 'network:n').nodes).toHaveLength(13);
    const { nodes, trunks } = drawing(facts, 'folded', 'tiers');
    expect(nodes.map(({ id, count, tier }) => [id, count, tier])).toEqual([
      ['n.core', 1024, 3],
      ['n.pod[1..64].h', 65_536, 0],
      ['n.pod[1..64].edge', 2048, 1],
      ['n.pod[1..64].agg', 2048, 2],
    ]);
    // Each edge has one link to each aggregation of its pod; each aggregation one to each of its 32 cores.
    expect(trunks.find((each) => each.to === 'n.pod[1..64].agg')?.lines[0]).toBe('65,536 × 800G · 1 per pair');
    expect(trunks.find((each) => each.to === 'n.core')?.lines[0]).toBe('65,536 × 800G · 1 per pair');
  });
});

describe('links within a set', () => {
  it('are an arch over the box of many, with the name of the pattern', async () => {
    const { nodes, trunks } = drawing(await factsOf(among('[1..512]', 'torus(8, 8, 8)', 6)), 'network:n', 'tiers');
    expect(nodes.map((each) => [each.id, each.count])).toEqual([['n.r', 512]]);
    expect(trunks.map(({ from, to, lines }) => [from, to, lines[0]])).toEqual([
      ['n.r', 'n.r', '1,536 × 800G · torus(8, 8, 8)'],
    ]);
  });

  it('name devices of several dimensions one by one', async () => {
    const { nodes, groups } = drawing(await factsOf(texts['torus in a grid'] as string), 'network:n', 'free');
    expect(nodes[7]?.id).toBe('n.r[2][2]');
    expect(groups[0]?.shape).toEqual({ kind: 'grid', columns: 6 });
  });

  it('fold many groups that are linked to each other, unless the view expands them; few are in a circle', async () => {
    const facts = await factsOf(groups(10));
    const folded = drawing(facts, 'network:n', 'tiers');
    expect(folded.nodes.map((each) => [each.id, each.count])).toEqual([['n.g[1..10].s', 20]]);
    // Ten groups: one link inside each, 45 between them.
    expect(folded.trunks[0]?.lines.at(-1)).toBe('10 inside, 45 from one G to another');
    expect(drawing(facts, 'each').nodes).toHaveLength(10);
    expect(drawing(await factsOf(groups(9)), 'network:n').nodes).toHaveLength(9);
  });
});

describe('several networks', () => {
  it('are above the hosts they share, each band with the name of its network', async () => {
    const { trunks, nodes, groups } = drawing(await factsOf(several), 'all', 'tiers');
    expect(trunks.map((each) => each.lines[0])).toEqual([
      'up · 16 × 800G',
      'out · 16 × 800G',
      'out · 128 × 800G · 16 per pair',
      'store · 8 × 800G · 1 per pair',
    ]);
    expect(groups.map((each) => each.id)).toEqual(['not linked']);
    expect(nodes.filter((each) => each.group === 'not linked').map((each) => each.id)).toEqual([
      'up.nv[5..8]',
      'idle.mg',
    ]);
  });

  it('keep their bands apart where two networks link the same boxes', async () => {
    const facts = await factsOf(`${parts}
      network a : scale-out { host h[1..2] : H  switch s[1..2] : B  plug Osfp800Dr8 into h.*, s.*
        link h.nic[1] to s.p[1] as pairs over OS2 { length 3 m } }
      network b : storage { link a.h.nic[2] to a.s.p[2] as pairs over OS2 { length 3 m } }
      view both { }`);
    expect(drawing(facts, 'both', 'tiers').trunks.map(({ id, lines }) => [id, lines[0]])).toEqual([
      ['a.h to a.s', 'a · 2 × 800G'],
      ['a.h to a.s in b', 'b · 2 × 800G'],
    ]);
  });

  it('in separate parts are side by side, each part in line', async () => {
    const { nodes } = await placed(await factsOf(several), 'all');
    const middle = (id: string): number => {
      const found = nodes.find((each) => each.node.id === id);
      return (found?.x ?? 0) + (found?.width ?? 0) / 2;
    };
    expect(middle('out.spine')).toBeCloseTo(middle('out.leaf'), 0);
    expect(middle('store.st')).toBeCloseTo(middle('store.disk'), 0);
  });
});

describe('what has no hosts', () => {
  it('has the fewer devices above the more, and those without links apart', async () => {
    const graph = drawing(await factsOf(unhosted), 'network:n', 'tiers');
    expect(graph.arrangement).toBe('tiers');
    expect(graph.nodes.map(({ id, tier, group }) => [id, tier, group])).toEqual([
      ['n.leaf', 1, undefined],
      ['n.spine', 2, undefined],
      ['n.spare', null, 'not linked'],
    ]);
  });
});

describe('a band that passes a row', () => {
  it('has a place there and crosses no box', async () => {
    const graph = drawing(await factsOf(skipping), 'network:n', 'tiers');
    expect(graph.nodes.map(({ id, tier }) => [id, tier])).toEqual([
      ['n.leaf', 1],
      ['n.mid', 2],
      ['n.top', 3],
    ]);
    expect(graph.trunks.map((each) => each.lines[0]?.split(' ')[0])).toEqual(['128', '64', '16']);
    expect(collisions(await layout(graph))).toEqual([]);
  });
});

describe('before the first link', () => {
  it('switches are above hosts, and nothing is called loose', async () => {
    const { nodes, groups, notes } = drawing(await factsOf(texts['no links'] as string), 'network:n', 'tiers');
    expect(nodes.map(({ id, tier }) => [id, tier])).toEqual([
      ['n.leaf', 1],
      ['n.h', 0],
    ]);
    expect(groups).toEqual([]);
    expect(notes).toHaveLength(1);
  });
});

describe('a view', () => {
  it('draws an array device by device when it expands it', async () => {
    expect(drawing(await factsOf(several), 'cores', 'tiers').nodes.map((each) => each.id)).toEqual([
      'out.spine[1]',
      'out.spine[2]',
    ]);
  });
});

describe('names of all kinds', () => {
  const names = [
    'a-very-long-name-that-goes-on-and-on-through-the-whole-hall-and-out-again-on-the-other-side',
    '主机训练节点第一排第二列',
    'Straße Größe Ωμέγα Ünïcødé',
    `<b>&amp;"quoted"'</b>`,
    '🙂🙃',
    '',
  ];
  /** The graph with every name and line replaced. */
  const renamed = (graph: Graph, by: string): Graph => {
    const lines = (list: readonly string[]): string[] => list.map((each) => (each === '' ? each : by));
    const texts = (each: object & { readonly lines: readonly string[] }) => {
      return { label: by, lines: lines(each.lines), ...('value' in each ? { value: by } : {}) };
    };
    return {
      ...graph,
      title: by,
      subtitle: by,
      figures: graph.figures.map((each) => ({ ...each, label: by, value: by, note: by })),
      nodes: graph.nodes.map((each) => ({ ...each, ...texts(each) })),
      groups: graph.groups.map((each) => ({ ...each, ...texts(each) })),
      ...(!('trunks' in graph) ? {} : { trunks: graph.trunks.map((each) => ({ ...each, lines: lines(each.lines) })) }),
      notes: [by],
      file: by,
    } as Graph;
  };
  const designs = { pod: example('xpo-pod.fabric'), ...texts };

  it.each(['pod', 'ring', 'torus in a grid', 'fat tree', 'several'] as const)(
    'fit the drawings of %s',
    async (name) => {
      const facts = await factsOf(designs[name as keyof typeof designs]);
      for (const { id } of viewsOf(facts))
        for (const by of names) {
          const drawn = await layout(renamed(drawing(facts, id), by));
          expect(collisions(drawn), `${id} ${by}`).toEqual([]);
          expect(drawn.width, `${id} ${by}`).toBeLessThan(6000);
        }
    },
  );
});

describe('the same text', () => {
  it('gives the same bytes', async () => {
    const draw = async (): Promise<string[]> => {
      const facts = await factsOf();
      return Promise.all(viewsOf(facts).map(async ({ id }) => svg(await placed(facts, id), { theme: 'light' })));
    };
    expect(await draw()).toEqual(await draw());
  });

  it('gives the same bytes for a network when other things come to the design', async () => {
    const before = svg(await placed(await factsOf(), 'network:backend'), { theme: 'light' });
    const more = `network store : storage { switch st[1..2] : XpoSpine }
      rack other[1..4] : LiquidRack
      loop second { coolant PG25  supply 30 °C }
      network backend`;
    const after = svg(await placed(await changedPod('network backend', more), 'network:backend'), { theme: 'light' });
    expect(after).toBe(before);
  });

  it('leaves boxes where they stood to each other when a network comes beside them', async () => {
    const more = `network store : storage {
      switch st[1..2] : XpoLeaf
      host disk[1..4] : Node
      plug XpoDr into st[*].*
      plug Osfp800Dr4 into disk[*].nic[*]
      link disk[*].nic[*] to st[*].down[1] as mesh over OS2 { length 30 m }
    }
    network backend`;
    const before = await placed(await factsOf(), 'overview');
    const after = await placed(await changedPod('network backend', more), 'overview');
    const old = new Set(before.nodes.map((each) => each.node.id));
    const shape = ({ nodes }: typeof before): number[][] => {
      const own = nodes.filter((each) => old.has(each.node.id));
      return own.map(({ x, y, width }) => [
        x + width / 2 - (own[0]?.x ?? 0) - (own[0]?.width ?? 0) / 2,
        y - (own[0]?.y ?? 0),
      ]);
    };
    expect(after.nodes.length).toBe(before.nodes.length + 2);
    expect(shape(after)).toEqual(shape(before));
  });
});

describe('the label of a bundle', () => {
  it('shows the panels in the path, and lengths that differ as a range', async () => {
    const facts = await factsOf(`import "std/fiber"
${parts}
network n : scale-out {
  switch a[1..2] : B
  switch b[1..2] : B
  plug Osfp800Dr8 into a[*].*, b[*].*
  link a[1].p[1] to b[1].p[1] as pairs over OS2 { length 7.8 m   panels 1 x Ocs }
  link a[2].p[1] to b[2].p[1] as pairs over OS2 { length 13.2 m  panels 1 x Ocs }
}`);
    const [trunk] = drawing(facts, 'network:n', 'tiers').trunks;
    expect(trunk?.lines[1]).toBe('OS2 7.8–13.2 m · 1 × Ocs');
    expect(trunk?.lines[2]).toMatch(/ of 3 dB.* · worst of 2 kinds$/);
    expect(trunk?.detail).toMatch(/OS2 13\.2 m · 1 × Ocs · /);
  });
});
