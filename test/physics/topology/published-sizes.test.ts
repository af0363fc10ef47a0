// Topologies in the size the literature states them, written as an architect would: counts, diameters, and how long it takes.
import { deviceOfPort, type Fabric } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { analysisOf, briefly, errorsIn } from '../../kit/design.ts';

/** Parts of every design here: ports in any number, without a module, so that nothing but the topology is judged. */
const parts = `
import "std/osfp"
`;

interface Counted {
  readonly switches: number;
  readonly hosts: number;
  /** Links between two switches. */
  readonly between: number;
  /** Links between a switch and a host. */
  readonly access: number;
  readonly errors: readonly string[];
  readonly fabric: Fabric;
}

async function count(text: string): Promise<Counted> {
  const analysis = await analysisOf(parts + text);
  const { fabric } = analysis;
  const of = (kind: string) =>
    fabric.blocks.filter((each) => each.kind === kind).reduce((all, each) => all + each.count, 0);
  const isHost = (port: number) =>
    fabric.blocks[fabric.devices.block[deviceOfPort(fabric, port)] as number]?.kind === 'host';
  let access = 0;
  for (let link = 0; link < fabric.links.count; link++)
    if (isHost(fabric.links.from[link] as number) || isHost(fabric.links.to[link] as number)) access++;
  return {
    switches: of('switch'),
    hosts: of('host'),
    between: fabric.links.count - access,
    access,
    // How high a box with 64 cages is, is not the question here.
    errors: briefly(errorsIn(analysis).filter(({ rule }) => !rule.startsWith('density/'))),
    fabric,
  };
}

/** Longest shortest path between two switches, from a few of them. */
function diameter(fabric: Fabric, from: readonly number[]): number {
  const next = new Map<number, number[]>();
  const add = (a: number, b: number) => next.set(a, [...(next.get(a) ?? []), b]);
  for (let link = 0; link < fabric.links.count; link++) {
    const a = deviceOfPort(fabric, fabric.links.from[link] as number);
    const b = deviceOfPort(fabric, fabric.links.to[link] as number);
    add(a, b);
    add(b, a);
  }
  let longest = 0;
  for (const start of from) {
    const distance = new Map([[start, 0]]);
    for (const [at, steps] of distance)
      for (const other of next.get(at) ?? []) if (!distance.has(other)) distance.set(other, steps + 1);
    longest =
      distance.size === fabric.devices.count ? Math.max(longest, ...distance.values()) : Number.POSITIVE_INFINITY;
  }
  return longest;
}

/** A three-tier fat tree of switches with k ports: k pods, and (k / 2)² switches on top. */
const fatTree = (k: number) => `
let half = ${k} div 2
switch type Switch { height 64 RU  ports down[1..half] : OSFP  ports up[1..half] : OSFP }
switch type Core   { height 64 RU  ports down[1..half * 2] : OSFP }
host type Node     { height 1 RU  ports nic[1..1] : OSFP }
template Pod() {
    switch edge[1..half] : Switch
    switch aggregation[1..half] : Switch
    host   node[1..half][1..half] : Node
    plug Osfp800Dr8 into edge.*, aggregation.*, node.nic
    link edge.up to aggregation.down as mesh over OS2 { length 10 m }
    for i in 1..half { link edge[i].down to node[i].nic over OS2 { length 3 m } }
}
network fabric : scale-out {
    pod[1..half * 2] : Pod()
    switch core[1..half][1..half] : Core
    plug Osfp800Dr8 into core.down
    for i in 1..half { link pod[*].aggregation[i].up to core[i].down as mesh over OS2 { length 100 m } }
}
require oversubscription(fabric) <= 1
`;

