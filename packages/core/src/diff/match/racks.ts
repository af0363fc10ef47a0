// Which rack, and which CDU, of a new design is which of the old one: by name, then by what is in it and around it.
import { cduName, type Fabric, rackName, rackOfCdu, signedAt } from '../../model/index.ts';
import { devicesByRack } from './devices.ts';
import { areFree, freeIn, type Pairing, pair, pairAlike, unpaired } from './pairing.ts';
import { classAt, type PartClasses } from './part-classes.ts';

/** Racks that have kept their name and their type. */
export function namesakeRacks(before: Fabric, after: Fabric, parts: PartClasses): Pairing {
  const pairing = unpaired(before.racks.count, after.racks.count);
  pairAlike(
    pairing,
    (rack) => `${classAt(parts.before, signedAt(before.racks.part, rack))} ${rackName(before, rack)}`,
    (rack) => `${classAt(parts.after, signedAt(after.racks.part, rack))} ${rackName(after, rack)}`,
  );
  return pairing;
}

/** Pairs the racks that are left: those with the same devices, those that are alike, those of the same name. */
export function pairRacks(pairing: Pairing, devices: Pairing, before: Fabric, after: Fabric, parts: PartClasses): void {
  byContents(pairing, devices, before, after, parts);
  const likeness =
    ({ racks }: Fabric, classes: Int32Array) =>
    (rack: number): string =>
      `${classAt(classes, signedAt(racks.part, rack))} ${signedAt(racks.row, rack)} ${signedAt(racks.position, rack)}`;
  const [oldFull, newFull] = [devicesByRack(before), devicesByRack(after)];
  const [oldLikeness, newLikeness] = [likeness(before, parts.before), likeness(after, parts.after)];
  // A rack with devices is known by them: it isn't one that holds others.
  pairAlike(
    pairing,
    (rack) => (oldFull.has(rack) ? undefined : oldLikeness(rack)),
    (rack) => (newFull.has(rack) ? undefined : newLikeness(rack)),
  );
  pairAlike(
    pairing,
    (rack) => rackName(before, rack),
    (rack) => rackName(after, rack),
  );
}

/** Pairs racks of one type where more than half of the devices of both are the same. */
function byContents(pairing: Pairing, devices: Pairing, before: Fabric, after: Fabric, parts: PartClasses): void {
  const [olds, news] = [devicesByRack(before), devicesByRack(after)];
  for (const old of freeIn(pairing.after)) {
    const votes = new Map<number, number>();
    for (const device of olds.get(old) ?? []) {
      const now = signedAt(devices.after, device);
      const rack = now < 0 ? -1 : signedAt(after.devices.rack, now);
      if (rack >= 0) votes.set(rack, (votes.get(rack) ?? 0) + 1);
    }
    for (const [now, count] of votes) {
      const most = Math.max(olds.get(old)?.length ?? 0, news.get(now)?.length ?? 0);
      const isSameType =
        classAt(parts.before, signedAt(before.racks.part, old)) ===
        classAt(parts.after, signedAt(after.racks.part, now));
      if (isSameType && count * 2 > most && areFree(pairing, old, now)) pair(pairing, old, now);
    }
  }
}

/** Pairs CDUs: by name and type, by type and rack, by name alone. */
export function pairCdus(racks: Pairing, before: Fabric, after: Fabric, parts: PartClasses): Pairing {
  const pairing = unpaired(before.cdus.count, after.cdus.count);
  const oldType = (cdu: number): number => classAt(parts.before, signedAt(before.cdus.part, cdu));
  const newType = (cdu: number): number => classAt(parts.after, signedAt(after.cdus.part, cdu));
  const oldRack = (cdu: number): number => {
    const rack = rackOfCdu(before, cdu);
    return rack < 0 ? -1 : signedAt(racks.after, rack);
  };
  pairAlike(
    pairing,
    (cdu) => `${oldType(cdu)} ${cduName(before, cdu)}`,
    (cdu) => `${newType(cdu)} ${cduName(after, cdu)}`,
  );
  pairAlike(
    pairing,
    (cdu) => `${oldType(cdu)} ${oldRack(cdu)}`,
    (cdu) => `${newType(cdu)} ${rackOfCdu(after, cdu)}`,
  );
  pairAlike(
    pairing,
    (cdu) => cduName(before, cdu),
    (cdu) => cduName(after, cdu),
  );
  return pairing;
}
