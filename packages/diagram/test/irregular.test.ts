// Networks without order, laid out by ELK and moved from there: bands that cross and bands over boxes, counted and bounded; sizes on
// paper; sites; amplifiers.
import { createRequire } from 'node:module';
import { elkEngine, layout, type Placed, svg } from '@lightloom/diagram';
import { describe, expect, it } from 'vitest';
import { typeOf } from '../src/layout/geometry/typography.ts';
import { placeIrregular } from '../src/layout/irregular/search.ts';
import { cosineAt, segmentMeetsBox, segmentsCross } from '../src/layout/irregular/segments.ts';
import { collisions, drawing, factsOf } from './drawn.ts';

const { Worker } = createRequire(import.meta.url)('elkjs/lib/elk-worker.min.js') as {
  Worker: new () => { postMessage(message: unknown): void };
};
const elk = () => elkEngine(() => new Worker());

type Pair = readonly [number, number];

/** A research network as they are: 25 cities, 38 links of 38 to 95 km, each with two amplifiers. */
const cities =
  'lon par ams bru fra gen mil mad lis bar mar vie pra ber ham cop sto hel tal rig kau poz war bud zag'.split(' ');
const lines =
  'lon-par lon-ams ams-bru bru-par ams-fra fra-gen gen-par gen-mil mil-mar mar-bar bar-mad mad-lis lis-lon mad-par fra-ber ber-ham ham-cop cop-sto sto-hel hel-tal tal-rig rig-kau kau-poz poz-war war-pra pra-fra pra-vie vie-mil vie-bud bud-zag zag-mil poz-ber ham-fra ams-ham cop-ams bud-pra par-bar gen-mar'
    .split(' ')
    .map((each): Pair => each.split('-').map((name) => cities.indexOf(name)) as [number, number]);

const wan = (names: readonly string[], pairs: readonly Pair[]): string => {
  const used = names.map(() => 0);
  const port = (index: number): string => `${names[index]}.line[${(used[index] = (used[index] ?? 0) + 1)}]`;
  const links = pairs.map(
    ([a, b], i) =>
      `link ${port(a)} to ${port(b)} over OS2 { length ${[38, 60, 75, 95][i % 4]} km  amplifiers 2 x Edfa  launch 0 dBm }`,
  );
  return `import "std/qsfp"
import "std/fiber"
amplifier type Edfa { gain 20 dB  noise-figure 5.5 dB  output-power 17 dBm }
switch type Router { height 2 RU  power 0.8 kW  ports line[1..24] : QSFP-DD { power 25 W } }
network n : scale-across {
  ${names.map((name) => `switch ${name} : Router  plug QsfpDd400Zr into ${name}.line`).join('\n  ')}
  ${links.join('\n  ')}
}`;
};

/** A connected graph: each node is linked to one shortly before it, then more links between nodes that are near in this order. */
function generated(nodes: number, count: number, seed: number): Pair[] {
  let state = seed;
  const random = (below: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % below;
  };
  const pairs = new Map<string, Pair>();
  const add = (a: number, b: number): unknown => a < b && b < nodes && pairs.set(`${a} ${b}`, [a, b]);
  for (let i = 1; i < nodes; i++) add(Math.max(0, i - 1 - random(6)), i);
  while (pairs.size < count) {
    const a = random(nodes);
    add(a, a + 1 + random(8));
  }
  return [...pairs.values()];
}

/** Bands that cross, and the smallest angle between two bands of a box, in degrees. */
function tangles({ nodes, trunks }: Placed): { readonly crossings: number; readonly angle: number } {
  const middles = new Map(
    nodes.map((each) => [each.node.id, { x: each.x + each.width / 2, y: each.y + each.height / 2 }]),
  );
  const at = (id: string) => middles.get(id) ?? { x: 0, y: 0 };
  let [crossings, angle] = [0, 180];
  trunks.forEach(({ trunk: a }, i) => {
    for (const { trunk: b } of trunks.slice(i + 1)) {
      const shared = [a.from, a.to].find((each) => each === b.from || each === b.to);
      if (shared === undefined) crossings += Number(segmentsCross(at(a.from), at(a.to), at(b.from), at(b.to)));
      else {
        const [p, q] = [a, b].map((each) => at(each.from === shared ? each.to : each.from));
        const cosine = cosineAt(at(shared), p ?? at(shared), q ?? at(shared));
        angle = Math.min(angle, (Math.acos(Math.min(1, cosine)) * 180) / Math.PI);
      }
    }
  });
  return { crossings, angle };
}

/** Capital height of the smallest label of a band on a sheet of A4 with 10 mm of margin, in mm. DejaVu's capitals are 0.73 of its size. */
function capitals({ width, height }: Placed): number {
  const scale = Math.max(Math.min(277 / width, 190 / height), Math.min(190 / width, 277 / height));
  return typeOf.label.size * 0.729 * scale;
}

const drawnBy = async (text: string): Promise<Placed> =>
  layout(drawing(await factsOf(text), 'network:n', 'free'), elk());

