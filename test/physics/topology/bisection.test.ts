// The bisection of networks against closed forms from the literature, and against trying every halving of small ones.
import { deviceOfPort, type Fabric } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../kit/design.ts';
import { clos as knownClos } from './known-networks.ts';

const rate = 800e9;
const analyzed = (text: string) => analysisOf(`import "std/osfp"\n${text}`);
const bisectionOf = async (text: string) => (await analyzed(text)).facts.bandwidth.bisection(0);

/** Routers joined by a pattern, each with so many hosts. */
const direct = (axes: string, ports: number, pattern: string, hosts = 0, more = '') => `
switch type Router { height 64 RU  ports fabric[1..${ports}] : OSFP  ports host[1..${Math.max(4, hosts)}] : OSFP }
host type Node     { height 1 RU  ports nic : OSFP }
network n : scale-up {
    switch r${axes} : Router
    plug Osfp800Dr8 into r.*
    link r.fabric as ${pattern} over OS2 { length 3 m  connectors 2 x MPO16 }
${
  hosts === 0
    ? ''
    : `    host node[1..${axes.match(/\d+\]/g)?.reduce((all, each) => all * Number.parseInt(each, 10), 1)}][1..${hosts}] : Node
    plug Osfp800Dr8 into node.nic
    link r.host[1..${hosts}] to node.nic over OS2 { length 3 m  connectors 2 x MPO16 }`
}
}
${more}`;

/** The thinnest of all halvings of the switches, in links: as equal as can be, every one tried. */
function thinnest(fabric: Fabric): number {
  const pairs: (readonly [number, number])[] = [];
  for (let link = 0; link < fabric.links.count; link++)
    pairs.push([
      deviceOfPort(fabric, fabric.links.from[link] as number),
      deviceOfPort(fabric, fabric.links.to[link] as number),
    ]);
  const nodes = fabric.devices.count;
  let least = Number.POSITIVE_INFINITY;
  for (let set = 0; set < 2 ** (nodes - 1); set++) {
    let ones = 0;
    for (let rest = set; rest > 0; rest >>>= 1) ones += rest & 1;
    if (ones !== Math.floor(nodes / 2) && ones !== Math.ceil(nodes / 2)) continue;
    let cut = 0;
    for (const [a, b] of pairs) cut += ((set >> a) ^ (set >> b)) & 1;
    least = Math.min(least, cut);
  }
  return least;
}

describe('bisection of direct networks, in links one way', () => {
  it.each([
    // Dally and Towles, Principles and Practices of Interconnection Networks, chapter 5: 2k^(n-1) for a k-ary n-cube, k even.
    ['[1..4][1..4]', 4, 'torus(4, 4)', 8],
    ['[1..8][1..8][1..8]', 6, 'torus(8, 8, 8)', 128],
    ['[1..16][1..16][1..16]', 6, 'torus(16, 16, 16)', 512],
    // The largest dimension is cut: 2 N/k.
    ['[1..8][1..4]', 4, 'torus(8, 4)', 8],
    ['[1..4][1..16][1..2]', 5, 'torus(4, 16, 2)', 16],
    // A hypercube of 2^n nodes: 2^(n-1).
    ['[1..2][1..2][1..2][1..2][1..2]', 5, 'torus(2, 2, 2, 2, 2)', 16],
    ['[1..8]', 2, 'ring', 2],
    // n²/4 for all to all.
    ['[1..8]', 7, 'full', 16],
    ['[1..64]', 63, 'full', 1_024],
    // A flattened butterfly of k x k (Kim, Dally and Abts, ISCA 2007), a HyperX (Ahn et al., SC 2009): N k/4.
    ['[1..8][1..8]', 14, 'hyperx(8, 8)', 128],
    ['[1..4][1..8]', 10, 'hyperx(4, 8)', 32],
    // A dragonfly with g groups and one link for each pair of them: g²/4, less a quarter for an odd g.
    ['[1..9][1..4]', 5, 'dragonfly(4, 2, 2)', 20],
    ['[1..33][1..8]', 11, 'dragonfly(8, 4, 4)', 272],
    // Fewer groups share the links: 2 · 2 / (5 - 1) = 2 for each pair of five groups.
    ['[1..5][1..4]', 5, 'dragonfly(4, 2, 2)', 12],
    // A Slim Fly of an even q: q³/2.
    ['[1..32]', 6, 'slimfly(4)', 32],
    ['[1..128]', 12, 'slimfly(8)', 256],
  ])('%s with %i ports as %s: %i', async (axes, ports, pattern, links) => {
    expect((await bisectionOf(direct(axes, ports, pattern))).value / rate).toBeCloseTo(links, 6);
  });

  // Closed forms for odd sizes: Azizoglu and Egecioglu 2004 (tori), Nakano 1994 (Hamming graphs), n²/4 - 1/4 (all to all).
  it.each([
    ['[1..3][1..3]', 4, 'torus(3, 3)'],
    ['[1..5][1..3]', 4, 'torus(5, 3)'],
    ['[1..5][1..4]', 4, 'torus(5, 4)'],
    ['[1..3][1..6]', 4, 'torus(3, 6)'],
    ['[1..3][1..2]', 3, 'torus(3, 2)'],
    ['[1..2][1..5]', 3, 'torus(2, 5)'],
    ['[1..3][1..3][1..2]', 5, 'torus(3, 3, 2)'],
    ['[1..7]', 6, 'full'],
    ['[1..5]', 2, 'ring'],
    ['[1..2]', 1, 'ring'],
    ['[1..3][1..3]', 4, 'hyperx(3, 3)'],
    ['[1..3][1..4]', 5, 'hyperx(3, 4)'],
    ['[1..4][1..5]', 7, 'hyperx(4, 5)'],
    ['[1..2][1..2][1..4]', 5, 'hyperx(2, 2, 4)'],
    ['[1..5][1..2]', 3, 'dragonfly(2, 1, 2)'],
    ['[1..3][1..2]', 2, 'dragonfly(2, 1, 1)'],
    ['[1..5][1..4]', 5, 'dragonfly(4, 1, 2)'],
    ['[1..18]', 5, 'slimfly(3)'],
  ])('%s with %i ports as %s is the thinnest of all halvings', async (axes, ports, pattern) => {
    const { fabric, facts } = await analyzed(direct(axes, ports, pattern));
    const { value, bounds } = facts.bandwidth.bisection(0);
    const least = thinnest(fabric) * rate;
    if (Number.isNaN(value)) {
      expect(bounds?.least).toBeLessThanOrEqual(least * (1 + 1e-9));
      expect(bounds?.most).toBeGreaterThanOrEqual(least * (1 - 1e-9));
    } else expect(value).toBeCloseTo(least, 0);
  });
});

