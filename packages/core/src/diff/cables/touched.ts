// What is done to the ends of cables: where a module is swapped, a device is replaced or moved, or its rack is moved.
import { byteAt, deviceOfCage, rackOfDevice, signedAt, unsignedAt } from '../../model/index.ts';
import type { Comparer } from '../compare/differences.ts';
import type { Matching } from '../match/matching.ts';
import { classAt } from '../match/part-classes.ts';

/** Why a cable has to be unplugged at an end, as bits. */
export const touch = { module: 1, device: 2, moved: 4, rack: 8 } as const;

/** The reasons of some bits in words. */
export function reasonsOf(bits: number): string[] {
  const texts = { module: 'module swapped', device: 'device replaced', moved: 'device moved', rack: 'rack moved' };
  return Object.entries(touch).flatMap(([name, bit]) =>
    (bits & bit) === 0 ? [] : [texts[name as keyof typeof touch]],
  );
}

/** By cage of the old design, the reasons to unplug what is in it. A cage that is gone has none here. */
export function touchedCages(matching: Matching, { isSamePart }: Comparer): Uint8Array {
  const { before, after, cages, parts } = matching;
  const byDevice = touchedDevices(matching, isSamePart);
  const touched = new Uint8Array(before.cages.count);
  for (let cage = 0; cage < touched.length; cage++) {
    const now = signedAt(cages.after, cage);
    if (now < 0) continue;
    const isSwapped =
      classAt(parts.before, signedAt(before.cages.module, cage)) !==
      classAt(parts.after, signedAt(after.cages.module, now));
    touched[cage] = byteAt(byDevice, deviceOfCage(before, cage)) | (isSwapped ? touch.module : 0);
  }
  return touched;
}

function touchedDevices(matching: Matching, isSamePart: Comparer['isSamePart']): Uint8Array {
  const { before, after, devices, racks } = matching;
  const touched = new Uint8Array(before.devices.count);
  for (let device = 0; device < touched.length; device++) {
    const now = signedAt(devices.after, device);
    if (now < 0) continue;
    const [rack, other] = [rackOfDevice(before, device), rackOfDevice(after, now)];
    const [part, newPart] = [
      before.parts[signedAt(before.devices.part, device)],
      after.parts[signedAt(after.devices.part, now)],
    ];
    let bits = isSamePart(part, newPart) || part?.name === newPart?.name ? 0 : touch.device;
    // A device that was in no rack was nowhere yet.
    if (rack >= 0 && other >= 0) {
      if (signedAt(racks.after, rack) !== other) bits |= touch.moved;
      else if (isRackMoved(matching, rack, other)) bits |= touch.rack;
    }
    touched[device] = bits;
  }
  return touched;
}

/** Whether a rack stands elsewhere now, as far as both places are known. */
export function isRackMoved({ before, after }: Matching, old: number, now: number): boolean {
  return (['row', 'position'] as const).some((of) => {
    const [was, is] = [signedAt(before.racks[of], old), signedAt(after.racks[of], now)];
    return was !== 0 && is !== 0 && was !== is;
  });
}

/** Whether a link stays in one rack, which may move with it. */
export function isWithinRack({ before }: Matching, link: number): boolean {
  const rackAt = (ports: Uint32Array): number =>
    rackOfDevice(before, deviceOfCage(before, unsignedAt(before.ports.cage, unsignedAt(ports, link))));
  const rack = rackAt(before.links.from);
  return rack >= 0 && rack === rackAt(before.links.to);
}
