// The boxes of a loop: its frame, its CDUs, its racks.
import {
  type Block,
  type Derivation,
  type Facts,
  isPart,
  type Loop,
  type Part,
  printCount,
  printQuantity,
  printValue,
} from '@lightloom/core';
import { type Group, grouped, type Node, type Status } from '../../graph/index.ts';
import { type RackClass, rowsText } from '../equal-racks/rack-classes.ts';
import { heatText, indicesOf, joined, placed, times } from '../text/phrases.ts';

/** Gives a temperature its place on the scale of the drawing. */
export type Paint = (temperature: Derivation, text: string) => Status;

/** The frame of a loop. */
export function groupOf(loop: Loop): Group {
  const { coolant } = loop.values;
  return {
    id: loop.name,
    kind: 'loop',
    label: loop.name,
    lines: [coolant === undefined ? 'coolant unknown' : coolant.value.name],
    count: 1,
    ...placed(loop.origin),
    detail: `Coolant loop ${loop.name}`,
  };
}

/** CDUs by the array they were declared in. */
export function cduNodes({ fabric }: Facts, loop: Loop): Node[] {
  const from = loop.values.from?.value;
  if (from === undefined) return [];
  const byBlock = grouped(
    [...from.selection.ids].sort((a, b) => a - b),
    (id) => fabric.blocks[fabric.cdus.block[id] as number] as Block,
  );
  const { redundancy } = from;
  const spare =
    redundancy === undefined ? 'no redundancy said' : 'mirrored' in redundancy ? 'n+n' : `n+${redundancy.spare}`;
  return [...byBlock].map(([block, ids]): Node => {
    const part = block.part !== undefined && isPart(block.part, 'cdu') ? (block.part as Part<'cdu'>) : undefined;
    const { capacity, flow, approach } = part?.values ?? {};
    const name =
      block.path +
      (block.axes.length === 0
        ? ''
        : indicesOf(
            block,
            ids.map((id) => id - block.first),
          ));
    const lines = [
      joined([times(ids.length, part?.name ?? 'unknown type'), spare]),
      capacity === undefined ? 'capacity unknown' : `${printQuantity(capacity.value, 'power')} each`,
      flow === undefined ? 'flow unknown' : `up to ${printQuantity(flow.value, 'volume flow')} each`,
      ...(approach === undefined ? [] : [`approach ${printQuantity(approach.value, 'temperature difference')}`]),
    ];
    return {
      id: ids.length === block.count ? `${loop.name}/${block.path}` : `${loop.name}/${name}`,
      kind: 'cdu',
      label: name,
      lines,
      count: ids.length,
      group: loop.name,
      ...placed(block.origin),
      detail: [`${name}: ${printCount(ids.length, 'CDU')}`, ...lines].join('\n'),
    };
  });
}

/** Equal racks that hang on a loop, or on none. */
export function rackNode(facts: Facts, each: RackClass, loop: Loop | undefined, paint: Paint): Node {
  const [rack] = each.racks as [number];
  const { cooling } = facts;
  const flow = cooling.branches.rackFlow(rack).value;
  const back = cooling.rackReturn(rack);
  const one = each.racks.length > 1 ? ' each' : '';
  const lines = [
    joined([printCount(each.racks.length, 'rack'), rowsText(each.rows)]),
    ...(loop === undefined
      ? []
      : [
          heatText(cooling.rackHeat(rack), 'to liquid') + one,
          Number.isNaN(flow) ? 'flow unknown' : `${printQuantity(flow, 'volume flow')}${one}`,
        ]),
    heatText(cooling.rackAirHeat(rack), 'to air') + one,
  ];
  const why = [back, cooling.rackHeat(rack)].flatMap(({ unknown }) =>
    unknown === undefined ? [] : [`Unknown: ${unknown}.`],
  );
  return {
    id: each.id,
    kind: 'rack',
    label: each.label,
    lines,
    count: each.racks.length,
    group: loop?.name ?? 'no loop',
    ...(loop === undefined ? {} : { status: paint(back, `return ${printValue(back)}`) }),
    ...placed(each.block.origin),
    detail: [each.label, ...lines, ...(loop === undefined ? [] : [`return ${printValue(back)}`, ...new Set(why)])].join(
      '\n',
    ),
  };
}
