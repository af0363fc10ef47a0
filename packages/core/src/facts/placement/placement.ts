// How full the racks are.

import { type Derivation, figure, sum, unknown } from '../../figures/derivation.ts';
import { type Fabric, missingIn, partOfRack, rackName } from '../../model/index.ts';
import type { DeviceClasses } from '../classes/device-classes.ts';
import { heightOf } from '../parts/height.ts';
import { type Mounted, mountedHeights, mountedIn, unknownHeights } from './mounted.ts';
import { inRacks, type RackContents } from './rack-contents.ts';
import { weightsInRacks } from './weight.ts';

export interface PlacementFacts {
  /** Height that the devices in a rack occupy, and what is mounted beside them, in m. */
  used(rack: number): Derivation;
  /** Height of a rack, in m. */
  height(rack: number): Derivation;
  /** Weight of the devices in a rack, in kg. */
  weight(rack: number): Derivation;
  /** Devices in a rack. */
  devices(rack: number): number;
  /** Shelves, panels and CDUs in a rack. */
  mounted(rack: number): readonly Mounted[];
}

/** What placement is computed from. */
export interface PlacementInputs {
  readonly fabric: Fabric;
  readonly devices: DeviceClasses;
  readonly contents: RackContents;
}

/** How full and how heavy the racks of a fabric are. */
export function placementFacts({ fabric, devices, contents }: PlacementInputs): PlacementFacts {
  const heights = devices.classes.map(({ part }) =>
    part === undefined ? unknown('height', 'length', 'the type is unknown') : heightOf(part),
  );
  return {
    used(rack) {
      const mounted = mountedIn(fabric, rack);
      const inDevices = inRacks(contents, rack, heights);
      const all = sum(
        `height used in ${rackName(fabric, rack)}`,
        'length',
        'sum of its devices and what is mounted beside them',
        [...inDevices, ...mountedHeights(mounted), ...unknownHeights(fabric, rack)],
      );
      // There are panels that take no rack unit; everything else takes some.
      const others = mountedHeights(mounted.filter(({ part }) => part.kind !== 'panel'));
      const isMore = [...inDevices, ...others].some(({ value }) => Number.isNaN(value));
      return { ...all, ...(isMore ? { isMore: true as const } : {}), ...unitOf(fabric, rack) };
    },
    height(rack) {
      const part = partOfRack(fabric, rack);
      return part === undefined ? unknown('height', 'length', 'the type of the rack is unknown') : heightOf(part);
    },
    weight: weightsInRacks({ fabric, devices, contents }),
    mounted: (rack) => mountedIn(fabric, rack),
    devices: (rack) => [...(contents[rack]?.values() ?? [])].reduce((all, each) => all + each, 0),
  };
}

/** The rack unit a rack's height is written in. */
function unitOf(fabric: Fabric, rack: number): { unit?: string } {
  const part = partOfRack(fabric, rack);
  const unit = part === undefined ? undefined : heightOf(part).unit;
  return unit === undefined ? {} : { unit };
}

/** Power limit of a rack, in W. */
export function rackPowerLimit(fabric: Fabric, rack: number): Derivation {
  const part = partOfRack(fabric, rack);
  const given = part?.values.power;
  if (part === undefined || given === undefined)
    return unknown(
      `power limit of ${rackName(fabric, rack)}`,
      'power',
      part === undefined ? 'the type of the rack is unknown' : missingIn(part, 'power'),
    );
  return { ...figure(`power limit of ${part.name}`, 'power', given.value, given.origin), provenance: given.provenance };
}
