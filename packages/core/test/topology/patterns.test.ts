// Patterns among the devices of one side, compared with the graphs of the literature.
import { describe, expect, it } from 'vitest';
import { type Laid, type LinkFault, type OneSided, type PortSet, patterns } from '../../src/index.ts';

/** So many devices with so many ports each, port ids in order. */
function side(devices: number, each: number, spare = 0): PortSet {
  return {
    ports: Uint32Array.from({ length: devices * each }, (_, i) => i),
    starts: Uint32Array.from({ length: devices + 1 }, (_, i) => i * each),
    spare,
  };
}

function lay(name: string, given: readonly number[], devices: number, each: number, spare = 0): Laid | LinkFault {
  return (patterns.get(name) as OneSided).lay(side(devices, each, spare), given);
}

interface Graph {
  readonly links: number;
  /** Links at each device that has the most and the fewest. */
  readonly degrees: readonly [number, number];
  /** Neighbours of each device, each once, that has the most and the fewest. */
  readonly neighbours: readonly [number, number];
  /** Longest of all shortest paths; infinite where there is none. */
  readonly diameter: number;
  readonly portsTwice: number;
  readonly loops: number;
}

/** What can be counted in the links themselves. */
function graphOf(
  laid: Laid | LinkFault,
  devices: number,
  each: number,
  from = Array.from({ length: devices }, (_, i) => i),
): Graph {
  if ('kind' in laid) throw new Error(JSON.stringify(laid));
  const degree = new Uint32Array(devices);
  const next: Set<number>[] = Array.from({ length: devices }, () => new Set());
  const used = new Uint8Array(devices * each);
  let [portsTwice, loops] = [0, 0];
  for (let i = 0; i < laid.from.length; i++) {
    for (const port of [laid.from[i] as number, laid.to[i] as number]) {
      if (used[port] === 1) portsTwice++;
      used[port] = 1;
    }
    const a = Math.floor((laid.from[i] as number) / each);
    const b = Math.floor((laid.to[i] as number) / each);
    if (a === b) loops++;
    for (const device of [a, b]) degree[device] = (degree[device] as number) + 1;
    next[a]?.add(b);
    next[b]?.add(a);
  }
  let diameter = 0;
  for (const start of from) {
    const distance = new Int32Array(devices).fill(-1);
    distance[start] = 0;
    const queue = [start];
    for (const at of queue)
      for (const other of next[at] as Set<number>)
        if (distance[other] === -1) {
          distance[other] = (distance[at] as number) + 1;
          queue.push(other);
        }
    diameter = queue.length < devices ? Number.POSITIVE_INFINITY : Math.max(diameter, ...distance);
  }
  const sizes = next.map((each) => each.size);
  return {
    links: laid.from.length,
    degrees: [Math.min(...degree), Math.max(...degree)],
    neighbours: [Math.min(...sizes), Math.max(...sizes)],
    diameter,
    portsTwice,
    loops,
  };
}

const simple = { portsTwice: 0, loops: 0 };
const regular = (degree: number) => ({ degrees: [degree, degree], neighbours: [degree, degree], ...simple });

describe('ring and full', () => {
  it.each([3, 4, 9, 10])('a ring of %i has as many links and half of them as diameter', (devices) => {
    const graph = graphOf(lay('ring', [], devices, 2), devices, 2);
    expect(graph).toEqual({ links: devices, diameter: Math.floor(devices / 2), ...regular(2) });
  });

  it('a ring of two is one link a port', () => {
    expect(graphOf(lay('ring', [], 2, 1), 2, 1)).toMatchObject({ links: 1, ...regular(1) });
  });

  it.each([2, 3, 8, 17])('full over %i devices joins each pair once', (devices) => {
    const graph = graphOf(lay('full', [], devices, devices - 1), devices, devices - 1);
    expect(graph).toEqual({ links: (devices * (devices - 1)) / 2, diameter: 1, ...regular(devices - 1) });
  });

  it('deals more ports evenly: three links for each pair of neighbours', () => {
    const graph = graphOf(lay('full', [], 5, 12), 5, 12);
    expect(graph).toEqual({ links: 30, diameter: 1, ...regular(4), degrees: [12, 12] });
  });

  it('refuses ports that can’t be dealt evenly, and devices that differ', () => {
    expect(lay('ring', [], 5, 3)).toEqual({ kind: 'degree', needed: 2, have: 3 });
    const uneven = { ports: Uint32Array.of(0, 1, 2), starts: Uint32Array.of(0, 1, 3), spare: 0 };
    expect((patterns.get('ring') as OneSided).lay(uneven, [])).toEqual({ kind: 'degree', needed: 1, have: Number.NaN });
    expect(lay('ring', [], 1, 2)).toMatchObject({ kind: 'impossible' });
  });
});