describe('fat trees', () => {
  it('of three tiers with k = 64: 5,120 switches, 65,536 hosts, 131,072 links between switches', async () => {
    const start = performance.now();
    const { fabric: _, ...counted } = await count(fatTree(64));
    expect(counted).toEqual({ switches: 5_120, hosts: 65_536, between: 131_072, access: 65_536, errors: [] });
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it('of three tiers with k = 4: 20 switches, 16 hosts, 32 links, and no host further than six from another', async () => {
    const { fabric, ...counted } = await count(fatTree(4));
    expect(counted).toEqual({ switches: 20, hosts: 16, between: 32, access: 16, errors: [] });
    expect(diameter(fabric, [...Array(36).keys()])).toBe(6);
  });

  it('of two tiers with k = 64: 96 switches, 2,048 hosts, 2,048 links between switches', async () => {
    const { fabric: _, ...counted } = await count(`
let k = 64
switch type Leaf  { height 64 RU  ports down[1..k div 2] : OSFP  ports up[1..k div 2] : OSFP }
switch type Spine { height 64 RU  ports down[1..k] : OSFP }
host type Node    { height 1 RU  ports nic[1..1] : OSFP }
switch leaf[1..k]         : Leaf
switch spine[1..k div 2]  : Spine
host node[1..k][1..k div 2] : Node
plug Osfp800Dr8 into leaf.*, spine.*, node.nic
link leaf.up to spine.down as mesh over OS2 { length 30 m }
for i in 1..k { link leaf[i].down to node[i].nic over OS2 { length 3 m } }
`);
    expect(counted).toEqual({ switches: 96, hosts: 2_048, between: 2_048, access: 2_048, errors: [] });
  });
});

/** Routers with so many ports for a pattern, and hosts on the others. */
const direct = (routers: string, devices: number, fabricPorts: number, hosts: number, pattern: string) => `
switch type Router { height 64 RU  ports fabric[1..${fabricPorts}] : OSFP  ports host[1..${Math.max(1, hosts)}] : OSFP }
host type Node     { height 1 RU  ports nic[1..1] : OSFP }
switch router${routers} : Router
plug Osfp800Dr8 into router.*
link router.fabric as ${pattern} over OS2 { length 20 m }
${
  hosts === 0
    ? ''
    : `host node[1..${devices}][1..${hosts}] : Node
plug Osfp800Dr8 into node.nic
link router.host to node.nic over OS2 { length 3 m }`
}
`;

describe('direct networks', () => {
  it('a dragonfly of a = 4, p = 2, h = 2: 36 switches, 72 hosts, 90 links between switches', async () => {
    const { fabric: _, ...counted } = await count(direct('[1..9][1..4]', 36, 5, 2, 'dragonfly(4, 2, 2)'));
    expect(counted).toEqual({ switches: 36, hosts: 72, between: 90, access: 72, errors: [] });
  });

  it('a Slim Fly of q = 5: 50 switches, 175 links, diameter 2', async () => {
    const { fabric, ...counted } = await count(direct('[1..50]', 50, 7, 0, 'slimfly(5)'));
    expect(counted).toEqual({ switches: 50, hosts: 0, between: 175, access: 0, errors: [] });
    expect(diameter(fabric, [...Array(50).keys()])).toBe(2);
  });

  it('a torus of 16 x 16 x 16: 12,288 links, diameter 24', async () => {
    const { fabric, ...counted } = await count(direct('[1..16][1..16][1..16]', 4_096, 6, 0, 'torus(16, 16, 16)'));
    expect(counted).toEqual({ switches: 4_096, hosts: 0, between: 12_288, access: 0, errors: [] });
    expect(diameter(fabric, [0])).toBe(24);
  });

  it('a HyperX of 8 x 8 with 8 hosts a switch: 64 switches, 512 hosts, 448 links between switches', async () => {
    const { fabric: _, ...counted } = await count(direct('[1..8][1..8]', 64, 14, 8, 'hyperx(8, 8)'));
    expect(counted).toEqual({ switches: 64, hosts: 512, between: 448, access: 512, errors: [] });
  });

  it('a Slim Fly of q = 6 is refused with the nearest that exist', async () => {
    const { errors } = await count(direct('[1..72]', 72, 9, 0, 'slimfly(6)'));
    expect(errors).toHaveLength(1);
    const analysis = await analysisOf(parts + direct('[1..72]', 72, 9, 0, 'slimfly(6)'));
    const finding = analysis.findings.find((each) => each.rule === 'topology/pattern-size');
    expect(finding?.help).toBe('The nearest that exist are 5, with 50 devices, and 7, with 98 devices.');
  });
});
