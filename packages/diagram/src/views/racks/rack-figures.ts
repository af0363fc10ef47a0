// Key figures of racks: power, height, density of switches.
import {
  type Derivation,
  densityOfSelection,
  type Facts,
  numberAt,
  printNumber,
  printQuantity,
  printValue,
  rackPowerLimit,
  unknownText,
} from '@lightloom/core';
import type { Figure } from '../../graph/index.ts';
import { type FigureSpec, figuresOf } from '../captions/key-figures.ts';
import type { RackClass } from '../equal-racks/rack-classes.ts';
import { basisText } from '../text/phrases.ts';

/** @param ids all racks of the classes */
export function rackFigures(facts: Facts, classes: readonly RackClass[], ids: ReadonlySet<number>): Figure[] {
  // Equal racks are computed once.
  const total = (of: (rack: number) => Derivation): number =>
    classes.reduce((sum, { racks }) => sum + racks.length * of(numberAt(racks, 0)).value, 0);
  const fullest = classes
    .map(({ racks }) => numberAt(racks, 0))
    .reduce((a, b) => (facts.power.rack(b).known > facts.power.rack(a).known ? b : a));
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
      note: Number.isNaN(limit.value) ? 'limit unknown' : `of ${printValue(limit)}`,
    },
  ];
  if (!Number.isNaN(density.value))
    specs.push({ label: 'Switch density', value: density, fact: 'density', note: 'over the height in use' });
  const [power, top, ...rest] = figuresOf(facts, specs, { of: 'rack', ids }) as [Figure, Figure, ...Figure[]];
  return [power, top, heightFigure(total(facts.placement.used), total(facts.placement.height)), ...rest];
}

/** @param used, height m */
function heightFigure(used: number, height: number): Figure {
  return {
    label: 'Height in use',
    value: Number.isNaN(used / height) ? unknownText : printQuantity(used / height, 'ratio'),
    note: Number.isNaN(height) ? 'rack height unknown' : `of ${printNumber(height, 1)} m of rack height`,
  };
}
