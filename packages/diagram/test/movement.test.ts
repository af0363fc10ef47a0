// What an edit moves: adding to a design leaves what stood where it stood, as far as it can.
import { anchored, layout, type Placed } from '@lightloom/diagram';
import { describe, expect, it } from 'vitest';
import { collisions, drawing, factsOf, placed } from './drawn.ts';

interface Sizes {
  readonly units?: number;
  readonly spines?: number;
  readonly hosts?: number;
  readonly more?: string;
}

/** Units of hosts and leaves below spines. */
const design = ({ units = 3, spines = 4, hosts = 8, more = '' }: Sizes): string => `
import "std/osfp"
switch type Leaf  { height 2 RU  power 1 kW  ports up[1..32] : OSFP  ports down[1..32] : OSFP }
switch type Spine { height 4 RU  power 2 kW  ports down[1..64] : OSFP }
host type H { height 2 RU  power 2 kW  ports nic[1..4] : OSFP }
template Unit() {
  switch leaf[1..4] : Leaf
  host h[1..${hosts}] : H
  plug Osfp800Dr8 into leaf.*, h.*
  link h[*].nic[*] to leaf[1..4].down[1..${hosts}] as mesh over OS2 { length 3 m }
}
network n : scale-out {
  unit[1..${units}] : Unit()
  switch spine[1..${spines}] : Spine
  plug Osfp800Dr8 into spine.*
  link unit[*].leaf[1..4].up[1..4] to spine[1..4].down[1..${units * 4}] as mesh over OS2 { length 30 m }
  ${more}
}
view all { expand n.unit }
`;

/** Boxes that are in both drawings: which moved and how far, in pixels, of how many. */
async function movement(
  before: Sizes,
  after: Sizes,
): Promise<{ readonly moved: Map<string, number>; readonly of: number }> {
  const draw = async (sizes: Sizes): Promise<Placed> => placed(await factsOf(design(sizes)), 'all');
  const [old, next] = [await draw(before), await draw(after)];
  const at = new Map(old.nodes.map((each) => [each.node.id, each]));
  const moves = next.nodes.flatMap((each): (readonly [string, number])[] => {
    const was = at.get(each.node.id);
    return was === undefined ? [] : [[each.node.id, Math.hypot(each.x - was.x, each.y - was.y)]];
  });
  return { moved: new Map(moves.filter(([, by]) => by > 0.5)), of: moves.length };
}

describe('an edit', () => {
  it.each<{ name: string; before: Sizes; after: Sizes; of: number }>([
    { name: 'another unit', before: {}, after: { units: 4 }, of: 7 },
    { name: 'a unit more', before: { units: 4 }, after: { units: 5 }, of: 9 },
    { name: 'two units more', before: { units: 4 }, after: { units: 6 }, of: 9 },
    { name: 'a unit less', before: { units: 5 }, after: { units: 4 }, of: 9 },
  ])(
    'of $name moves the spines, which stay above the middle of their leaves, and nothing else',
    async ({ before, after, of }) => {
      const { moved, of: all } = await movement(before, after);
      expect([[...moved.keys()], all]).toEqual([['n.spine'], of]);
    },
  );

  it.each<{ name: string; after: Sizes; of: number }>([
    { name: 'more hosts in each unit', after: { hosts: 16 }, of: 7 },
    { name: 'a spare switch', after: { more: 'switch spare : Spine' }, of: 7 },
    { name: 'a switch of its own for management', after: { more: 'switch mg[1..2] : Leaf' }, of: 7 },
  ])('of $name moves nothing', async ({ after, of }) => {
    const { moved, of: all } = await movement({}, after);
    expect([[...moved], all]).toEqual([[], of]);
  });

  it('that adds a row above moves the rows below it down, by as much, and not sideways', async () => {
    const core = `switch st[1..2] : Leaf  plug Osfp800Dr8 into st.*
      link st[*].up[1..4] to spine[1..4].down[61..62] as mesh over OS2 { length 9 m }`;
    const { moved, of } = await movement({}, { more: core });
    expect([moved.size, new Set([...moved.values()].map(Math.round)).size]).toEqual([of, 1]);
  });
});

