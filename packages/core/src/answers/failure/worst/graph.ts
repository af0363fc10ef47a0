// What a requirement depends on as one graph: devices and their links; racks, CDUs, loops, branches and feeds too where it depends on the plant.

import { devicesIn } from '../../../facts/selection/devices-in.ts';
import {
  type Fabric,
  factsIn,
  fromDevice,
  itemAt,
  numberAt,
  type Requirement,
  rackOfCdu,
  rackOfDevice,
  realAt,
  type Selection,
  signedAt,
  toDevice,
  unsignedAt,
} from '../../../model/index.ts';
import type { Facts } from '../../facts.ts';

/** Twice the number of kinds that edges may have, at most. */
export const kindsEnd = 2 ** 26;

/** A graph whose symmetries leave the value of a requirement as it is. */
export interface Whole {
  readonly count: number;
  /** The edges of node i are from `starts[i]` up to `starts[i + 1]`. */
  readonly starts: Uint32Array;
  readonly others: Uint32Array;
  /** A link has the same kind at both ends but for the last bit, which says which end it is. */
  readonly kinds: Uint32Array;
  /** What distinguishes a node by itself. */
  readonly colors: Uint32Array;
  /** Colors with those of the neighbors: nodes that differ here are never exchanged, others may be. */
  readonly refined: Uint32Array;
  /** The nodes of racks and other things of the plant; a graph without the plant has none. */
  readonly firstRack: number;
  readonly firstCdu: number;
  readonly firstFeed: number;
  readonly firstLoop: number;
  readonly firstBranch: number;
}

/** Rounds over the neighbors: enough to distinguish tiers. */
const rounds = 3;

/** The graph of a requirement. */
export function wholeOf(facts: Facts, requirement: Requirement, hasPlant: boolean): Whole {
  const { fabric } = facts;
  const edges = new Edges();
  const names = new Map<string, number>();
  const numberOf = (text: string): number => {
    let found = names.get(text);
    if (found === undefined) names.set(text, (found = names.size));
    return found;
  };
  const { count: devices } = fabric.devices;
  const firstCdu = devices + fabric.racks.count;
  const firstFeed = firstCdu + fabric.cdus.count;
  const firstLoop = firstFeed + fabric.feeds.length;
  const firstBranch = firstLoop + fabric.loops.length;
  const count = hasPlant ? firstBranch + fabric.branches.length : devices;
  for (let link = 0; link < fabric.links.count; link++)
    edges.add(fromDevice(fabric, link), toDevice(fabric, link), unsignedAt(facts.links.of, link));
  const colors = new Uint32Array(count);
  const asked = askedColors(facts, requirement);
  for (let device = 0; device < devices; device++) {
    const { group } = itemAt(fabric.blocks, unsignedAt(fabric.devices.block, device));
    const own = [unsignedAt(facts.devices.of, device), group?.network?.index ?? -1, asked('device', device)];
    colors[device] = numberOf(`device ${own.join(' ')}`);
  }
  if (hasPlant) {
    const kindOf = (text: string): number => facts.links.classes.length + numberOf(`edge ${text}`);
    const feed = (node: number, set: number, text: string): void => {
      const { ids, redundancy } = itemAt(fabric.feedSets, set);
      const kind = kindOf(`${text} ${ids.length} ${JSON.stringify(redundancy)}`);
      for (const id of ids) edges.add(node, firstFeed + id, kind);
    };
    for (let device = 0; device < devices; device++) {
      const rack = rackOfDevice(fabric, device);
      if (rack >= 0) edges.add(device, devices + rack, kindOf('in'));
    }
    for (let rack = 0; rack < fabric.racks.count; rack++) {
      colors[devices + rack] = numberOf(`rack ${rackColor(fabric, rack)} ${asked('rack', rack)}`);
      const [loop, branch] = [signedAt(fabric.racks.loop, rack), signedAt(fabric.racks.branch, rack)];
      if (loop >= 0) edges.add(devices + rack, firstLoop + loop, kindOf('on'));
      if (branch >= 0) edges.add(devices + rack, firstBranch + branch, kindOf('in a branch'));
      feed(devices + rack, unsignedAt(fabric.racks.feeds, rack), 'rack');
    }
    for (let cdu = 0; cdu < fabric.cdus.count; cdu++) {
      colors[firstCdu + cdu] = numberOf(`cdu ${signedAt(fabric.cdus.part, cdu)} ${asked('cdu', cdu)}`);
      if (rackOfCdu(fabric, cdu) >= 0) edges.add(firstCdu + cdu, devices + rackOfCdu(fabric, cdu), kindOf('in'));
      feed(firstCdu + cdu, unsignedAt(fabric.cdus.feeds, cdu), 'cdu');
    }
    for (const { index, values } of fabric.loops) {
      colors[firstLoop + index] = numberOf(`loop ${givenText(values)} ${asked('loop', index)}`);
      for (const cdu of values.from?.value.selection.ids ?? [])
        edges.add(firstCdu + cdu, firstLoop + index, kindOf('drives'));
    }
    for (const { index, values, order, loop, after } of fabric.branches) {
      colors[firstBranch + index] = numberOf(`branch ${order} ${givenText(values)} ${asked('branch', index)}`);
      edges.add(firstBranch + index, firstLoop + loop, kindOf('of'));
      if (after >= 0) edges.add(firstBranch + index, firstBranch + after, kindOf('after'));
    }
    for (const { index, kind, values, feeds } of fabric.feeds) {
      colors[firstFeed + index] = numberOf(`${kind} ${givenText(values)} ${asked('feed', index)}`);
      feed(firstFeed + index, feeds, 'feed');
    }
  }
  const whole = {
    count,
    colors,
    firstRack: devices,
    firstCdu,
    firstFeed,
    firstLoop,
    firstBranch,
    ...edges.byNode(count),
  };
  return { ...whole, refined: refinedColors(whole) };
}

