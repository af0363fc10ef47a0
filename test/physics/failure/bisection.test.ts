// The bisection of irregular and damaged networks against every halving of them, computed here independently.
import { type Derivation, deviceOfPort, type Fabric, nothingFailed, verdictsOf } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../kit/design.ts';
import { clos } from '../topology/known-networks.ts';

const rate = 800e9;
const analyzed = (text: string) => analysisOf(`import "std/osfp"\n${text}`);

/** Numbers that look like chance and are always the same. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/**
 * Least bandwidth between two halves of the ports of hosts, in links: over all ways to place the switches, the links
 * between the sides and the ports that then stand on the wrong one.
 */
function thinnest(fabric: Fabric, lost: (device: number) => boolean, cut: (link: number) => boolean): number {
  const isHost = (device: number) => fabric.blocks[fabric.devices.block[device] as number]?.kind === 'host';
  const switches = [...Array(fabric.devices.count).keys()].filter((device) => !isHost(device));
  const weights = new Map<number, number>();
  const pairs: (readonly [number, number])[] = [];
  for (let link = 0; link < fabric.links.count; link++) {
    const [a, b] = [fabric.links.from, fabric.links.to].map((side) => deviceOfPort(fabric, side[link] as number)) as [
      number,
      number,
    ];
    if (lost(a) || lost(b) || cut(link)) continue;
    if (isHost(a)) weights.set(b, (weights.get(b) ?? 0) + 1);
    else if (isHost(b)) weights.set(a, (weights.get(a) ?? 0) + 1);
    else pairs.push([switches.indexOf(a), switches.indexOf(b)]);
  }
  const all = [...weights.values()].reduce((sum, each) => sum + each, 0);
  let least = Number.POSITIVE_INFINITY;
  for (let set = 0; set < 2 ** (switches.length - 1); set++) {
    let crossing = 0;
    for (const [a, b] of pairs) crossing += ((set >> a) ^ (set >> b)) & 1;
    let on = 0;
    for (const [i, device] of switches.entries()) if ((set >> i) & 1) on += weights.get(device) ?? 0;
    least = Math.min(least, crossing + Math.abs(on - all / 2));
  }
  return least;
}

/** Switches with hosts, joined at random. */
function tangle(seed: number): string {
  const below = chance(seed);
  const switches = 3 + below(7);
  const hosts = Array.from({ length: switches }, () => below(4));
  hosts[0] = 2;
  const links: string[] = [];
  const used = new Array<number>(switches).fill(0);
  const join = (a: number, b: number) => {
    used[a] = (used[a] as number) + 1;
    used[b] = (used[b] as number) + 1;
    links.push(
      `    link s[${a + 1}].p[${used[a]}] to s[${b + 1}].p[${used[b]}] over OS2 { length 3 m  connectors 2 x MPO16 }`,
    );
  };
  for (let i = 1; i < switches; i++) join(i, below(i));
  for (let i = 0; i < switches * 2; i++) {
    const [a, b] = [below(switches), below(switches)];
    if (a !== b) join(a, b);
  }
  const access = hosts.flatMap((count, i) =>
    count === 0
      ? []
      : [
          `    link s[${i + 1}].h[1..${count}] to host${i}.nic[1..${count}] over OS2 { length 3 m  connectors 2 x MPO16 }`,
        ],
  );
  const nodes = hosts.flatMap((count, i) => (count === 0 ? [] : [`    host host${i} : Node`]));
  return `
switch type Switch { height 64 RU  ports p[1..60] : OSFP  ports h[1..4] : OSFP }
host type Node     { height 8 RU  ports nic[1..4] : OSFP }
network n : scale-out {
    switch s[1..${switches}] : Switch
    host first : Node
${nodes.join('\n')}
    plug Osfp800Dr8 into s.*, first.nic${hosts.flatMap((count, i) => (count === 0 ? [] : [`, host${i}.nic`])).join('')}
${links.join('\n')}
${access.join('\n')}
}
`;
}

/** A torus with hosts. */
const torus = (a: number, b: number, hosts: number) => `
switch type Router { height 64 RU  ports fabric[1..4] : OSFP  ports host[1..${hosts}] : OSFP }
host type Node     { height 1 RU  ports nic : OSFP }
network n : scale-up {
    switch r[1..${a}][1..${b}] : Router
    host node[1..${a * b}][1..${hosts}] : Node
    plug Osfp800Dr8 into r.*, node.nic
    link r.fabric as torus(${a}, ${b}) over OS2 { length 3 m  connectors 2 x MPO16 }
    link r.host to node.nic over OS2 { length 3 m  connectors 2 x MPO16 }
}
`;

