// What is the same in two designs: their types, devices, cages, links, racks and plant.
import type { Fabric } from '../../model/index.ts';
import { pairCages } from './cages.ts';
import { pairDevices } from './devices.ts';
import { joinsOf } from './joins.ts';
import { type LinkPairing, pairLinks } from './links.ts';
import type { Pairing } from './pairing.ts';
import { type PartClasses, partClassesOf } from './part-classes.ts';
import { pairNamed, pairNetworks } from './plant.ts';
import { namesakeRacks, pairCdus, pairRacks } from './racks.ts';

/** Two designs, and what of them is the same. */
export interface Matching {
  readonly before: Fabric;
  readonly after: Fabric;
  readonly parts: PartClasses;
  readonly devices: Pairing;
  readonly cages: Pairing;
  readonly links: LinkPairing;
  readonly racks: Pairing;
  readonly cdus: Pairing;
  readonly loops: Pairing;
  readonly branches: Pairing;
  readonly feeds: Pairing;
  readonly networks: Pairing;
}

/** Finds what is the same in two designs. A few steps for each port and link; more only where names say too little. */
export function matchingOf(before: Fabric, after: Fabric): Matching {
  const parts = partClassesOf(before, after);
  const racks = namesakeRacks(before, after, parts);
  const [oldJoins, newJoins] = [joinsOf(before), joinsOf(after)];
  const devices = pairDevices(oldJoins, newJoins, parts, racks);
  pairRacks(racks, devices, before, after, parts);
  const cages = pairCages(devices, before, after);
  const links = pairLinks(oldJoins, newJoins, cages);
  return {
    before,
    after,
    parts,
    devices,
    cages,
    links,
    racks,
    cdus: pairCdus(racks, before, after, parts),
    loops: pairNamed('loop', before, after),
    branches: pairNamed('branch', before, after),
    feeds: pairNamed('feed', before, after),
    networks: pairNetworks(links, before, after),
  };
}
