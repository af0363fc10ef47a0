// Sizes, degrees, diameters, path counts and bisections of topologies against the closed forms of the literature on each.
import { deviceOfPort, type Facts, verdictsOf } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../kit/design.ts';
import { fatTree } from './known-networks.ts';

const rate = 800e9;
const path = 'over OS2 { length 10 m  connectors 2 x MPO16 }';
const analyzed = (text: string) => analysisOf(`import "std/osfp"\n${text}`);

/** Switches and hosts, diameter, and what requirements of facts come to. */
async function measured(text: string, ...asked: readonly string[]) {
  const { fabric, facts } = await analyzed(`${text}\n${asked.map((each) => `require ${each}`).join('\n')}`);
  const count = (kind: string) => fabric.blocks.reduce((all, each) => all + (each.kind === kind ? each.count : 0), 0);
  return {
    facts,
    switches: count('switch'),
    hosts: count('host'),
    diameter: facts.connectivity.diameter(0).value,
    paths: facts.connectivity.paths(0).value,
    bisection: facts.bandwidth.bisection(0),
    asked: verdictsOf(facts).map(({ value }) => value.value),
  };
}

describe('a fat tree of k-port switches (Al-Fares, Loukissas and Vahdat, SIGCOMM 2008)', () => {
  it.each([4, 6, 8, 16])(
    'of k = %i: k³/4 hosts, 5k²/4 switches, full bisection, (k/2)² paths from pod to pod',
    async (k) => {
      const found = await measured(
        fatTree(k),
        'paths(n.farthest) >= 1',
        'bisection(n) >= 100 % of full',
        'oversubscription(n) <= 1',
        'used-ports(n) >= 1',
      );
      expect([found.hosts, found.switches]).toEqual([k ** 3 / 4, (5 * k ** 2) / 4]);
      expect([found.diameter, found.paths]).toEqual([4, k / 2]);
      // Every port of every switch is used: 5k²/4 of k.
      expect(found.asked).toEqual([(k / 2) ** 2, (k ** 3 / 8) * rate, 1, (5 * k ** 3) / 4]);
      expect(found.bisection.value).toBeCloseTo((k ** 3 / 8) * rate, 0);
    },
  );
  it.each([4, 8])(
    'of k = %i loses a share of (k/2)² with a core switch, and one of k²/2 aggregation switches as much',
    async (k) => {
      const { asked } = await measured(
        fatTree(k),
        'bisection(n) >= 1 Tbps when any 1 of n.core fail',
        'bisection(n) >= 1 Tbps when any 1 of n.pod[1].aggregation[1].up fail',
      );
      const full = (k ** 3 / 8) * rate;
      expect(asked[0]).toBeCloseTo(full * (1 - 1 / (k / 2) ** 2), 0);
      expect(asked[1]).toBeCloseTo(full - rate, 0);
    },
  );
});

/** Routers joined by a pattern, each with so many hosts. */
const direct = (axes: string, routers: number, ports: number, pattern: string, hosts: number) => `
switch type Router { height 64 RU  ports fabric[1..${ports}] : OSFP  ports host[1..${hosts}] : OSFP }
host type Node     { height 1 RU  ports nic : OSFP }
network n : scale-out {
    switch r${axes} : Router
    host node[1..${routers}][1..${hosts}] : Node
    plug Osfp800Dr8 into r.*, node.nic
    link r.fabric as ${pattern} ${path}
    link r.host to node.nic ${path}
}`;

/** Neighbors of each switch among switches: the least and the most. */
function degrees({ fabric }: Facts): readonly number[] {
  const around = new Map<number, Set<number>>();
  const isHost = (device: number) => fabric.blocks[fabric.devices.block[device] as number]?.kind === 'host';
  for (let link = 0; link < fabric.links.count; link++) {
    const [a, b] = [
      deviceOfPort(fabric, fabric.links.from[link] as number),
      deviceOfPort(fabric, fabric.links.to[link] as number),
    ];
    if (isHost(a) || isHost(b)) continue;
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const)
      around.set(one, (around.get(one) ?? new Set()).add(other));
  }
  const sizes = [...around.values()].map((each) => each.size);
  return [Math.min(...sizes), Math.max(...sizes)];
}

describe('a balanced dragonfly, a = 2p = 2h (Kim, Dally, Scott and Abts, ISCA 2008)', () => {
  it.each([1, 2, 3])('of h = %i: ah + 1 groups, ap(ah + 1) hosts, diameter 3', async (h) => {
    const [a, p] = [2 * h, h];
    const groups = a * h + 1;
    const found = await measured(
      direct(`[1..${groups}][1..${a}]`, groups * a, a - 1 + h, `dragonfly(${a}, ${p}, ${h})`, p),
    );
    expect([found.switches, found.hosts]).toEqual([groups * a, a * p * groups]);
    expect(found.diameter).toBe(3);
    // One link for each pair of groups: (g² - 1)/4 between halves, and no more than the hosts inject.
    const links = Math.min((groups ** 2 - 1) / 4, (a * p * groups) / 2);
    expect(found.bisection.value / rate).toBeCloseTo(links, 6);
  });
});

