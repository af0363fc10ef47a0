// The box of equal racks on a loop, or on none.
import { type Facts, type Loop, printCount, printQuantity, printValue } from '@lightloom/core';
import type { LoopsNode } from '../../graph/index.ts';
import { type RackClass, rowsText } from '../equal-racks/rack-classes.ts';
import { originOf } from '../text/json-values.ts';
import { drawnPower, heatText, joined, unknownReasons } from '../text/phrases.ts';
import { type Paint, returnStatus } from './paint.ts';

/** A rack with its place in the drawing of the loops. */
export function rackNode(facts: Facts, each: RackClass, loop: Loop, paint: Paint): LoopsNode {
  const [rack] = each.racks as [number];
  const { cooling } = facts;
  const back = cooling.rackReturn(rack);
  const heat = cooling.rackHeat(rack);
  const one = each.racks.length > 1 ? ' each' : '';
  const lines = [
    countLine(each),
    heatText(heat, 'to liquid') + one,
    flowText(cooling.branches.rackFlow(rack).value, one),
    heatText(cooling.rackAirHeat(rack), 'to air') + one,
  ];
  return {
    ...boxOf(each, lines),
    group: loop.name,
    status: returnStatus(back, paint),
    detail: [each.label, ...lines, `return ${printValue(back)}`, ...unknownReasons([back, heat])].join('\n'),
  };
}

/** A rack that is cooled by air alone. */
export function airCooledNode({ cooling }: Facts, each: RackClass, group: string): LoopsNode {
  const [rack] = each.racks as [number];
  const lines = [
    countLine(each),
    heatText(cooling.rackAirHeat(rack), 'to air') + (each.racks.length > 1 ? ' each' : ''),
  ];
  return { ...boxOf(each, lines), group, detail: [each.label, ...lines].join('\n') };
}

function boxOf({ id, label, racks, block }: RackClass, lines: readonly string[]) {
  return { id, kind: 'rack', label, lines, count: racks.length, ...originOf(block.origin) } as const;
}

function countLine({ racks, rows }: RackClass): string {
  return joined([printCount(racks.length, 'rack'), rowsText(rows)]);
}

/**
 * `60 L/min`, or `flow unknown`.
 * @param flow m³/s
 * @param each text behind it
 */
function flowText(flow: number, each = ''): string {
  return Number.isNaN(flow) ? 'flow unknown' : `${printQuantity(flow, 'volume flow')}${each}`;
}

/** The lines of a box for racks that are not drawn one by one: heat in W, flow in m³/s. */
export function sumLines(heat: number, flow: number): readonly [string, string] {
  return [Number.isNaN(heat) ? 'heat to liquid unknown' : `${drawnPower(heat)} to liquid`, flowText(flow)];
}
