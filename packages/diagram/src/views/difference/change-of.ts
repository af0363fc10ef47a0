// What became of the devices and links of two designs, as numbers: the places of the names in the key to the colors.
import { byteAt, type DesignDiff, type Matching, rackOfDevice, signedAt } from '@lightloom/core';

/** What became of something. */
export const state = { same: 0, added: 1, removed: 2, changed: 3 } as const;
export type State = (typeof state)[keyof typeof state];

/** Signs that are read without color. */
export const signs = ['', '+ ', '− ', '~ '] as const;

/** By device of the new design, what became of it. A device of the old one that isn't in the new one was removed. */
export function deviceStates({ matching, before, after }: DesignDiff): Uint8Array {
  const { devices, cages } = matching;
  const { fabric } = after;
  const states = new Uint8Array(fabric.devices.count);
  const modules = comparable(matching);
  for (let now = 0; now < states.length; now++) {
    const old = signedAt(devices.before, now);
    if (old < 0) states[now] = state.added;
    else if (isMoved(matching, old, now) || isOtherType(matching, old, now)) states[now] = state.changed;
  }
  for (let cage = 0; cage < fabric.cages.count; cage++) {
    const old = signedAt(cages.before, cage);
    const device = fabric.cages.device[cage] ?? 0;
    if (old < 0 || byteAt(states, device) !== state.same) continue;
    if (
      modules.before(signedAt(before.fabric.cages.module, old)) !== modules.after(signedAt(fabric.cages.module, cage))
    )
      states[device] = state.changed;
  }
  return states;
}

/** Classes of types, -1 for none. */
function comparable({ parts }: Matching) {
  return {
    before: (part: number): number => (part < 0 ? -1 : signedAt(parts.before, part)),
    after: (part: number): number => (part < 0 ? -1 : signedAt(parts.after, part)),
  };
}

function isMoved({ before, after, racks }: Matching, old: number, now: number): boolean {
  const [was, is] = [rackOfDevice(before, old), rackOfDevice(after, now)];
  return was < 0 ? is >= 0 : signedAt(racks.after, was) !== is;
}

function isOtherType(matching: Matching, old: number, now: number): boolean {
  const types = comparable(matching);
  return (
    types.before(signedAt(matching.before.devices.part, old)) !==
    types.after(signedAt(matching.after.devices.part, now))
  );
}
