// How full the racks are.

import { type Derivation, figure, sum, unknown } from '../../figures/derivation.ts';
import { type Fabric, partOfRack, rackName } from '../../model/index.ts';
import type { DeviceClasses } from '../classes.ts';
import { heightOf } from './height.ts';
import { inRacks, type RackContents } from './rack-contents.ts';
import { weightsInRacks } from './weight.ts';

export interface PlacementFacts {
  /** Height the devices of a rack take, in m. */
  used(rack: number): Derivation;
  /** Height a rack has, in m. */
  height(rack: number): Derivation;
  /** Weight of the devices in a rack, in kg. */
  weight(rack: number): Derivation;
  /** Devices in a rack. */
  devices(rack: number): number;
}

export function placementFacts(fabric: Fabric, devices: DeviceClasses, racks: RackContents): PlacementFacts {
  const heights = devices.classes.map(({ part }) =>
    part === undefined ? unknown('height', 'length', 'the type is unknown') : heightOf(part),
  );
  return {
    used: (rack) => ({
      ...sum(`height used in ${rackName(fabric, rack)}`, 'length', 'sum of its devices', inRacks(racks, rack, heights)),
      ...unitOf(fabric, rack),
    }),
    height(rack) {
      const part = partOfRack(fabric, rack);
      return part === undefined ? unknown('height', 'length', 'the type of the rack is unknown') : heightOf(part);
    },
    weight: weightsInRacks(fabric, devices, racks),
    devices: (rack) => [...(racks[rack]?.values() ?? [])].reduce((all, each) => all + each, 0),
  };
}

/** The rack unit a rack's height is written in. */
function unitOf(fabric: Fabric, rack: number): { unit?: string } {
  const part = partOfRack(fabric, rack);
  const unit = part === undefined ? undefined : heightOf(part).unit;
  return unit === undefined ? {} : { unit };
}

/** Power a rack can deliver, in W. */
export function rackPowerLimit(fabric: Fabric, rack: number): Derivation {
  const part = partOfRack(fabric, rack);
  const given = part?.values.power;
  if (part === undefined || given === undefined)
    return unknown(
      `power limit of ${rackName(fabric, rack)}`,
      'power',
      `the power of ${part?.name ?? 'the rack'} is not said`,
    );
  return { ...figure(`power limit of ${part.name}`, 'power', given.value, given.origin), provenance: given.provenance };
}
