// Who is whose neighbour, for the patterns that link the devices of one side to each other.

import type { LinkFault } from '../model/fabric.ts';
import { unsignedAt } from '../model/index.ts';
import { devicesOf, type Laid, type PortSet, portsEachOf } from './pattern.ts';

/**
 * A regular graph. Every device has as many slots as neighbours; slot `s` of device `d` is the end `d * degree + s`.
 */
export interface Wiring {
  readonly devices: number;
  readonly degree: number;
  /** The end on the other side of an end; the peer of the peer is the end itself. */
  peer(end: number): number;
}

/**
 * Lays a wiring. A device's ports are dealt to its slots in order and evenly: with twice as many ports as neighbours,
 * the first two ports go to the first neighbour.
 */
export function layWiring(side: PortSet, wiring: Wiring): Laid | LinkFault {
  const { devices, degree } = wiring;
  const each = portsEachOf(side);
  const perSlot = each / degree;
  if (!Number.isInteger(perSlot) || perSlot < 1) return { kind: 'degree', needed: degree, have: each };
  const from = new Uint32Array((devices * degree * perSlot) / 2);
  const to = new Uint32Array(from.length);
  let link = 0;
  for (let device = 0; device < devices; device++) {
    for (let slot = 0; slot < degree; slot++) {
      const end = device * degree + slot;
      const peer = wiring.peer(end);
      if (peer <= end) continue;
      const other = Math.floor(peer / degree);
      const first = unsignedAt(side.starts, device) + slot * perSlot;
      const last = unsignedAt(side.starts, other) + (peer - other * degree) * perSlot;
      for (let i = 0; i < perSlot; i++) {
        from[link] = unsignedAt(side.ports, first + i);
        to[link++] = unsignedAt(side.ports, last + i);
      }
    }
  }
  return { from, to };
}

/** The fault of a side with another number of devices than a pattern joins; undefined where it fits. */
export function wrongCount(side: PortSet, needed: number): LinkFault | undefined {
  const have = devicesOf(side);
  return have === needed ? undefined : { kind: 'devices', needed, have };
}

/**
 * The fault of a pattern that does not exist with these numbers.
 * @param why a sentence without its full stop
 * @param help what would work
 */
export function impossible(why: string, help: string): LinkFault {
  return { kind: 'impossible', why, help };
}
