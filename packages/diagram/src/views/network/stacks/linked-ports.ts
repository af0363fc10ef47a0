// How many ports of each device are linked.
import type { Facts } from '@lightloom/core';

/** Linked ports, by device. */
export function linkedPorts(facts: Facts): Uint32Array {
  return facts.once('diagram linked ports', () => {
    const { fabric } = facts;
    const linked = new Uint32Array(fabric.devices.count);
    const { used } = facts.topology;
    for (let port = 0; port < fabric.ports.count; port++) {
      if (used[port] !== 1) continue;
      const device = fabric.cages.device[fabric.ports.cage[port] as number] as number;
      linked[device] = (linked[device] as number) + 1;
    }
    return linked;
  });
}
