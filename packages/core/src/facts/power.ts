// Electrical power, worst case: the maxima of chassis and modules, added up to racks and feeds.
import type { Fabric, Part, Supplies } from '../model/index.ts';
import { rackName } from '../model/index.ts';
import type { DeviceClass, DeviceClasses } from './classes.ts';
import { type Derivation, derived, figure, stated, sum, times } from './derivation.ts';
import { inRacks, type RackContents } from './rack-contents.ts';

export interface PowerFacts {
  /** Power of a device with its modules, by device class, in W. */
  readonly device: readonly Derivation[];
  /** What the supplies of a device still give when the redundancy they promise is used up, in W; undefined without supplies. */
  readonly supplies: readonly (Derivation | undefined)[];
  /** Power of a rack, in W. */
  rack(rack: number): Derivation;
  /** Power of everything that hangs on a feed, in W: what it must carry when the other feeds are gone. */
  feed(feed: number): Derivation;
  /** Power of all modules, in W. */
  readonly modules: Derivation;
  /** Power of every device, placed or not, in W. */
  readonly total: Derivation;
}

export function powerFacts(fabric: Fabric, devices: DeviceClasses, racks: RackContents): PowerFacts {
  const device = devices.classes.map(devicePower);
  const rack = (id: number): Derivation =>
    sum(`power of ${rackName(fabric, id)}`, 'power', 'sum of its devices', inRacks(racks, id, device));
  return {
    device,
    supplies: devices.classes.map(suppliesOf),
    rack,
    feed(id) {
      const racksOn: Derivation[] = [];
      for (let each = 0; each < fabric.racks.count; each++) {
        if (fabric.feedSets[fabric.racks.feeds[each] as number]?.ids.includes(id)) racksOn.push(rack(each));
      }
      return sum(
        `load on ${fabric.feeds[id]?.name ?? ''} with the other feeds gone`,
        'power',
        'sum of the racks on it',
        racksOn,
      );
    },
    modules: sum('power of all modules', 'power', 'sum of module types', moduleTotals(devices)),
    total: sum(
      'power of all devices',
      'power',
      'sum of device classes',
      device.map((each, i) => times((devices.classes[i] as DeviceClass).count, each)),
    ),
  };
}

/** Power of one module at its maximum, in W. */
export function modulePower(module: Part<'module'>): Derivation {
  return stated(`power of ${module.name}`, 'power', module.values.power, `the power of ${module.name} is not said`);
}

/** Power of the chassis at its maximum, without modules, in W. */
export function chassisPower(part: Part<'switch'> | Part<'host'>): Derivation {
  return stated(`power of ${part.name}`, 'power', part.values.power, `the power of ${part.name} is not said`);
}

function devicePower({ part, modules }: DeviceClass): Derivation {
  const label = part === undefined ? 'power of a device of unknown type' : `power of ${part.name} with its modules`;
  const chassis = part === undefined ? stated('power', 'power', undefined, 'the type is unknown') : chassisPower(part);
  return sum(label, 'power', 'chassis + modules', [
    chassis,
    ...modules.map(({ module, count }) => times(count, modulePower(module))),
  ]);
}

function moduleTotals(devices: DeviceClasses): Derivation[] {
  const counts = new Map<Part<'module'>, number>();
  for (const each of devices.classes) {
    for (const { module, count } of each.modules) counts.set(module, (counts.get(module) ?? 0) + count * each.count);
  }
  return [...counts].map(([module, count]) => times(count, modulePower(module)));
}

function suppliesOf({ part }: DeviceClass): Derivation | undefined {
  const given = part?.values.supplies;
  if (part === undefined || given === undefined) return undefined;
  const { count, each } = given.value;
  const left = count - spares(given.value);
  const label =
    left === count ? `all ${count} supplies of ${part.name}` : `${left} of ${count} supplies of ${part.name}`;
  const terms = [
    { ...figure('one supply', 'power', each, given.origin), provenance: given.provenance },
    figure('supplies left', 'count', left),
  ];
  return derived(label, 'power', 'one supply × supplies left', terms, left * each);
}

/** How many supplies may be lost: k of `n+k`, half of `n+n`. */
function spares(supplies: Supplies): number {
  const redundancy = supplies.redundancy;
  if (redundancy === undefined) return 0;
  return 'mirrored' in redundancy ? Math.floor(supplies.count / 2) : Math.min(redundancy.spare, supplies.count);
}
