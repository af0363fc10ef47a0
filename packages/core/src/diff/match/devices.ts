// Which device of a new design is which of the old one: by name, then by what it is joined to.
import { deviceOfPort, type Fabric, kindOfDevice, numberAt, rackOfDevice, signedAt } from '../../model/index.ts';
import { type ColoredSide, colorsOf, type Look } from './colors.ts';
import { pairGuessed } from './guesses.ts';
import { eachJoin, type Joins, placeOfPort } from './joins.ts';
import { eachNamesake } from './named-devices.ts';
import { areFree, freeIn, type Pairing, pair, pairAlike, rowsBy, unpaired } from './pairing.ts';
import { classAt, noPart, type PartClasses } from './part-classes.ts';

/**
 * Pairs the devices of two designs. A device that has kept its name and its type is the same. One that vanished and one that
 * appeared are the same where they have the same type and are joined to the same things; where several are alike in that, any
 * choice is right, and their order decides. Last, a device that has kept its name alone was replaced.
 * @param racks racks that are known to be the same
 */
export function pairDevices(before: Joins, after: Joins, parts: PartClasses, racks: Pairing): Pairing {
  const pairing = unpaired(before.fabric.devices.count, after.fabric.devices.count);
  const old = sideOf(
    before,
    parts.before,
    (rack) => signedAt(racks.after, rack),
    (device) => signedAt(pairing.after, device),
  );
  const now = sideOf(
    after,
    parts.after,
    (rack) => (signedAt(racks.before, rack) < 0 ? -1 : rack),
    (device) => (signedAt(pairing.before, device) < 0 ? -1 : device),
  );
  const replaced: [number, number][] = [];
  eachNamesake(before.fabric, after.fabric, (a, b) => {
    if (signedAt(old.types, a) === signedAt(now.types, b)) {
      if (areFree(pairing, a, b)) pair(pairing, a, b);
    } else replaced.push([a, b]);
  });
  do recognize(pairing, old, now);
  while (anyFree(pairing) && pairGuessed(pairing, old, now));
  for (const [a, b] of replaced)
    if (areFree(pairing, a, b) && kindOfDevice(before.fabric, a) === kindOfDevice(after.fabric, b)) pair(pairing, a, b);
  return pairing;
}

function sideOf(
  joins: Joins,
  classes: Int32Array,
  rackNumber: (rack: number) => number,
  pairOf: (device: number) => number,
): ColoredSide {
  const { devices } = joins.fabric;
  return {
    joins,
    types: Int32Array.from(devices.part, (part, device) => typeOf(joins.fabric, device, classAt(classes, part))),
    racks: Int32Array.from(devices.rack, (rack) => (rack < 0 ? -1 : rackNumber(rack))),
    pairOf,
  };
}

/** The class of a device's part; of one without, a number for switches and one for hosts. */
function typeOf(fabric: Fabric, device: number, part: number): number {
  return part === noPart && kindOfDevice(fabric, device) === 'host' ? -2 : part;
}

/** From the strictest look to the loosest. */
const looks: readonly Look[] = [
  { ports: true, rack: true },
  { ports: true, rack: false },
  { ports: false, rack: false },
];

/** Pairs what is joined to the same, until nothing more is found. What is paired by a loose look lets a strict one find more. */
function recognize(pairing: Pairing, before: ColoredSide, after: ColoredSide): void {
  for (let look = 0; anyFree(pairing) && look <= looks.length; ) {
    const found =
      look === looks.length
        ? pairByPaired(pairing, before, after)
        : pairByColor(pairing, before, after, looks[look] as Look);
    look = found ? 0 : look + 1;
  }
}

function anyFree({ before, after }: Pairing): boolean {
  return before.includes(-1) && after.includes(-1);
}

/** Pairs devices of one color. From a pair, what its equal ports lead to is paired first, so that the choices fit together. */
function pairByColor(pairing: Pairing, before: ColoredSide, after: ColoredSide, look: Look): boolean {
  const [olds, news] = colorsOf([before, after], look);
  // Alone, without a link, only a device that stays in its rack is the same.
  const colorIn =
    ({ joins }: ColoredSide, colors: Float64Array) =>
    (device: number): number | undefined =>
      look.rack || hasLink(joins, device) ? colors[device] : undefined;
  const [oldColor, newColor] = [colorIn(before, olds), colorIn(after, news)];
  const waiting = rowsBy(freeIn(pairing.before), newColor);
  let found = false;
  for (const old of freeIn(pairing.after)) {
    if (signedAt(pairing.after, old) >= 0) continue;
    const color = oldColor(old);
    const others = color === undefined ? undefined : waiting.get(color);
    while (others !== undefined && others.length > 0 && signedAt(pairing.before, numberAt(others, 0)) >= 0)
      others.shift();
    const now = others?.shift();
    if (now === undefined) continue;
    found = true;
    follow(pairing, before.joins, after.joins, [old, now], (a, b) => olds[a] === news[b]);
  }
  return found;
}

/** Pairs two devices, and what their equal ports lead to. */
function follow(
  pairing: Pairing,
  before: Joins,
  after: Joins,
  start: readonly [number, number],
  mayPair: (old: number, now: number) => boolean,
): void {
  const open: (readonly [number, number])[] = [];
  const take = (old: number, now: number): void => {
    pair(pairing, old, now);
    open.push([old, now]);
  };
  take(...start);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [old, now] = next;
    const ahead = new Map<number, number>();
    eachJoin(after, now, (own, far) => ahead.set(placeOfPort(after.fabric, own), deviceOfPort(after.fabric, far)));
    eachJoin(before, old, (own, far) => {
      const device = deviceOfPort(before.fabric, far);
      const other = ahead.get(placeOfPort(before.fabric, own));
      if (other !== undefined && areFree(pairing, device, other) && mayPair(device, other)) take(device, other);
    });
  }
}

function hasLink(joins: Joins, device: number): boolean {
  let found = false;
  eachJoin(joins, device, () => {
    found = true;
  });
  return found;
}

/** Pairs devices of one type that are joined to the same of those that have a pair, whatever else they are joined to. */
function pairByPaired(pairing: Pairing, before: ColoredSide, after: ColoredSide): boolean {
  const free = freeIn(pairing.after).length;
  const keyIn =
    ({ joins, types, pairOf }: ColoredSide) =>
    (device: number): string | undefined => {
      const known = new Set<number>();
      eachJoin(joins, device, (_, far) => {
        const number = pairOf(deviceOfPort(joins.fabric, far));
        if (number >= 0) known.add(number);
      });
      return known.size === 0 ? undefined : `${signedAt(types, device)} ${[...known].sort((a, b) => a - b).join()}`;
    };
  pairAlike(pairing, keyIn(before), keyIn(after));
  return freeIn(pairing.after).length < free;
}

/** By rack, the devices in it. */
export function devicesByRack(fabric: Fabric): Map<number, number[]> {
  return rowsBy(
    Array.from({ length: fabric.devices.count }, (_, device) => device),
    (device) => {
      const rack = rackOfDevice(fabric, device);
      return rack < 0 ? undefined : rack;
    },
  );
}
