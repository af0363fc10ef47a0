// Which devices make one box: the array they were declared in, and the same array in all groups that are drawn as one.
import { type Block, type Facts, type Group, isDeviceBlock, noTier, originKey, printAxes } from '@lightloom/core';
import { grouped } from '../../graph/index.ts';
import { indicesOf, ranges, span } from '../text/phrases.ts';

/** Up to so many equal groups stand side by side. */
const mostGroups = 8;
/** Of more, so many are drawn before the rest is folded. */
const beforeFold = 4;
/** Groups between which there are links are drawn as one from so many on: bands would cross all of the drawing. */
const leastInterlinked = 3;
/** Boxes of equal devices from declarations of their own before they are drawn as one. */
const mostEqual = 8;
/** Boxes and frames of one scope that a drawing has room for. */
const [mostBoxes, mostFrames] = [48, 24];
/** Groups that a view asks to see one by one, before the rest is folded after all. */
const mostExpanded = 64;

/** Groups drawn as one frame, or an array whose devices have a box each. */
export interface Frame {
  readonly id: string;
  readonly label: string;
  /** The array, when the frame is not of groups. */
  readonly block?: Block;
  readonly members: readonly Group[];
  readonly parent: Frame | undefined;
  /** Whether it stands for groups that would each have been drawn, and whether they are equal. */
  readonly folded: Folded;
}

type Folded = 'equal' | 'unlike' | undefined;

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

/** What is drawn as one, and what box by box. */
export interface Folding {
  /** Groups drawn as one with their equals. */
  readonly collapse: ReadonlySet<number>;
  /** Groups drawn one by one. */
  readonly expand: ReadonlySet<number>;
  /** Arrays of groups, by path, that are linked among themselves. */
  readonly interlinked: ReadonlySet<string>;
  /** Arrays whose devices get a box each. */
  readonly apart: ReadonlySet<Block>;
  /** Those of them that get a frame around their boxes. */
  readonly framed: ReadonlySet<Block>;
}

/**
 * Sorts devices into boxes.
 * @param drawn one flag a device
 * @param tiers hops from the hosts, by device
 */
export function stacksOf(facts: Facts, drawn: Uint8Array, tiers: Uint8Array, folding: Folding): Stacks {
  const { fabric } = facts;
  const { apart } = folding;
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

  const taken = new Set<string>();
  const arrays = new Map<string, Frame>();
  /** The frame of an array whose devices are drawn one by one, when it has one. */
  const arrayFrame = (block: Block, frame: Frame | undefined): Frame | undefined => {
    if (!folding.framed.has(block)) return frame;
    const outer = frame?.id ?? block.group?.path ?? '';
    const id = outer === '' ? block.name : `${outer}.${block.name}`;
    let found = arrays.get(id);
    if (found === undefined) {
      found = { id, label: block.name + printAxes(block.axes), block, members: [], parent: frame, folded: undefined };
      arrays.set(id, found);
      frames.push(found);
    }
    return found;
  };

  const visit = (members: readonly (Group | undefined)[], frame: Frame | undefined): void => {
    // Of unlike members each thing that one of them has.
    const own = firstOf(
      members.flatMap((member) => segments.get(member) ?? []),
      (each) => each.key,
    );
    for (const similar of mergeEqual(own, apart)) {
      const [segment] = similar as [Segment];
      const keys = new Set(similar.map((each) => each.key));
      const all = members.flatMap((member) => (segments.get(member) ?? []).filter((each) => keys.has(each.key)));
      const names = similar.map((each) => segmentName(each));
      const ids = similar.map((each) =>
        each.devices.length === each.block.count ? each.block.name : segmentName(each),
      );
      const path = frame?.id ?? segment.block.group?.path ?? '';
      const name = `${path === '' ? '' : `${path}.`}${ids.length > 1 ? `${ids[0]}..${ids.at(-1)}` : ids[0]}`;
      // Two choices from one array can have the same ends.
      let id = name;
      for (let i = 2; taken.has(id); i++) id = `${name} (${i})`;
      taken.add(id);
      add({
        id,
        label: span(names),
        frame: arrayFrame(segment.block, frame),
        blocks: [...new Set(all.map((each) => each.block))],
        devices: all.flatMap((each) => each.devices),
        tier: segment.tier,
      });
    }
    const within = firstOf(
      members.flatMap((member) => children.get(member) ?? []),
      (each) => each.name,
    );
    const sets = [...grouped(within, (group) => group.array.slice(group.parent?.path.length ?? 0)).values()].flatMap(
      (instances) => setsOf(instances, signature, folding),
    );
    for (const { groups, folded } of foldUnlike(sets)) {
      const name = arrayName(groups);
      const outer = frame?.id ?? groups[0]?.parent?.path ?? '';
      const names = new Set(groups.map((each) => each.name));
      const inner = members.flatMap((member) => (children.get(member) ?? []).filter((each) => names.has(each.name)));
      const id = outer === '' ? name : `${outer}.${name}`;
      const merged: Frame = { id, label: name, members: inner, parent: frame, folded };
      frames.push(merged);
      visit(inner, merged);
    }
  };
  visit([undefined], undefined);
  return { frames, stacks, of };
}

