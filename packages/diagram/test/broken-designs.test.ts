// Designs that are empty, incomplete, unknown, strange or large still give a picture and a sentence about what is missing.
import { createRequire } from 'node:module';
import { elkEngine, itemsOf, type LayoutWorker, layout, svg } from '@lightloom/diagram';
import { graphOf, viewsOf } from '@lightloom/diagram/views';
import { describe, expect, it } from 'vitest';
import { ofA4 } from '../src/layout/geometry/paper.ts';
import { collisions, drawing, example, factsOf, placed } from './drawn.ts';

const parts = `import "std/xpo"  import "std/switches"  import "std/hosts"
module type M is Xpo { channels 16 x 800GBASE-DR4  power 128 W }
switch type S { asic Tomahawk6  height 1 OU  power 1 kW  ports up[1..4] : XPO  ports down[1..4] : XPO }
`;

const ring = `${parts}
network ring : scale-up {
  switch r[1..8] : S
  plug M into r[*].*
  link r[1..7].up[1] to r[2..8].up[2] as pairs over OS2 { length 30 m }
  link r[8].up[1] to r[1].up[2] as pairs over OS2 { length 30 m }
}`;

const unknown = `${parts}
rack a[1..2] : Nope { cooled by primary }
rack full : Eia42
loop primary { supply 40 °C }
loop dry { coolant PG25 }
network n : scale-out {
  host h[1..4] : Hgx8
  host big[1..6] : Hgx8
  switch leaf[1..2] : S
  link h[*].nic[1..2] to leaf[*].down[1..4] as mesh
  place h[*] in a[*] 2 each
  place big[*] in full 6 each
}
view hot { color by temperature  of n }
view watts { color by power }`;

const texts: Readonly<Record<string, string>> = {
  empty: '',
  'half a network': `${parts} network n : scale-out { switch leaf[1..4] : `,
  'half a link': `${parts} network n : scale-out { switch a[1..4] : S switch b[1..4] : S link a[*].up to `,
  'an unknown type': 'network n : scale-out { switch a[1..4] : Nope }',
  'a view of nothing': 'view v { of x collapse y color by utilization }',
  'names twice': 'view racks "Mine" { } view racks { } network n : scale-out { } network n : scale-out { }',
  ring,
  unknown,
};

describe.each(Object.keys(texts))('%s', (name) => {
  it('is drawn without a throw, an overlap or anything outside', async () => {
    const facts = await factsOf(texts[name] as string);
    for (const { id } of viewsOf(facts)) {
      const drawn = await placed(facts, id);
      expect(collisions(drawn), id).toEqual([]);
      expect(svg(drawn, { theme: 'light' }), id).not.toMatch(/NaN|undefined|Infinity/);
    }
  });
});

describe('what is missing', () => {
  it('is explained where there is nothing to draw', async () => {
    const facts = await factsOf('network n : scale-out { }');
    for (const { id } of viewsOf(facts)) {
      const graph = drawing(facts, id);
      expect(itemsOf(graph), id).toEqual([]);
      expect(graph.notes, id).toHaveLength(1);
    }
  });

  it('keeps the first of two views of one name', async () => {
    const facts = await factsOf(texts['names twice'] as string);
    expect(viewsOf(facts).filter((each) => each.id === 'racks')).toEqual([
      { id: 'racks', title: 'Mine', kind: 'network', declared: true },
    ]);
  });

  it('is drawn hatched and written as unknown, never as zero', async () => {
    const facts = await factsOf(unknown);
    const rack = drawing(facts, 'racks', 'racks').groups.find((each) => each.id === 'a');
    expect(rack?.status?.value).toBeNull();
    expect(rack?.lines).toContain('power unknown');
    const back = drawing(facts, 'cooling', 'loops').trunks.find((each) => each.id === 'primary.return');
    expect([back?.status?.value, back?.weight]).toEqual([null, null]);
    for (const view of ['racks', 'cooling', 'watts', 'hot']) {
      expect(drawing(facts, view).legend.colors, view).toMatchObject({ unknown: true });
      expect(svg(await placed(facts, view), { theme: 'light' }), view).toMatch(/fill="url\(#[^)]*unknown\)"/);
    }
  });

  it('a rack with more in it than fits is marked', async () => {
    const full = drawing(await factsOf(unknown), 'racks', 'racks').groups.find((each) => each.id === 'full');
    expect(full?.rack?.over).toBe(true);
    expect(full?.lines).toContain('60 RU of 42 RU · 18 RU over');
  });
});

