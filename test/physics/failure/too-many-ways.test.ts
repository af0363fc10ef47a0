// `when any N of X fail` with more ways to fail than can be tried: it holds only where a symmetry makes few of them, and else isn't judged.
import { verdictsOf } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { exchangeable } from '../../../packages/core/src/answers/failure/alike-scenarios.ts';
import { analysisOf } from '../../kit/design.ts';

/** Switches in a row with further links that look like chance; each has a host. */
function irregular(count: number): string {
  const used = new Array<number>(count + 1).fill(0);
  const port = (device: number): number => (used[device] = (used[device] ?? 0) + 1);
  const links: string[] = [];
  const link = (a: number, b: number): void =>
    void links.push(`link s[${a}].p[${port(a)}] to s[${b}].p[${port(b)}] over OS2 { length 20 m }`);
  for (let i = 1; i < count; i++) link(i, i + 1);
  let other = 7;
  for (let i = 1; i <= count; i++) {
    other = ((other * 29 + 13 * i) % count) + 1;
    if (other !== i) link(i, other);
  }
  for (let i = 1; i <= count; i++) links.push(`link h[${i}].p to s[${i}].p[${port(i)}] over OS2 { length 20 m }`);
  return `import "std/osfp"
switch type Box { height 2 RU  ports p[1..16] : OSFP }
host type Node { height 2 RU  ports p : OSFP }
network n : scale-out {
switch s[1..${count}] : Box
host h[1..${count}] : Node
plug Osfp800Dr8 into s.p, h.p
${links.join('\n')}
}
`;
}

describe('switches that are wired irregularly', () => {
  it('may be isolated by neighbors that fail together, which one by one matter little: that is not judged', async () => {
    const { facts } = await analysisOf(`${irregular(64)}
require diameter(n) <= 70 when any 3 of n.s[2], n.s[17], n.s[25] fail
require diameter(n) <= 70 when any 3 of n.s[*] fail
require diameter(n) <= 5 when any 3 of n.s[*] fail
`);
    const [own, all, failing] = verdictsOf(facts);
    // Switch 1 is linked to 2, 17 and 25.
    expect([own?.value.value, own?.holds]).toEqual([Infinity, false]);
    // 64 × 63 × 62 / 6
    expect([all?.value.unknown, all?.holds]).toEqual([
      '3 of n.s[*] can fail in 41,664 ways, too many to try',
      undefined,
    ]);
    // One case that fails is enough.
    expect(failing?.holds).toBe(false);
  });
});

describe('planes of a template', () => {
  const planes = (last: string): string => `import "std/osfp"
switch type Box { height 4 RU  ports down[1..8] : OSFP  ports up[1..8] : OSFP }
host type Node { height 8 RU  ports nic[1..24] : OSFP }
template Plane() {
    switch leaf[1..2] : Box
    switch spine[1..4] : Box
    plug Osfp800Dr8 into leaf[*].*, spine[*].down
    link leaf[*].up to spine[*].down as mesh over OS2 { length 30 m  connectors 2 x MPO16 }
}
network n : scale-out {
    plane[1..4] : Plane()
    host node[1..2] : Node
    plug Osfp800Dr8 into node[*].nic
    for p in 1..4, l in 1..2 {
        if ${last} { link node[l].nic[p] to plane[p].leaf[l].down[1] over OS2 { length 3 m } }
        else { link node[l].nic[p] to plane[p].leaf[l].down[1] over OS2 { length 60 m } }
    }
}
`;
  const setsOf = async (last: string): Promise<readonly (readonly number[])[]> => {
    const { facts, fabric } = await analysisOf(planes(last));
    const sets = fabric.groups
      .filter(({ kind }) => kind === 'template')
      .map(({ index }) =>
        fabric.blocks.flatMap((block) =>
          block.group?.index === index ? Array.from({ length: block.count }, (_, i) => block.first + i) : [],
        ),
      );
    expect(sets.map(({ length }) => length)).toEqual([6, 6, 6, 6]);
    return exchangeable(facts, sets);
  };

  it('take the place of each other, but one with longer links', async () => {
    expect(await setsOf('p > 0')).toEqual([[0, 1, 2, 3]]);
    expect(await setsOf('p < 4')).toEqual([[0, 1, 2], [3]]);
  });

  it('are judged by how many fail in each, where the ways are too many to try', async () => {
    const asked = [6, 8].map((count) => `require bisection(n) >= 1 Tbps when any ${count} of n.plane[*].spine fail\n`);
    const { facts } = await analysisOf(
      `${planes('p > 0').replaceAll('[1..4] : Box', '[1..8] : Box')}${asked.join('')}`,
    );
    // 32 over 6 are 906,192 ways and 32 over 8 are 10,518,300. Each of two hosts sends 0.8 Tbps into each of four planes, as long as one of
    // the eight spines of a plane is left.
    expect(verdictsOf(facts).map(({ value, holds, failed }) => [value.value, holds, failed.length])).toEqual([
      [3.2e12, true, 6],
      [2.4e12, true, 8],
    ]);
  });
});