const plain = `import "std/osfp"
import "std/racks"
import "std/cooling"
switch type S { height 2 RU  power 1 kW  ports p[1..24] : OSFP }
host type H { height 2 RU  power 10 kW  liquid 80 %  ports p[1..4] : OSFP }
rack type R is OpenRackV3 { power 120 kW  height 44 OU }
`;

/** A hall of one row, each rack with four hosts, and the first of them on a branch of their own. */
const hall = ({
  racks = 8,
  branches = 3,
  more = '',
}: {
  racks?: number;
  branches?: number;
  more?: string;
}): string => `${plain}
hall { rack-pitch 0.6 m  row-pitch 3 m }
rack r[1..${racks}] : R at row 1
host h[1..${racks * 4}] : H
place h in r 4 each
cdu c[1..2] : NvidiaQualified600
loop primary { coolant PG25  supply 40 °C  return <= 55 °C  flow 800 L/min  from c, n+1
  ${Array.from({ length: branches }, (_, i) => `branch b${i + 1} { parallel r[${i + 1}] flow 60 L/min }`).join('\n  ')}
}
${more}`;

/** Racks that all differ: each has a host more than the one before. */
const unlike = (racks: number, more = ''): string => `${plain}
rack r[1..${racks}] : R at row 1
host h[1..${(racks * (racks + 1)) / 2}] : H
${Array.from({ length: racks }, (_, i) => `place h[${(i * (i + 1)) / 2 + 1}..${((i + 1) * (i + 2)) / 2}] in r[${i + 1}]`).join('\n')}
${more}`;

const ring = (count: number): string => `${plain}
network n : scale-out {
  switch s[1..${count}] : S
  plug Osfp800Dr8 into s.p[1..2]
  link s[*].p[1..2] as ring over OS2 { length 9 m }
}
view v { expand n.s }`;

const dragonfly = (groups: number): string => `${plain}
template Group() {
  switch router[1..4] : S
  plug Osfp800Dr8 into router[*].p[1..12]
  link router[*].p[10..12] as full over OS2 { length 3 m }
}
network n : scale-out {
  group[1..${groups}] : Group()
  link group[*].router[1].p[1..${groups - 1}] as full over OS2 { length 100 m }
}
view v { expand n.group }`;

/** A scale-up rack, every tray and switch of it drawn. */
const rack = (trays: number, switches: number): string => `${plain}
host type T { height 1 RU  power 1 kW  ports nv[1..${switches}] : OSFP }
network n : scale-up {
  host tray[1..${trays}] : T
  switch sw[1..${switches}] : S
  plug Osfp800Dr8 into tray.*, sw[*].p[1..${trays}]
  link tray[*].nv[*] to sw[*].p[1..${trays}] as mesh over OS2 { length 2 m }
}
view v { expand n.tray, n.sw }`;

const torus = (lines: number): string => `${plain}
network n : scale-up {
  switch t[1..${lines}][1..4] : S
  plug Osfp800Dr8 into t[*][*].p[1..4]
  link t[*][*].p[1..4] as torus(${lines}, 4) over OS2 { length 9 m }
}
view v { expand n.t }`;

/** Units of leaves, each leaf drawn. */
const leaves = (each: number): string => `${plain}
template U() { switch leaf[1..${each}] : S  plug Osfp800Dr8 into leaf[*].p[1..2] }
network n : scale-out {
  u[1..3] : U()
  switch spine[1..2] : S
  plug Osfp800Dr8 into spine[*].p[1..${3 * each}]
  link u[*].leaf[*].p[1..2] to spine[*].p[1..${3 * each}] as mesh over OS2 { length 9 m }
}
view v { expand n.u, n.u[1].leaf, n.u[2].leaf, n.u[3].leaf }`;

