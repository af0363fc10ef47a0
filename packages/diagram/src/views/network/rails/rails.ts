// Rails: port k of every host is linked to leaf k, so a leaf and the links to it have the number of their rail.
import { type Facts, signedAt, toDevice } from '@lightloom/core';

/** The rail of each device, from 1; 0 where it is on none, -1 where it is on several. */
export function railsOf({ fabric }: Facts): Int32Array {
  const rails = new Int32Array(fabric.devices.count);
  for (const { pattern, first, count, to } of fabric.linkGroups) {
    if (pattern !== 'rails') continue;
    // Links are in the order of the hosts, and at each host in that of the rails.
    for (let link = first; link < first + count; link++) {
      const [device, rail] = [toDevice(fabric, link), ((link - first) % to.devices) + 1];
      const known = signedAt(rails, device);
      rails[device] = known === 0 || known === rail ? rail : -1;
    }
  }
  return rails;
}

/** The rail that all of some devices are on; undefined where they are on none, or on different ones. */
export function railOf(rails: Int32Array, devices: readonly number[]): number | undefined {
  const [first = -1] = devices;
  const rail = first < 0 ? 0 : signedAt(rails, first);
  return rail > 0 && devices.every((each) => signedAt(rails, each) === rail) ? rail : undefined;
}
