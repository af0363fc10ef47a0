// Sizes of networks against published tables and closed forms.
import { describe, expect, it } from 'vitest';
import { type Demand, type Faceplate, type Shape, sized, stripingOf, switchesOf, type Tiers } from '../../src/index.ts';

/** QM9700: 32 twin-port cages of 2 × 400G. */
const qm9700 = { cages: 32, channels: 2 };
/** Q3400-RA: 72 twin-port cages of 2 × 800G. */
const q3400 = { cages: 72, channels: 2 };
/** SN5600 with 400G: 64 cages of 2 × 400G. */
const sn5600 = { cages: 64, channels: 2 };
const plain = (ports: number): Faceplate => ({ cages: ports, channels: 1 });

const demandOf = (hosts: number, rails: number, faceplate: Faceplate, oversubscription = 1): Demand => ({
  ...{ hosts, rails, oversubscription },
  ...{ leaf: faceplate, spine: faceplate, core: faceplate },
});

const shapeOf = (demand: Demand, tiers: Tiers): Shape => {
  const found = sized(demand, tiers);
  if (!('shape' in found)) throw new Error(JSON.stringify(found));
  return found.shape;
};

const counts = ({ leaf, spine, core }: Shape): (number | undefined)[] => [
  leaf.switches,
  spine?.switches,
  core?.switches,
];

describe('the published tables', () => {
  // NVIDIA DGX SuperPOD B200 reference architecture, larger component counts: nodes of 8 GPUs; leaf, spine, core; cables of each tier.
  it.each([
    [64, 16, 8, undefined],
    [128, 32, 16, undefined],
    [256, 64, 32, undefined],
    [512, 128, 128, 64],
    [1024, 256, 256, 128],
    [2048, 512, 512, 256],
  ])('DGX SuperPOD B200, %i nodes: %i leaves, %i spines, %s core switches', (nodes, leaf, spine, core) => {
    const shape = shapeOf(demandOf(nodes, 8, qm9700), core === undefined ? 2 : 3);
    expect(counts(shape)).toEqual([leaf, spine, core]);
    expect(shape.leaf.switches * shape.leaf.up).toBe(nodes * 8);
    if (core !== undefined) expect(spine * (shape.spine?.up ?? 0)).toBe(nodes * 8);
  });

  it('DGX SuperPOD B200: more than 256 nodes need a core', () => {
    expect(sized(demandOf(256, 8, qm9700), 2)).toHaveProperty('shape');
    expect(sized(demandOf(257, 8, qm9700), 2)).toEqual({ mostHosts: 256 });
  });

  // NVIDIA DGX SuperPOD B300 with XDR, table 3. Capacity alone would say 16 spines for 288 nodes and 32 for 576: 72 uplinks don't
  // divide by these. The last row of the table has 10,368 cables, which are those of 1,296 nodes.
  it.each([
    [72, 8, 4],
    [144, 16, 8],
    [288, 32, 18],
    [576, 64, 36],
    [1296, 144, 72],
  ])('DGX SuperPOD B300 XDR, %i nodes: %i leaves, %i spines', (nodes, leaf, spine) => {
    const shape = shapeOf(demandOf(nodes, 8, q3400), 2);
    expect(counts(shape)).toEqual([leaf, spine, undefined]);
    expect(leaf * shape.leaf.up).toBe(nodes * 8);
  });

  // NVIDIA DGX SuperPOD B300 with Ethernet, table 3: two planes of 400G on SN5600; the table counts the switches of both.
  it.each([
    [64, 16, 8],
    [128, 32, 16],
    [256, 64, 32],
    [512, 128, 64],
    [1024, 256, 128],
  ])('DGX SuperPOD B300 Ethernet, %i nodes on two planes: %i leaves, %i spines', (nodes, leaf, spine) => {
    expect(counts(shapeOf(demandOf(nodes, 8, sn5600), 2))).toEqual([leaf / 2, spine / 2, undefined]);
  });
});

describe('closed forms', () => {
  // Al-Fares, Loukissas and Vahdat, SIGCOMM 2008: k³/4 hosts on 5k²/4 switches of k ports; k²/2 on 3k/2 in two tiers.
  it.each([4, 6, 8, 16, 64])('a fat tree of %i-port switches', (k) => {
    const two = shapeOf(demandOf(k ** 2 / 2, 1, plain(k)), 2);
    expect([switchesOf(two), two.leaf.switches, two.spine?.switches]).toEqual([(3 * k) / 2, k, k / 2]);
    const three = shapeOf(demandOf(k ** 3 / 4, 1, plain(k)), 3);
    expect([switchesOf(three), three.pods, three.core?.switches]).toEqual([(5 * k ** 2) / 4, k, k ** 2 / 4]);
    expect(sized(demandOf(k ** 2 / 2 + 1, 1, plain(k)), 2)).toEqual({ mostHosts: k ** 2 / 2 });
    expect(sized(demandOf(k ** 3 / 4 + 1, 1, plain(k)), 3)).toEqual({ mostHosts: k ** 3 / 4 });
  });

  it('ports of 800G and of 400G on one chip of 51.2 Tbps', () => {
    expect(sized(demandOf(2049, 1, plain(64)), 2)).toEqual({ mostHosts: 2048 });
    expect(sized(demandOf(8193, 1, { cages: 64, channels: 2 }), 2)).toEqual({ mostHosts: 8192 });
  });
});

describe('even striping', () => {
  it('24 leaves of 32 uplinks want 16 spines of 64 ports, where capacity says 12', () => {
    const demand = demandOf(768, 1, plain(64));
    const shape = shapeOf(demand, 2);
    expect(counts(shape)).toEqual([24, 16, undefined]);
    expect(stripingOf(shape, demand)).toEqual([
      { tier: 'spine', filled: 12, striped: 16, uplinks: 32, below: 24, ports: 64 },
    ]);
  });

  it('says nothing where capacity decides', () => {
    const demand = demandOf(1024, 1, plain(64));
    expect(stripingOf(shapeOf(demand, 2), demand)).toEqual([]);
  });

  it('a module goes one way: odd numbers of links take whole cages', () => {
    // 5 hosts and 5 uplinks of two-port cages are 3 cages down and 3 up.
    const shape = shapeOf(demandOf(20, 1, { cages: 6, channels: 2 }), 2);
    expect(shape.leaf.up % 2).toBe(0);
    expect(Math.ceil(shape.leaf.down / 2) + shape.leaf.up / 2).toBeLessThanOrEqual(6);
  });

  it('one host more than a number of tiers carries is refused with that number', () => {
    expect(sized(demandOf(65, 1, plain(64)), 1)).toEqual({ mostHosts: 64 });
    expect(sized(demandOf(9, 8, plain(64)), 1)).toEqual({ mostHosts: 8 });
  });

  it('nothing is too large to be sized', () => {
    expect(switchesOf(shapeOf(demandOf(1_000_003, 1, plain(512)), 3))).toBeGreaterThan(9_000);
    expect(sized(demandOf(10_000_000, 8, plain(64)), 3)).toEqual({ mostHosts: 64 * 4 * 32 });
  });
});
