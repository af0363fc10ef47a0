// How many ports each device has, and how many of them are linked.
import { type Answer, defineAnswer, deviceOfPort, firstCageOf, portsOfCages, reads, unsignedAt } from '@lightloom/core';

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

/** Ports of each device; an empty cage offers as many as `portsOfCages` counts. */
export const portsOfDevices: Answer<Uint32Array> = defineAnswer(reads('fabric', 'topology'), ({ fabric, topology }) => {
  const offered = portsOfCages(fabric, topology);
  const ports = new Uint32Array(fabric.devices.count);
  for (let device = 0; device < ports.length; device++)
    for (let cage = firstCageOf(fabric, device); cage < firstCageOf(fabric, device + 1); cage++)
      ports[device] = unsignedAt(ports, device) + unsignedAt(offered, cage);
  return ports;
});
