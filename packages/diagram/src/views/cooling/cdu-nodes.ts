// The frame of a loop and the boxes of its CDUs.
import {
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
import { joined, times } from '../text/phrases.ts';

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
  const byBlock = grouped(
    [...from.selection.ids].sort((a, b) => a - b),
    (id) => itemAt(fabric.blocks, unsignedAt(fabric.cdus.block, id)),
  );
  const { redundancy } = from;
  const spare =
    redundancy === undefined ? 'no redundancy given' : 'mirrored' in redundancy ? 'n+n' : `n+${redundancy.spare}`;
  return [...byBlock].map(([block, ids]): LoopsNode => {
    const part = block.part !== undefined && isPart(block.part, 'cdu') ? (block.part as Part<'cdu'>) : undefined;
    const name = arrayName(block, ids);
    const lines = [joined([times(ids.length, part?.name ?? 'unknown type'), spare]), ...figuresOf(part)];
    return {
      id: ids.length === block.count ? `${loop.name}/${block.path}` : `${loop.name}/${name}`,
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

function figuresOf(part: Part<'cdu'> | undefined): string[] {
  const { capacity, flow, approach } = part?.values ?? {};
  return [
    capacity === undefined ? 'capacity unknown' : `${printQuantity(capacity.value, 'power')} each`,
    flow === undefined ? 'flow unknown' : `up to ${printQuantity(flow.value, 'volume flow')} each`,
    ...(approach === undefined ? [] : [`approach ${printQuantity(approach.value, 'temperature difference')}`]),
  ];
}
