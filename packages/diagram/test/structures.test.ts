// Networks drawn by their structure: tori on planes, HyperX, Slim Fly, dragonflies, a scale-up rack, arrays that a view expands. Nothing
// is on anything else, every link is there, and what is alike is written once.
import { type Graph, layout, type Placed, trunksOf } from '@lightloom/diagram';
import { graphOf } from '@lightloom/diagram/views';
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../../test/kit/design.ts';
import { typeOf } from '../src/layout/geometry/typography.ts';
import { collisions, drawing, factsOf } from './drawn.ts';

const parts = `import "std/osfp"
import "std/copper"
switch type B { height 2 RU  power 1 kW  ports p[1..64] : OSFP }
switch type Leaf { height 2 RU  power 1 kW  ports up[1..32] : OSFP }
switch type Spine { height 4 RU  power 2 kW  ports down[1..64] : OSFP }
host type H { height 2 RU  power 2 kW  ports nic[1..8] : OSFP }
`;
const among = (array: string, pattern: string, ports: number): string => `${parts}
network n : scale-up {
  switch r${array} : B
  plug Osfp800Dr8 into r.*
  link r.p[1..${ports}] as ${pattern} over OS2 { length 20 m }
}
view each { expand n.r }`;
const rack = `${parts}
network n : scale-up {
  host tray[1..18] : H
  switch sw[1..8] : B
  link tray[*].nic to sw[*].p[1..18] as mesh over DAC { length 1 m }
}
view each { expand n.tray, n.sw }`;
const wide = (odd = ''): string => `${parts}
network n : scale-out {
  switch leaf[1..4] : Leaf
  switch spine[1..32] : Spine
  plug Osfp800Dr8 into leaf.*, spine.*
  ${odd === '' ? 'link leaf.up to spine.down[1..4] as mesh over OS2 { length 30 m }' : odd}
}
view each { expand n.spine }`;
const dragonfly = `${parts}
template G() {
  switch router[1..4] : B
  host node[1..8] : H
  plug Osfp800Dr8 into router.*, node.*
  link node[*].nic[1] to router[*].p[60..61] as pairs over OS2 { length 3 m }
}
network n : scale-out {
  g[1..9] : G()
  link g[*].router[*].p[1..5] as dragonfly(4, 2, 2) over OS2 { length 100 m }
}
view each { expand n.g }`;

/** Switches that are linked among each other, each with hosts. */
const direct = (
  array: string,
  pattern: string,
  { ports = 8, count = 16, more = '', view = '' } = {},
): string => `${parts}
network n : scale-out {
  switch r${array} : B
  host h[1..${count}] : H
  plug Osfp800Dr8 into r.*, h.nic[1]
  link r.p[1..${ports}] as ${pattern} over OS2 { length 20 m }
  link h.nic[1] to r.p[61] over OS2 { length 3 m }
  ${more}
}
view each { ${view} }`;
const fatTree = `${parts}
template Pod() {
  switch agg[1..2] : B
  switch edge[1..2] : B
  host h[1..4] : H
  plug Osfp800Dr8 into agg.*, edge.*, h.nic[1]
  link h.nic[1] to edge.p[1..2] over OS2 { length 3 m }
  link edge.p[3..4] to agg.p[1..2] as mesh over OS2 { length 20 m }
}
network n : scale-out {
  pod[1..4] : Pod()
  switch core[1..4] : B
  plug Osfp800Dr8 into core.*
  for i in 1..2 { link pod[*].agg[i].p[3..4] to core[2 * i - 1..2 * i].p[1..4] as mesh over OS2 { length 300 m } }
}
view each { expand n.pod, n.pod.agg, n.pod.edge, n.core }`;
const sites = (names: readonly string[]): string => `${parts}
template Site() {
  switch gw : B
  switch leaf[1..4] : B
  plug Osfp800Dr8 into gw.*, leaf.*
  link leaf.p[1] to gw.p[1..4] over OS2 { length 20 m }
}
network n : scale-across {
  ${names.map((name) => `${name} : Site()`).join('\n  ')}
  ${names.map((name, i) => `link ${name}.gw.p[10] to ${names[(i + 1) % names.length]}.gw.p[11] over OS2 { length ${300 + i} m }`).join('\n  ')}
}
view each {}`;

const draw = async (text: string, view = 'each'): Promise<Placed> => layout(drawing(await factsOf(text), view));
const textsOf = (drawn: Placed): string[] =>
  [...drawn.texts, ...drawn.groups.flatMap((each) => each.texts)].map((each) => each.text);