describe('a WAN of 25 nodes', () => {
  it('has no band over a box, none that crosses another, and is read on A4', async () => {
    const drawn = await drawnBy(wan(cities, lines));
    expect(collisions(drawn)).toEqual([]);
    const { crossings, angle } = tangles(drawn);
    expect(crossings).toBe(0);
    expect(angle).toBeGreaterThan(15);
    expect(capitals(drawn)).toBeGreaterThanOrEqual(1.8);
    expect(drawn.trunks.filter((each) => each.pill === undefined)).toEqual([]);
  });

  it('says once what all boxes and all bands have in common', async () => {
    const drawn = await drawnBy(wan(cities, lines));
    const texts = drawn.texts.map((each) => each.text);
    expect(texts.filter((each) => each.startsWith('Each'))).toEqual([
      'Each box: Router · 9.6 Tbps · 2 RU · 1.28 kW.',
      'Each band: 1 × 400G · 2 × Edfa · OS2.',
    ]);
    expect(drawn.trunks[0]?.pill?.texts.map((each) => each.text)).toEqual(['38 km', '11.4 dB']);
  });

  it('shows each amplifier, on its band and on nothing else', async () => {
    const drawn = await drawnBy(wan(cities, lines));
    const boxes = [...drawn.nodes, ...drawn.trunks.flatMap((each) => each.pill ?? [])];
    for (const { trunk, amplifiers = [] } of drawn.trunks) {
      expect(amplifiers, trunk.id).toHaveLength(2);
      for (const { x, y } of amplifiers)
        expect(
          boxes.filter((box) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height),
        ).toEqual([]);
    }
    expect(drawn.graph.notes).toContain('A triangle on a band is an amplifier.');
  });

  it('is the same whatever order its links are written in one way or the other', async () => {
    const graph = drawing(
      await factsOf(
        wan(
          cities,
          lines.map(([a, b]): Pair => (a < b ? [a, b] : [b, a])),
        ),
      ),
      'network:n',
    );
    expect(graph.arrangement).toBe('free');
  });

  it('gives the same bytes twice', async () => {
    const text = wan(cities, lines);
    const [one, other] = [await drawnBy(text), await drawnBy(text)];
    expect(svg(one, { theme: 'light' })).toBe(svg(other, { theme: 'light' }));
  });
});

describe('generated graphs', () => {
  // Crossings of the same graph and boxes by Graphviz 2.43, `-Goverlap=prism`, the better of neato and sfdp, with as many bands over
  // boxes: docs/decisions/34-irregular-networks.md.
  it.each([
    { nodes: 12, links: 16, crossings: 2 },
    { nodes: 20, links: 28, crossings: 5 },
    { nodes: 40, links: 56, crossings: 7 },
  ])('of $nodes nodes and $links links have at most $crossings crossings', async ({ nodes, links, crossings }) => {
    const names = Array.from({ length: nodes }, (_, i) => `r${i + 1}`);
    const drawn = await drawnBy(wan(names, generated(nodes, links, 7)));
    expect(collisions(drawn)).toEqual([]);
    expect(tangles(drawn).crossings).toBeLessThanOrEqual(crossings);
  });
});

describe('the search', () => {
  const boxes = Array.from({ length: 12 }, () => ({ width: 72, height: 43 }));
  const links = generated(12, 18, 3);
  it('keeps boxes apart and bands off boxes, from any start', () => {
    for (const start of [
      boxes.map((_, i) => ({ x: i, y: 0 })),
      boxes.map(() => ({ x: 0, y: 0 })),
      boxes.map((_, i) => ({ x: (i * 5) % 12, y: (i * 7) % 12 })),
    ]) {
      const points = placeIrregular({ boxes, links, label: { width: 60, height: 36 } }, start);
      const placed = points.map(({ x, y }) => ({ x: x - 36, y: y - 21.5, width: 72, height: 43 }));
      placed.forEach((a, i) => {
        for (const b of placed.slice(i + 1))
          expect(Math.abs(a.x - b.x) >= 72 + 8 || Math.abs(a.y - b.y) >= 43 + 7, `box ${i}`).toBe(true);
        for (const [from, to] of links.filter((each) => !each.includes(i)))
          expect(segmentMeetsBox(points[from] ?? a, points[to] ?? a, a), `link ${from}-${to}`).toBe(false);
      });
    }
  });
});

describe('sites', () => {
  const middles = ({ nodes }: Placed) =>
    nodes.map((each) => ({ x: each.x + each.width / 2, y: each.y + each.height / 2 }));

  it('that are three are a triangle, with each line and its label', async () => {
    const drawn = await drawnBy(
      wan(
        ['oregon', 'nevada', 'utah'],
        [
          [0, 1],
          [1, 2],
          [0, 2],
        ],
      ),
    );
    expect(collisions(drawn)).toEqual([]);
    const [top, right, left] = middles(drawn);
    expect(top?.x).toBeCloseTo(((left?.x ?? 0) + (right?.x ?? 0)) / 2, -1);
    expect(right?.y).toBe(left?.y);
    expect(top?.y).toBeLessThan((right?.y ?? 0) - 80);
    expect(drawn.trunks.map((each) => [each.pill?.texts.length, each.amplifiers?.length])).toEqual([
      [2, 2],
      [2, 2],
      [2, 2],
    ]);
  });

  it('that are two are beside each other', async () => {
    const [one, other] = middles(await drawnBy(wan(['west', 'east'], [[0, 1]])));
    expect(other?.y).toBe(one?.y);
    expect(other?.x).toBeGreaterThan((one?.x ?? 0) + 200);
  });

  it('in a ring are a circle in the order of the ring', async () => {
    const drawn = await drawnBy(
      wan(
        ['a', 'b', 'c', 'd', 'e', 'f'],
        [
          [0, 3],
          [3, 1],
          [1, 4],
          [4, 2],
          [2, 5],
          [5, 0],
        ],
      ),
    );
    expect(tangles(drawn).crossings).toBe(0);
    expect(collisions(drawn)).toEqual([]);
  });
});