describe('a Slim Fly (Besta and Hoefler, SC 2014)', () => {
  it.each([
    [3, -1],
    [4, 0],
    [5, 1],
    [7, -1],
    [8, 0],
    [9, 1],
  ])('of q = %i: 2q² routers, (3q - δ)/2 neighbors, diameter 2', async (q, delta) => {
    const degree = (3 * q - delta) / 2;
    const found = await measured(direct(`[1..${2 * q * q}]`, 2 * q * q, degree, `slimfly(${q})`, 1));
    expect([found.switches, found.diameter]).toEqual([2 * q * q, 2]);
    expect(degrees(found.facts)).toEqual([degree, degree]);
    // A host for each router injects less than half of what the graph carries: q² of q³/2.
    expect(found.bisection.value / rate).toBe(q * q);
  });
  it.each([
    [4, 32, 32],
    [5, 63, 65],
    [7, 172, 175],
    [9, 365, 369],
  ])('of q = %i has a bisection between q³/2 and (q³ + q)/2 links: %i to %i', async (q, least, most) => {
    const degree = Math.round((3 * q) / 2 - (q % 4 === 1 ? 0.5 : q % 4 === 3 ? -0.5 : 0));
    const { bisection } = await measured(direct(`[1..${2 * q * q}]`, 2 * q * q, degree, `slimfly(${q})`, 4 * q));
    if (least === most) expect(bisection.value / rate).toBe(least);
    else {
      expect(bisection.value).toBeNaN();
      expect([bisection.bounds?.least, bisection.bounds?.most].map((each) => (each ?? 0) / rate)).toEqual([
        least,
        most,
      ]);
      expect(bisection.unknown).toContain('halves of slimfly');
    }
  });
  // The lower bound rests on the spectrum: λ of the Laplacian above zero is q at least, so that no halving cuts fewer than n q/4.
  it.each([3, 4, 5, 7, 8, 9])('of q = %i has no Laplacian eigenvalue between 0 and q', async (q) => {
    const degree = Math.round((3 * q) / 2 - (q % 4 === 1 ? 0.5 : q % 4 === 3 ? -0.5 : 0));
    const { facts } = await measured(direct(`[1..${2 * q * q}]`, 2 * q * q, degree, `slimfly(${q})`, 1));
    const { fabric } = facts;
    const nodes = 2 * q * q;
    const pairs: (readonly [number, number])[] = [];
    for (let link = 0; link < fabric.links.count; link++) {
      const [a, b] = [
        deviceOfPort(fabric, fabric.links.from[link] as number),
        deviceOfPort(fabric, fabric.links.to[link] as number),
      ];
      if (a < nodes && b < nodes) pairs.push([a, b]);
    }
    // Largest eigenvalue of 2k - L on what is orthogonal to the constant, by power iteration.
    let vector = Float64Array.from({ length: nodes }, (_, i) => Math.sin(i * i + 1));
    let value = 0;
    for (let round = 0; round < 3_000; round++) {
      const mean = vector.reduce((all, each) => all + each, 0) / nodes;
      vector = vector.map((each) => each - mean);
      const next = vector.map((each) => degree * each);
      for (const [a, b] of pairs) {
        next[a] = (next[a] as number) + (vector[b] as number);
        next[b] = (next[b] as number) + (vector[a] as number);
      }
      const norm = Math.hypot(...next);
      value = norm / Math.hypot(...vector);
      vector = next.map((each) => each / norm);
    }
    expect(2 * degree - value).toBeCloseTo(q, 3);
  });
});

describe('tori and HyperX', () => {
  it.each([
    ['torus(4, 4)', '[1..4][1..4]', 16, 4, 4],
    ['torus(8, 4, 2)', '[1..8][1..4][1..2]', 64, 5, 7],
    ['torus(5, 3)', '[1..5][1..3]', 15, 4, 3],
  ])('%s: the diameter is the sum of half of each ring', async (pattern, axes, routers, ports, diameter) => {
    expect((await measured(direct(axes, routers, ports, pattern, 1))).diameter).toBe(diameter);
  });
  // Ahn et al., SC 2009: as many hops as dimensions.
  it.each([
    ['hyperx(4)', '[1..4]', 4, 3, 1],
    ['hyperx(4, 6)', '[1..4][1..6]', 24, 8, 2],
    ['hyperx(3, 3, 3)', '[1..3][1..3][1..3]', 27, 6, 3],
  ])('%s: the diameter is the number of dimensions', async (pattern, axes, routers, ports, diameter) => {
    expect((await measured(direct(axes, routers, ports, pattern, 1))).diameter).toBe(diameter);
  });
  it('a torus of hosts that are linked directly is halved as one of switches', async () => {
    const { fabric, facts } = await analyzed(`
host type Chip { height 1 RU  ports ici[1..6] : OSFP }
network n : scale-up {
    host chip[1..8][1..8][1..8] : Chip
    plug Osfp800Dr8 into chip.ici
    link chip.ici as torus(8, 8, 8) ${path}
}`);
    expect(fabric.devices.count).toBe(512);
    expect(facts.bandwidth.bisection(0).value / rate).toBe(128);
    expect(facts.bandwidth.injection(0).value / rate).toBe(512 * 6);
  });
});

