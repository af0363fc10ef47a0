// What a view expands: groups and devices, and what is too much.
import { describe, expect, it } from 'vitest';
import { drawing, factsOf } from './drawn.ts';

const parts = `import "std/osfp"
switch type B { height 2 RU  power 1 kW  ports p[1..64] : OSFP }
`;

describe('what a view expands', () => {
  const units = (view: string, spines = 4): string => `${parts}
    template U() { switch leaf[1..2] : B }
    network n : scale-out {
      u[1..3] : U()
      switch spine[1..${spines}] : B
      plug Osfp800Dr8 into u.leaf.*, spine.*
      link u[*].leaf[*].p[1] to spine[1..2].p[1..3] as pairs over OS2 { length 30 m }
    }
    view one { of n  ${view} }`;
  const ids = async (text: string) => drawing(await factsOf(text), 'one').nodes.map(({ id }) => id);

  it('may be groups and devices', async () => {
    const found = await ids(units('expand n.u, n.spine'));
    expect(found.filter((id) => id.includes('spine'))).toEqual([
      'n.spine[1]',
      'n.spine[2]',
      'n.spine[3]',
      'n.spine[4]',
    ]);
    expect(found.filter((id) => id.includes('leaf'))).toHaveLength(3);
  });

  it('is a whole array where it names some devices of it', async () => {
    expect((await ids(units('expand n.spine[2]'))).filter((id) => id.includes('spine'))).toHaveLength(4);
  });

  it('is said to be too much where it is', async () => {
    const facts = await factsOf(units('expand n.spine', 65));
    expect(drawing(facts, 'one').notes).toContain('n.spine has 65 devices; up to 64 of an array are drawn one by one.');
  });
});