/** A folded Clos: leaves with so many hosts and uplinks, spread evenly over the spines. */
const clos = ({ leaves = 4, spines = 4, hosts = 4, each = 1, more = '' }) =>
  `${knownClos(leaves, spines, hosts, each)}${more}`;

describe('bisection of tiers, in links one way', () => {
  it('of a folded Clos that is not oversubscribed is half of what hosts inject', async () => {
    expect((await bisectionOf(clos({}))).value / rate).toBe(8);
    expect((await bisectionOf(clos({ leaves: 8, spines: 2, hosts: 4, each: 2 }))).value / rate).toBe(16);
  });
  it('of one that is oversubscribed two to one is half of that', async () => {
    expect((await bisectionOf(clos({ leaves: 8, spines: 4, hosts: 8 }))).value / rate).toBe(16);
  });
  it('of leaves that differ is what the thinnest half of the ports can send', async () => {
    // Four leaves with 4 hosts and 4 uplinks, four with 4 hosts and 2: 4 · 2, where the cut between tiers is 4 · 4 + 4 · 2.
    const text = `
switch type Fat   { height 64 RU  ports down[1..4] : OSFP  ports up[1..4] : OSFP }
switch type Thin  { height 64 RU  ports down[1..4] : OSFP  ports up[1..2] : OSFP }
switch type Spine { height 64 RU  ports down[1..12] : OSFP }
host type Node    { height 1 RU  ports nic : OSFP }
network n : scale-out {
    switch fat[1..4]   : Fat
    switch thin[1..4]  : Thin
    switch spine[1..2] : Spine
    host   node[1..32] : Node
    plug Osfp800Dr8 into fat.*, thin.*, spine.*, node.nic
    link fat.up to spine.down[1..8] as mesh over OS2 { length 30 m  connectors 2 x MPO16 }
    link thin.up to spine.down[9..12] as mesh over OS2 { length 30 m  connectors 2 x MPO16 }
    link fat.down, thin.down to node.nic over OS2 { length 3 m  connectors 2 x MPO16 }
}`;
    const { value, formula } = await bisectionOf(text);
    expect(value / rate).toBe(8);
    expect(formula).toBe('what the half with the least bandwidth can send');
  });
  it('of a leaf pair with links between the leaves is no less', async () => {
    const text = clos({})
      .replace('ports down[1..4]', 'ports peer : OSFP  ports down[1..4]')
      .replace(
        'link leaf.down',
        'link leaf[1, 3].peer to leaf[2, 4].peer over OS2 { length 3 m  connectors 2 x MPO16 }\n    link leaf.down',
      );
    expect((await bisectionOf(text)).value / rate).toBe(8);
  });
  // Ports on one leaf are a half, and the link between the leaves is all that joins them; without it, each leaf is a plane of its own.
  it('of hosts on both leaves of a pair counts ports, and says so', async () => {
    const pair = (link: string) => `
switch type Leaf { height 2 RU  ports down[1..4] : OSFP  ports peer : OSFP }
host type Node   { height 1 RU  ports nic[1..2] : OSFP }
network n : scale-out {
    switch leaf[1..2] : Leaf
    host   node[1..4] : Node
    plug Osfp800Dr8 into leaf.*, node.nic
    link node.nic to leaf.down as rails over OS2 { length 3 m  connectors 2 x MPO16 }
    ${link}
}`;
    const joined = await bisectionOf(pair('link leaf[1].peer to leaf[2].peer over OS2 { length 3 m }'));
    expect(joined.value / rate).toBe(1);
    expect(joined.formula).toMatch(/; halves are of host ports, and the ports of one host may be apart$/);
    expect((await bisectionOf(pair(''))).value / rate).toBe(4);
  });
});
