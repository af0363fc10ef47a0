// The cooling picture with branches: the way of the coolant from box to box, with the flows and temperatures of the facts.
import { describe, expect, it } from 'vitest';
import { collisions, drawing, factsOf, placed } from './drawn.ts';

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

/** A flow in L/min, as it is written. */
const perMinute = (cubicMetresPerSecond: number | undefined): number => Math.round((cubicMetresPerSecond ?? 0) * 6e4);

describe('a loop with branches', () => {
  it('shows the way of the coolant, and how much of it goes where', async () => {
    const graph = drawing(await factsOf(hall), 'cooling');
    const ways = graph.trunks
      .filter(({ from, to }) => from !== to && !/^primary\/c/.test(from) && !/^primary\/c/.test(to))
      .map(({ from, to, weight }) => `${from} > ${to}: ${perMinute(weight)}`);
    // West gets 120 L/min, of which 100 go on to the tail and the rest returns.
    expect(ways.sort()).toEqual(
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

  it('stands in the order of the flow', async () => {
    const { nodes } = await placed(await factsOf(hall), 'cooling');
    const racks = nodes.filter(({ node }) => node.kind === 'rack').sort((a, b) => a.x - b.x);
    expect(racks.map(({ node }) => node.label)).toEqual(['r[1..2]', 'r[3..4]', 'r[7]', 'r[5]', 'r[6]']);
  });

  it('says the flow of each rack and what it warms up to', async () => {
    const { nodes } = drawing(await factsOf(hall), 'cooling');
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
