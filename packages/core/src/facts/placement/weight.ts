// Weight of the devices in racks.

import { type Derivation, stated, sum, unknown } from '../../figures/derivation.ts';
import { type Fabric, missingIn, partOfRack, rackName } from '../../model/index.ts';
import type { DeviceClasses } from '../classes/device-classes.ts';
import { mountedIn, mountedWeights } from './mounted.ts';
import { inRacks, type RackContents } from './rack-contents.ts';

/** Weight of the devices in a rack, without their modules, and of its CDUs, in kg. */
export function weightsInRacks({
  fabric,
  devices,
  contents,
}: {
  readonly fabric: Fabric;
  readonly devices: DeviceClasses;
  readonly contents: RackContents;
}): (rack: number) => Derivation {
  const each = devices.classes.map(({ part }) =>
    part === undefined
      ? unknown('weight', 'mass', 'the type is unknown')
      : stated(`weight of ${part.name}`, 'mass', part.values.weight, missingIn(part, 'weight')),
  );
  return (rack) =>
    sum(`weight in ${rackName(fabric, rack)}`, 'mass', 'sum of its devices and CDUs', [
      ...inRacks(contents, rack, each),
      ...mountedWeights(mountedIn(fabric, rack)),
    ]);
}

/** Weight of equipment a rack carries, in kg. */
export function weightLimit(fabric: Fabric, rack: number): Derivation {
  const part = partOfRack(fabric, rack);
  const label = `weight ${part?.name ?? rackName(fabric, rack)} carries`;
  if (part === undefined) return unknown(label, 'mass', 'the type of the rack is unknown');
  return stated(label, 'mass', part.values.weight, missingIn(part, 'weight'));
}
