// The pipes of a loop: supply, return, and the connections of its CDUs and racks to both.
import { type Facts, type Loop, printQuantity } from '@lightloom/core';
import type { LoopsNode, Status, Trunk } from '../../graph/index.ts';
import type { RackClass } from '../equal-racks/rack-classes.ts';
import { known, originOf } from '../text/json-values.ts';
import { joined, valueOr } from '../text/phrases.ts';
import { type Paint, returnStatus, supplyStatus } from './paint.ts';

export interface Pipe {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** m³/s */
  readonly flow: number;
  readonly status?: Status | undefined;
  /** Lines of its label. */
  readonly lines?: readonly string[];
}

/** A pipe from one box to another; a main leads from a frame to itself. */
export function pipe({ id, from, to, flow, status, lines = [] }: Pipe): Trunk {
  const text = printQuantity(flow, 'volume flow');
  return {
    ...{ id, from, to, lines, weight: known(flow) },
    ...(status === undefined ? {} : { status }),
    detail: `${id}: ${status === undefined ? text : `${text}, ${status.text}`}`,
  };
}

/**
 * The two mains of a loop, and the pipes between them and its CDUs and racks.
 * @param cdus the boxes of its CDUs
 * @param racks racks that are connected to the loop directly
 */
export function pipesOf(
  facts: Facts,
  loop: Loop,
  cdus: readonly LoopsNode[],
  racks: readonly RackClass[],
  paint: Paint,
): Trunk[] {
  const { name } = loop;
  const { cooling } = facts;
  const total = cooling.flow(loop).value;
  const supply = supplyStatus(facts, loop, paint);
  const back = returnStatus(cooling.returnTemperature(loop), paint);
  const all = cdus.reduce((sum, each) => sum + each.count, 0);
  return [
    ...mains(facts, loop, supply, back),
    ...cdus.flatMap(({ id, count }) => {
      const flow = (total * count) / all;
      return [
        pipe({ id: `${name}.supply from ${id}`, from: id, to: name, flow, status: supply }),
        pipe({ id: `${name}.return to ${id}`, from: name, to: id, flow, status: back }),
      ];
    }),
    ...racks.flatMap(({ id, racks: ids }) => {
      const [rack] = ids as [number];
      const flow = cooling.branches.rackFlow(rack).value * ids.length;
      const own = returnStatus(cooling.rackReturn(rack), paint);
      return [
        pipe({ id: `${name}.supply to ${id}`, from: name, to: id, flow, status: supply }),
        pipe({ id: `${name}.return from ${id}`, from: id, to: name, flow, status: own }),
      ];
    }),
  ];
}

function mains(facts: Facts, loop: Loop, supply: Status, back: Status): Trunk[] {
  const flow = facts.cooling.flow(loop);
  const limit = loop.values.return;
  const main = (name: 'supply' | 'return', status: Status, line: string): Trunk => ({
    ...{ id: `${loop.name}.${name}`, from: loop.name, to: loop.name },
    lines: [line],
    weight: known(flow.value),
    status,
    ...originOf(loop.origin),
    detail: `${name} of ${loop.name}\n${line}`,
  });
  return [
    main('supply', supply, joined([supply.text, valueOr(flow, 'flow')])),
    main(
      'return',
      back,
      joined([
        back.text,
        limit === undefined ? 'no limit given' : `limit ${printQuantity(limit.value, 'temperature')}`,
      ]),
    ),
  ];
}