describe('torus and HyperX', () => {
  it('a torus of 16 x 16 x 16 has 12,288 links and a diameter of 24', () => {
    // Every device sees the same, so paths from one of them tell all.
    const graph = graphOf(lay('torus', [16, 16, 16], 4096, 6), 4096, 6, [0, 1234]);
    expect(graph).toEqual({ links: 12_288, diameter: 24, ...regular(6) });
  });

  it('a torus of 4 x 2 has one neighbour in the dimension of two', () => {
    expect(graphOf(lay('torus', [4, 2], 8, 3), 8, 3)).toEqual({ links: 12, diameter: 3, ...regular(3) });
  });

  it('joins neighbours along the last dimension first in the numbering: [1][1] to [1][2]', () => {
    const laid = lay('torus', [3, 5], 15, 4) as Laid;
    const pairs = Array.from(laid.from, (port, i) => [port >> 2, (laid.to[i] as number) >> 2]);
    expect(pairs).toContainEqual([0, 1]);
    expect(pairs).toContainEqual([0, 5]);
    expect(pairs).toContainEqual([0, 10]);
    expect(pairs).toContainEqual([0, 4]);
    expect(pairs).not.toContainEqual([0, 2]);
  });

  it('a HyperX of 8 x 8 has 64 switches of 14 neighbours and 448 links', () => {
    expect(graphOf(lay('hyperx', [8, 8], 64, 14), 64, 14)).toEqual({ links: 448, diameter: 2, ...regular(14) });
  });

  it('counts devices and refuses dimensions of one', () => {
    expect(lay('torus', [4, 4], 15, 4)).toEqual({ kind: 'devices', needed: 16, have: 15 });
    expect(lay('hyperx', [4, 1], 4, 3)).toMatchObject({ kind: 'impossible' });
    expect(lay('torus', [100_000, 100_000], 4, 4)).toEqual({ kind: 'devices', needed: 1e10, have: 4 });
  });
});

describe('dragonfly', () => {
  it('with a = 4, p = 2, h = 2 has 36 switches and 90 links between them', () => {
    const graph = graphOf(lay('dragonfly', [4, 2, 2], 36, 5, 2), 36, 5);
    expect(graph).toEqual({ links: 90, diameter: 3, ...regular(5) });
  });

  it.each([
    [2, 1, 3],
    [6, 3, 19],
    [8, 4, 33],
    [5, 3, 16],
  ])('of the largest size joins each pair of groups once: a = %i, h = %i, %i groups', (a, h, groups) => {
    const laid = lay('dragonfly', [a, 0, h], a * groups, a - 1 + h) as Laid;
    const each = a - 1 + h;
    const between = new Map<string, number>();
    for (let i = 0; i < laid.from.length; i++) {
      const ends = [laid.from[i], laid.to[i]].map((port) => Math.floor((port as number) / each / a));
      if (ends[0] !== ends[1]) {
        const key = ends.sort((x, y) => (x as number) - (y as number)).join();
        between.set(key, (between.get(key) ?? 0) + 1);
      }
    }
    expect(between.size).toBe((groups * (groups - 1)) / 2);
    expect(new Set(between.values())).toEqual(new Set([1]));
    expect(graphOf(laid, a * groups, each)).toMatchObject({ diameter: 3, ...simple });
  });

  it('of fewer groups spreads the global links evenly', () => {
    // Eight global links a group over four other groups: two for each pair.
    const graph = graphOf(lay('dragonfly', [4, 2, 2], 20, 5, 2), 20, 5);
    expect(graph).toMatchObject({ links: (20 * 5) / 2, degrees: [5, 5], ...simple });
  });

  it('names the sizes that work', () => {
    const fault = lay('dragonfly', [4, 2, 2], 40, 5, 2) as LinkFault & { kind: 'impossible' };
    expect(fault.kind).toBe('impossible');
    // One, two, four or eight other groups divide eight global links.
    expect(fault.help).toMatch(/36, 20, 12, 8\.$/);
  });

  it('wants ports for the hosts of each router', () => {
    expect(lay('dragonfly', [4, 2, 2], 36, 5, 1)).toEqual({ kind: 'too few hosts', needed: 2, have: 1 });
  });
});

describe('Slim Fly', () => {
  it('of q = 5 has 50 switches, 175 links and a diameter of 2', () => {
    expect(graphOf(lay('slimfly', [5], 50, 7), 50, 7)).toEqual({ links: 175, diameter: 2, ...regular(7) });
  });

  // Degree (3q - δ) / 2 with q = 4w + δ.
  it.each([
    [3, 5],
    [4, 6],
    [5, 7],
    [7, 11],
    [8, 12],
    [9, 13],
    [11, 17],
    [13, 19],
    [16, 24],
    [25, 37],
    [27, 41],
  ])('of q = %i is regular with %i neighbours and has a diameter of 2', (q, degree) => {
    const devices = 2 * q * q;
    const graph = graphOf(lay('slimfly', [q], devices, degree), devices, degree);
    expect(graph).toEqual({ links: (devices * degree) / 2, diameter: 2, ...regular(degree) });
  });

  it.each([
    [6, '5, with 50 devices, and 7, with 98 devices'],
    [10, '9, with 162 devices, and 11, with 242 devices'],
    [2, '3, with 18 devices'],
    [0, '3, with 18 devices'],
    [-4, '3, with 18 devices'],
    [15, '13, with 338 devices, and 16, with 512 devices'],
  ])('of q = %i does not exist, and the nearest are named', (q, near) => {
    const fault = lay('slimfly', [q], 72, 9) as LinkFault & { kind: 'impossible' };
    expect(fault.kind).toBe('impossible');
    expect(fault.help).toContain(near);
  });

  it('counts devices before it builds anything', () => {
    expect(lay('slimfly', [2_003], 50, 7)).toEqual({ kind: 'devices', needed: 2 * 2_003 * 2_003, have: 50 });
    expect(lay('slimfly', [1_000_003], 50, 7)).toMatchObject({ kind: 'impossible' });
  });
});
