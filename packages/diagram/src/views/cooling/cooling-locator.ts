// Where racks, CDUs, branches and loops are in a drawing of the cooling.
import { type Facts, itemAt, rackOfDevice } from '@lightloom/core';
import type { RackClass } from '../equal-racks/rack-classes.ts';
import type { Locator } from '../marks/locator.ts';
import { cduIds } from './cdu-nodes.ts';

/** Rules about the end of a loop: they are marked on its main, others on its frame. */
const ofMains: Readonly<Record<string, 'supply' | 'return'>> = {
  'cooling/return-temperature': 'return',
  'cooling/supply-temperature': 'supply',
};

/**
 * @param classes the racks that are drawn
 * @param standsFor what represents the parts of loops that aren't drawn, by id
 */
export function coolingLocator(
  { fabric }: Facts,
  classes: readonly RackClass[],
  standsFor: ReadonlyMap<string, string>,
): Locator {
  const classOf = new Map(classes.flatMap((each) => each.racks.map((rack) => [rack, each.id] as const)));
  const cdus = cduIds(fabric);
  const itemOf: Locator['itemOf'] = (of, id, rule) => {
    switch (of) {
      case 'loop': {
        const { name } = itemAt(fabric.loops, id);
        const main = ofMains[rule];
        return main === undefined ? name : `${name}.${main}`;
      }
      case 'branch':
        return itemAt(fabric.branches, id).name;
      case 'rack':
        return classOf.get(id);
      case 'cdu':
        return cdus.get(id);
      // What is wrong with a device otherwise doesn't concern its coolant.
      case 'device':
        return rule.startsWith('cooling/') ? classOf.get(rackOfDevice(fabric, id)) : undefined;
      default:
        return undefined;
    }
  };
  return {
    itemOf(of, id, rule) {
      const item = itemOf(of, id, rule);
      return item === undefined ? undefined : (standsFor.get(item) ?? item);
    },
  };
}
