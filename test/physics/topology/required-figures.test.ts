// Oversubscription tier by tier and ports by group, as requirements ask for them, with figures by hand.
import type { Derivation } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { figures } from '../../kit/design.ts';

/** Two units of two leaves with 16 hosts on rails, 2 : 1 at the leaves, and a tier of aggregation that is 4 : 3. */
const design = `import "std/osfp"
switch type Leaf { height 4 RU  ports down[1..16] : OSFP  ports up[1..8] : OSFP }
switch type Agg  { height 4 RU  ports down[1..8] : OSFP  ports up[1..6] : OSFP  ports spare[1..2] : OSFP }
switch type Core { height 4 RU  ports down[1..8] : OSFP }
host type Node   { height 8 RU  ports nic[1..2] : OSFP-RHS }
template Unit() {
    switch leaf[1..2] : Leaf
    switch agg[1..2]  : Agg
    host   node[1..16] : Node
    plug Osfp800Dr8 into leaf.*, agg.down, agg.up
    plug Osfp800Dr8Flat into node.*
    link node[*].nic to leaf[*].down as rails over OS2 { length 10 m  connectors 2 x MPO16 }
    link leaf.up to agg.down as mesh over OS2 { length 30 m  connectors 2 x MPO16 }
}
network n : scale-out {
    unit[1..2] : Unit()
    switch core[1..3] : Core
    plug Osfp800Dr8 into core.*
    link unit[*].agg.up to core.down as mesh over OS2 { length 60 m  connectors 2 x MPO16 }
}
`;

async function asked(...facts: readonly string[]) {
  const { analysis, verdicts, values } = await figures(design, facts);
  return { verdicts, values, findings: analysis.findings, text: design };
}

const leaves = ({ terms, ...own }: Derivation): Derivation[] =>
  terms.length === 0 ? [{ terms, ...own }] : terms.flatMap(leaves);

describe('oversubscription', () => {
  it('is asked of a tier by its array, of a block, of a network', async () => {
    const { values, verdicts } = await asked(
      'oversubscription(unit[*].leaf) <= 2',
      'oversubscription(unit[1].agg) <= 2',
      'oversubscription(unit[2]) <= 2',
      'oversubscription(n) <= 2',
    );
    expect(values).toEqual([2, 8 / 6, 2, 2]);
    expect(verdicts.map(({ worst }) => worst)).toEqual([
      'n.unit[1].leaf[1]',
      'n.unit[1].agg[1]',
      'n.unit[2].leaf[1]',
      'n.unit[1].leaf[1]',
    ]);
  });
  it('is that of what is left', async () => {
    const { values } = await asked(
      'oversubscription(unit[*].agg) <= 2 when any 1 of core fail',
      'oversubscription(unit[*].leaf) <= 4 when any 1 of unit[1].agg fail',
      'oversubscription(unit[1].leaf[1]) <= 4 when any 1 of unit[1].leaf[1].up fail',
    );
    expect(values).toEqual([8 / 4, 16 / 4, 16 / 7]);
  });
  it('names the statements whose links make it', async () => {
    const { verdicts, text } = await asked('oversubscription(unit[*].leaf) <= 2');
    const rows = leaves(verdicts[0]?.value as Derivation).map(({ times, value, origin }) => [
      times,
      value / 1e9,
      text.slice(origin?.start, origin?.end),
    ]);
    expect(rows).toEqual([
      [16, 800, 'node[*].nic to leaf[*].down as rails'],
      [8, 800, 'leaf.up to agg.down as mesh'],
    ]);
  });
  it('that is required of the worst tier is not reported again', async () => {
    const told = async (...facts: readonly string[]) =>
      (await asked(...facts)).findings.filter((each) => each.rule === 'bandwidth/oversubscription');
    expect(await told('oversubscription(unit[*].leaf) <= 2')).toEqual([]);
    expect(await told('oversubscription(unit[*].agg) <= 2')).toHaveLength(1);
  });
  it('of hosts, or of switches with links one way, is unknown', async () => {
    const { verdicts } = await asked('oversubscription(core) <= 2', 'oversubscription(unit[1].node) <= 2');
    expect(verdicts.map(({ value }) => value.unknown)).toEqual([
      'no switch of core has links both towards the hosts and away from them',
      'no switch of unit[1].node has links both towards the hosts and away from them',
    ]);
  });
});

describe('ports', () => {
  it('are counted by group, by device, by block and by network', async () => {
    const { values } = await asked(
      'ports(unit[*].agg) == 1',
      'used-ports(unit[*].agg) == 1',
      'free-ports(unit[*].agg) == 1',
      'free-ports(unit[*].agg.spare) == 1',
      'free-ports(core.down) == 1',
      'used-ports(unit[1].leaf[1].up[1..3]) == 1',
      'free-ports(core.down[1]/1) == 1',
      'ports(unit[1]) == 1',
      'used-ports(n) == 1',
    );
    // A unit has 2 x 24 + 2 x 16 ports of switches; all but the spare ones and none of the core's 24 is free: 12 of 12 used twice.
    expect(values).toEqual([64, 56, 8, 8, 0, 3, 0, 80, 4 * 24 + 4 * 14 + 24]);
  });
  it('name the line of each port group', async () => {
    const { verdicts, text } = await asked('free-ports(unit[*].agg) == 8');
    const lines = verdicts[0]?.value.terms.map(({ label, value, terms }) => [
      label,
      value,
      text.slice(terms[0]?.origin?.start, terms[0]?.origin?.end),
    ]);
    expect(lines).toEqual([
      ['free ports `down` of Agg', 0, 'down[1..8] : OSFP'],
      ['free ports `up` of Agg', 0, 'up[1..6] : OSFP'],
      ['free ports `spare` of Agg', 8, 'spare[1..2] : OSFP'],
    ]);
  });
});

describe('diameter and paths', () => {
  it('name two switches they are of', async () => {
    const { verdicts } = await asked('diameter(n) <= 4', 'paths(n) >= 2', 'paths(n.farthest) >= 1');
    expect(verdicts.map(({ value }) => [value.value, value.formula])).toEqual([
      [4, expect.stringMatching(/^links from n\.unit\[2\]\.leaf\[\d\] to n\.unit\[1\]\.leaf\[\d\]$/)],
      // Within a unit over two switches; to the other over two, three and two.
      [2, expect.stringMatching(/^shortest paths from /)],
      [12, expect.stringMatching(/^shortest paths from n\.unit\[1\]\.leaf\[\d\] to n\.unit\[2\]\.leaf\[\d\]$/)],
    ]);
  });
});
