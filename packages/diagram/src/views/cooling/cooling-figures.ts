// Key figures of coolant loops: heat, flow, return temperature, headroom.
import { type Derivation, exceeds, type Facts, type Loop, leastOf, printValue } from '@lightloom/core';
import type { Figure } from '../../graph/index.ts';
import { type FigureSpec, figuresOf } from '../captions/key-figures.ts';
import { drawnValue, joined } from '../text/phrases.ts';

/** Branches over their limit that have a figure. */
const maxHot = 3;

/** A loop that is drawn, and the name of it and of those it is drawn for. */
interface NamedLoop {
  readonly loop: Loop;
  readonly name: string;
}

/** @param options `partial`: whether racks are left out, so that each figure must name its loop */
export function coolingFigures(
  facts: Facts,
  loops: readonly NamedLoop[],
  { partial }: { readonly partial: boolean },
): Figure[] {
  const [first] = loops;
  if (first === undefined) return [];
  const { loop, name } = first;
  const { cooling } = facts;
  const specs =
    loops.length === 1
      ? [
          ...loopFigures(facts, loop, partial || name !== loop.name ? ` of ${name}` : ''),
          ...pressureFigure(facts, loop, partial || name !== loop.name ? ` of ${name}` : ''),
          ...hotBranches(facts, loop),
        ]
      : loops.map((each): FigureSpec => headroomFigure(cooling.headroom(each.loop), ` of ${each.name}`));
  return figuresOf(facts, specs, { of: 'loop', ids: new Set(loops.map((each) => each.loop.index)) });
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
      ...(cdus === undefined
        ? {}
        : {
            note: `capacity of ${cdus.left} of ${cdus.all} CDUs: ${drawnValue(cdus.heat)}`,
            limit: { atMost: cdus.heat },
          }),
    },
    { label: `Flow${of}`, value: cooling.flow(loop), ...flowNote(loop, cdus?.flow) },
    {
      label: `Return${of}`,
      value: back,
      fact: 'temperature',
      point: 'return',
      note: joined([
        `rise ${drawnValue(cooling.rise(loop))}`,
        limit === undefined ? 'no limit given' : `limit ${drawnValue({ ...back, value: limit })}`,
      ]),
      ...(limit === undefined ? {} : { limit: { atMost: { ...back, value: limit, known: limit } } }),
    },
    headroomFigure(cooling.headroom(loop), of),
  ];
}

/** How much more heat a loop could take; none may be missing. */
function headroomFigure(left: Derivation, of: string): FigureSpec {
  return {
    label: `Headroom${of}`,
    value: left,
    fact: 'headroom',
    note: left.value < 0 ? 'more heat than it can carry' : 'of the heat it can carry',
    limit: { atLeast: { ...left, value: 0, known: 0 } },
  };
}

/** What the loop loses on its worst path, where enough of it is known to be judged by what its CDUs deliver. */
function pressureFigure({ pressure }: Facts, loop: Loop, of: string): FigureSpec[] {
  const [lost, head] = [pressure.loop(loop), pressure.head(loop)];
  if (head === undefined || Number.isNaN(head.value)) return [];
  if (Number.isNaN(lost.value) && !exceeds(leastOf(lost), head.value)) return [];
  return [
    {
      label: `Pressure drop${of}`,
      value: lost,
      note: `of ${printValue(head)} from the CDUs`,
      limit: { atMost: head },
    },
  ];
}

/** The branches that are warmer than they may be; the warmest above its limit first. */
function hotBranches({ fabric, cooling }: Facts, loop: Loop): FigureSpec[] {
  return fabric.branches
    .filter((each) => each.loop === loop.index)
    .map((branch) => ({
      branch,
      back: cooling.branches.outlet(branch),
      limit: branch.values.return?.value ?? Number.NaN,
    }))
    .filter(({ back, limit }) => exceeds(back.value, limit))
    .sort((a, b) => b.back.value - b.limit - (a.back.value - a.limit))
    .slice(0, maxHot)
    .map(({ branch, back, limit }): FigureSpec => {
      const most = { ...back, value: limit, known: limit };
      return {
        label: `Return of ${branch.name}`,
        value: back,
        note: `limit ${printValue(most)}`,
        limit: { atMost: most },
      };
    });
}

/**
 * What circulates, and what the loop asks of its CDUs against what the remaining ones deliver.
 * @param delivered m³/s
 */
function flowNote(loop: Loop, delivered: Derivation | undefined): Pick<FigureSpec, 'note' | 'limit'> {
  const coolant = loop.values.coolant?.value.name ?? 'coolant unknown';
  if (delivered === undefined || Number.isNaN(delivered.value)) return { note: coolant };
  return { note: `${coolant}, of ${printValue(delivered)} from the CDUs`, limit: { atMost: delivered } };
}
