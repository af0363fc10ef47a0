// Units with a loop each: their loops and racks are drawn once where they are equal, and what is wrong with one is on it.
import { type Graph, itemsOf, layout } from '@lightloom/diagram';
import { graphOf } from '@lightloom/diagram/views';
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../../../test/kit/design.ts';
import { mergedNames } from '../../src/views/text/names.ts';
import { collisions, drawing, factsOf } from '../drawn.ts';

/** @param flow of each unit by its index `k` */
const hall = (units: number, flow = '100 L/min'): string => `
import "std/racks"
import "std/cooling"
host type Node { height 8 RU  power 20 kW  liquid 85 % }
template Unit(k : count) {
  host node[1..8] : Node
  cdu pump[1..2] : NvidiaQualified600
  loop water { coolant PG25  supply 40 °C  return <= 65 °C  flow ${flow}  from pump[*], n+1 }
  rack gpu[1..4] : OpenRackV3 { cooled by water }
  place node[*] in gpu[*] 2 each
}
network n : scale-out { for k in 1..${units} { unit[k] : Unit(k) } }`;

const cooled = async (text: string): Promise<Graph> => {
  const { facts, findings } = await analysisOf(text);
  return graphOf(facts, 'cooling', { findings }) as Graph;
};

describe('loops of equal units', () => {
  it('are one where there are more than four, with the names and the number of all', async () => {
    const graph = await cooled(hall(6));
    expect(graph.groups.map(({ id, label, lines, count }) => [id, label, lines, count])).toEqual([
      ['n.unit[1].water', 'n.unit[1..6].water', ['6 equal loops, each: PG25'], 6],
    ]);
    expect(graph.nodes.map(({ label }) => label)).toEqual(['n.unit[1..6].pump[1..2]', 'n.unit[1..6].gpu[1..4]']);
    expect(graph.figures[0]?.label).toBe('Liquid heat of n.unit[1..6].water');
    expect(collisions(await layout(graph))).toEqual([]);
    expect((await cooled(hall(4))).groups).toHaveLength(4);
  });

  it('have the one apart that differs, and a mark that counts those it stands for', async () => {
    // 160 kW of which 85 % go to liquid: 60 L/min of PG25 rise 34 K.
    const unlike = await cooled(hall(7, '100 L/min + 20 L/min * (k div 7)'));
    expect(unlike.groups.map(({ label }) => label)).toEqual(['n.unit[1..6].water', 'n.unit[7].water']);
    const hot = await cooled(hall(6, '60 L/min'));
    const marks = itemsOf(hot).flatMap(({ id, marks = [] }) => marks.map(({ rule, text }) => [id, rule, text]));
    expect(marks).toContainEqual(['n.unit[1].water.return', 'cooling/return-temperature', 'return-temperature']);
  });
});

describe('racks of equal units', () => {
  it('are one in elevation where there are many', async () => {
    const { groups } = drawing(await factsOf(hall(14)), 'racks', 'racks');
    expect(groups.map(({ label, count }) => [label, count])).toEqual([['n.unit[1..14].gpu[1..4]', 56]]);
    expect(groups[0]?.lines).toContain('34 kW to n.unit[1..14].water');
  });
});

describe('names', () => {
  it.each([
    [['a[1].b', 'a[2].b', 'a[4].b'], 'a[1..2, 4].b'],
    [['a[1].b[2]', 'a[2].b[1]'], 'a[1].b[2], a[2].b[1]'],
    [['a', 'b', 'c'], 'a … c'],
    [['a[1]'], 'a[1]'],
  ])('%j are %s', (names, text) => {
    expect(mergedNames(names)).toBe(text);
  });
});
