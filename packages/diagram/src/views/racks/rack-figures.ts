// Key figures of racks: power, height, density of switches.
import {
  type Derivation,
  densityOfSelection,
  exceeds,
  type Facts,
  numberAt,
  printCount,
  printNumber,
  printQuantity,
  rackPowerLimit,
  unknownText,
} from '@lightloom/core';
import type { Figure } from '../../graph/index.ts';
import { type FigureSpec, figuresOf } from '../captions/key-figures.ts';
import type { RackClass } from '../equal-racks/rack-classes.ts';
import { basisText, drawnValue } from '../text/phrases.ts';
import { feedFigures } from './feed-figures.ts';

/** @param ids all racks of the classes */
export function rackFigures(facts: Facts, classes: readonly RackClass[], ids: ReadonlySet<number>): Figure[] {
  // Equal racks are computed once.
  const total = (of: (rack: number) => Derivation): number =>
    classes.reduce((sum, { racks }) => sum + racks.length * of(numberAt(racks, 0)).value, 0);
  const fullest = fullestOf(facts, classes);
  const limit = rackPowerLimit(facts.fabric, fullest);
  const density = densityOfSelection(facts.fabric, { of: 'rack', ids: Uint32Array.from(ids) }, 'density');
  const specs: FigureSpec[] = [
    {
      label: 'Power in the racks',
      value: { ...facts.power.rack(fullest), value: total(facts.power.rack) },
      note: basisText(facts),
    },
    {
      label: 'Highest rack power',
      value: facts.power.rack(fullest),
      note: Number.isNaN(limit.value) ? 'limit unknown' : `of ${drawnValue(limit)}`,
      limit: { atMost: limit },
    },
    ...feedFigures(facts, ids),
  ];
  if (!Number.isNaN(density.value))
    specs.push({ label: 'Switch density', value: density, fact: 'density', note: 'over the height in use' });
  const [power, top, ...rest] = figuresOf(facts, specs, { of: 'rack', ids }) as [Figure, Figure, ...Figure[]];
  const over = classes
    .filter(({ racks }) => {
      const rack = numberAt(racks, 0);
      return exceeds(facts.placement.used(rack).known, facts.placement.height(rack).value);
    })
    .reduce((sum, { racks }) => sum + racks.length, 0);
  return [power, top, heightFigure(total(facts.placement.used), total(facts.placement.height), over), ...rest];
}

/** The rack farthest over its power limit; where none is, the one with the highest power. */
function fullestOf({ fabric, power }: Facts, classes: readonly RackClass[]): number {
  const racks = classes.map((each) => numberAt(each.racks, 0));
  const share = (rack: number): number => power.rack(rack).known / rackPowerLimit(fabric, rack).value;
  const over = racks.filter((rack) => exceeds(power.rack(rack).known, rackPowerLimit(fabric, rack).value));
  return over.length > 0
    ? over.reduce((a, b) => (share(b) > share(a) ? b : a))
    : racks.reduce((a, b) => (power.rack(b).known > power.rack(a).known ? b : a));
}

/**
 * @param used, height m
 * @param over racks that hold more than they have height for
 */
function heightFigure(used: number, height: number, over: number): Figure {
  return {
    label: 'Height in use',
    value: Number.isNaN(used / height) ? unknownText : printQuantity(used / height, 'ratio'),
    ...(over === 0 ? {} : { verdict: 'fails' }),
    note:
      over > 0
        ? `${printCount(over, 'rack')} over ${over === 1 ? 'its' : 'their'} height`
        : Number.isNaN(height)
          ? 'rack height unknown'
          : `of ${printNumber(height, 1)} m of rack height`,
  };
}
