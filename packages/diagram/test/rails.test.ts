// Rails: a leaf and its links have the number of their rail, and a color for it where a view asks for that.
import { describe, expect, it } from 'vitest';
import { drawing, factsOf } from './drawn.ts';

const design = (view: string): string => `import "std/osfp"
switch type Leaf { height 2 RU  power 1 kW  ports up[1..4] : OSFP  ports down[1..4] : OSFP }
host type H { height 2 RU  power 2 kW  ports nic[1..4] : OSFP }
template Unit() {
  switch leaf[1..4] : Leaf
  host node[1..4] : H
  plug Osfp800Dr8 into leaf.*, node.*
  link node[*].nic[*] to leaf[*].down as rails over OS2 { length 30 m }
}
network n : scale-out {
  unit[1..2] : Unit()
  switch spine[1..2] : Leaf
  plug Osfp800Dr8 into spine.*
  link unit[*].leaf[*].up[1..2] to spine[*].p as mesh over OS2 { length 30 m }
}
view v { of n.unit[2]  ${view} }`;

describe('rails', () => {
  it('have a number at each leaf and on each band, and a color of their own', async () => {
    const { nodes, trunks, legend } = drawing(await factsOf(design('expand n.unit.leaf  color by rail')), 'v', 'tiers');
    const leaves = nodes.filter(({ label }) => label.startsWith('leaf'));
    expect(leaves.map(({ lines, status }) => [lines[0], status?.value])).toEqual([
      ['Leaf · rail 1', 0],
      ['Leaf · rail 2', 1],
      ['Leaf · rail 3', 2],
      ['Leaf · rail 4', 3],
    ]);
    expect(nodes.find(({ kind }) => kind === 'host')?.status).toBeUndefined();
    expect(trunks.map(({ lines, status }) => [lines[0], status?.value])).toEqual([
      ['4 × 800G · rail 1', 0],
      ['4 × 800G · rail 2', 1],
      ['4 × 800G · rail 3', 2],
      ['4 × 800G · rail 4', 3],
    ]);
    expect(legend.colors).toEqual({
      kind: 'categories',
      title: 'Rail',
      names: ['rail 1', 'rail 2', 'rail 3', 'rail 4'],
    });
  });

  it('have no number where leaves of several share a box', async () => {
    const { nodes, trunks } = drawing(await factsOf(design('')), 'v', 'tiers');
    expect(nodes.map(({ lines }) => lines[0])).toEqual(['4 × Leaf', '4 × H']);
    expect(trunks.map(({ lines }) => lines[0])).toEqual(['16 × 800G · rails']);
  });
});
