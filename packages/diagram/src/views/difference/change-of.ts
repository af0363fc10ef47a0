// What became of the devices and links of two designs, as numbers: the places of the names in the key to the colors.
import {
  byteAt,
  type DesignDiff,
  isRackMoved,
  type Matching,
  rackOfDevice,
  signedAt,
  unsignedAt,
} from '@lightloom/core';

/** What became of something. */
export const state = { same: 0, added: 1, removed: 2, changed: 3 } as const;
export type State = (typeof state)[keyof typeof state];

/** Signs that are read without color. */
export const signs = ['', '+ ', '− ', '~ '] as const;

/** Why a device counts as changed, as bits. */
export const reason = { type: 1, moved: 2, rack: 4, modules: 8 } as const;

/** What became of the devices of the new design. One of the old design that isn't in it was removed. */
export interface DeviceStates {
  readonly of: Uint8Array;
  /** Why those that changed did, as bits. */
  readonly reasons: Uint8Array;
}

/** Finds what became of each device. */
export function deviceStates({ matching, before, after }: DesignDiff): DeviceStates {
  const { devices, cages } = matching;
  const { fabric } = after;
  const reasons = new Uint8Array(fabric.devices.count);
  const types = comparable(matching);
  for (let now = 0; now < reasons.length; now++) {
    const old = signedAt(devices.before, now);
    if (old < 0) continue;
    reasons[now] = placeReason(matching, old, now);
    const [was, is] = [signedAt(before.fabric.devices.part, old), signedAt(fabric.devices.part, now)];
    if (types.before(was) !== types.after(is)) reasons[now] = byteAt(reasons, now) | reason.type;
  }
  for (let cage = 0; cage < fabric.cages.count; cage++) {
    const old = signedAt(cages.before, cage);
    if (old < 0) continue;
    const device = unsignedAt(fabric.cages.device, cage);
    const [was, is] = [signedAt(before.fabric.cages.module, old), signedAt(fabric.cages.module, cage)];
    if (types.before(was) !== types.after(is)) reasons[device] = byteAt(reasons, device) | reason.modules;
  }
  const of = reasons.map((bits, now) =>
    signedAt(devices.before, now) < 0 ? state.added : bits === 0 ? state.same : state.changed,
  );
  return { of, reasons };
}

/** Classes of types, -1 for none. */
function comparable({ parts }: Matching) {
  return {
    before: (part: number): number => (part < 0 ? -1 : signedAt(parts.before, part)),
    after: (part: number): number => (part < 0 ? -1 : signedAt(parts.after, part)),
  };
}

/** Whether a device is in another rack, or in one that stands elsewhere, as bits. */
function placeReason(matching: Matching, old: number, now: number): number {
  const [was, is] = [rackOfDevice(matching.before, old), rackOfDevice(matching.after, now)];
  if (was < 0 ? is >= 0 : signedAt(matching.racks.after, was) !== is) return reason.moved;
  return was >= 0 && isRackMoved(matching, was, is) ? reason.rack : 0;
}
