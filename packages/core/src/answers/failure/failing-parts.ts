// Pumps of CDUs, power shelves of racks, power supplies and external lasers of devices: how many there are, and what stops with one.
import {
  type Fabric,
  type FailingPart,
  failingParts,
  firstCageOf,
  isPart,
  nameOf,
  type Part,
  partOfCdu,
  partOfDevice,
  partOfRack,
  signedAt,
  unsignedAt,
} from '../../model/index.ts';
import type { Facts } from '../facts.ts';

/** Most parts of one kind that a thing is assumed to hold. */
const maxEach = 4096;

/** One part of a thing as one number. */
export function partId(owner: number, place: number): number {
  return owner * maxEach + place;
}

/** The part that a number means. */
export function partAt(id: number): { readonly owner: number; readonly place: number } {
  return { owner: Math.floor(id / maxEach), place: id % maxEach };
}

/** How many parts of a kind a CDU, a rack or a device holds; 0 where none are given. */
export function partsIn(fabric: Fabric, kind: FailingPart, owner: number): number {
  return Math.min(maxEach, countIn(fabric, kind, owner));
}

function countIn(fabric: Fabric, kind: FailingPart, owner: number): number {
  switch (kind) {
    case 'pumps':
      return partOfCdu(fabric, owner)?.values.pumps?.value.count ?? 0;
    case 'supplies':
      return partOfDevice(fabric, owner)?.values.supplies?.value.count ?? 0;
    case 'lasers':
      return lasersOf(fabric, owner).reduce((all, { count }) => all + count, 0);
    case 'shelves':
      return shelvesOf(fabric, owner).length;
  }
}

/** The power shelves of a rack, one by one. */
export function shelvesOf(fabric: Fabric, rack: number): Part<'shelf'>[] {
  const given = partOfRack(fabric, rack)?.values.shelves?.value ?? [];
  return given.flatMap(({ count, part }) => new Array<Part<'shelf'>>(Math.min(maxEach, count)).fill(part));
}

/** `laser 3 of sw[1]` */
export function partName(fabric: Fabric, kind: FailingPart, id: number): string {
  const { owner, place } = partAt(id);
  const { one, of } = failingParts[kind];
  return `${one} ${place + 1} of ${nameOf(fabric, of, owner)}`;
}

/** The external light sources of a device. */
export function lasersOf(
  fabric: Fabric,
  device: number,
): readonly { readonly count: number; readonly part: Part<'laser'> }[] {
  const part = partOfDevice(fabric, device);
  return part !== undefined && isPart(part, 'switch') ? (part.values.lasers?.value ?? []) : [];
}

/**
 * The cages whose engines a laser of a device feeds: each laser takes its number of `engines`, in the order of the cages.
 * Undefined where the laser has no `engines`.
 */
export function fedBy(fabric: Fabric, device: number, place: number): readonly number[] | undefined {
  let [first, at] = [0, place];
  for (const { count, part } of lasersOf(fabric, device)) {
    const engines = part.values.engines?.value;
    if (engines === undefined) return undefined;
    if (at < count) return engineCages(fabric, device).slice(first + at * engines, first + (at + 1) * engines);
    at -= count;
    first += count * engines;
  }
  return [];
}

/** Cages of a device with a module that an external laser feeds. */
function engineCages(fabric: Fabric, device: number): number[] {
  const found: number[] = [];
  const end = firstCageOf(fabric, device + 1);
  for (let cage = firstCageOf(fabric, device); cage < end; cage++) {
    const module = fabric.parts[signedAt(fabric.cages.module, cage)];
    if (module !== undefined && isPart(module, 'module') && module.values.laser !== undefined) found.push(cage);
  }
  return found;
}

/**
 * Whether the devices of a rack stop without some of its power shelves: the remaining ones deliver less than it draws. A rack of
 * unknown power, or with a shelf of unknown power left, runs until its last shelf fails.
 * @param lost the places of the failed shelves
 */
export function stopsWithoutShelves({ fabric, power }: Facts, rack: number, lost: ReadonlySet<number>): boolean {
  const left = shelvesOf(fabric, rack).filter((_, place) => !lost.has(place));
  const delivered = left.reduce((all, { values }) => all + (values.power?.value ?? Number.NaN), 0);
  return left.length === 0 || power.rack(rack).known > delivered * (1 + 1e-9);
}

/**
 * Whether a device stops when so many of its supplies have failed: the remaining ones deliver less than its power. A device of
 * unknown power runs until its last supply fails.
 */
export function stopsWithout({ fabric, devices, power }: Facts, device: number, lost: number): boolean {
  const supplies = partOfDevice(fabric, device)?.values.supplies?.value;
  if (supplies === undefined) return false;
  const left = Math.max(0, supplies.count - lost);
  const drawn = power.device[unsignedAt(devices.of, device)]?.known ?? 0;
  return left === 0 || drawn > left * supplies.each * (1 + 1e-9);
}