/** Links of all bands, from their tooltips. */
const linksIn = ({ graph }: Placed): number =>
  trunksOf(graph).reduce(
    (sum, { detail }) => sum + Number(/: ([\d,]+) links?/.exec(detail)?.[1]?.replaceAll(',', '') ?? 0),
    0,
  );

describe.each([
  // A torus has a link for each device and dimension; HyperX 8x8: 64 · 14 / 2; Slim Fly of 5: 50 · 7 / 2; dragonfly (4, 2, 2): nine
  // groups of 6, and a link between each two of them; a rack of 18 trays of 8 ports; 4 leaves of 32 ports.
  { name: 'a torus of 4 x 4 x 4', text: among('[1..4][1..4][1..4]', 'torus(4, 4, 4)', 6), boxes: 64, links: 192 },
  { name: 'the same in one array', text: among('[1..64]', 'torus(4, 4, 4)', 6), boxes: 64, links: 192 },
  { name: 'a torus of 4 x 6', text: among('[1..4][1..6]', 'torus(4, 6)', 4), boxes: 24, links: 48 },
  { name: 'a HyperX of 8 x 8', text: among('[1..64]', 'hyperx(8, 8)', 14), boxes: 64, links: 448 },
  { name: 'a HyperX of 3 x 4', text: among('[1..3][1..4]', 'hyperx(3, 4)', 5), boxes: 12, links: 30 },
  { name: 'a Slim Fly', text: among('[1..50]', 'slimfly(5)', 7), boxes: 10, links: 175 },
  { name: 'a dragonfly of switches', text: among('[1..36]', 'dragonfly(4, 2, 2)', 5), boxes: 9, links: 90 },
  { name: 'a dragonfly of groups', text: dragonfly, boxes: 18, links: 162 },
  { name: 'a rack', text: rack, boxes: 26, links: 144 },
  { name: 'every spine', text: wide(), boxes: 33, links: 128 },
  // Beside the links above, one for each host.
  {
    name: 'a HyperX of 4 x 4 with hosts',
    text: direct('[1..4][1..4]', 'hyperx(4, 4)', { ports: 6 }),
    boxes: 17,
    links: 64,
  },
  {
    name: 'a Slim Fly with hosts',
    text: direct('[1..18]', 'slimfly(3)', { ports: 5, count: 18 }),
    boxes: 7,
    links: 63,
  },
  {
    name: 'a HyperX of 4 x 4 with each host',
    text: direct('[1..4][1..4]', 'hyperx(4, 4)', { ports: 6, view: 'expand n.r, n.h' }),
    boxes: 32,
    links: 64,
  },
  {
    name: 'a torus of 4 x 4 with each host',
    text: direct('[1..4][1..4]', 'torus(4, 4)', { ports: 4, view: 'expand n.h' }),
    boxes: 32,
    links: 48,
  },
  { name: 'a ring with hosts', text: direct('[1..8]', 'ring', { ports: 2, count: 8 }), boxes: 9, links: 16 },
  { name: 'every switch of a fat tree', text: fatTree, boxes: 24, links: 48 },
  { name: 'three sites of several boxes', text: sites(['west', 'east', 'south']), boxes: 6, links: 15 },
])('$name', ({ text, boxes, links }) => {
  it('has nothing on anything else, and all boxes and links, on a page', async () => {
    const drawn = await draw(text);
    expect(collisions(drawn)).toEqual([]);
    expect([drawn.nodes.length, linksIn(drawn)]).toEqual([boxes, links]);
    expect(drawn.trunks).toHaveLength(trunksOf(drawn.graph).length);
    // Names of boxes on A4 with 10 mm of margin; capitals are 0.73 of the size.
    const scale = Math.max(
      Math.min(277 / drawn.width, 190 / drawn.height),
      Math.min(190 / drawn.width, 277 / drawn.height),
    );
    expect(typeOf.name.size * 0.729 * scale).toBeGreaterThanOrEqual(1.8);
  });
});

