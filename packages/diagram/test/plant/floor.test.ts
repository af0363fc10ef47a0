// The hall from above: racks where they stand, to scale, with their figures.
import { rackFibers } from '@lightloom/core';
import { viewsOf } from '@lightloom/diagram/views';
import { describe, expect, it } from 'vitest';
import { collisions, drawing, example, factsOf, placed } from '../drawn.ts';

describe('the floor of the liquid-cooled hall', () => {
  it('has its racks at their positions, by the pitches of the hall', async () => {
    const facts = await factsOf(example('liquid-hall.fabric'));
    const { nodes, groups } = drawing(facts, 'floor', 'floor');
    const power = nodes.filter(({ group }) => group === 'power');
    // Rows 1 to 3 are 3 m apart, positions 600 mm; net[1] is in row 2 at position 3.
    expect(power.map(({ label, count, x, y }) => [label, count, x, y])).toEqual([
      ['west[1] … west[8]', 8, 0, 0],
      ['net[1]', 1, 1.2, 3],
      ['net[2]', 1, expect.closeTo(1.8, 9), 3],
      ['net[3]', 1, expect.closeTo(2.4, 9), 3],
      ['east[1] … east[8]', 8, 0, 6],
    ]);
    expect(groups[0]).toMatchObject({ width: 4.8, depth: 7.2 });
    expect(groups[0]?.aisles.map(({ label }) => label)).toEqual(['aisle 1.8 m', 'aisle 1.8 m']);
  });

  it('has a plan for each figure, which is that of the facts', async () => {
    const facts = await factsOf(example('liquid-hall.fabric'));
    const { nodes, groups } = drawing(facts, 'floor', 'floor');
    expect(groups.map(({ id }) => id)).toEqual(['power', 'liquid', 'air', 'flow', 'fibers']);
    const first = (group: string) => nodes.find((each) => each.group === group)?.lines.at(-1);
    expect([first('power'), first('fibers')]).toEqual(['136.08 kW', String(rackFibers(facts, 0).fibersOut.value)]);
    // West is on 155 kW a rack.
    expect(nodes[0]?.status.value).toBeCloseTo(136.08 / 155, 9);
  });

  it('is drawn to scale, with nothing on anything', async () => {
    const drawn = await placed(await factsOf(example('liquid-hall.fabric')), 'floor');
    const [west, net] = drawn.nodes;
    if (west?.drawn !== 'run' || net === undefined) throw new Error('no racks');
    // Eight racks of 600 mm are four times as wide as a rack is deep.
    expect(west.width / west.height).toBeCloseTo(4, 9);
    expect((net.y - west.y) / west.height).toBeCloseTo(3 / 1.2, 9);
    expect(collisions(drawn)).toEqual([]);
  });
});

describe('a floor', () => {
  const racks = (at: string, hall = ''): string => `import "std/racks"
${hall}
rack r[1..6] : OpenRackV3 ${at}
host type H { height 4 OU  power 1 kW }
host h[1..6] : H
place h[*] in r[*]`;

  it('says what is assumed', async () => {
    const { notes } = drawing(await factsOf(racks('at row 1..2')), 'floor', 'floor');
    expect(notes[1]).toBe(
      "The `hall` doesn't give a `rack-pitch` and a `row-pitch`: drawn as 600 mm for a rack and 3 m for a row.",
    );
    const given = drawing(
      await factsOf(racks('at row 1..2', 'hall a { rack-pitch 0.8 m  row-pitch 2 m }')),
      'floor',
      'floor',
    );
    expect(given.notes.join(' ')).not.toContain('pitch');
    expect(given.groups[0]?.rack.width).toBe(0.8);
  });

  it('needs a row for every rack', async () => {
    expect(viewsOf(await factsOf(racks(''))).map(({ id }) => id)).not.toContain('floor');
  });
});
