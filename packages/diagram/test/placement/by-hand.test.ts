// Boxes that people placed: they stay, new ones find room beside them, and renamed ones are found again.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Graph,
  isMovable,
  type KeptView,
  keptView,
  layout,
  type Placed,
  withPlacements,
} from '@lightloom/diagram';
import { viewsOf } from '@lightloom/diagram/views';
import { describe, expect, it } from 'vitest';
import { root } from '../../../../test/sources.ts';
import { collisions, drawing, factsOf, isOver } from '../drawn.ts';

const type = 'switch type S { height 2 RU  power 1 kW  ports p[1..8] : OSFP }\nimport "std/osfp"\n';

/** A ring with a chord, each switch by its name, and what is added. */
const wan = (more = '', b = 'b'): string => `${type}
network n : scale-across {
  switch a : S  switch ${b} : S  switch c : S  switch d : S  switch e : S
  plug Osfp800Dr4 into a.*, ${b}.*, c.*, d.*, e.*
  link a.p[1] to ${b}.p[1] over OS2 { length 9 m }  link ${b}.p[2] to c.p[2] over OS2 { length 9 m }
  link c.p[3] to d.p[3] over OS2 { length 9 m }  link d.p[4] to e.p[4] over OS2 { length 9 m }
  link e.p[5] to a.p[5] over OS2 { length 9 m }  link ${b}.p[6] to e.p[6] over OS2 { length 9 m }
  ${more}
}`;

const pod = (units: number, more = ''): string => `${type}
host type H { height 2 RU  power 1 kW  ports p[1..4] : OSFP }
template Unit() {
  switch leaf[1..2] : S
  host h[1..2] : H
  plug Osfp800Dr4 into leaf.*, h.*
  link h[*].p[1..2] to leaf[*].p[1..2] as mesh over OS2 { length 3 m }
}
network n : scale-out {
  unit[1..${units}] : Unit()
  switch spine[1..2] : S
  plug Osfp800Dr4 into spine.*
  link unit[*].leaf[*].p[5..6] to spine[*].p[1..${2 * units}] as mesh over OS2 { length 30 m }
  ${more}
}
view all { expand n.unit }`;

/** A pod whose spines are drawn one by one: more than are in a row. */
const rows = (spines: number, more = ''): string => `${type}
switch type Wide { height 4 RU  power 2 kW  ports p[1..64] : OSFP }
network n : scale-out {
  switch leaf[1..4] : Wide
  switch spine[1..${spines}] : S
  plug Osfp800Dr4 into leaf.*, spine.*
  link leaf[*].p[1..${spines}] to spine[*].p[1..4] as mesh over OS2 { length 30 m }
  ${more}
}
view all { expand n.spine }`;

/** A dragonfly whose groups are drawn one by one. */
const dragonfly = (groups: number): string => `${type}
switch type Router { height 2 RU  power 1 kW  ports p[1..24] : OSFP }
template Group() {
  switch router[1..4] : Router
  plug Osfp800Dr4 into router[*].p[1..20]
  link router[*].p[18..20] as full over OS2 { length 3 m }
}
network n : scale-out {
  group[1..${groups}] : Group()
  link group[*].router[1].p[1..${groups - 1}] as full over OS2 { length 100 m }
}
view all { expand n.group }`;

/** A ring of devices drawn one by one. */
const ring = (count: number): string => `${type}
network n : scale-out {
  switch s[1..${count}] : S
  plug Osfp800Dr4 into s.p[1..2]
  link s[*].p[1..2] as ring over OS2 { length 9 m }
}
view all { expand n.s }`;

const graphOf = async (text: string, view = 'network:n'): Promise<Graph> => drawing(await factsOf(text), view);

/** Keeps the boxes of a drawing at its places, each with one move. */
const kept = ({ graph, nodes }: Placed, move = 0): KeptView =>
  keptView(
    graph,
    nodes.map(({ node, x, y }, i) => ({ id: node.id, x: x + (i === 0 ? move : 0), y })),
  );

const corners = ({ nodes }: Placed): Map<string, string> =>
  new Map(nodes.map(({ node, x, y }) => [node.id, `${x} ${y}`]));

/** Boxes of both drawings that aren't where they were, seen from the first of them: all of a drawing may move on its sheet. */
const moved = (before: Placed, after: Placed): string[] => {
  const was = new Map(before.nodes.map(({ node, x, y }) => [node.id, { x, y }]));
  const by = after.nodes.flatMap(({ node: { id }, x, y }) => {
    const at = was.get(id);
    return at === undefined ? [] : [{ id, by: `${Math.round(x - at.x)} ${Math.round(y - at.y)}` }];
  });
  return by.flatMap((each) => (each.by === by[0]?.by ? [] : [each.id]));
};

