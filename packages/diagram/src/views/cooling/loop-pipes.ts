// The pipes of a loop: supply and return, and what hangs between them.
import { type Derivation, type Facts, type Loop, printQuantity, printValue } from '@lightloom/core';
import type { Status, Trunk } from '../../graph/index.ts';
import type { RackClass } from '../equal-racks/rack-classes.ts';
import { joined, known, placed } from '../text/phrases.ts';
import { cduNodes, type Paint } from './loop-boxes.ts';

/** Temperature of what a loop supplies. */
export function supplyOf({ cooling }: Facts, loop: Loop, paint: Paint): Status {
  const cold: Derivation = { ...cooling.returnTemperature(loop), value: loop.values.supply?.value ?? Number.NaN };
  return paint(cold, `supply ${printValue(cold)}`);
}

/** A pipe from one box to another; a main is from a frame to itself. */
export function pipe(
  id: string,
  from: string,
  to: string,
  weight: number,
  status: Status | undefined,
  lines: readonly string[] = [],
): Trunk {
  return {
    ...{ id, from, to, lines, weight: known(weight) },
    ...(status === undefined ? {} : { status }),
    detail: `${id}: ${[printQuantity(weight, 'volume flow'), status?.text].filter((each) => each !== undefined).join(', ')}`,
  };
}

/** The two mains of a loop, and what its CDUs and racks have between them. */
export function pipesOf(facts: Facts, loop: Loop, racks: readonly RackClass[], paint: Paint): Trunk[] {
  const { cooling } = facts;
  const flow = cooling.flow(loop);
  const back = cooling.returnTemperature(loop);
  const { supply, return: limit } = loop.values;
  const cold: Derivation = { ...back, value: supply?.value ?? Number.NaN };
  const supplyStatus = supplyOf(facts, loop, paint);
  const backStatus = paint(back, `return ${printValue(back)}`);
  const main = (name: 'supply' | 'return', status: Status, lines: readonly string[]): Trunk => ({
    id: `${loop.name}.${name}`,
    from: loop.name,
    to: loop.name,
    lines,
    weight: known(flow.value),
    status,
    ...placed(loop.origin),
    detail: [`${name} of ${loop.name}`, ...lines].join('\n'),
  });
  const pipes: Trunk[] = [
    main('supply', supplyStatus, [
      joined([`supply ${printValue(cold)}`, Number.isNaN(flow.value) ? 'flow unknown' : printValue(flow)]),
    ]),
    main('return', backStatus, [
      joined([
        `return ${printValue(back)}`,
        limit === undefined ? 'no limit said' : `limit ${printQuantity(limit.value, 'temperature')}`,
      ]),
    ]),
  ];
  const cdus = cduNodes(facts, loop);
  const all = cdus.reduce((sum, each) => sum + each.count, 0);
  for (const { id, count } of cdus) {
    const share = (flow.value * count) / all;
    pipes.push(pipe(`${loop.name}.supply from ${id}`, id, loop.name, share, supplyStatus));
    pipes.push(pipe(`${loop.name}.return to ${id}`, loop.name, id, share, backStatus));
  }
  for (const { id, racks: ids } of racks) {
    const through = cooling.branches.rackFlow(ids[0] as number).value * ids.length;
    const own = cooling.rackReturn(ids[0] as number);
    pipes.push(pipe(`${loop.name}.supply to ${id}`, loop.name, id, through, supplyStatus));
    pipes.push(pipe(`${loop.name}.return from ${id}`, id, loop.name, through, paint(own, `return ${printValue(own)}`)));
  }
  return pipes;
}
