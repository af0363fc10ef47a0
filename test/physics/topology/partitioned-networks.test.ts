// Networks that fall apart, as drawn or by a failure: bisection, paths, diameter and oversubscription by hand.
import { verdictsOf } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../kit/design.ts';

const path = 'over OS2 { length 10 m  connectors 2 x MPO16 }';

/** Values and findings of a network `n` with what is asked of it; 800 Gbps a port. */
async function asked(network: string, ...requirements: readonly string[]) {
  const text = `import "std/osfp"
switch type Leaf  { height 2 RU  ports down[1..4] : OSFP  ports up[1..4] : OSFP }
switch type Spine { height 2 RU  ports down[1..12] : OSFP }
host type One { height 2 RU  ports nic : OSFP }
host type Six { height 2 RU  ports nic[1..6] : OSFP }
network n : scale-out {
${network}
}
${requirements.map((each) => `require ${each}`).join('\n')}`;
  const { facts, findings } = await analysisOf(text);
  const verdicts = verdictsOf(facts);
  return {
    facts,
    findings,
    verdicts,
    values: verdicts.map(({ value }) => value.value),
    holds: verdicts.map((each) => each.holds),
  };
}

const clos = (leaves: number, spines: number, hosts = 4 * leaves): string => `    host h[1..${hosts}] : One
    switch leaf[1..${leaves}] : Leaf
    switch spine[1..${spines}] : Spine
    plug Osfp800Dr8 into h.*, leaf.*, spine.*
    link h.nic to leaf.down ${path}
    link leaf.up to spine[*].down[1..${(4 * leaves) / spines}] as mesh ${path}`;

describe('bisection of what is left', () => {
  it('of three leaves without spine is one leaf with half of another cut off: |3.2 − 4.8| Tbps, drawn or left', async () => {
    const lost = await asked(clos(3, 2), 'bisection(n) >= 1 Tbps when any 2 of spine fail');
    const drawn = await asked(
      `    host h[1..12] : One
    switch leaf[1..3] : Leaf
    plug Osfp800Dr8 into h.*, leaf.down
    link h.nic to leaf.down ${path}`,
      'bisection(n) >= 1 Tbps',
    );
    expect([...lost.values, ...drawn.values].map((each) => Math.round(each / 1e8) / 10)).toEqual([1600, 1600]);
  });
});

describe('a network in parts', () => {
  it('has no paths, and no end of diameter and oversubscription: all are broken', async () => {
    const when = 'when any 2 of spine fail';
    const found = await asked(
      clos(2, 2),
      `paths(n) >= 1 ${when}`,
      `diameter(n) <= 2 ${when}`,
      `oversubscription(n) <= 3 ${when}`,
      `oversubscription(leaf) <= 3 ${when}`,
    );
    const infinite = Number.POSITIVE_INFINITY;
    expect(found.values).toEqual([0, infinite, infinite, infinite]);
    expect(found.holds).toEqual([false, false, false, false]);
  });
  it('is one finding, with what it breaks', async () => {
    const { findings } = await asked(
      `    host h[1..8] : One
    switch leaf[1..2] : Leaf
    plug Osfp800Dr8 into h.*, leaf.down
    link h.nic to leaf.down ${path}`,
      'bisection(n) >= 1 Tbps',
      'diameter(n) <= 2',
      'paths(n) >= 1',
    );
    const told = findings.filter(({ severity }) => severity !== 'note');
    expect(told.map(({ rule }) => rule)).toEqual(['requirement/unmet']);
    expect(told[0]?.consequences).toEqual([
      expect.stringContaining('n has no path from 5 devices (n.h[1], …)'),
      expect.stringContaining('diameter(n) is ∞'),
      expect.stringContaining('paths(n) is 0'),
    ]);
  });
});

describe('one switch, or none', () => {
  it('a star blocks nothing: 1 to 1, of the network and of its leaf', async () => {
    const { values } = await asked(
      `    host h[1..4] : One
    switch leaf : Leaf
    plug Osfp800Dr8 into h.*, leaf.down
    link h.nic to leaf.down ${path}`,
      'oversubscription(n) <= 1',
      'oversubscription(leaf) <= 1',
    );
    expect(values).toEqual([1, 1]);
  });
  it('a torus of hosts has the diameter Σ ⌊kᵢ/2⌋ (Dally and Towles, chapter 5)', async () => {
    const torus = `    host h[1..4][1..5][1..6] : Six
    plug Osfp800Dr8 into h.*
    link h.nic as torus(4, 5, 6) ${path}`;
    expect((await asked(torus, 'diameter(n) <= 7')).values).toEqual([2 + 2 + 3]);
  });
  it('what there is none of is not called missing', async () => {
    const { findings } = await asked(
      `    host h[1..4] : One
    switch leaf : Leaf
    plug Osfp800Dr8 into h.*, leaf.down
    link h.nic to leaf.down ${path}`,
      'paths(n) >= 1',
    );
    expect(findings.find(({ rule }) => rule === 'requirement/unknown')?.help).toContain('no value is missing');
  });
});

describe('derivation of a bisection', () => {
  it('has all its terms where paths differ: 4 ports over 2 links, and 4 over 4', async () => {
    const { verdicts } = await asked(
      `    host h[1..16] : One
    switch leaf[1..4] : Leaf
    switch spine[1..2] : Spine
    plug Osfp800Dr8 into h.*, leaf.*, spine.*
    link h.nic to leaf.down ${path}
    link leaf[1].up[1..2] to spine[*].down[1] as mesh ${path}
    link leaf[2..4].up to spine[*].down[2..7] as mesh ${path}`,
      'bisection(n) >= 1 Tbps',
    );
    const value = verdicts[0]?.value;
    expect(value?.value).toBe(4.8e12);
    const sent = value?.terms.filter(({ label }) => label.includes('can send'));
    expect(sent?.map((term) => term.value)).toEqual([1.6e12, 3.2e12]);
  });
  it('states that half of a leaf is less than any halving cuts', async () => {
    const { verdicts } = await asked(
      clos(3, 1).replace('leaf.up', 'leaf.up[1..2]').replace('[1..12] as', '[1..6] as'),
      'bisection(n) >= 1 Tbps',
    );
    expect(verdicts[0]?.value.value).toBe(2.4e12);
    expect(verdicts[0]?.value.formula).toContain('no halving cuts less');
  });
  it('the mesh sizes suggested fit the ports: 16 links to each of 1, 8 of 2, 4 of 4; none of 3 ports', async () => {
    const { findings } = await asked(clos(4, 3).replace('[1..5.333333333333333]', '[1..3]'));
    const mesh = findings.find(({ rule }) => rule === 'topology/uneven-mesh');
    expect(mesh?.help).toBe('Choose 4 devices of spine[*].down[1..3], and of leaf.up no more than 3.');
  });
});
