// How many ports of each device are linked.
import { type Answer, defineAnswer, deviceOfPort, reads, unsignedAt } from '@lightloom/core';

/** Linked ports, by device. */
export const linkedPorts: Answer<Uint32Array> = defineAnswer(
  reads('fabric', 'topology'),
  ({ fabric, topology: { used } }) => {
    const linked = new Uint32Array(fabric.devices.count);
    for (let port = 0; port < fabric.ports.count; port++) {
      if (used[port] !== 1) continue;
      const device = deviceOfPort(fabric, port);
      linked[device] = unsignedAt(linked, device) + 1;
    }
    return linked;
  },
);
