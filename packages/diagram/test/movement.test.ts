// What an edit moves: adding to a design leaves what stood where it stood, as far as it can.
import type { Placed } from '@lightloom/diagram';
import { describe, expect, it } from 'vitest';
import { factsOf, placed } from './drawn.ts';

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
