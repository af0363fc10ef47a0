// Networks drawn by their structure: tori on planes, HyperX, Slim Fly, dragonflies, a scale-up rack, arrays that a view expands. Nothing
// is on anything else, every link is there, and what is alike is written once.
import { layout, type Placed, trunksOf } from '@lightloom/diagram';
import { describe, expect, it } from 'vitest';
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
    expect(from(4, 3, 2)).toEqual(from(1, 3, 2));
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
