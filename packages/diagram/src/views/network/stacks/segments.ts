// Devices of one array in one tier, and which of them are alike enough to be one box.
import { type Block, byteAt, type Facts, itemAt, noTier, originKey, unsignedAt } from '@lightloom/core';
import { grouped } from '../../../graph/index.ts';
import { indicesOf } from '../../text/names.ts';
import { linkedPorts } from './linked-ports.ts';

/** Boxes of equal devices, declared one by one, before they are drawn as one. */
const maxEqual = 8;
/** Boxes without a tier that are drawn one by one, however equal: in a net of sites, each is one of its own. */
const maxUnordered = 96;
/** Boxes of one scope that a drawing has room for. */
const maxBoxes = 48;
/** Boxes of one array in one tier that devices linked unlike make of it. */
const maxParts = 8;
/** Boxes that devices linked unlike add to a scope. */
const maxAdded = 24;

/** Devices of one block in one tier that are linked alike; a single device where the block is drawn one by one. */
export interface Segment {
  readonly block: Block;
  /** Hops from the hosts, or null. */
  readonly tier: number | null;
  readonly devices: number[];
  /** The same for the same segment of every instance of a template. */
  readonly key: string;
  /** The same for segments with equal contents. */
  readonly signature: string;
  /** The same where the first devices are linked alike. */
  readonly links: number;
}

/** What the segments of a drawing follow from. */
export interface Drawn {
  /** One flag a device. */
  readonly devices: Uint8Array;
  /** Hops from the hosts, by device. */
  readonly tiers: Uint8Array;
  /** Colors of devices by round, equal where they are linked alike; the first is that of their array and tier. */
  readonly colors: readonly Uint32Array[];
  /** Arrays whose devices get a box each, or a box for so many of them. */
  readonly apart: ReadonlyMap<Block, number>;
}

/** The segments that are drawn of the arrays of a scope. Devices of an array that are linked unlike are apart. */
export function segmentsIn(facts: Facts, blocks: readonly Block[], drawn: Drawn): Segment[] {
  const least = blocks.map((block) => (drawn.apart.has(block) ? fewOf(block, drawn) : byColor(block, drawn, 0)));
  // Links in no order would make a box of each device: then devices are compared over fewer hops.
  for (let round = drawn.colors.length - 1; ; round--) {
    const boxes = blocks.map((block, i) => boxesOf(block, drawn, itemAt(least, i), round));
    const added = boxes.reduce((sum, each, i) => sum + each.length - itemAt(least, i).length, 0);
    if (round > 0 && added > maxAdded) continue;
    return boxes.flatMap((lists, i) => lists.map((devices) => segmentOf(facts, itemAt(blocks, i), devices, drawn)));
  }
}

/** The devices of each box of an array: those of one color in the last round, or in an earlier one where that makes too many. */
function boxesOf(block: Block, drawn: Drawn, least: number[][], last: number): number[][] {
  for (let round = drawn.apart.has(block) ? 0 : last; round > 0; round--) {
    const boxes = byColor(block, drawn, round);
    if (boxes.length - least.length < maxParts) return boxes;
  }
  return least;
}

/** A box for each device of an array, or for as many as it says. */
function fewOf(block: Block, { devices, apart }: Drawn): number[][] {
  const each = apart.get(block) ?? 1;
  return Array.from({ length: Math.ceil(block.count / each) }, (_, i) =>
    Array.from({ length: Math.min(each, block.count - i * each) }, (_, j) => block.first + i * each + j).filter(
      (device) => byteAt(devices, device) === 1,
    ),
  ).filter((box) => box.length > 0);
}

/** A box for each color of an array in a round. */
function byColor({ first, count }: Block, { devices, colors }: Drawn, round: number): number[][] {
  const lists = new Map<number, number[]>();
  const color = itemAt(colors, round);
  for (let device = first; device < first + count; device++) {
    if (devices[device] !== 1) continue;
    const list = lists.get(unsignedAt(color, device));
    if (list === undefined) lists.set(unsignedAt(color, device), [device]);
    else list.push(device);
  }
  return [...lists.values()];
}

function segmentOf(facts: Facts, block: Block, devices: number[], { tiers, colors }: Drawn): Segment {
  const linked = linkedPorts(facts);
  const [first] = devices as [number];
  let ports = 0;
  const classes = new Map<number, number>();
  for (const device of devices) {
    ports += unsignedAt(linked, device);
    const index = unsignedAt(facts.devices.of, device);
    classes.set(index, (classes.get(index) ?? 0) + 1);
  }
  const contents = [...classes].map((each) => each.join('×')).join();
  const tier = byteAt(tiers, first);
  const row = tier === noTier ? null : tier;
  return {
    block,
    devices,
    tier: row,
    key: `${block.name}${originKey(block.origin)} ${first - block.first} ${tier}`,
    signature: `${block.kind} ${devices.length} ${row} ${contents} ${ports}`,
    links: unsignedAt(itemAt(colors, 1), first),
  };
}

/** `leaf[1..4]` */
export function segmentName({ block, devices }: Segment): string {
  if (block.axes.length === 0) return block.name;
  return (
    block.name +
    indicesOf(
      block,
      devices.map((each) => each - block.first),
    )
  );
}

/** Segments that are equal and too many to be drawn each; the others by themselves. */
export function mergeEqual(segments: readonly Segment[], apart: ReadonlyMap<Block, number>): Segment[][] {
  if (segments.length <= maxUnordered && segments.every((each) => each.tier === null))
    return segments.map((each) => [each]);
  const keys: readonly ((each: Segment) => string)[] = [
    (each) => each.signature,
    ({ block, tier }) => `${block.kind} ${tier} ${block.part?.index}`,
    ({ block, tier }) => `${block.kind} ${tier}`,
  ];
  // A generated file can have thousands of declarations, no two alike: then the comparison becomes coarser.
  const found = keys.map((keyOf) => mergedBy(segments, keyOf, apart));
  return found.find((sets) => sets.length <= maxBoxes) ?? (found.at(-1) as Segment[][]);
}

function mergedBy(
  segments: readonly Segment[],
  keyOf: (each: Segment) => string,
  apart: ReadonlyMap<Block, number>,
): Segment[][] {
  const sets: Segment[][] = [];
  for (const equal of grouped(segments, keyOf).values()) {
    const max = equal[0]?.tier === null ? 2 * maxEqual : maxEqual;
    if (equal.length > max && !equal.some((each) => apart.has(each.block))) sets.push(equal);
    else for (const each of equal) sets.push([each]);
  }
  const firstDevice = ([segment]: readonly Segment[]): number => segment?.devices[0] ?? 0;
  return sets.sort((a, b) => firstDevice(a) - firstDevice(b));
}
