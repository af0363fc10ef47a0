// A second switch beside one that all paths go through.
import type { Remedy } from '../../findings/index.ts';
import { blockOf, type Fabric, fromDevice, toDevice } from '../../model/index.ts';

/**
 * Two switches in place of a single one, where each switch below it has an even number of links to it: half of them go to each, and
 * no port is missing on either side.
 */
export function secondSwitch(fabric: Fabric, device: number): Remedy[] {
  const block = blockOf(fabric, device);
  const touching = fabric.linkGroups.filter(({ first, count }) => {
    for (let link = first; link < first + count; link++)
      if (fromDevice(fabric, link) === device || toDevice(fabric, link) === device) return true;
    return false;
  });
  const canShare = touching.every(
    ({ pattern, from, to }) =>
      (pattern === 'pairs' || pattern === 'mesh') && from !== to && to.devices === 1 && from.portsEach % 2 === 0,
  );
  return block.axes.length === 0 && touching.length > 0 && canShare
    ? [{ title: `Add a second ${block.name}`, changes: [{ kind: 'multiply', at: block.origin, count: 2 }] }]
    : [];
}
