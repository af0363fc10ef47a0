// Which cage and port of a new design is which of the old one: those at the same place of devices that are the same.
import {
  axesSize,
  cageOfPort,
  cagesOf,
  type Fabric,
  firstCageOf,
  firstPortOf,
  indexSuffix,
  type Part,
  partOfDevice,
  signedAt,
} from '../../model/index.ts';
import { type Pairing, pair, unpaired } from './pairing.ts';

/** Pairs the cages of devices that are the same: by their place; where a type has other ports now, by their names. */
export function pairCages(devices: Pairing, before: Fabric, after: Fabric): Pairing {
  const pairing = unpaired(before.cages.count, after.cages.count);
  const known = new Map<string, Int32Array>();
  for (let old = 0; old < before.devices.count; old++) {
    const now = signedAt(devices.after, old);
    if (now < 0) continue;
    const key = `${signedAt(before.devices.part, old)} ${signedAt(after.devices.part, now)}`;
    let places = known.get(key);
    if (places === undefined) known.set(key, (places = placesOf(partOfDevice(before, old), partOfDevice(after, now))));
    const [first, other] = [firstCageOf(before, old), firstCageOf(after, now)];
    for (let place = 0; place < places.length; place++) {
      const there = signedAt(places, place);
      if (there >= 0) pair(pairing, first + place, other + there);
    }
  }
  return pairing;
}

/** By cage of a type, the cage of another type at its place, or -1. */
function placesOf(before: Part | undefined, after: Part | undefined): Int32Array {
  if (before === undefined || after === undefined) return new Int32Array(0);
  const counts = ({ ports }: Part): string => ports.map(({ count, cage }) => `${count} ${cage.name}`).join();
  const places = new Int32Array(cagesOf(before));
  if (before === after || counts(before) === counts(after)) return places.map((_, place) => place);
  const named = new Map(cageNames(after).map((name, place) => [name, place]));
  return Int32Array.from(cageNames(before), (name) => named.get(name) ?? -1);
}

function cageNames({ ports }: Part): string[] {
  return ports.flatMap(({ name, axes }) =>
    Array.from({ length: axesSize(axes) }, (_, i) => `${name}${indexSuffix(axes, i)}`),
  );
}

/** The port of the other design at the place of a port, or -1. @param cages by cage, the other cage */
export function portAcross(from: Fabric, to: Fabric, cages: Int32Array, port: number): number {
  const cage = cageOfPort(from, port);
  const there = signedAt(cages, cage);
  if (there < 0) return -1;
  const found = firstPortOf(to, there) + port - firstPortOf(from, cage);
  return found < firstPortOf(to, there + 1) ? found : -1;
}