describe('a torus', () => {
  it('has a stub with the name of the other end where a row or a column closes', async () => {
    const drawn = await draw(among('[1..4][1..6]', 'torus(4, 6)', 4));
    const texts = textsOf(drawn);
    // At the beginning of the first row, and at the end of the last column.
    expect(texts.filter((each) => each === '[1][6]')).toHaveLength(2);
    expect(texts).toContain('A band that ends at a name leads to the box of this name');
    const closing = drawn.trunks.find(
      ({ trunk }) => trunk.id === 'n.r[1][1] to n.r[1][6]' || trunk.id === 'n.r[1][6] to n.r[1][1]',
    );
    expect(closing?.path.match(/M/g)).toHaveLength(2);
  });

  it('of three dimensions has its planes beside each other, each box at the same place', async () => {
    const drawn = await draw(among('[1..4][1..4][1..4]', 'torus(4, 4, 4)', 6));
    expect(textsOf(drawn).filter((each) => /^r\[\d\]$/.test(each))).toEqual(['r[1]', 'r[2]', 'r[3]', 'r[4]']);
    const at = (id: string) => drawn.nodes.find((each) => each.node.id === id) ?? { x: 0, y: 0 };
    const from = (plane: number, row: number, column: number) => ({
      x: at(`n.r[${plane}][${row}][${column}]`).x - at(`n.r[${plane}][1][1]`).x,
      y: at(`n.r[${plane}][${row}][${column}]`).y - at(`n.r[${plane}][1][1]`).y,
    });
    const [last, first] = [from(4, 3, 2), from(1, 3, 2)];
    expect(last.x).toBeCloseTo(first.x, 6);
    expect(last.y).toBeCloseTo(first.y, 6);
  });
});

describe('a Slim Fly', () => {
  it('has two halves, each group of one linked to each of the other', async () => {
    const drawn = await draw(among('[1..50]', 'slimfly(5)', 7), 'network:n');
    expect(new Set(drawn.nodes.map((each) => each.y)).size).toBe(2);
    expect(drawn.trunks.filter(({ trunk }) => trunk.from !== trunk.to)).toHaveLength(25);
    expect(textsOf(drawn).filter((each) => each.startsWith('Each'))).toHaveLength(2);
  });
});

describe('groups that are linked to each other', () => {
  it('are in a circle, with what is in each and what is between them written once', async () => {
    const drawn = await draw(dragonfly);
    expect(drawn.groups).toHaveLength(9);
    expect(drawn.trunks.filter((each) => each.pill !== undefined)).toEqual([]);
    const said = textsOf(drawn).join(' ');
    expect(said).toContain('Each band from one G to another: 1 × 800G · dragonfly(4, 2, 2) · OS2 100 m');
    expect(said.match(/In each G: router\[1\.\.4\]: 4 × B/g)).toHaveLength(1);
  });
});

describe('a rack', () => {
  it('is a matrix: one bar for each pair, where its row and its column meet', async () => {
    const drawn = await draw(rack);
    const at = new Map(drawn.nodes.map((each) => [each.node.id, each]));
    expect(drawn.trunks).toHaveLength(18 * 8);
    for (const { trunk, path } of drawn.trunks) {
      const [x, y] = (/^M([\d.]+) ([\d.]+)/.exec(path)?.slice(1) ?? []).map(Number);
      const [column, row] = [trunk.from, trunk.to].map((id) => at.get(id)).sort((a, b) => (b?.x ?? 0) - (a?.x ?? 0));
      expect(x).toBeGreaterThanOrEqual(column?.x ?? Number.NaN);
      expect(x).toBeLessThan((column?.x ?? 0) + (column?.width ?? 0));
      expect(y).toBeCloseTo((row?.y ?? 0) + (row?.height ?? 0) / 2, 0);
    }
  });
});

describe('an array that a view expands', () => {
  it('wraps into lines with one label where its devices are linked alike', async () => {
    const drawn = await draw(wide());
    expect(new Set(drawn.nodes.filter(({ node }) => node.id.includes('spine')).map((each) => each.y)).size).toBe(4);
    expect(drawn.trunks).toHaveLength(32);
    expect(drawn.trunks.flatMap((each) => each.pill?.texts[0]?.text ?? [])).toEqual(['each 4 × 800G · 1 per pair']);
  });

  it('has those apart that are linked unlike the others', async () => {
    const drawn = await draw(
      wide(
        `link leaf[1..4].up[1..31] to spine[1..31].down[1..4] as mesh over OS2 { length 30 m }
         link leaf[1..2].up[32] to spine[32].down[1..2] as pairs over OS2 { length 30 m }`,
      ),
    );
    expect(collisions(drawn)).toEqual([]);
    const frame = drawn.groups.find((each) => each.group.kind === 'array');
    expect(frame?.group.count).toBe(31);
    const odd = drawn.nodes.find(({ node }) => node.id === 'n.spine[32]');
    expect(odd?.node.lines.length).toBeGreaterThan(0);
  });
});

