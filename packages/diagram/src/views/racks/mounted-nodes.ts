// What is mounted in a rack besides devices: power shelves, patch panels, CDUs.
import { type Facts, numberAt, printQuantity, rackPowerLimit } from '@lightloom/core';
import type { RacksNode } from '../../graph/index.ts';
import type { RackClass } from '../equal-racks/rack-classes.ts';
import { known, originOf } from '../text/json-values.ts';
import { joined, times } from '../text/phrases.ts';

/** A box for each type; parts that say they take no height have none. */
export function mountedNodes(facts: Facts, each: RackClass): RacksNode[] {
  const rack = numberAt(each.racks, 0);
  const limit = rackPowerLimit(facts.fabric, rack);
  return facts.placement
    .mounted(rack)
    .filter(({ part }) => part.values.height?.value !== 0)
    .map(({ part, count }): RacksNode => {
      const height = part.values.height?.value ?? Number.NaN;
      const power = part.kind === 'cdu' ? (part.values.power?.value ?? Number.NaN) * count : 0;
      const lines = [
        joined([
          { shelf: 'power shelf', panel: 'patch panel', cdu: 'CDU' }[part.kind],
          Number.isNaN(height) ? 'height unknown' : printQuantity(height, 'length', part.values.height?.unit),
        ]),
        ...(part.kind === 'shelf'
          ? [`delivers ${printQuantity(part.values.power?.value ?? Number.NaN, 'power')} each`]
          : []),
      ];
      const face = { width: each.width, rows: [] };
      return {
        ...{ id: `${each.id}/${part.kind}:${part.name}`, kind: part.kind === 'cdu' ? 'cdu' : 'other' },
        ...{ label: times(count, part.name), lines, count, group: each.id },
        status: {
          value: known(power / limit.value),
          text: part.kind === 'cdu' ? 'power of its pumps' : 'draws no power of its own',
        },
        height: known(height),
        ...{ front: face, rear: face },
        ...originOf(each.block.origin),
        detail: [`${times(count, part.name)} in each of ${each.label}`, ...lines].join('\n'),
      };
    });
}
