// Which devices make one box: the array they were declared in, and the same array in all groups that are drawn as one.
import { type Block, type Facts, type Group, isDeviceBlock, noTier, originKey } from '@lightloom/core';
import { grouped } from '../graph/index.ts';
import { indicesOf, ranges, span } from './phrases.ts';

/** Up to so many equal groups stand side by side. */
const mostGroups = 8;
/** Of more, so many are drawn before the rest is folded. */
const beforeFold = 4;
/** Boxes of equal devices from declarations of their own before they are drawn as one. */
const mostEqual = 8;

/** Groups drawn as one frame. */
export interface Frame {
  readonly id: string;
  readonly label: string;
  readonly members: readonly Group[];
  readonly parent: Frame | undefined;
  /** How many more of these would have been drawn. */
  readonly folded: boolean;
}

/** Devices drawn as one box. */
export interface Stack {
  readonly id: string;
  readonly label: string;
  readonly frame: Frame | undefined;
  readonly blocks: readonly Block[];
  readonly devices: readonly number[];
  /** Hops from the hosts, or null. */
  readonly tier: number | null;
}

/** Devices of one block in one tier. */
interface Segment {
  readonly block: Block;
  readonly tier: number | null;
  readonly devices: number[];
  readonly key: string;
  readonly signature: string;
}

export interface Stacks {
  readonly frames: readonly Frame[];
  readonly stacks: readonly Stack[];
  /** The stack of each device, or -1. */
  readonly of: Int32Array;
}

/**
 * Sorts devices into boxes.
 * @param drawn one flag a device
 * @param tiers hops from the hosts, by device
 * @param collapse groups drawn as one with their equals
 * @param apart blocks whose devices get a box each
 */
export function stacksOf(
  facts: Facts,
  drawn: Uint8Array,
  tiers: Uint8Array,
  collapse: ReadonlySet<number>,
  apart: ReadonlySet<Block>,
): Stacks {
  const { fabric } = facts;
  const linked = linkedPorts(facts);
  const framed = (group: Group | undefined): Group | undefined => (group?.kind === 'network' ? undefined : group);
  const segments = grouped(
    fabric.blocks
      .filter(isDeviceBlock)
      .flatMap((block) => segmentsOf(facts, block, drawn, tiers, linked, apart.has(block))),
    ({ block }) => framed(block.group),
  );
  const used = new Set<Group>();
  for (const group of segments.keys())
    for (let each = group; each !== undefined; each = framed(each.parent)) used.add(each);
  const children = grouped(
    fabric.groups.filter((group) => used.has(group)),
    (group) => framed(group.parent),
  );

  const signatures = new Map<Group, string>();
  const signature = (group: Group): string => {
    let found = signatures.get(group);
    if (found === undefined) {
      const own = (segments.get(group) ?? []).map((each) => `${each.key}=${each.signature}`);
      const below = (children.get(group) ?? []).map((each) => `${each.name}(${signature(each)})`);
      signatures.set(group, (found = `${group.template} ${[...own, ...below].join(';')}`));
    }
    return found;
  };

  const frames: Frame[] = [];
  const stacks: Stack[] = [];
  const of = new Int32Array(fabric.devices.count).fill(-1);
  const add = (stack: Stack): void => {
    for (const device of stack.devices) of[device] = stacks.length;
    stacks.push(stack);
  };

  const visit = (members: readonly (Group | undefined)[], frame: Frame | undefined): void => {
    const [first] = members;
    for (const similar of mergeEqual(segments.get(first) ?? [])) {
      const [segment] = similar as [Segment];
      const keys = new Set(similar.map((each) => each.key));
      const all = members.flatMap((member) => (segments.get(member) ?? []).filter((each) => keys.has(each.key)));
      const names = similar.map((each) => segmentName(each));
      const ids = similar.map((each) =>
        each.devices.length === each.block.count ? each.block.name : segmentName(each),
      );
      const path = frame?.id ?? segment.block.group?.path ?? '';
      add({
        id: `${path === '' ? '' : `${path}.`}${ids.length > 1 ? `${ids[0]}..${ids.at(-1)}` : ids[0]}`,
        label: span(names),
        frame,
        blocks: [...new Set(all.map((each) => each.block))],
        devices: all.flatMap((each) => each.devices),
        tier: segment.tier,
      });
    }
    for (const instances of grouped(children.get(first) ?? [], (group) => group.array).values()) {
      for (const { equal, folded } of setsOf(instances, signature, collapse)) {
        const name = arrayName(equal);
        const outer = frame?.id ?? equal[0]?.parent?.path ?? '';
        const names = new Set(equal.map((each) => each.name));
        const inner = members.flatMap((member) => (children.get(member) ?? []).filter((each) => names.has(each.name)));
        const merged: Frame = {
          id: outer === '' ? name : `${outer}.${name}`,
          label: name,
          members: inner,
          parent: frame,
          folded,
        };
        frames.push(merged);
        visit(inner, merged);
      }
    }
  };
  visit([undefined], undefined);
  return { frames, stacks, of };
}