describe('what can be read', () => {
  it('is drawn unfolded without being asked: a torus on planes, a dragonfly in a circle', async () => {
    const torus = drawing(await factsOf(among('[1..64]', 'torus(4, 4, 4)', 6)), 'network:n', 'free');
    expect([torus.nodes.length, torus.groups[0]?.shape]).toEqual([64, { kind: 'grid', columns: 4, rows: 4 }]);
    const groups = await draw(dragonfly, 'network:n');
    expect(groups.groups).toHaveLength(9);
    expect(collisions(groups)).toEqual([]);
  });
});

describe('switches that are linked among each other, each with hosts', () => {
  it('are drawn by their structure, the hosts below with one band from all of them', async () => {
    const drawn = await draw(direct('[1..4][1..4]', 'hyperx(4, 4)', { ports: 6 }));
    const [frame] = drawn.groups;
    const hosts = drawn.nodes.find(({ node }) => node.id === 'n.h');
    expect(hosts?.y).toBeGreaterThan((frame?.y ?? 0) + (frame?.height ?? 0));
    const below = drawn.trunks.filter(({ trunk }) => trunk.from === 'n.h' || trunk.to === 'n.h');
    expect(new Set(below.map(({ path }) => path)).size).toBe(1);
    expect(below.flatMap(({ pill }) => pill?.texts[0]?.text ?? [])).toEqual(['each 1 × 800G']);
  });

  it('have each host on its switch where a view expands the hosts, and what is alike once', async () => {
    const drawn = await draw(direct('[1..4][1..4]', 'hyperx(4, 4)', { ports: 6, view: 'expand n.h' }));
    const at = new Map(drawn.nodes.map((each) => [each.node.id, each]));
    const [one, host, next] = ['n.r[1][2]', 'n.h[2]', 'n.r[2][2]'].map((id) => at.get(id));
    expect(host?.y).toBeGreaterThan((one?.y ?? 0) + (one?.height ?? 0));
    expect((host?.y ?? 0) + (host?.height ?? 0)).toBeLessThan(next?.y ?? 0);
    expect(drawn.trunks.flatMap(({ pill }) => pill ?? [])).toEqual([]);
    const sentences = textsOf(drawn).flatMap((each) => each.split('. '));
    expect(sentences.filter((each) => each.startsWith('Each'))).toEqual([
      'Each band within r: 1 × 800G · hyperx(4, 4) · OS2 20 m · 0.008 dB of 3 dB',
      'Each r: 7 of 64 ports linked',
      'Each h: H · 2.017 kW · 1 of 8 ports linked',
      'Each band to h: 1 × 800G · OS2 3 m · 0.001 dB of 3 dB',
    ]);
  });

  it('stay in rows where a host is linked to several of them', async () => {
    const more = 'plug Osfp800Dr8 into h.nic[2]  link h[2..13].nic[2] to r[1..3][*].p[62] over OS2 { length 3 m }';
    const text = direct('[1..4][1..4]', 'hyperx(4, 4)', { ports: 6, view: 'expand n.h', more });
    expect(drawing(await factsOf(text), 'each').arrangement).toBe('tiers');
  });

  it('say how many of them a band is from where some are linked unlike the others', async () => {
    const odd = 'link r[1][1].p[62] to h[1].nic[2] over OS2 { length 3 m }';
    const drawn = await draw(
      direct('[1..4][1..4]', 'hyperx(4, 4)', { ports: 6, more: `plug Osfp800Dr8 into h[1].nic[2]  ${odd}` }),
    );
    const labels = drawn.trunks.flatMap(({ pill }) => pill?.texts[0]?.text ?? []);
    expect(labels.sort()).toEqual(['15 of 16, each 1 × 800G', 'r[1][1]: 2 × 800G']);
    expect(collisions(drawn)).toEqual([]);
  });

  it('have no oversubscription, rather than an unknown one', async () => {
    const drawn = await draw(direct('[1..4][1..4]', 'hyperx(4, 4)', { ports: 6 }));
    expect(drawn.figures.map(({ figure }) => figure.label)).toEqual(['Bisection', 'Worst margin', 'Power']);
  });

  it('are a row under an arch where there are two of them, or where others than hosts are linked to them', async () => {
    const pair = await draw(direct('[1..2]', 'full', { ports: 1, count: 2 }));
    expect([pair.groups.length, pair.nodes.length]).toEqual([0, 2]);
    const spine =
      'switch s[1..4] : B  plug Osfp800Dr8 into s.*  link r.p[50..53] to s.p[1..8] as mesh over OS2 { length 30 m }';
    const tiers = await draw(direct('[1..8]', 'ring', { ports: 2, count: 8, more: spine }));
    expect([tiers.graph.arrangement, tiers.nodes.length]).toEqual(['tiers', 3]);
  });
});