interface GroupSet {
  readonly groups: readonly Group[];
  readonly folded: Folded;
}

/** Instances of one array in sets that are drawn as one, in order. */
function setsOf(
  instances: readonly Group[],
  signature: (group: Group) => string,
  { collapse, expand, interlinked }: Folding,
): GroupSet[] {
  const sets: GroupSet[] = [];
  for (const equal of grouped(instances, signature).values()) {
    const expanded = equal.every((each) => expand.has(each.index));
    const entangled = equal.length >= leastInterlinked && interlinked.has((equal[0] as Group).array);
    const collapsed = equal.every((each) => collapse.has(each.index)) || (entangled && !expanded);
    if (equal.length > 1 && collapsed) sets.push({ groups: equal, folded: undefined });
    else {
      const most = expanded ? mostExpanded : mostGroups;
      const shown = equal.length > most ? (expanded ? most : beforeFold) : equal.length;
      for (const each of equal.slice(0, shown)) sets.push({ groups: [each], folded: undefined });
      if (shown < equal.length) sets.push({ groups: equal.slice(shown), folded: 'equal' });
    }
  }
  return sets.sort((a, b) => (a.groups[0] as Group).index - (b.groups[0] as Group).index);
}

/** More unlike groups than a drawing has room for: the rest of each template is one frame. */
function foldUnlike(sets: readonly GroupSet[]): readonly GroupSet[] {
  if (sets.length <= mostFrames) return sets;
  const rest = grouped(
    sets.slice(mostGroups).flatMap((each) => each.groups),
    (group) => group.template,
  );
  return [
    ...sets.slice(0, mostGroups),
    ...[...rest.values()].map((groups): GroupSet => ({ groups, folded: 'unlike' })),
  ];
}

/** The first of each key, in order. */
function firstOf<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const found = new Map<string, T>();
  for (const item of items) if (!found.has(keyOf(item))) found.set(keyOf(item), item);
  return [...found.values()];
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
function mergeEqual(segments: readonly Segment[], apart: ReadonlySet<Block>): Segment[][] {
  const sorts: readonly ((each: Segment) => string)[] = [
    (each) => each.signature,
    ({ block, tier }) => `${block.kind} ${tier} ${block.part?.index}`,
    ({ block, tier }) => `${block.kind} ${tier}`,
  ];
  // A file that a program wrote can have thousands of declarations, no two alike: what is merged becomes coarser.
  const found = sorts.map((sort) => mergedBy(segments, sort, apart));
  return found.find((sets) => sets.length <= mostBoxes) ?? (found.at(-1) as Segment[][]);
}

function mergedBy(
  segments: readonly Segment[],
  sort: (each: Segment) => string,
  apart: ReadonlySet<Block>,
): Segment[][] {
  const sets: Segment[][] = [];
  for (const equal of grouped(segments, sort).values()) {
    const most = equal[0]?.tier === null ? 2 * mostEqual : mostEqual;
    if (equal.length > most && !equal.some((each) => apart.has(each.block))) sets.push(equal);
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
