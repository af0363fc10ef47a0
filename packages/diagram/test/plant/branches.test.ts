// The cooling view with branches: the path of the coolant from box to box, with the flows and temperatures of the facts.
import { svg } from '@lightloom/diagram';
import { trunksOf } from '@lightloom/diagram/graph';
import { describe, expect, it } from 'vitest';
import { collisions, drawing, example, factsOf, frameOf, placed } from '../drawn.ts';

const hall = `import "std/racks"
import "std/cooling"
rack type Liquid is OpenRackV3 { power 120 kW }
rack r[1..7] : Liquid
cdu c[1..2] : NvidiaQualified600
loop primary {
    coolant PG25
    supply  40 °C
    return  <= 60 °C
    flow    180 L/min
    from    c[*], n+1
    branch east { parallel r[1..2]            flow 60 L/min }
    branch west { parallel r[3..4]            flow 120 L/min }
    branch tail { series   r[7], r[5], r[6]   flow 100 L/min  after west }
}
host type Node { height 4 RU  power 20 kW  liquid 85 % }
host node[1..7] : Node
place node[*] in r[*] 1 each
`;

/** A thing that must be there. */
function boxOf<T>(list: readonly T[], wanted: (each: T) => boolean): T {
  const found = list.find(wanted);
  if (found === undefined) throw new Error(`nothing like ${wanted}`);
  return found;
}

/** A flow in L/min, as it is written. */
const perMinute = (cubicMetresPerSecond: number | null | undefined): number =>
  Math.round((cubicMetresPerSecond ?? 0) * 6e4);

