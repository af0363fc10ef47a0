// Key figures of coolant loops: heat, flow, return temperature, headroom.
import { type Facts, type Loop, printValue } from '@lightloom/core';
import type { Figure } from '../../graph/index.ts';
import { type FigureSpec, figuresOf } from '../captions/key-figures.ts';
import { joined } from '../text/phrases.ts';

/** @param options `partial`: whether racks are left out, so that each figure must name its loop */
export function coolingFigures(
  facts: Facts,
  loops: readonly Loop[],
  { partial }: { readonly partial: boolean },
): Figure[] {
  const [loop] = loops;
  if (loop === undefined) return [];
  const { cooling } = facts;
  const specs =
    loops.length === 1
      ? loopFigures(facts, loop, partial ? ` of ${loop.name}` : '')
      : loops.map(
          (each): FigureSpec => ({
            label: `Headroom of ${each.name}`,
            value: cooling.headroom(each),
            fact: 'headroom',
          }),
        );
  return figuresOf(facts, specs, { of: 'loop', ids: new Set(loops.map((each) => each.index)) });
}

/** @param of text behind each label */
function loopFigures({ cooling }: Facts, loop: Loop, of: string): FigureSpec[] {
  const limit = loop.values.return?.value;
  const cdus = cooling.cdus(loop);
  const back = cooling.returnTemperature(loop);
  return [
    {
      label: `Liquid heat${of}`,
      value: cooling.heat(loop),
      ...(cdus === undefined ? {} : { note: `capacity of ${cdus.left} of ${cdus.all} CDUs: ${printValue(cdus.heat)}` }),
    },
    { label: `Flow${of}`, value: cooling.flow(loop), note: loop.values.coolant?.value.name ?? 'coolant unknown' },
    {
      label: `Return${of}`,
      value: back,
      fact: 'temperature',
      point: 'return',
      note: joined([
        `rise ${printValue(cooling.rise(loop))}`,
        limit === undefined ? 'no limit given' : `limit ${printValue({ ...back, value: limit })}`,
      ]),
    },
    { label: `Headroom${of}`, value: cooling.headroom(loop), fact: 'headroom', note: 'below the return limit' },
  ];
}
