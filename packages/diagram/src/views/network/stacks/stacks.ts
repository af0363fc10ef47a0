// Which devices make one box: the array they were declared in, and the same array in all groups that are drawn as one.
import { type Block, type Facts, type Group, printAxes } from '@lightloom/core';
import { firstToLast, ranges } from '../../text/names.ts';
import { type Folded, type Folding, foldGroups } from './folding.ts';
import { type Outline, outlineOf } from './outline.ts';
import { type Drawn, mergeEqual, type Segment, segmentName } from './segments.ts';

/** Groups drawn as one frame, or an array whose devices have a box each. */
export interface Frame {
  readonly id: string;
  readonly label: string;
  /** The array, when the frame is not of groups. */
  readonly block?: Block;
  readonly members: readonly Group[];
  readonly parent: Frame | undefined;
  readonly folded: Folded;
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

export interface Stacks {
  readonly frames: readonly Frame[];
  readonly stacks: readonly Stack[];
  /** Index of the stack of each device, or -1. */
  readonly of: Int32Array;
}

/** What becomes one box or frame. */
export interface StackOptions extends Drawn, Folding {
  /** Arrays drawn one by one that get a frame around their boxes. */
  readonly framed: ReadonlySet<Block>;
}

/** Sorts devices into boxes. */
export function stacksOf(facts: Facts, options: StackOptions): Stacks {
  const outline = outlineOf(facts, options);
  const builder = createBuilder(facts.fabric.devices.count, options.framed);
  const visit = (members: readonly (Group | undefined)[], frame: Frame | undefined): void => {
    // Where members are unlike, each thing that one of them has.
    const all = members.flatMap(outline.segments);
    const own = firstOfEach(all, (each) => each.key);
    for (const similar of mergeEqual(own, options.apart)) builder.addStack(similar, all, frame);
    const within = firstOfEach(members.flatMap(outline.children), (each) => each.name);
    for (const { groups, folded } of foldGroups(within, outline.signature, options)) {
      const inner = frameOf(groups, folded, members, outline, frame);
      builder.addFrame(inner);
      visit(inner.members, inner);
    }
  };
  visit([undefined], undefined);
  return builder.done();
}

/** A frame for groups, and for their equals in every member of the frame around them. */
function frameOf(
  groups: readonly Group[],
  folded: Folded,
  members: readonly (Group | undefined)[],
  { children }: Outline,
  parent: Frame | undefined,
): Frame {
  const label = groupsName(groups);
  const outer = parent?.id ?? groups[0]?.parent?.path ?? '';
  const names = new Set(groups.map((each) => each.name));
  return {
    id: within(outer, label),
    label,
    members: members.flatMap(children).filter((each) => names.has(each.name)),
    parent,
    folded,
  };
}

interface Builder {
  addFrame(frame: Frame): void;
  /**
   * @param similar segments that become one box
   * @param all segments of every member of the frame
   */
  addStack(similar: readonly Segment[], all: readonly Segment[], frame: Frame | undefined): void;
  done(): Stacks;
}

function createBuilder(devices: number, framed: ReadonlySet<Block>): Builder {
  const frames: Frame[] = [];
  const stacks: Stack[] = [];
  const of = new Int32Array(devices).fill(-1);
  const taken = new Set<string>();
  const arrays = new Map<string, Frame>();

  /** The frame of an array whose devices are drawn one by one, when it has one. */
  const arrayFrame = (block: Block, parent: Frame | undefined): Frame | undefined => {
    if (!framed.has(block)) return parent;
    const id = within(parent?.id ?? block.group?.path ?? '', block.name);
    let found = arrays.get(id);
    if (found === undefined) {
      found = { id, label: block.name + printAxes(block.axes), block, members: [], parent, folded: undefined };
      arrays.set(id, found);
      frames.push(found);
    }
    return found;
  };

  return {
    addFrame: (frame) => frames.push(frame),
    addStack(similar, all, frame) {
      const [segment] = similar as [Segment];
      const keys = new Set(similar.map((each) => each.key));
      const every = all.filter((each) => keys.has(each.key));
      const name = within(frame?.id ?? segment.block.group?.path ?? '', idOf(similar));
      // Two choices from one array can have the same ends.
      let id = name;
      for (let i = 2; taken.has(id); i++) id = `${name} (${i})`;
      taken.add(id);
      const stack: Stack = {
        id,
        label: firstToLast(similar.map(segmentName)),
        frame: arrayFrame(segment.block, frame),
        blocks: [...new Set(every.map((each) => each.block))],
        devices: every.flatMap((each) => each.devices),
        tier: segment.tier,
      };
      for (const device of stack.devices) of[device] = stacks.length;
      stacks.push(stack);
    },
    done: () => ({ frames, stacks, of }),
  };
}

/** `leaf`, `leaf[3..4]`, `a..z` */
function idOf(similar: readonly Segment[]): string {
  const ids = similar.map((each) => (each.devices.length === each.block.count ? each.block.name : segmentName(each)));
  return ids.length > 1 ? `${ids[0]}..${ids.at(-1)}` : (ids[0] as string);
}

function within(outer: string, name: string): string {
  return outer === '' ? name : `${outer}.${name}`;
}

/** The first of each key, in order. */
function firstOfEach<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const found = new Map<string, T>();
  for (const item of items) if (!found.has(keyOf(item))) found.set(keyOf(item), item);
  return [...found.values()];
}

/** `su[1..2]` */
function groupsName(groups: readonly Group[]): string {
  const [first] = groups as [Group];
  const indices = groups.map(({ name }) => /^(.*)\[(\d+)\]$/s.exec(name));
  const numbers = indices.map((each) => Number(each?.[2]));
  return groups.length === 1 || numbers.some(Number.isNaN)
    ? firstToLast(groups.map((each) => each.name))
    : `${indices[0]?.[1] ?? first.name}[${ranges(numbers)}]`;
}