describe('a loop with branches', () => {
  it('shows the path of the coolant and its flow in every pipe', async () => {
    const graph = drawing(await factsOf(hall), 'cooling', 'loops');
    const paths = graph.trunks
      .filter(({ from, to }) => from !== to && !/^primary\/c/.test(from) && !/^primary\/c/.test(to))
      .map(({ from, to, weight }) => `${from} > ${to}: ${perMinute(weight)}`);
    // West gets 120 L/min, of which 100 go on to the tail and the rest returns.
    expect(paths.sort()).toEqual(
      [
        'primary > r[1..2]: 60',
        'r[1..2] > primary: 60',
        'primary > r[3..4]: 120',
        'r[3..4] > primary: 20',
        'r[3..4] > r[7]: 100',
        'r[7] > r[5]: 100',
        'r[5] > r[6]: 100',
        'r[6] > primary: 100',
      ].sort(),
    );
  });

  it('is in the order of the flow: branches side by side, branches that take an outlet below it', async () => {
    const { nodes, groups } = await placed(await factsOf(hall), 'cooling');
    const box = (label: string) => boxOf(nodes, ({ node }) => node.label === label);
    const frame = (id: string) => boxOf(groups, ({ group }) => group.id === id);
    expect(frame('primary.west').x).toBeGreaterThan(frame('primary.east').x + frame('primary.east').width);
    expect(frame('primary.tail').y).toBeGreaterThan(frame('primary.west').y + frame('primary.west').height);
    expect(box('r[3..4]').y).toBeLessThan(box('r[7]').y);
    for (const [a, b] of [
      ['r[7]', 'r[5]'],
      ['r[5]', 'r[6]'],
    ] as const)
      expect(box(b).x > box(a).x || box(b).y > box(a).y, `${b} after ${a}`).toBe(true);
  });

  it('has a frame for each branch with its flow, rise and return, and temperatures between racks', async () => {
    const { groups, trunks } = drawing(await factsOf(hall), 'cooling', 'loops');
    expect(groups.map((each) => [each.id, frameOf(each), ...each.lines])).toEqual([
      ['primary', undefined, 'PG25'],
      ['primary.east', 'primary', '2 racks in parallel · 60 L/min', 'rise 8.46 K · return 48.46 °C'],
      ['primary.west', 'primary', '2 racks in parallel · 120 L/min', 'rise 4.23 K · return 44.23 °C'],
      ['primary.tail', 'primary', '3 racks in series · 100 L/min', 'rise 7.62 K · return 51.85 °C'],
    ]);
    const labels = new Map(trunks.map(({ id, lines }) => [id, lines.join()]));
    expect(
      ['r[7] to r[5]', 'r[5] to r[6]', 'primary.return from r[6]', 'primary.west.bypass'].map((id) => labels.get(id)),
    ).toEqual(['46.77 °C', '49.31 °C', '51.85 °C', '20 L/min bypass']);
  });

  it('shows what bypasses all racks', async () => {
    const more = hall.replace('180 L/min', '200 L/min');
    const { trunks } = drawing(await factsOf(more), 'cooling', 'loops');
    const bypass = trunks.find((each) => each.id === 'primary.bypass');
    expect([perMinute(bypass?.weight ?? 0), bypass?.lines]).toEqual([20, ['20 L/min bypass']]);
    expect(drawing(await factsOf(hall), 'cooling', 'loops').trunks.map((each) => each.id)).not.toContain(
      'primary.bypass',
    );
  });

  it('of some racks keeps the path of the coolant, with a box for the racks that are not in the view', async () => {
    const facts = await factsOf(`${hall}view part { of r[1..3] color by temperature }
view middle { of r[5] color by temperature }`);
    const part = drawing(facts, 'part', 'loops');
    expect(part.nodes.map((each) => [each.id, each.count])).toEqual([
      ['primary/c', 2],
      ['r[1..2]', 2],
      ['r[3]', 1],
      ['primary.west/others', 1],
      ['primary.west/branches', 3],
    ]);
    expect(part.notes).toEqual(['The figures of primary cover the whole loop; 4 of its racks are not in this view.']);
    const middle = drawing(facts, 'middle', 'loops');
    expect(middle.nodes.map((each) => [each.id, each.lines.at(-1)])).toEqual([
      ['primary/c', 'approach 4 K'],
      ['primary.west/others', '120 L/min'],
      ['primary.tail/others', '100 L/min'],
      ['r[5]', '3 kW to air'],
      ['primary.tail/others from 3', '100 L/min'],
      ['primary/others', '60 L/min'],
    ]);
    for (const view of ['part', 'middle']) expect(collisions(await placed(facts, view)), view).toEqual([]);
  });

  it('shows a flow that is not given as unknown, with dashed pipes', async () => {
    const { groups, trunks } = drawing(await factsOf(hall.replace('flow 60 L/min', '')), 'cooling', 'loops');
    expect(groups[1]?.lines).toEqual(['2 racks in parallel · flow unknown', 'rise unknown · return unknown']);
    expect(trunks.find((each) => each.id === 'primary.supply to r[1..2]')?.weight).toBeNull();
  });

  it('shows the flow of each rack and its outlet temperature', async () => {
    const { nodes } = drawing(await factsOf(hall), 'cooling', 'loops');
    const lines = (label: string) => nodes.find((each) => each.label === label)?.detail ?? '';
    // 17 kW in 1.0143 kg/L × 3.96 kJ/kg·K: 8.46 K at 30 L/min, 4.23 K at 60, 2.54 K at 100.
    expect(lines('r[1..2]')).toMatch(/30 L\/min each[\s\S]*return 48\.46 °C/);
    expect(lines('r[3..4]')).toMatch(/60 L\/min each[\s\S]*return 44\.23 °C/);
    expect(lines('r[7]')).toMatch(/100 L\/min[\s\S]*return 46\.77 °C/);
    expect(lines('r[5]')).toMatch(/return 49\.31 °C/);
    expect(lines('r[6]')).toMatch(/return 51\.85 °C/);
  });

  it('has nothing that runs over anything', async () => {
    expect(collisions(await placed(await factsOf(hall), 'cooling'))).toEqual([]);
    // Two boxes give to a third: the pipe of the farther one goes below the nearer.
    const apart = hall.replace('Node\nplace', 'Node\nnode[3] { power 25 kW }\nplace');
    expect(apart).not.toBe(hall);
    expect(collisions(await placed(await factsOf(apart), 'cooling'))).toEqual([]);
  });
});