const links = (pairs: readonly (readonly [string, string])[]): string => {
  const used = new Map<string, number>();
  const port = (name: string): string => {
    used.set(name, (used.get(name) ?? 0) + 1);
    return `${name}.p[${used.get(name)}]`;
  };
  return pairs.map(([a, b]) => `link ${port(a)} to ${port(b)} over OS2 { length 9 m }`).join('\n  ');
};

/** Sites in two squares and between them, and what is added. */
const sites = (more: readonly (readonly [string, string])[] = []): string => {
  const pairs = [
    ...[...'abcdefghij'].map((name, i): [string, string] => [name, 'bcdefghija'.charAt(i)]),
    ...([
      ['a', 'f'],
      ['b', 'e'],
      ['g', 'j'],
    ] as const),
    ...more,
  ];
  const names = [...new Set(pairs.flat())];
  return `${plain}
network n : scale-across {
  ${names.map((name) => `switch ${name} : S  plug Osfp800Dr8 into ${name}.p[1..8]`).join('\n  ')}
  ${links(pairs)}
}`;
};

/** How far each box and frame that is in both drawings moves, in pixels. */
function moves(old: Placed, next: Placed): ReadonlyMap<string, number> {
  const all = ({ nodes, groups }: Placed) => [
    ...nodes.map(({ node, x, y }) => ({ id: node.id, x, y })),
    ...groups.map(({ group, x, y }) => ({ id: group.id, x, y })),
  ];
  const at = new Map(all(old).map((each) => [each.id, each]));
  return new Map(
    all(next).flatMap(({ id, x, y }): (readonly [string, number])[] => {
      const was = at.get(id);
      return was === undefined ? [] : [[id, Math.hypot(x - was.x, y - was.y)]];
    }),
  );
}

/** The distances that boxes move by, each once, in pixels. */
const stepsOf = (moved: readonly (readonly [string, number])[]): number[] => [
  ...new Set(moved.map(([, by]) => Math.round(by))),
];

const drawnTwice = async (before: string, after: string, view: string): Promise<readonly [Placed, Placed]> => [
  await placed(await factsOf(before), view),
  await placed(await factsOf(after), view),
];

