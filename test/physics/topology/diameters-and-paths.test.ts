// Diameters, path counts, single points and rails against closed forms from the literature on each topology.
import { portUse } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../kit/design.ts';
import { clos, fatTree } from './known-networks.ts';

const analyzed = (text: string) => analysisOf(`import "std/osfp"\n${text}`);
const found = async (text: string) =>
  (await analyzed(text)).findings.filter((each) => each.rule.startsWith('topology/')).map((each) => each.rule);

describe('diameter and equal paths', () => {
  // Leaf to leaf: two hops, one path over each spine, however many links each pair has.
  it.each([
    [4, 2, 1],
    [8, 4, 3],
    [2, 8, 2],
  ])(
    'of %i leaves and %i spines with %i links a pair are 2 and the number of spines',
    async (leaves, spines, links) => {
      const { facts } = await analyzed(clos(leaves, spines, 1, links));
      expect(facts.connectivity.diameter(0).value).toBe(2);
      expect(facts.connectivity.paths(0).value).toBe(spines);
    },
  );
  // Within a pod k/2 paths, and from pod to pod four hops.
  it.each([4, 8])('of a fat tree of k = %i are 4 and k/2', async (k) => {
    const { facts } = await analyzed(fatTree(k));
    expect(facts.connectivity.diameter(0).value).toBe(4);
    expect(facts.connectivity.paths(0).value).toBe(k / 2);
  });
  // The longest way around a torus is half of each ring.
  it.each([
    ['torus(4, 4, 4)', '[1..4][1..4][1..4]', 6, 6],
    ['torus(5, 3)', '[1..5][1..3]', 4, 3],
  ])('of %s is the sum of half of each ring', async (pattern, axes, ports, diameter) => {
    const { facts } = await analyzed(`
switch type Router { height 64 RU  ports fabric[1..${ports}] : OSFP }
network n : scale-up {
    switch r${axes} : Router
    plug Osfp800Dr8 into r.*
    link r.fabric as ${pattern} over OS2 { length 3 m  connectors 2 x MPO16 }
}`);
    expect(facts.connectivity.diameter(0).value).toBe(diameter);
  });
  // Three hops: to the router with the global link, over it, to the router that is meant (Kim et al., ISCA 2008).
  it('of a dragonfly is 3', async () => {
    const { facts } = await analyzed(`
switch type Router { height 64 RU  ports fabric[1..5] : OSFP  ports host[1..2] : OSFP }
network n : scale-out {
    switch r[1..9][1..4] : Router
    plug Osfp800Dr8 into r.*
    link r.fabric as dragonfly(4, 2, 2) over OS2 { length 3 m  connectors 2 x MPO16 }
}`);
    expect(facts.connectivity.diameter(0).value).toBe(3);
  });
  it('are counted without what has failed', async () => {
    const text = `${clos(4, 2)}\nrequire paths(n) >= 2 when any 1 of n.spine fail\nrequire paths(n) >= 1 when any 1 of n.spine fail`;
    const { findings } = await analyzed(text);
    expect(findings.filter((each) => each.rule === 'requirement/unmet').map((each) => each.message)).toEqual([
      expect.stringContaining('is 1'),
    ]);
  });
  it('of k = 32, 1,280 switches and 8,192 hosts, take less than seconds', async () => {
    const { facts } = await analyzed(fatTree(32));
    const start = performance.now();
    expect(facts.connectivity.paths(0).value).toBe(16);
    expect(facts.connectivity.diameter(0).value).toBe(4);
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});

/** Routers in groups as a dragonfly, with or without hosts on the first of them. */
const dragonfly = (a: number, h: number): string => `
switch type Router { height 64 RU  ports fabric[1..${a - 1 + h}] : OSFP  ports host[1..${h}] : OSFP }
network n : scale-out {
    switch r[1..${a * h + 1}][1..${a}] : Router
    plug Osfp800Dr8 into r.*
    link r.fabric as dragonfly(${a}, ${h}, ${h}) over OS2 { length 3 m  connectors 2 x MPO16 }
}`;

describe('of large networks', () => {
  // One global link joins each pair of groups: local, global, local is the one shortest path (Kim et al., ISCA 2008: diameter three).
  it('a dragonfly with groups of 20 and 10 global links a router has diameter 3 and one path', async () => {
    const [a, h] = [20, 10];
    const { facts, fabric } = await analyzed(dragonfly(a, h));
    expect(fabric.devices.count).toBe(a * (a * h + 1));
    expect(facts.connectivity.diameter(0).value).toBe(3);
    expect(facts.connectivity.paths(0).value).toBe(1);
  });

  // k/2 aggregation switches in a pod; (k/2)² core switches between pods (Al-Fares et al., SIGCOMM 2008).
  it('a fat tree of k = 48 has diameter 4, 24 paths in a pod and 576 between pods', async () => {
    const { facts } = await analyzed(fatTree(48));
    expect(facts.connectivity.diameter(0).value).toBe(4);
    expect(facts.connectivity.paths(0).value).toBe(24);
    expect(facts.connectivity.farthestPaths(0).value).toBe(576);
  });

  it('a torus of 20,000 routers has half of each ring', async () => {
    const { facts } = await analyzed(`
switch type Router { height 64 RU  ports fabric[1..6] : OSFP }
network n : scale-up {
    switch r[1..20][1..25][1..40] : Router
    plug Osfp800Dr8 into r.*
    link r.fabric as torus(20, 25, 40) over OS2 { length 3 m  connectors 2 x MPO16 }
}`);
    expect(facts.connectivity.diameter(0).value).toBe(10 + 12 + 20);
  });
});

describe('single points of failure', () => {
  it('are one spine, and not two', async () => {
    expect(await found(clos(4, 1))).toEqual(['topology/single-point-of-failure']);
    expect(await found(clos(4, 2))).toEqual([]);
  });
  it('are not leaves that take their own hosts with them', async () => {
    const { facts } = await analyzed(clos(4, 2, 3));
    expect(facts.connectivity.singlePoints(0)).toEqual([]);
  });
  it('cut off all leaves but one where they meet in one spine', async () => {
    const { facts } = await analyzed(clos(5, 1));
    expect(facts.connectivity.singlePoints(0).map((each) => each.cutOff)).toEqual([4]);
  });
});

describe('ports', () => {
  it('are used or free, by group', async () => {
    const { fabric, facts } = await analyzed(
      clos(2, 2)
        .replace('ports down[1..1] : OSFP  ports up', 'ports down[1..3] : OSFP  ports up')
        .replace('leaf.down', 'leaf.down[1]'),
    );
    const rows = portUse(fabric, facts.topology).map(({ block, group, ports, used, idle }) => [
      `${block.name}.${group.name}`,
      ports,
      used,
      idle,
    ]);
    expect(rows).toEqual([
      ['leaf.down', 6, 2, 4],
      ['leaf.up', 4, 4, 0],
      ['spine.down', 4, 4, 0],
      ['node.nic', 2, 2, 0],
    ]);
  });
});

describe('rails', () => {
  const rails = (swap: boolean) => `
switch type Leaf { height 64 RU  ports down[1..4] : OSFP  ports up : OSFP }
switch type Spine { height 64 RU  ports down[1..4] : OSFP }
host type Node { height 8 RU  ports nic[1..4] : OSFP }
network n : scale-out {
    host   node[1..4] : Node
    switch leaf[1..4] : Leaf
    switch spine : Spine
    plug Osfp800Dr8 into node.*, leaf.*, spine.*
    link node[1..3].nic to leaf[*].down[1..3] as rails over OS2 { length 3 m  connectors 2 x MPO16 }
    for k in 1..4 { link node[4].nic[k] to leaf[${swap ? '5 - k' : 'k'}].down[4] over OS2 { length 3 m  connectors 2 x MPO16 } }
    link leaf[*].up to spine.down over OS2 { length 30 m  connectors 2 x MPO16 }
}
allow topology/single-point-of-failure because "a spine is enough here"`;
  it('with the cables of one host swapped are reported', async () => {
    expect(await found(rails(true))).toEqual(['topology/rail-on-two-leaves']);
    const { findings } = await analyzed(rails(true));
    const told = findings.find((each) => each.rule === 'topology/rail-on-two-leaves');
    expect(told?.message).toBe(
      'Rail 1 has 3 hosts on n.leaf[1] and 1 host on n.leaf[4]; 3 other rails of n are split too.',
    );
    expect(told?.help).toContain('n.node[4].nic[1]');
  });
  it('as they should be are not', async () => {
    expect(await found(rails(false))).toEqual([]);
  });
});