describe('rows that are too wide', () => {
  it('say once what many boxes and bands have in common', async () => {
    const drawn = await draw(fatTree);
    const said = textsOf(drawn).filter((each) => each.startsWith('Each'));
    expect(said).toContain('Each agg: B · 51.2 Tbps · 2 RU · 2.088 kW.');
    expect(said).toContain('Each band from agg to core: 1 × 800G · 1 per pair · OS2 300 m · 0.12 dB of 3 dB.');
    expect(drawn.trunks.flatMap(({ pill }) => pill ?? [])).toEqual([]);
  });

  it('have labels where they are unlike most, as links that fail are, and these stand out', async () => {
    const text = `import "std/osfp"
switch type S { height 2 RU  power 1 kW  ports p[1..64] : OSFP }
network n : scale-out {
  switch leaf[1..8] : S
  switch spine[1..4] : S
  plug Osfp800Dr8 into leaf.*, spine.*
  link leaf[1..7].p[1..4] to spine[*].p[1..7] as mesh over OS2 { length 60 m }
  link leaf[8].p[1..4] to spine[*].p[8] over OS2 { length 700 m }
}
view v { expand n.leaf, n.spine }`;
    const { facts, findings } = await analysisOf(text);
    const drawn = await layout(graphOf(facts, 'v', { findings }) as Graph);
    expect(collisions(drawn)).toEqual([]);
    const labeled = drawn.trunks.filter(({ pill }) => pill !== undefined);
    expect(labeled.map(({ trunk }) => trunk.to.includes('leaf[8]') || trunk.from.includes('leaf[8]'))).toEqual(
      Array.from({ length: 4 }, () => true),
    );
    for (const { pill } of labeled) {
      expect(pill?.texts.map((each) => each.text)).toEqual(['1 × 800G', 'OS2 700 m', '700 m of 500 m reach: too long']);
      expect(pill?.marks?.map(({ mark }) => mark.text)).toEqual(['reach']);
    }
    expect(textsOf(drawn)).toContain(
      'Each band from leaf to spine without a label: 1 × 800G · 1 per pair · OS2 60 m · 0.024 dB of 3 dB.',
    );
  });

  it('have a sign on each of many that the same is wrong with', async () => {
    // 600 m is more than the 500 m of 800GBASE-DR8.
    const { facts, findings } = await analysisOf(fatTree.replace('length 300 m', 'length 600 m'));
    const drawn = await layout(graphOf(facts, 'each', { findings }) as Graph);
    const signs = drawn.trunks.flatMap(({ pill }) => pill?.marks ?? []);
    expect([signs.length, new Set(signs.map(({ mark }) => `${mark.rule}: ${mark.text}`))]).toEqual([
      16,
      new Set(['optics/reach: ']),
    ]);
    expect(collisions(drawn)).toEqual([]);
  });
});

describe('sites', () => {
  it('of several boxes have frames, three of them in a triangle', async () => {
    const drawn = await draw(sites(['west', 'east', 'south']));
    const [west, east, south] = ['n.west', 'n.east', 'n.south'].map((id) =>
      drawn.groups.find((each) => each.group.id === id),
    );
    expect(Math.abs((east?.y ?? 0) - (south?.y ?? 0))).toBeLessThan(2);
    expect((west?.y ?? 0) + (west?.height ?? 0)).toBeLessThan(east?.y ?? 0);
    // Each of the three bands between them has its length.
    const lengths = drawn.trunks
      .flatMap(({ pill }) => pill?.texts.map((each) => each.text) ?? [])
      .filter((each) => / m\b/.test(each));
    expect(lengths).toHaveLength(3);
  });
});

describe('spines without hosts', () => {
  it('are above the leaves also where these are drawn one by one', async () => {
    const drawn = await draw(wide().replace('expand n.spine', 'expand n.leaf'));
    const y = (id: string): number => drawn.nodes.find(({ node }) => node.id === id)?.y ?? Number.NaN;
    expect(y('n.spine')).toBeGreaterThan(y('n.leaf[1]'));
  });
});