describe('a ring', () => {
  it('has a small box for each switch, in a circle, and states once what all bands are', async () => {
    const facts = await factsOf(ring);
    const graph = drawing(facts, 'network:ring', 'free');
    expect(graph.nodes.map((each) => each.id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((i) => `ring.r[${i}]`));
    expect(graph.groups.map(({ id, kind, shape }) => [id, kind, shape])).toEqual([
      ['ring.r', 'array', { kind: 'circle' }],
    ]);
    expect(graph.trunks).toHaveLength(8);
    const drawn = await layout(graph);
    expect(drawn.groups[0]?.texts.at(-1)?.text).toBe('Each band: 16 × 800G · OS2 30 m · 0.012 dB of 3 dB');
    expect(drawn.trunks.filter((each) => each.pill !== undefined)).toEqual([]);
  });
});

describe('a ring of six sites', () => {
  it('has a label on each of its bands where A4 has the room, also on those that slant', async () => {
    const sites = ['a', 'b', 'c', 'd', 'e', 'f'];
    const text = `import "std/osfp"
switch type B { height 2 RU  power 1 kW  ports p[1..8] : OSFP }
network n : scale-across {
  ${sites.map((each) => `switch ${each}[1..2] : B`).join('  ')}
  plug Osfp800Dr8 into ${sites.map((each) => `${each}.p`).join(', ')}
  ${sites.map((each, i) => `link ${each}[*].p[1..2] to ${sites[(i + 1) % 6]}[*].p[3..4] over OS2 { length ${i + 1}00 m }`).join('\n  ')}
}`;
    const drawn = await placed(await factsOf(text), 'network:n');
    expect(collisions(drawn)).toEqual([]);
    expect(drawn.trunks.map(({ pill }) => pill?.texts.length)).toEqual([2, 2, 2, 2, 2, 2]);
    expect(ofA4(drawn)).toBeLessThanOrEqual(1);
  });
});

describe('planes whose hosts could not be connected', () => {
  it('keep their rows: hosts below leaves, leaves below spines', async () => {
    const text = `import "std/osfp"
switch type B { height 2 RU  power 1 kW  ports p[1..64] : OSFP }
host type H { height 2 RU  power 1 kW  ports p[1..8] : OSFP }
template Plane() {
  switch leaf[1..8] : B  switch spine[1..4] : B
  plug Osfp800Dr8 into leaf.*, spine.*
  link leaf[*].p[33..64] to spine[*].p as mesh over OS2 { length 50 m }
}
network n : scale-out {
  plane[1..2] : Plane()
  host h[1..32] : H
  plug Osfp800Dr8 into h.*
  for k in 1..2 { link h[*].p[2 * k - 1..2 * k] to plane[k].leaf[*].p[1..8] as rails over OS2 { length 20 m } }
}`;
    const drawn = await placed(await factsOf(text), 'network:n');
    expect(collisions(drawn)).toEqual([]);
    const top = (id: string): number => drawn.nodes.find(({ node }) => node.id === id)?.y ?? Number.NaN;
    for (const plane of ['n.plane[1]', 'n.plane[2]']) {
      expect(top(`${plane}.spine`)).toBeLessThan(top(`${plane}.leaf`));
      expect(top(`${plane}.leaf`)).toBeLessThan(top('n.h'));
    }
    expect(drawn.graph.notes.join(' ')).toContain('could not be connected; they are drawn dotted.');
  });
});

describe('switches linked in circles', () => {
  /** Nine switches of their own in a round, and some links across. */
  const round = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(
    (i) => `switch s${i} : S  link s${i}.up[1] to s${(i % 9) + 1}.up[2] as pairs over OS2 { length ${i} m }`,
  );
  const across = 'link s1.up[3] to s4.up[3] as pairs  link s2.up[3] to s7.up[3] as pairs';
  const tangle = `${parts} network n : scale-up { ${round.join('\n')}\n${across} }`;
  const elk = () => {
    const { Worker } = createRequire(import.meta.url)('elkjs/lib/elk-worker.min.js') as {
      Worker: new () => { postMessage(message: unknown): void };
    };
    return elkEngine(() => new Worker());
  };

  it('go to the engine, which says where they are to each other', async () => {
    const graph = drawing(await factsOf(tangle), 'network:n', 'free');
    expect([graph.nodes.length, graph.trunks.length]).toEqual([9, 11]);
    const orders = [(i: number) => i, (i: number) => (i * 4) % 9];
    const drawn = await Promise.all(
      orders.map((order) =>
        layout(graph, async ({ boxes, links }) => {
          expect([boxes.length, links.length]).toEqual([9, 11]);
          return { corners: new Map(boxes.map(({ id }, i) => [id, { x: order(i) * 1000, y: 0 }])) };
        }),
      ),
    );
    const [one, other] = drawn.map(({ nodes }) => nodes.map(({ x, y }) => [x, y]));
    expect(one).not.toEqual(other);
  });

  it('are laid out by ELK: no band over a box, no label on another', async () => {
    const graph = drawing(await factsOf(tangle), 'network:n');
    const drawn = await layout(graph, elk());
    expect(collisions(drawn)).toEqual([]);
    expect(drawn.trunks.filter((each) => each.pill !== undefined)).toHaveLength(11);
  });

  it('are not drawn when the engine fails, which is an error and never silence', async () => {
    const graph = drawing(await factsOf(tangle), 'network:n');
    let ended = 0;
    const failing = (onFailure: (message: string) => void): LayoutWorker => ({
      postMessage: () => onFailure('exports is not defined'),
      terminate: () => ended++,
    });
    await expect(layout(graph, elkEngine(failing))).rejects.toThrow('The layout engine failed: exports is not defined');
    expect(ended).toBe(1);
    const broken = elkEngine(() => {
      throw new Error('no workers here');
    });
    await expect(layout(graph, broken)).rejects.toThrow('The layout engine failed: no workers here');
  });

  it('have a place of their own when they are more than the engine takes, whatever time it would take', async () => {
    const task = (boxes: number, links: number) => ({
      boxes: Array.from({ length: boxes }, (_, i) => ({ id: `${i}`, width: 10, height: 10 })),
      links: Array.from({ length: links }, (_, i) => ({ from: '0', to: `${1 + (i % (boxes - 1))}` })),
      distance: 100,
    });
    const never = elkEngine(() => {
      throw new Error('was started');
    });
    expect(await never(task(129, 1))).toBeUndefined();
    expect(await never(task(9, 257))).toBeUndefined();
    await expect(never(task(128, 256))).rejects.toThrow('was started');
  });
});

describe('a large fabric', () => {
  const large = `${parts}
template Pod(n = 1) {
  host h[1..64] : Hgx8
  switch leaf[1..8] : S
  plug M into leaf[*].*
  plug Osfp800Dr4 into h[*].nic[*]
  link h[*].nic[*] to leaf[*].down as rails over OS2 { length 30 m }
}
network n : scale-out { pod[1..500] : Pod() }`;

  it('folds 500 equal groups, and counts what is in them', async () => {
    const facts = await factsOf(large);
    expect(facts.fabric.links.count).toBe(256_000);
    const graph = drawing(facts, 'network:n', 'tiers');
    expect(graph.groups.map((each) => each.label)).toEqual(['pod[1]', 'pod[2]', 'pod[3]', '… and 497 equal']);
    expect(graph.trunks.at(-1)?.lines[0]).toBe('254,464 × 800G · rails');
    expect(graph.nodes.reduce((sum, each) => sum + each.count, 0)).toBe(36_000);
    expect(collisions(await layout(graph))).toEqual([]);
  });

  it('joins many equal switches that are declared one by one', async () => {
    const switches = Array.from(
      { length: 200 },
      (_, i) => `switch s${i} : S  link h[${i + 1}].nic[1] to s${i}.down[1] as pairs`,
    );
    const facts = await factsOf(`${parts} network n : scale-out { host h[1..200] : Hgx8 ${switches.join('\n')} }`);
    const { nodes, trunks } = drawing(facts, 'network:n', 'tiers');
    expect(nodes.map((each) => [each.id, each.count])).toEqual([
      ['n.h', 200],
      ['n.s0..s199', 200],
    ]);
    expect(trunks.map((each) => each.lines[0])).toEqual(['200 links, rate unknown']);
  });
});

it('answers unknown ids with undefined only', async () => {
  const facts = await factsOf('');
  expect(viewsOf(facts).map((each) => each.id)).toEqual(expect.arrayContaining(['racks', 'cooling']));
  expect(graphOf(facts, 'network:n')).toBeUndefined();
});

it('the pod has its pictures wherever its text ends', async () => {
  const pod = example('xpo-pod.fabric');
  for (let end = 37; end < pod.length; end += 149) {
    const facts = await factsOf(pod.slice(0, end));
    for (const { id } of viewsOf(facts)) {
      const drawn = await placed(facts, id);
      expect(collisions(drawn), `${end} ${id}`).toEqual([]);
      expect(svg(drawn, { theme: 'light' }), `${end} ${id}`).not.toMatch(/NaN|undefined|Infinity/);
    }
  }
});

describe('a file that a program wrote', () => {
  /** Switches no two of which are alike, linked in a round and across. */
  const unlike = (count: number): string =>
    Array.from({ length: count }, (_, i) => {
      const next = (i + 1) % count;
      const far = (i * 7 + 3) % count;
      return `switch s${i} : S  link s${i}.up[1] to s${next}.up[2] as pairs${i % 3 === 0 && far !== i ? `  link s${i}.up[3]/${(i % 16) + 1} to s${far}.up[4]/${(i % 16) + 1} as pairs` : ''}`;
    }).join('\n');

  it('of 2,000 unlike switches is one drawing of few boxes, and counts all of them', async () => {
    const facts = await factsOf(`${parts} network n : scale-up { ${unlike(2_000)} }`);
    const graph = drawing(facts, 'network:n');
    expect(graph.nodes.length).toBeLessThanOrEqual(48);
    expect(graph.nodes.reduce((sum, each) => sum + each.count, 0)).toBe(2_000);
    expect(collisions(await layout(graph))).toEqual([]);
  });

  it('of 200 unlike units folds what there is no room for, and counts it', async () => {
    const units = Array.from({ length: 200 }, (_, i) => `u${i} : Unit(${i + 1})`).join('\n');
    const facts = await factsOf(`${parts}
      template Unit(n = 1) { host h[1..n] : Hgx8  switch leaf : S  plug Osfp800Dr4 into h[*].nic[*]  plug M into leaf.*
        link h[*].nic[1] to leaf.down[1..4]/1..16 as pairs }
      network n : scale-out { ${units.replace(/Unit\((\d+)\)/g, (_, n) => `Unit(${Math.min(64, Number(n))})`)} }`);
    const graph = drawing(facts, 'network:n');
    expect(graph.groups.length).toBeLessThanOrEqual(24);
    expect(graph.groups.at(-1)?.label).toMatch(/^… and \d+ more$/);
    expect(graph.nodes.reduce((sum, each) => sum + each.count, 0)).toBe(facts.fabric.devices.count);
    expect(collisions(await layout(graph))).toEqual([]);
  });
});
