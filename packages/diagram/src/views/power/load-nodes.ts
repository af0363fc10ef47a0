// Boxes of loads: equal racks or CDUs; many kinds of them on the same feeds share one.
import {
  type Derivation,
  deliverable,
  type Facts,
  numberAt,
  partOfCdu,
  partOfRack,
  printCount,
  printNumber,
  rackPowerLimit,
  shelfPower,
  sum,
  times,
} from '@lightloom/core';
import { grouped, type TiersNode } from '../../graph/index.ts';
import { originOf } from '../text/json-values.ts';
import { times as countOf, joined, ofLimit, shareOfLimit, unknownReasons, valueOr } from '../text/phrases.ts';
import type { Load } from './loads.ts';

/** Equal racks, or CDUs: type, power of one against what it can draw, shelves. */
export function loadNode(facts: Facts, load: Load): TiersNode {
  const { id, label, ids, block, kind } = load;
  const { fabric, power } = facts;
  const first = numberAt(ids, 0);
  // A short peak is for the feeds: what a rack delivers limits its power without them.
  const each = kind === 'rack' ? power.rack(first) : load.each;
  const peak = load.each.known > each.known ? [`${valueOr(load.each, 'power')} at its peak`] : [];
  const part = kind === 'rack' ? partOfRack(fabric, first) : partOfCdu(fabric, first);
  const limit = kind === 'rack' ? deliverable(fabric, first, rackPowerLimit(fabric, first)) : undefined;
  const own = limit === undefined ? `${valueOr(each, 'power')} each` : ofLimit(each, limit, 'power');
  const lines = [
    countOf(ids.length, part?.name ?? 'unknown type'),
    ...(limit === undefined ? [own] : []),
    ...peak,
    ...(kind === 'rack' ? shelfLines(facts, first) : []),
  ];
  return {
    ...{ id, kind, label, lines, count: ids.length, tier: 1 },
    ...(limit === undefined
      ? {}
      : {
          status: { value: shareOfLimit(each, limit), text: ids.length > 1 ? `${own} each` : own },
          meter: true,
        }),
    ...originOf(block.origin),
    detail: [label, ...lines, own, ...unknownReasons(limit === undefined ? [each] : [each, limit])].join('\n'),
  };
}

/** `2 × PowerShelf33, 66 kW with a supply of each lost` */
function shelfLines({ fabric }: Facts, rack: number): string[] {
  const shelves = partOfRack(fabric, rack)?.values.shelves?.value ?? [];
  const power = shelfPower(fabric, rack);
  if (power === undefined) return [];
  const isLess = shelves.every(({ part }) => part.values['redundant-power'] !== undefined);
  const names = shelves.map(({ count, part }) => countOf(count, part.name)).join(', ');
  return [names, `${valueOr(power, 'power')} of shelves${isLess ? ', a supply of each lost' : ''}`];
}

/** Loads that have no box of their own, in one for each set of feeds. */
export function otherLoads(
  loads: readonly Load[],
): (Pick<Load, 'id' | 'each' | 'ids' | 'set'> & { readonly node: TiersNode })[] {
  return [...grouped(loads, ({ set }) => set).values()].map((list, i) => {
    const [{ set, block }] = list as [Load];
    const count = list.reduce((all, { ids }) => all + ids.length, 0);
    const power: Derivation = sum(
      'power',
      'power',
      'sum of its loads',
      list.map(({ ids, each }) => times(ids.length, each)),
    );
    const id = `other loads ${i + 1}`;
    const lines = [joined([valueOr(power, 'power'), 'in all'])];
    const node: TiersNode = {
      ...{
        id,
        kind: 'rack',
        label: `${printCount(list.length, 'other kind', 'other kinds')} of load`,
        lines: [`${printNumber(count, 0)} racks and CDUs`, ...lines],
        count,
        tier: 1,
      },
      ...originOf(block.origin),
      detail: list
        .map(({ label, each }) => `${label}: ${valueOr(each, 'power')} each`)
        .slice(0, 40)
        .join('\n'),
    };
    // The box is one load.
    return { id, each: power, ids: [0], set, node };
  });
}
