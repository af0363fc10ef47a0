// `when any N of X fail` with more ways to fail than can be tried: it holds only where a symmetry makes few of them, and else isn't judged.
import { verdictsOf } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { exchangeable } from '../../../packages/core/src/answers/failure/worst/alike-scenarios.ts';
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

describe('a hall of racks alike, each with a leaf and its hosts, on CDUs and PDUs alike', () => {
  it('is judged by what fails of each kind', async () => {
    const { facts } = await analysisOf(`import "std/osfp"
import "std/racks"
import "std/cooling"
switch type Leaf { height 2 RU  power 1 kW  liquid 50 %  ports down[1..4] : OSFP  ports up[1..4] : OSFP }
switch type Spine { height 2 RU  power 1 kW  ports down[1..40] : OSFP }
host type Node { height 2 RU  power 2 kW  liquid 50 %  accelerators 1  ports nic : OSFP-RHS }
feed U { capacity 900 kW }
${Array.from({ length: 40 }, (_, i) => `pdu P${i + 1} { capacity 30 kW  efficiency 100 %  fed by U }`).join('\n')}
cdu cdu[1..40] : NvidiaQualified600
loop l { coolant PG25  supply 40 °C  return <= 60 °C  flow 4000 L/min  from cdu }
rack r[1..40] : Eia48 { cooled by l  flow 100 L/min }
rack q[1..4] : Eia48
${Array.from({ length: 40 }, (_, i) => `r[${i + 1}] { fed by P${i + 1} }`).join('\n')}
network n : scale-out {
  switch leaf[1..40] : Leaf
  switch s[1..4] : Spine
  host h[1..160] : Node
  plug Osfp800Dr8 into leaf.*, s.*
  plug Osfp800Dr8Flat into h.nic
  link h.nic to leaf.down over OS2 { length 10 m }
  link leaf.up to s.down as mesh over OS2 { length 10 m }
  place leaf in r 1 each
  place h in r 4 each
  place s in q 1 each
}
require injection(n) >= 1 Tbps when any 4 of r fail
require injection(n) >= 1 Tbps when any 5 of n.leaf fail
require links(n) >= 1 when any 5 of n.leaf.up fail
require oversubscription(n) <= 1 when any 2 of n.leaf.up fail
require accelerators >= 1 when any 3 of ${Array.from({ length: 40 }, (_, i) => `P${i + 1}`).join(', ')} fail
require flow(l) >= 1 L/min when any 36 of cdu fail
`);
    expect(verdictsOf(facts).map(({ value: { value } }) => value)).toEqual([
      // 36 of 40 racks are left, 91,390 ways: 36 x 4 x 0.8 Tbps.
      expect.closeTo(115.2e12, 0),
      // 658,008 ways: 35 leaves are left.
      expect.closeTo(112e12, 0),
      // 8 x 10^8 ways: 160 links of hosts, 160 uplinks less 5.
      315,
      // 12,720 ways, the worst of them at one leaf: 4 / 2.
      2,
      // 9,880 ways: 37 racks are left.
      148,
      // Four CDUs of 780 L/min are left.
      expect.closeTo((4 * 780) / 60_000, 9),
    ]);
  });
});

describe('forty loops alike, each with a branch, two racks and a CDU of its own', () => {
  it('are judged by how many of them fail', async () => {
    const numbers = Array.from({ length: 40 }, (_, i) => i + 1);
    const loops = numbers.map(
      (i) =>
        `loop l${i} { coolant PG25  supply 30 °C  flow 80 L/min  from c[${i}]  branch a { parallel r[${2 * i - 1}..${2 * i}] } }`,
    );
    const { facts } = await analysisOf(`import "std/racks"
import "std/cooling"
cdu c[1..40] : NvidiaQualified600
rack r[1..80] : Eia48
host type Node { height 2 RU  power 10 kW  liquid 80 %  accelerators 4 }
host n[1..80] : Node
place n in r 1 each
${loops.join('\n')}
require accelerators(r) >= 1 when any 4 of ${numbers.map((i) => `l${i}`).join(', ')} fail
require accelerators(r) >= 1 when any 4 of ${numbers.map((i) => `l${i}.a`).join(', ')} fail
require flow(l1) >= 1 L/min when any 4 of ${numbers.map((i) => `l${i}`).join(', ')} fail
`);
    // 91,390 ways each; 36 loops with eight accelerators are left. The loop that is named is one of those that fail.
    expect(verdictsOf(facts).map(({ value: { value } }) => value)).toEqual([288, 288, 0]);
  });
});
