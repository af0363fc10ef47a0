// What each port is joined to: the links at a port, and the port at their other end.
import { type Fabric, signedAt, unsignedAt } from '../../model/index.ts';

/** The ends of links by port. An end is a number: twice the link, and one more for the end it leads to. */
export interface Joins {
  readonly fabric: Fabric;
  /** By port, the last end there, or -1. */
  readonly head: Int32Array;
  /** By end, the next one at the same port, or -1: more than one where a port has several links. */
  readonly next: Int32Array;
}

/** Finds the links at each port: two steps a link. */
export function joinsOf(fabric: Fabric): Joins {
  const { links, ports } = fabric;
  const head = new Int32Array(ports.count).fill(-1);
  const next = new Int32Array(2 * links.count).fill(-1);
  for (let end = 0; end < next.length; end++) {
    const port = portAt(fabric, end);
    next[end] = signedAt(head, port);
    head[port] = end;
  }
  return { fabric, head, next };
}

/** The port at an end. */
export function portAt({ links }: Fabric, end: number): number {
  return unsignedAt((end & 1) === 0 ? links.from : links.to, end >> 1);
}

/** The port at the other end of a link. */
export function farPort(fabric: Fabric, end: number): number {
  return portAt(fabric, end ^ 1);
}

/** Calls back for each link at a device, with its port there and the port at the other end. */
export function eachJoin(
  { fabric, head, next }: Joins,
  device: number,
  found: (own: number, far: number) => void,
): void {
  const { devices, cages } = fabric;
  const first = unsignedAt(cages.firstPort, unsignedAt(devices.firstCage, device));
  const end = unsignedAt(cages.firstPort, unsignedAt(devices.firstCage, device + 1));
  for (let port = first; port < end; port++)
    for (let at = signedAt(head, port); at >= 0; at = signedAt(next, at)) found(port, farPort(fabric, at));
}

/** Where a port is on its device: the same number for the same channel of the same cage of equal devices. */
export function placeOfPort({ ports, cages, devices }: Fabric, port: number): number {
  const cage = unsignedAt(ports.cage, port);
  const within = cage - unsignedAt(devices.firstCage, unsignedAt(cages.device, cage));
  return within * 4096 + port - unsignedAt(cages.firstPort, cage);
}
