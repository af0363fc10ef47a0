// Devices of one array in one tier, and which of them are alike enough to be one box.
import { type Block, byteAt, type Facts, noTier, numberAt, originKey, unsignedAt } from '@lightloom/core';
import { grouped } from '../../../graph/index.ts';
import { indicesOf } from '../../text/names.ts';
import { linkedPorts } from './linked-ports.ts';

/** Boxes of equal devices, declared one by one, before they are drawn as one. */
const maxEqual = 8;
/** Boxes of one scope that a drawing has room for. */
const maxBoxes = 48;

/** Devices of one block in one tier; a single device where the block is drawn one by one. */
export interface Segment {
  readonly block: Block;
  /** Hops from the hosts, or null. */
  readonly tier: number | null;
  readonly devices: number[];
  /** The same for the same segment of every instance of a template. */
  readonly key: string;
  /** The same for segments with equal contents. */
  readonly signature: string;
}

/** What the segments of a drawing follow from. */
export interface Drawn {
  /** One flag a device. */
  readonly devices: Uint8Array;
  /** Hops from the hosts, by device. */
  readonly tiers: Uint8Array;
  /** Arrays whose devices get a box each. */
  readonly apart: ReadonlySet<Block>;
}

/** The segments of a block that are drawn. */
export function segmentsOf(facts: Facts, block: Block, { devices: drawn, tiers, apart }: Drawn): Segment[] {
  const single = apart.has(block);
  const lists = new Map<number, number[]>();
  for (let device = block.first; device < block.first + block.count; device++) {
    if (drawn[device] !== 1) continue;
    const key = single ? device : byteAt(tiers, device);
    const list = lists.get(key);
    if (list === undefined) lists.set(key, [device]);
    else list.push(device);
  }
  return [...lists.values()].map((devices) => segmentOf(facts, block, devices, byteAt(tiers, numberAt(devices, 0))));
}

function segmentOf(facts: Facts, block: Block, devices: number[], tier: number): Segment {
  const linked = linkedPorts(facts);
  let ports = 0;
  const classes = new Map<number, number>();
  for (const device of devices) {
    ports += unsignedAt(linked, device);
    const index = unsignedAt(facts.devices.of, device);
    classes.set(index, (classes.get(index) ?? 0) + 1);
  }
  const contents = [...classes].map((each) => each.join('×')).join();
  const row = tier === noTier ? null : tier;
  return {
    block,
    devices,
    tier: row,
    key: `${block.name}${originKey(block.origin)} ${numberAt(devices, 0) - block.first} ${tier}`,
    signature: `${block.kind} ${devices.length} ${row} ${contents} ${ports}`,
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
export function mergeEqual(segments: readonly Segment[], apart: ReadonlySet<Block>): Segment[][] {
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
  apart: ReadonlySet<Block>,
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
