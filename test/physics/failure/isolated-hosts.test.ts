// Hosts that a failure leaves without any link: those that were linked to several switches have no path; others go down with theirs.
import { verdictsOf } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../kit/design.ts';

/** Two hosts on the first two leaves and two on the last two, each on both of its pair, or on one of them; every leaf on both spines. */
const pairs = (isOnBoth: boolean, requirements: string): string => `import "std/osfp"
switch type Leaf  { height 2 RU  ports up[1..2] : OSFP  ports down[1..2] : OSFP }
switch type Spine { height 2 RU  ports down[1..4] : OSFP }
host type Node { height 2 RU  ports nic[1..2] : OSFP }
network n : scale-out {
switch leaf[1..4] : Leaf
switch spine[1..2] : Spine
host h[1..2] : Node
host g[1..2] : Node
plug Osfp800Dr8 into leaf.*, spine.*, h.*, g.*
link leaf.up to spine.down as mesh over OS2 { length 40 m }
for i in 1..2 {
${
  isOnBoth
    ? `link h[i].nic[1] to leaf[1].down[i] over OS2 { length 4 m }
link h[i].nic[2] to leaf[2].down[i] over OS2 { length 4 m }
link g[i].nic[1] to leaf[3].down[i] over OS2 { length 4 m }
link g[i].nic[2] to leaf[4].down[i] over OS2 { length 4 m }`
    : `link h[i].nic[1] to leaf[i].down[1] over OS2 { length 4 m }
link g[i].nic[1] to leaf[i + 2].down[1] over OS2 { length 4 m }`
}
}
}
${requirements}
`;

async function verdicts(isOnBoth: boolean, ...requirements: readonly string[]) {
  const { facts } = await analysisOf(pairs(isOnBoth, requirements.map((each) => `require ${each}`).join('\n')));
  return verdictsOf(facts).map(({ holds, value }) => [holds, value.value]);
}

describe('hosts that a failure leaves without any link', () => {
  // The first two leaves are all that h is linked to; any other two leave a leaf to each host, which both spines join.
  it('have no path, where they were linked to several switches', async () => {
    expect(
      await verdicts(
        true,
        'paths(n) >= 1 when any 1 of n.leaf fail',
        'paths(n) >= 1 when any 2 of n.leaf fail',
        'diameter(n) <= 2 when any 2 of n.leaf fail',
      ),
    ).toEqual([
      [true, 2],
      [false, 0],
      [false, Number.POSITIVE_INFINITY],
    ]);
  });

  it('go down with the only switch that they are linked to', async () => {
    expect(await verdicts(false, 'paths(n) >= 2 when any 1 of n.leaf fail')).toEqual([[true, 2]]);
  });

  it('have a path as long as one link is left', async () => {
    expect(await verdicts(true, 'paths(n) >= 1 when any 1 of n.h[1].nic fail')).toEqual([[true, 2]]);
    expect(await verdicts(true, 'paths(n) >= 1 when any 2 of n.h[1].nic fail')).toEqual([[false, 0]]);
  });
});