const draw = async (text: string, places: KeptView, view?: string): Promise<Placed> =>
  layout(withPlacements(await graphOf(text, view), places, 'n.view.json'));

describe.each([
  {
    name: 'an irregular network',
    view: 'network:n',
    before: wan(),
    after: wan('switch f : S  plug Osfp800Dr4 into f.*  link f.p[1] to c.p[7] over OS2 { length 9 m }'),
    fresh: ['n.f'],
  },
  {
    name: 'tiers',
    view: 'all',
    before: pod(2),
    after: pod(2, 'switch spare : S'),
    fresh: ['n.spare'],
  },
  { name: 'a pack', view: 'all', before: rows(16), after: rows(18), fresh: ['n.spine[17]', 'n.spine[18]'] },
  { name: 'a pack of one line', view: 'all', before: rows(9), after: rows(11), fresh: ['n.spine[10]', 'n.spine[11]'] },
  { name: 'a dragonfly', view: 'all', before: dragonfly(8), after: dragonfly(9), fresh: ['n.group[9].router'] },
  { name: 'a ring', view: 'all', before: ring(12), after: ring(13), fresh: ['n.s[13]'] },
  { name: 'units', view: 'all', before: pod(2), after: pod(3), fresh: ['n.unit[3].leaf', 'n.unit[3].h'] },
])('$name with positions', ({ view, before, after, fresh }) => {
  it('has its boxes there, and what is new beside them', async () => {
    const places = kept(await layout(await graphOf(before, view)));
    const [old, next] = [await draw(before, places, view), await draw(after, places, view)];
    expect(collisions(old)).toEqual([]);
    expect(collisions(next)).toEqual([]);
    expect(moved(old, next)).toEqual([]);
    const all = corners(old);
    expect([...corners(next).keys()].filter((id) => !all.has(id)).toSorted()).toEqual(fresh.toSorted());
    expect(next.graph.notes.filter((each) => each.startsWith('New'))).toEqual([
      expect.stringMatching(new RegExp(fresh.map((each) => each.replaceAll(/[[\]]/g, '\\$&')).join('|'))),
    ]);
  });

  it('has a box where it was moved, and leaves the others', async () => {
    const first = await layout(await graphOf(before, view));
    const [still, shifted] = [await draw(before, kept(first), view), await draw(before, kept(first, 900), view)];
    const id = first.nodes[0]?.node.id as string;
    const [a, b] = [still, shifted].map(({ nodes }) => nodes.find(({ node }) => node.id === id)?.x ?? 0);
    const shift = still.nodes[1] === undefined ? 0 : (shifted.nodes[1]?.x ?? 0) - still.nodes[1].x;
    expect((b ?? 0) - (a ?? 0) - shift).toBeCloseTo(900, 0);
  });
});

