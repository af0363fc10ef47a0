// Racks of a loop that a view leaves out: one box for all of them, since their heat is in the loop's figures.
import { type Derivation, type Facts, type Loop, printCount, printQuantity } from '@lightloom/core';
import type { Node, Status, Trunk } from '../graph/index.ts';
import { known, placed } from './phrases.ts';

/** What the racks left out take together. */
export interface Others {
  readonly racks: number;
  /** W, `NaN` when unknown. */
  readonly heat: number;
  /** m³/s, `NaN` when unknown. */
  readonly flow: number;
  /** Temperature at which it leaves them, where it is the same for all. */
  readonly back: Derivation | undefined;
}

/** Racks on a loop that are not drawn. */
export function othersOn({ fabric, cooling }: Facts, loop: Loop, drawn: ReadonlySet<number> | undefined): Others {
  let [racks, heat, flow] = [0, 0, 0];
  const backs = new Map<number, Derivation>();
  for (let rack = 0; drawn !== undefined && rack < fabric.racks.count; rack++) {
    if (fabric.racks.loop[rack] !== loop.index || drawn.has(rack)) continue;
    racks++;
    heat += cooling.rackHeat(rack).value;
    flow += fabric.racks.flow[rack] as number;
    const back = cooling.rackReturn(rack);
    backs.set(back.value, back);
  }
  return { racks, heat, flow, back: backs.size === 1 ? [...backs.values()][0] : undefined };
}

/** The box for them. */
export function othersNode(loop: Loop, { racks, heat, flow, back }: Others, status: Status | undefined): Node {
  const lines = [
    'not in this view',
    Number.isNaN(heat) ? 'heat to liquid unknown' : `${printQuantity(heat, 'power')} to liquid`,
    Number.isNaN(flow) ? 'flow unknown' : printQuantity(flow, 'volume flow'),
    ...(back === undefined && racks > 1 ? ['returns differ'] : []),
  ];
  const label = `${printCount(racks, 'other rack')}`;
  return {
    id: `${loop.name}/others`,
    kind: 'rack',
    label,
    lines,
    count: racks,
    group: loop.name,
    ...(status === undefined ? {} : { status }),
    ...placed(loop.origin),
    detail: [`${label} on ${loop.name}`, ...lines].join('\n'),
  };
}

/** Their pipes. */
export function othersPipes(loop: Loop, { flow }: Others, cold: Status, back: Status | undefined): Trunk[] {
  const others = `${loop.name}/others`;
  const weight = known(flow);
  const pipe = (id: string, from: string, to: string, status: Status | undefined): Trunk => ({
    ...{ id, from, to, lines: [], weight },
    ...(status === undefined ? {} : { status }),
    detail: `${id}: ${printQuantity(flow, 'volume flow')}`,
  });
  return [
    pipe(`${loop.name}.supply to others`, loop.name, others, cold),
    pipe(`${loop.name}.return from others`, others, loop.name, back),
  ];
}