/** Instances of one array in sets that are drawn as one, in order. */
function setsOf(
  instances: readonly Group[],
  signature: (group: Group) => string,
  collapse: ReadonlySet<number>,
): { equal: Group[]; folded: boolean }[] {
  const sets: { equal: Group[]; folded: boolean }[] = [];
  for (const equal of grouped(instances, signature).values()) {
    if (equal.length > 1 && equal.every((each) => collapse.has(each.index))) sets.push({ equal, folded: false });
    else {
      const shown = equal.length > mostGroups ? beforeFold : equal.length;
      for (const each of equal.slice(0, shown)) sets.push({ equal: [each], folded: false });
      if (shown < equal.length) sets.push({ equal: equal.slice(shown), folded: true });
    }
  }
  return sets.sort((a, b) => (a.equal[0] as Group).index - (b.equal[0] as Group).index);
}

/** `su[1..2]` */
function arrayName(groups: readonly Group[]): string {
  const [first] = groups as [Group];
  const indices = groups.map(({ name }) => /^(.*)\[(\d+)\]$/s.exec(name));
  const numbers = indices.map((each) => Number(each?.[2]));
  return groups.length === 1 || numbers.some(Number.isNaN)
    ? span(groups.map((each) => each.name))
    : `${indices[0]?.[1] ?? first.name}[${ranges(numbers)}]`;
}

/** Segments that are equal and too many to be drawn each; the others by themselves. */
function mergeEqual(segments: readonly Segment[]): Segment[][] {
  const sets: Segment[][] = [];
  for (const equal of grouped(segments, (each) => each.signature).values()) {
    const most = equal[0]?.tier === null ? 4 * mostEqual : mostEqual;
    if (equal.length > most) sets.push(equal);
    else for (const each of equal) sets.push([each]);
  }
  return sets.sort((a, b) => (a[0]?.devices[0] as number) - (b[0]?.devices[0] as number));
}

function segmentName({ block, devices }: Segment): string {
  if (block.axes.length === 0) return block.name;
  return (
    block.name +
    indicesOf(
      block,
      devices.map((each) => each - block.first),
    )
  );
}

function segmentsOf(
  facts: Facts,
  block: Block,
  drawn: Uint8Array,
  tiers: Uint8Array,
  linked: Uint32Array,
  apart: boolean,
): Segment[] {
  const byTier = new Map<number, number[]>();
  for (let device = block.first; device < block.first + block.count; device++) {
    if (drawn[device] !== 1) continue;
    const key = apart ? -1 - device : (tiers[device] as number);
    const list = byTier.get(key);
    if (list === undefined) byTier.set(key, [device]);
    else list.push(device);
  }
  return [...byTier].map(([tierOrDevice, devices]) => {
    const tier = tierOrDevice < 0 ? (tiers[devices[0] as number] as number) : tierOrDevice;
    let ports = 0;
    const classes = new Map<number, number>();
    for (const device of devices) {
      ports += linked[device] as number;
      const index = facts.devices.of[device] as number;
      classes.set(index, (classes.get(index) ?? 0) + 1);
    }
    const contents = [...classes].map((each) => each.join('×')).join();
    const place = tier === noTier ? null : tier;
    return {
      block,
      devices,
      tier: place,
      key: `${block.name}${originKey(block.origin)} ${(devices[0] as number) - block.first} ${tier}`,
      signature: `${block.kind} ${devices.length} ${place} ${contents} ${ports}`,
    };
  });
}

/** Ports in use, by device. */
export function linkedPorts(facts: Facts): Uint32Array {
  return facts.once('diagram linked ports', () => {
    const { fabric } = facts;
    const linked = new Uint32Array(fabric.devices.count);
    const { used } = facts.topology;
    for (let port = 0; port < fabric.ports.count; port++) {
      if (used[port] !== 1) continue;
      const device = fabric.cages.device[fabric.ports.cage[port] as number] as number;
      linked[device] = (linked[device] as number) + 1;
    }
    return linked;
  });
}
