// Power of the hall: its racks and the pumps of its CDUs. Devices outside racks are counted separately.

import { type Derivation, sum, times, unknown } from '../../figures/derivation.ts';
import { type Fabric, type Part, rackOfDevice, realAt, unsignedAt } from '../../model/index.ts';
import type { DeviceClasses } from '../classes/device-classes.ts';
import type { Basis } from '../conditions/basis.ts';
import { cduPower } from './cdu-power.ts';
import type { PowerFacts } from './power.ts';

/** Power of a hall on one basis, in W. */
export interface HallPower {
  /** Devices in racks, with their modules. */
  readonly racks: Derivation;
  /** Pumps of all CDUs. */
  readonly pumps: Derivation;
  /** Racks and pumps together. */
  readonly total: Derivation;
  /** Devices that aren't in a rack; not in the total. */
  readonly outside: Derivation;
}

/** What the power of a hall is computed from. */
export interface HallInputs {
  readonly fabric: Fabric;
  readonly devices: DeviceClasses;
  readonly power: PowerFacts;
}

/** Power of the hall; undefined without racks and CDUs. */
export function hallPowerOf(inputs: HallInputs, basis: Basis): HallPower | undefined {
  const { fabric } = inputs;
  if (fabric.racks.count + fabric.cdus.count === 0) return undefined;
  const what = basis === 'typical' ? 'typical power' : 'power';
  const { racks, outside } = sides(inputs, basis, what);
  const pumps = pumpPower(fabric, basis, what);
  return { racks, pumps, outside, total: sum(`${what} of the hall`, 'power', 'racks + pumps', [racks, pumps]) };
}

/** Devices in racks and outside racks, class by class. */
function sides({ fabric, devices, power }: HallInputs, basis: Basis, what: string) {
  const each = power[basis].device;
  const inside = new Float64Array(each.length);
  const outside = new Float64Array(each.length);
  for (let device = 0; device < fabric.devices.count; device++) {
    const counts = rackOfDevice(fabric, device) < 0 ? outside : inside;
    const index = unsignedAt(devices.of, device);
    counts[index] = realAt(counts, index) + 1;
  }
  const lost = fabric.gaps.placements
    ? [unknown('devices with an unknown rack', 'power', 'some placements could not be understood')]
    : [];
  const all = (label: string, counts: Float64Array): Derivation =>
    sum(`${what} of ${label}`, 'power', 'sum of device classes', [
      ...each.flatMap((term, i) => (counts[i] === 0 ? [] : [times(realAt(counts, i), term)])),
      ...lost,
    ]);
  return { racks: all('all racks', inside), outside: all('devices outside racks', outside) };
}

/** Pumps of the CDUs, by type. Parts give only a maximum, so their typical power is unknown. */
function pumpPower({ cdus, parts }: Fabric, basis: Basis, what: string): Derivation {
  const counts = new Map<number, number>();
  for (const part of cdus.part) counts.set(part, (counts.get(part) ?? 0) + 1);
  const terms = [...counts].map(([index, count]) =>
    times(count, cduPower(parts[index] as Part<'cdu'> | undefined, basis)),
  );
  return sum(`${what} of the CDU pumps`, 'power', 'CDUs × power of a CDU', terms);
}