describe('an edit of other drawings', () => {
  it.each([
    { name: 'a rack in elevation', view: 'racks', before: unlike(5), after: unlike(6), kept: 10 },
    { name: 'an empty rack', view: 'racks', before: unlike(5), after: unlike(5, 'rack x : R at row 1'), kept: 10 },
    { name: 'a branch of a loop', view: 'cooling', before: hall({}), after: hall({ branches: 4 }), kept: 9 },
  ])('of $name moves nothing', async ({ view, before, after, kept }) => {
    const moved = moves(...(await drawnTwice(before, after, view)));
    expect(moved.size).toBeGreaterThanOrEqual(kept);
    expect([...moved].filter(([, by]) => by > 0.5)).toEqual([]);
  });

  it.each([
    { name: 'a rack', more: hall({ racks: 9 }) },
    { name: 'a row', more: hall({ more: 'rack x[1..8] : R at row 2' }) },
  ])('of $name on the floor leaves the racks where they are on their plan', async ({ more }) => {
    const [old, next] = await drawnTwice(hall({}), more, 'floor');
    const within = ({ nodes, groups }: Placed): Map<string, string> => {
      const plans = new Map(groups.map((each) => [each.group.id, each]));
      return new Map(
        nodes.map(({ node, x, y }) => {
          const plan = plans.get('group' in node ? (node.group ?? '') : '');
          return [node.id, `${Math.round(x - (plan?.x ?? 0))} ${Math.round(y - (plan?.y ?? 0))}`];
        }),
      );
    };
    const after = within(next);
    for (const [id, at] of within(old)) if (after.has(id)) expect(`${id} ${after.get(id)}`).toBe(`${id} ${at}`);
    const [first] = old.groups;
    expect(next.groups[0]).toMatchObject({ x: first?.x, y: first?.y });
  });

  it.each([
    { name: 'a switch of a ring', before: ring(12), after: ring(13) },
    { name: 'a group of a dragonfly', before: dragonfly(8), after: dragonfly(9) },
  ])('of $name leaves the others in their order around the circle', async ({ before, after }) => {
    const around = ({ nodes, groups }: Placed): string[] => {
      const all =
        groups.length > 1
          ? groups.map((each) => ({ ...each, id: each.group.id }))
          : nodes.map((each) => ({ ...each, id: each.node.id }));
      const middles = all.map(({ id, x, y, width, height }) => ({ id, x: x + width / 2, y: y + height / 2 }));
      const mean = (of: 'x' | 'y'): number => middles.reduce((sum, each) => sum + each[of], 0) / middles.length;
      const [x, y] = [mean('x'), mean('y')];
      const turn = (each: { x: number; y: number }): number =>
        (Math.atan2(each.x - x, y - each.y) + 2 * Math.PI) % (2 * Math.PI);
      const ids = middles.sort((a, b) => turn(a) - turn(b)).map(({ id }) => id);
      const first = ids.indexOf([...ids].sort()[0] ?? '');
      return [...ids.slice(first), ...ids.slice(0, first)];
    };
    const [old, next] = (await drawnTwice(before, after, 'v')).map(around) as [string[], string[]];
    expect(old.length).toBeGreaterThan(7);
    expect(next.filter((id) => old.includes(id))).toEqual(old);
  });

  it.each([
    {
      name: 'a site with two links',
      more: [
        ['x', 'c'],
        ['x', 'h'],
      ] as const,
    },
    { name: 'a site at the end of a line', more: [['x', 'a']] as const },
    { name: 'a link', more: [['c', 'i']] as const },
  ])('of $name in an irregular network moves nothing while it is edited', async ({ more }) => {
    const before = await placed(await factsOf(sites()), 'network:n');
    const graph = drawing(await factsOf(sites(more)), 'network:n', 'free');
    const after = await layout(anchored(graph, before));
    expect(collisions(after)).toEqual([]);
    const moved = moves(before, after);
    expect(moved.size).toBe(before.nodes.length);
    // All of the drawing may move on its sheet.
    const [shift] = moved.values();
    expect([...moved].filter(([, by]) => Math.abs(by - (shift ?? 0)) > 0.5)).toEqual([]);
  });

  it.each([
    { name: 'a row of a matrix', before: rack(18, 9), after: rack(19, 9) },
    { name: 'a column of a matrix', before: rack(18, 9), after: rack(18, 10) },
    { name: 'a line of a torus', before: torus(4), after: torus(5) },
  ])('of $name leaves what stands where it stands to each other', async ({ before, after }) => {
    const moved = moves(...(await drawnTwice(before, after, 'v')));
    expect(moved.size).toBeGreaterThan(5);
    // All of it may move on its sheet.
    expect(stepsOf([...moved])).toHaveLength(1);
  });

  it('of a leaf of each unit moves the units to the right of it, each as a whole', async () => {
    const moved = [...moves(...(await drawnTwice(leaves(3), leaves(4), 'v')))];
    const [first, ...others] = [1, 2, 3].map((unit) => stepsOf(moved.filter(([id]) => id.startsWith(`n.u[${unit}]`))));
    expect(first).toEqual([0]);
    expect(others.map((each) => each.length)).toEqual([1, 1]);
  });

  it('of a whole network draws it anew', async () => {
    const before = await placed(await factsOf(sites()), 'network:n');
    const graph = drawing(await factsOf(sites().replaceAll(/\b([a-j])\b(?=[ .])/g, '$1$1')), 'network:n');
    expect(anchored(graph, before)).toBe(graph);
  });
});