/** Planes of two tiers, each host on all of them. */
const planes = (count: number, spines: readonly number[]) => `
switch type Leaf  { height 64 RU  ports down[1..8] : OSFP  ports up[1..8] : OSFP }
switch type Spine { height 64 RU  ports down[1..64] : OSFP }
host type Node    { height 8 RU  ports nic[1..${count}] : OSFP }
template Plane(spines : count) {
    switch leaf[1..4] : Leaf
    switch spine[1..spines] : Spine
    plug Osfp800Dr8 into leaf.*, spine.*
    link leaf.up to spine.down[1..32 div spines] as mesh ${path}
}
network n : scale-out {
    host node[1..32] : Node
    plug Osfp800Dr8 into node.*
${spines.map((each, i) => `    plane${i + 1} : Plane(${each})\n    link node[*].nic[${i + 1}] to plane${i + 1}.leaf[*].down ${path}`).join('\n')}
}`;

describe('planes', () => {
  it('are halved each by itself, and their bisections add up', async () => {
    const { facts, bisection } = await measured(planes(3, [4, 2, 1]));
    expect(bisection.value / rate).toBe(48);
    expect(bisection.formula).toBe('sum of its planes');
    expect(bisection.terms.map(({ label, value }) => [label, value / rate])).toEqual([
      ['bisection of n.plane1', 16],
      ['bisection of n.plane2', 16],
      ['bisection of n.plane3', 16],
    ]);
    expect(facts.connectivity.diameter(0).value).toBe(2);
  });
  it('keep what the others carry when one is lost', async () => {
    const { asked } = await measured(
      planes(3, [4, 2, 1]),
      'bisection(n) >= 1 Tbps when any 1 of n.plane1 fail',
      'bisection(n) >= 1 Tbps when any 1 of n.plane1.spine fail',
      'bisection(n) >= 1 Tbps when any 1 of n.plane3.spine fail',
    );
    expect(asked.map((each) => each / rate)).toEqual([32, 44, 32]);
  });
  it('of rails without a spine are switches each, and carry all that hosts inject', async () => {
    const { bisection, diameter } = await measured(`
switch type Leaf { height 64 RU  ports down[1..16] : OSFP }
host type Node   { height 8 RU  ports nic[1..8] : OSFP }
network n : scale-out {
    host   node[1..16] : Node
    switch leaf[1..8]  : Leaf
    plug Osfp800Dr8 into node.*, leaf.*
    link node[*].nic to leaf[*].down as rails ${path}
}`);
    expect(bisection.value / rate).toBe(64);
    expect(diameter).toBe(0);
  });
  it('with other hosts each are parts: halves of them have nothing between them', async () => {
    const { bisection } = await measured(`
switch type Leaf { height 64 RU  ports down[1..4] : OSFP }
host type Node   { height 8 RU  ports nic : OSFP }
network n : scale-out {
    host   node[1..8] : Node
    switch leaf[1..2] : Leaf
    plug Osfp800Dr8 into node.*, leaf.*
    link node[*].nic to leaf[*].down ${path}
}`);
    expect([bisection.value, bisection.formula]).toEqual([0, 'no link joins its parts']);
  });
});

describe('rail-optimised pods', () => {
  // Rails within a unit, spines between units: leaf k takes port k of every host, and leaves are two hops apart.
  it.each([
    [2, 4, 8],
    [4, 2, 4],
  ])('of %i units with %i rails of %i hosts are full and two hops wide', async (units, rails, hosts) => {
    const found = await measured(`
switch type Leaf  { height 64 RU  ports down[1..${hosts}] : OSFP  ports up[1..${hosts}] : OSFP }
switch type Spine { height 64 RU  ports down[1..${units * rails * 2}] : OSFP }
host type Node    { height 8 RU  ports nic[1..${rails}] : OSFP }
template Unit() {
    host   node[1..${hosts}] : Node
    switch leaf[1..${rails}] : Leaf
    plug Osfp800Dr8 into node.*, leaf.*
    link node[*].nic to leaf[*].down as rails ${path}
}
network n : scale-out {
    unit[1..${units}] : Unit()
    switch spine[1..${hosts / 2}] : Spine
    plug Osfp800Dr8 into spine.*
    link unit[*].leaf[*].up to spine[*].down as mesh ${path}
}`);
    expect([found.hosts, found.switches]).toEqual([units * hosts, units * rails + hosts / 2]);
    expect([found.diameter, found.paths]).toEqual([2, hosts / 2]);
    expect(found.bisection.value / rate).toBe((units * hosts * rails) / 2);
  });
});
