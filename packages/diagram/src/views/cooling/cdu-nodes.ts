// The frame of a loop and the boxes of its CDUs.
import {
  type Block,
  type Fabric,
  type Facts,
  isPart,
  itemAt,
  type Loop,
  type Part,
  printCount,
  printQuantity,
  unsignedAt,
} from '@lightloom/core';
import { grouped, type LoopGroup, type LoopsNode } from '../../graph/index.ts';
import { originOf } from '../text/json-values.ts';
import { arrayName } from '../text/names.ts';
import { drawnPower, joined, times } from '../text/phrases.ts';

/** The frame of a loop. */
export function loopGroup(loop: Loop): LoopGroup {
  const { coolant } = loop.values;
  return {
    id: loop.name,
    kind: 'loop',
    label: loop.name,
    lines: [coolant === undefined ? 'coolant unknown' : coolant.value.name],
    count: 1,
    ...originOf(loop.origin),
    detail: `Coolant loop ${loop.name}`,
  };
}

/** The CDUs of a loop, by the array they were declared in. */
export function cduNodes({ fabric }: Facts, loop: Loop): LoopsNode[] {
  const from = loop.values.from?.value;
  if (from === undefined) return [];
  const { redundancy } = from;
  const spare =
    redundancy === undefined ? 'no redundancy given' : 'mirrored' in redundancy ? 'n+n' : `n+${redundancy.spare}`;
  return [...cdusByArray(fabric, loop)].map(([block, ids]): LoopsNode => {
    const part = block.part !== undefined && isPart(block.part, 'cdu') ? (block.part as Part<'cdu'>) : undefined;
    const name = arrayName(block, ids);
    const lines = [joined([times(ids.length, part?.name ?? 'unknown type'), spare]), ...figuresOf(part)];
    return {
      id: cduId(loop, block, ids),
      kind: 'cdu',
      label: name,
      lines,
      count: ids.length,
      group: loop.name,
      ...originOf(block.origin),
      detail: [`${name}: ${printCount(ids.length, 'CDU')}`, ...lines].join('\n'),
    };
  });
}

/** The CDUs of a loop by their array, in order. */
function cdusByArray(fabric: Fabric, { values: { from } }: Loop): Map<Block, number[]> {
  return grouped(
    [...(from?.value.selection.ids ?? [])].sort((a, b) => a - b),
    (id) => itemAt(fabric.blocks, unsignedAt(fabric.cdus.block, id)),
  );
}

function cduId(loop: Loop, block: Block, ids: readonly number[]): string {
  return `${loop.name}/${ids.length === block.count ? block.path : arrayName(block, ids)}`;
}

/** Ids of the boxes of CDUs: a CDU of several loops is in the box of the last. */
export function cduIds(fabric: Fabric): ReadonlyMap<number, string> {
  return new Map(
    fabric.loops.flatMap((loop) =>
      [...cdusByArray(fabric, loop)].flatMap(([block, ids]) => ids.map((id) => [id, cduId(loop, block, ids)] as const)),
    ),
  );
}

function figuresOf(part: Part<'cdu'> | undefined): string[] {
  const { capacity, flow, approach } = part?.values ?? {};
  return [
    capacity === undefined ? 'capacity unknown' : `${drawnPower(capacity.value)} each`,
    flow === undefined ? 'flow unknown' : `up to ${printQuantity(flow.value, 'volume flow')} each`,
    ...(approach === undefined ? [] : [`approach ${printQuantity(approach.value, 'temperature difference')}`]),
  ];
}