describe('positions', () => {
  it('keep a pack as it is drawn: its boxes in lines, new ones next in them, and one label for all bands', async () => {
    const first = await layout(await graphOf(rows(16), 'all'));
    const [old, next] = [await draw(rows(16), kept(first), 'all'), await draw(rows(18), kept(first), 'all')];
    const frame = old.groups.find(({ group }) => group.kind === 'array');
    expect(frame?.texts[0]?.text).toBe('spine[1] to spine[16]');
    expect(old.trunks).toHaveLength(first.trunks.length);
    expect(old.trunks.filter(({ pill }) => pill !== undefined)).toHaveLength(1);
    const place = (index: number): readonly [number, number] => {
      const { x = 0, y = 0 } = next.nodes.find(({ node }) => node.id === `n.spine[${index}]`) ?? {};
      return [x, y];
    };
    const [[left, top], [beside], [, below]] = [place(1), place(2), place(9)];
    expect([place(17), place(18)]).toEqual([
      [left, 2 * below - top],
      [beside, 2 * below - top],
    ]);
  });

  it('keep the groups of a dragonfly as they are drawn: frames with their loops, and bands from one to the other', async () => {
    const first = await layout(await graphOf(dragonfly(9), 'all'));
    const drawn = await draw(dragonfly(10), kept(first), 'all');
    expect(collisions(drawn)).toEqual([]);
    expect(drawn.groups).toHaveLength(10);
    expect(drawn.trunks).toHaveLength(10 + 45);
    // The new group is outside of the circle.
    const middles = drawn.groups.map(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }));
    const [fresh] = middles.splice(
      drawn.groups.findIndex(({ group }) => group.id === 'n.group[10]'),
      1,
    );
    expect(fresh?.y).toBeGreaterThan(Math.max(...middles.map(({ y }) => y)));
    // No band is over a frame that it doesn't belong to.
    const under = drawn.trunks.flatMap(({ trunk, path }) =>
      drawn.groups.flatMap(({ group, ...box }) =>
        ![trunk.from, trunk.to].includes(`${group.id}.router`) && isOver(path, box) ? [`${trunk.id} ${group.id}`] : [],
      ),
    );
    expect(under).toEqual([]);
  });

  it('keep a ring as it is drawn, with one line about all of its bands', async () => {
    const first = await layout(await graphOf(ring(12), 'all'));
    const drawn = await draw(ring(12), kept(first), 'all');
    expect(moved(first, drawn)).toEqual([]);
    expect(drawn.trunks.filter(({ pill }) => pill !== undefined)).toEqual([]);
    expect(drawn.texts.filter(({ text }) => text.startsWith('Each band: 1 × 800G · ring'))).toHaveLength(1);
  });

  it('of a pack end its bands at the edge of its frame', async () => {
    const { groups, trunks } = await draw(rows(16), kept(await layout(await graphOf(rows(16), 'all'))), 'all');
    const top = groups.find(({ group }) => group.kind === 'array')?.y ?? 0;
    for (const { path } of trunks) expect(path).toMatch(new RegExp(`^M[\\d.]+ [\\d.]+L[\\d.]+ ${top}$`));
  });

  it('follow a box that has another name', async () => {
    const places = kept(await layout(await graphOf(wan())));
    const next = await draw(wan('', 'brussels'), places);
    expect(next.graph.notes.join(' ')).not.toContain('n.view.json');
    const [was, now] = [corners(await draw(wan(), places)), corners(next)];
    expect(now.get('n.brussels')).toBe(was.get('n.b'));
  });

  it('follow all boxes of a network that has another name', async () => {
    const places = kept(await layout(await graphOf(wan())));
    const text = wan().replace('network n', 'network europe');
    const graph = withPlacements(await graphOf(text, 'network:europe'), places, 'n.view.json');
    expect(graph.placements?.boxes.map(({ id }) => id)).toEqual(
      ['a', 'b', 'c', 'd', 'e'].map((each) => `europe.${each}`),
    );
  });

  it('of boxes that are gone are told, and have no effect', async () => {
    const places = kept(await layout(await graphOf(wan('switch f : S'))));
    const { graph } = await draw(wan(), places);
    expect(graph.notes.at(-1)).toBe("n.view.json keeps positions of boxes that aren't here any more: n.f.");
  });

  it('that are not locked are where the layout begins', async () => {
    const places = { ...kept(await layout(await graphOf(wan())), 4000), locked: false };
    const drawn = await draw(wan(), places);
    expect(collisions(drawn)).toEqual([]);
    expect(drawn.width).toBeLessThan(2000);
  });

  it('of what has places of its own have no effect, which is told', async () => {
    const graph = withPlacements(await graphOf(pod(2), 'racks'), { locked: true, boxes: new Map() }, 'n.view.json');
    expect(graph.placements).toBeUndefined();
    expect(graph.notes.at(-1)).toMatch(/^The positions in n\.view\.json aren't used/);
  });

  it('hold in every network of the drawings that has no shape of its own', async () => {
    const folder = join(root, 'test/cases/drawings');
    let count = 0;
    for (const file of readdirSync(folder)) {
      const facts = await factsOf(readFileSync(join(folder, file), 'utf8'));
      for (const { id } of viewsOf(facts).filter(({ kind }) => kind === 'network')) {
        const graph = drawing(facts, id);
        if (graph.nodes.length === 0 || graph.nodes.length > 20 || !isMovable(graph)) continue;
        const placed = await layout(withPlacements(graph, kept(await layout(graph)), 'n.view.json'));
        expect(collisions(placed), `${file} ${id}`).toEqual([]);
        count++;
      }
    }
    expect(count).toBeGreaterThan(20);
  });

  it('are none of a torus', async () => {
    const text = `${type}
network n : scale-out {
  switch t[1..4][1..4] : S
  plug Osfp800Dr4 into t.*
  link t[*].p[1..4] as torus(4, 4) over OS2 { length 9 m }
}
view v { expand n.t }`;
    const graph = await graphOf(text, 'v');
    expect(isMovable(graph)).toBe(false);
    expect(withPlacements(graph, { locked: true, boxes: new Map() }, 'n.view.json').placements).toBeUndefined();
  });
});