/** What distinguishes a rack by itself: its type, its flow, and in a series its place. */
function rackColor({ racks, branches }: Fabric, rack: number): string {
  const branch = branches[signedAt(racks.branch, rack)];
  const place = branch?.order === 'series' ? branch.racks.indexOf(rack) : -1;
  return [signedAt(racks.part, rack), place, realAt(racks.flow, rack)].join(' ');
}

/** The properties of something as a text: parts by their number, quantities in SI units; what it selects is in the edges. */
function givenText(values: Readonly<Record<string, { readonly value: unknown } | undefined>>): string {
  const plain = (_: string, each: unknown): unknown => {
    if (typeof each !== 'object' || each === null) return each;
    if ('ids' in each) return 'selection';
    return 'values' in each && 'index' in each ? `part ${each.index}` : each;
  };
  return Object.entries(values)
    .map(([name, each]) => `${name} ${JSON.stringify(each?.value, plain)}`)
    .join();
}

/**
 * What distinguishes things that a requirement names: those of an array may be exchanged, since each or all of them count; those of different
 * blocks may not, since each block has a value of its own, nor devices with cages and ports that are named.
 */
function askedColors(facts: Facts, { value, limit }: Requirement): (of: Selection['of'], id: number) => string {
  const colors = new Map<string, string>();
  const add = (of: Selection['of'], id: number, color: string): void => {
    const key = `${of} ${id}`;
    colors.set(key, `${colors.get(key) ?? ''} ${color}`);
  };
  for (const [number, { subject }] of [value, limit].flatMap(factsIn).entries()) {
    if (subject.of === 'group')
      for (const id of subject.ids)
        for (const device of devicesIn(facts, 'group', [id])) add('device', device, `${number} ${id}`);
    else if (subject.of === 'cage' || subject.of === 'port')
      for (const id of subject.ids) add('device', ownerOf(facts.fabric, subject.of, id), `${number} ${id}`);
    else for (const id of subject.ids) add(subject.of, id, `${number}`);
  }
  return (of, id) => colors.get(`${of} ${id}`) ?? '';
}

function ownerOf({ cages, ports }: Fabric, of: 'cage' | 'port', id: number): number {
  return unsignedAt(cages.device, of === 'cage' ? id : unsignedAt(ports.cage, id));
}

function refinedColors({ count, starts, others, kinds, colors }: Omit<Whole, 'refined'>): Uint32Array {
  let now = colors.map((color) => mixed(color, 1));
  for (let round = 0; round < rounds; round++) {
    const next = now.map((color) => Math.imul(color, 31));
    for (let node = 0; node < count; node++)
      for (let i = unsignedAt(starts, node); i < unsignedAt(starts, node + 1); i++)
        next[node] = unsignedAt(next, node) + mixed(unsignedAt(now, unsignedAt(others, i)), unsignedAt(kinds, i));
    now = next;
  }
  return now;
}

function mixed(a: number, b: number): number {
  let hash = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b ^ 0xc2b2ae35, 0x27d4eb2f);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Edges as they are found. */
class Edges {
  private readonly ends: number[] = [];
  private readonly kinds: number[] = [];

  add(from: number, to: number, kind: number): void {
    this.ends.push(from, to);
    this.kinds.push(kind);
  }

  /** The edges at each node. */
  byNode(count: number): Pick<Whole, 'starts' | 'others' | 'kinds'> {
    const starts = new Uint32Array(count + 1);
    for (const end of this.ends) starts[end + 1] = unsignedAt(starts, end + 1) + 1;
    for (let node = 0; node < count; node++) starts[node + 1] = unsignedAt(starts, node + 1) + unsignedAt(starts, node);
    const next = starts.slice();
    const [others, kinds] = [new Uint32Array(this.ends.length), new Uint32Array(this.ends.length)];
    for (const [i, end] of this.ends.entries()) {
      const at = unsignedAt(next, end);
      next[end] = at + 1;
      others[at] = numberAt(this.ends, i ^ 1);
      kinds[at] = 2 * numberAt(this.kinds, i >> 1) + (i & 1);
    }
    return { starts, others, kinds };
  }
}