/** Told as what tiers carry: what does not divide evenly counts in halves, so that the thinnest halving may cut a little more. */
const isFluid = ({ formula }: Derivation) =>
  formula?.startsWith('half of the thinnest') === true || formula?.startsWith('what the half') === true;

function compare(value: Derivation, least: number, largest: number): void {
  const [told, real] = [value.value / rate, least];
  if (Number.isNaN(told)) {
    expect((value.bounds?.least ?? 0) / rate).toBeLessThanOrEqual(real + 1e-6);
    expect((value.bounds?.most ?? 0) / rate).toBeGreaterThanOrEqual(real - largest);
  } else if (isFluid(value)) {
    expect(told).toBeLessThanOrEqual(real + 1e-6);
    expect(told).toBeGreaterThanOrEqual(real - largest / 2 - 1e-6);
  } else expect(told).toBeCloseTo(real, 6);
}

describe('bisection without a failure', () => {
  it.each(Array.from({ length: 40 }, (_, seed) => seed))(
    'of tangle %i is that of its thinnest halving',
    async (seed) => {
      const { fabric, facts } = await analyzed(tangle(seed));
      const least = thinnest(
        fabric,
        () => false,
        () => false,
      );
      compare(facts.bandwidth.bisection(0), least, 4);
    },
  );
});

describe('bisection after failures', () => {
  const designs: readonly (readonly [string, string, number])[] = [
    ['a folded Clos of four leaves', clos(4, 4, 4), 4],
    ['a folded Clos of five leaves, oversubscribed', clos(5, 2, 4), 4],
    ['a folded Clos of eight leaves', clos(8, 4, 4), 4],
    ['a torus of 4 x 4', torus(4, 4, 2), 2],
    ['a torus of 6 x 2', torus(6, 2, 3), 3],
    ...[1, 2, 3, 4].map((seed) => [`tangle ${seed}`, tangle(seed), 4] as const),
  ];
  it.each(designs)('of %s is that of its thinnest halving', async (_, text, largest) => {
    const { fabric, facts } = await analyzed(text);
    const below = chance(7);
    const whole = thinnest(
      fabric,
      () => false,
      () => false,
    );
    for (let round = 0; round < 12; round++) {
      const devices = new Uint8Array(fabric.devices.count);
      const links = new Uint8Array(fabric.links.count);
      for (let i = 0; i <= round % 3; i++) {
        if (round % 2 === 0) devices[below(fabric.devices.count)] = 1;
        else links[below(fabric.links.count)] = 1;
      }
      const under = facts.under({ ...nothingFailed, devices, links });
      const least = thinnest(
        fabric,
        (device) => devices[device] === 1,
        (link) => links[link] === 1,
      );
      // A port that is lost leaves an odd half; nothing that is lost makes a bisection larger.
      compare(under.bandwidth.bisection(0), Math.min(least, whole), largest);
    }
  });
});

describe('bisection of a folded Clos with one thing lost, in links', () => {
  const lost = async (text: string, what: string) => {
    const { facts } = await analyzed(`${text}\nrequire bisection(n) >= 1 Tbps when any ${what} fail`);
    return (verdictsOf(facts)[0]?.value.value ?? Number.NaN) / rate;
  };
  // 32 leaves with 8 hosts and 8 uplinks to 8 spines, too many to try all halvings: 128 links, half of what hosts inject.
  it.each([
    // Each spine carries an eighth.
    ['1 of n.spine', 128 * (7 / 8)],
    ['4 of n.spine', 128 / 2],
    // The halving with the lost link on its thin side misses all of it.
    ['1 of n.leaf.up', 127],
    ['3 of n.leaf.up', 125],
    // A leaf takes its hosts with it: 31 leaves are left.
    ['1 of n.leaf', 31 * 4],
    // So does a host.
    ['1 of n.node', 127.5],
    ['2 of n.leaf.down', 127],
  ])('%s lost leaves %d', async (what, left) => {
    expect(await lost(clos(32, 8, 8), what)).toBeCloseTo(left, 6);
  });
});