describe('a loop with many branches', () => {
  /** Branches of a loop, with racks that take 4.25 kW each. */
  const loopOf = (racks: number, branches: readonly string[]): string => `import "std/racks"
import "std/cooling"
rack type Liquid is OpenRackV3 { power 120 kW }
rack r[1..${racks}] : Liquid at row 1
cdu c[1..2] : Deschutes
loop primary {
    coolant PG25
    supply  30 °C
    return  <= 60 °C
    flow    900 L/min
    from    c[*], n+1
    ${branches.join('\n    ')}
}
host type Node { height 4 RU  power 5 kW  liquid 85 % }
host node[1..${racks}] : Node
place node[*] in r[*] 1 each
`;
  const list = (count: number, each: (i: number) => string): string[] =>
    Array.from({ length: count }, (_, i) => each(i));
  const cases: Record<string, string> = {
    'one rack': loopOf(1, ['branch a { parallel r[1]  flow 20 L/min }']),
    'eight in series': loopOf(8, ['branch a { series r[*]  flow 90 L/min }']),
    'sixty in series': loopOf(60, ['branch a { series r[*]  flow 100 L/min }']),
    'twelve in parallel': loopOf(
      48,
      list(12, (i) => `branch b${i} { parallel r[${4 * i + 1}..${4 * i + 4}]  flow ${40 + i} L/min }`),
    ),
    'six of four in series': loopOf(
      24,
      list(6, (i) => `branch b${i} { series r[${4 * i + 1}..${4 * i + 4}]  flow ${40 + i} L/min }`),
    ),
    thirty: loopOf(
      60,
      list(30, (i) => `branch b${i} { series r[${2 * i + 1}..${2 * i + 2}]  flow 20 L/min }`),
    ),
    'a chain of thirty': loopOf(
      30,
      list(30, (i) => `branch b${i} { parallel r[${i + 1}]  flow 90 L/min ${i === 0 ? '' : `after b${i - 1}`} }`),
    ),
    'kinds and a tree': `${loopOf(24, [
      'branch a { parallel r[1..12]  flow 200 L/min }',
      'branch b { parallel r[13..16]  flow 90 L/min  after a }',
      'branch c { series r[17..18]  flow 60 L/min  after a }',
      'branch d { series r[19..20]  after c }',
      'branch e { parallel r[21..23] }',
    ])}${list(10, (i) => `host x${i}[1..${i + 1}] : Node\nplace x${i}[*] in r[${i + 1}]\n`).join('')}`,
  };

  for (const [name, text] of Object.entries(cases))
    it(`has nothing that runs over anything: ${name}`, async () => {
      const facts = await factsOf(text);
      const drawn = await placed(facts, 'cooling');
      expect(collisions(drawn)).toEqual([]);
      // No box without coolant, and no pipe that is not drawn.
      expect(drawn.trunks.map((each) => each.trunk.id).sort()).toEqual(
        trunksOf(drawn.graph)
          .map((each) => each.id)
          .sort(),
      );
      expect(drawn.nodes).toHaveLength(drawn.graph.nodes.length);
      const ids = [...drawn.graph.nodes, ...drawn.graph.groups].map((each) => each.id);
      expect(new Set(ids).size).toBe(ids.length);
      // The same bytes again.
      expect(svg(await placed(await factsOf(text), 'cooling'), { theme: 'light' })).toBe(
        svg(drawn, { theme: 'light' }),
      );
    });

  it('is a page: not wider than thrice its height, not higher than A4 upright', async () => {
    for (const name of ['eight in series', 'twelve in parallel', 'six of four in series', 'thirty']) {
      const { width, height } = await placed(await factsOf(cases[name]), 'cooling');
      expect(width / height, name).toBeGreaterThan(Math.SQRT1_2);
      expect(width / height, name).toBeLessThan(3);
    }
  });

  it('keeps the first and the last of a long series, with the temperature between them', async () => {
    const { nodes, trunks } = drawing(await factsOf(cases['sixty in series']), 'cooling', 'loops');
    expect(nodes.slice(1).map((each) => each.label)).toEqual([
      ...list(8, (i) => `r[${i + 1}]`),
      '49 more racks',
      ...['r[58]', 'r[59]', 'r[60]'],
    ]);
    // 4.25 kW in 100 L/min of PG25, 1.02 kg/L × 3.95 kJ/kg·K: 0.633 K a rack.
    const into = trunks.find((each) => each.to === 'r[58]');
    expect(Number.parseFloat(into?.lines[0] ?? '')).toBeCloseTo(30 + 57 * 0.633, 0);
  });

  it('gathers the branches there is no room for, and loses nothing of their flow', async () => {
    const { nodes, trunks } = drawing(await factsOf(cases.thirty), 'cooling', 'loops');
    expect(nodes.at(-1)).toMatchObject({ label: '6 more branches', count: 12 });
    const supplied = trunks.filter(({ id }) => id.startsWith('primary.supply to')).map(({ weight }) => weight ?? 0);
    expect(perMinute(supplied.reduce((sum, each) => sum + each, 0))).toBe(600);
  });

  it('has arrows that are seen beside each thin pipe', async () => {
    const drawn = await placed(await factsOf(example('liquid-hall.fabric')), 'cooling');
    const text = svg(drawn, { theme: 'light' });
    const widths = drawn.trunks.flatMap(({ arrows = [], width }) => (arrows.length > 0 && width < 9 ? [width] : []));
    expect(Math.max(...widths)).toBeGreaterThan(4);
    const halves = [...text.matchAll(/d="M-\d+ -(\d+)L/g)].map(([, half]) => Number(half));
    expect(Math.max(...halves)).toBeGreaterThanOrEqual(Math.max(...widths) / 2 + 3);
  });
});
