// Where devices, racks and feeds are in a drawing of racks.
import { type Facts, itemAt, rackOfDevice, unsignedAt } from '@lightloom/core';
import type { RackClass } from '../equal-racks/rack-classes.ts';
import type { Locator } from '../marks/locator.ts';
import { arrayPath } from '../text/names.ts';
import { feedId } from './feed-figures.ts';
import { stackId } from './stack-node.ts';

/** @param classes the racks that are drawn */
export function rackLocator({ fabric, devices }: Facts, classes: readonly RackClass[]): Locator {
  const classOf = new Map(classes.flatMap((each) => each.racks.map((rack) => [rack, each] as const)));
  const arrays = fabric.blocks.map(arrayPath);
  const totals = new Map(
    classes.flatMap((each) =>
      each.fillings.map((filling) => [stackId(each, filling), filling.count * each.racks.length] as const),
    ),
  );
  return {
    itemOf(of, id) {
      switch (of) {
        case 'device': {
          const rack = classOf.get(rackOfDevice(fabric, id));
          const array = itemAt(arrays, unsignedAt(fabric.devices.block, id));
          return rack === undefined ? undefined : stackId(rack, { array, index: unsignedAt(devices.of, id) });
        }
        case 'rack':
          return classOf.get(id)?.id;
        case 'feed':
          return feedId(itemAt(fabric.feeds, id).name);
        default:
          return undefined;
      }
    },
    totalOf: (item) => totals.get(item),
  };
}
