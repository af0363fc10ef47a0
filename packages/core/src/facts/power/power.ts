// Electrical power of devices with their modules, added up to racks and feeds: worst case and typical.

import { type Derivation, derived, figure, stated, sum, times, unknown } from '../../figures/derivation.ts';
import { remembered } from '../../figures/remembered.ts';
import {
  drawsFromRack,
  type Fabric,
  isPart,
  itemAt,
  missingIn,
  type Part,
  partOfCdu,
  partOfRack,
  rackName,
  rackOfCdu,
  type Supplies,
} from '../../model/index.ts';
import type { DeviceClass, DeviceClasses } from '../classes/device-classes.ts';
import { type Basis, type PowerBasis, powerBasisOf } from '../conditions/basis.ts';
import { nothingFailed } from '../conditions/scenario.ts';
import { cableEndPower, chassisPower, modulePower, powerText } from '../parts/part-power.ts';
import { inRacks, type RackContents } from '../placement/rack-contents.ts';
import { cduPower } from './cdu-power.ts';
import { feedAlone, feedLoad } from './feeds.ts';
import type { PowerSums } from './shares.ts';

export interface PowerFacts extends PowerSums {
  /** The same in the worst case, whatever the basis of figures is. */
  readonly 'worst-case': PowerSums;
  /** The same, typically: unknown where a part has no typical power. */
  readonly typical: PowerSums;
  /** The short peak of a device with its modules, by device class, in W; undefined where it has none above its power. */
  readonly peak: readonly (Derivation | undefined)[];
  /** Power the supplies of a device deliver when no redundancy is left, in W, by device class; undefined without supplies. */
  readonly supplies: readonly (Derivation | undefined)[];
  /** Power a feed must carry when as many of the other feeds fail as its racks tolerate, in W. */
  feed(feed: number): Derivation;
  /** Power a feed carries while no feed fails, in W: an equal share of what is on it. */
  feedShare(feed: number): Derivation;
}

/** What power is computed from. */
export interface PowerInputs {
  readonly fabric: Fabric;
  /** The device classes, with as many of each as still run. */
  readonly devices: DeviceClasses;
  readonly contents: RackContents;
  readonly basis: Basis;
}

/** Power of the devices, racks and feeds of a fabric. */
export function powerFacts(inputs: PowerInputs): PowerFacts {
  const { fabric, devices, basis } = inputs;
  const peak = devices.classes.map(peakOf);
  const worstCase = powerSums(inputs, 'worst-case', peak);
  const own = basis === 'worst-case' ? worstCase : powerSums(inputs, powerBasisOf(basis), peak);
  return {
    ...own,
    'worst-case': worstCase,
    typical: powerSums(inputs, 'typical', peak),
    peak,
    supplies: devices.classes.map(suppliesOf),
    feedShare: (feed) => feedLoad(fabric, own, nothingFailed, itemAt(fabric.feeds, feed)),
    feed: (feed) => feedAlone(fabric, own, itemAt(fabric.feeds, feed)),
  };
}

function powerSums(
  { fabric, devices, contents }: PowerInputs,
  basis: PowerBasis,
  peak: readonly (Derivation | undefined)[],
): PowerSums {
  const device = devices.classes.map((each) => devicePower(each, basis));
  const what = powerText(basis);
  const pumps = cdusByRack(fabric);
  const ofRack = (label: string, each: readonly Derivation[]) =>
    remembered((id: number) =>
      sum(`${label} of ${rackName(fabric, id)}`, 'power', 'sum of its devices', [
        ...inRacks(contents, id, each),
        ...(pumps.get(id) ?? []).map((cdu) => cduPower(partOfCdu(fabric, cdu), basis)),
        ...panelPowers(fabric, id),
      ]),
    );
  const rack = ofRack(what, device);
  const peaks = ofRack(
    'peak power',
    device.map((each, i) => peak[i] ?? each),
  );
  const anyPeak = basis === 'worst-case' && peak.some((each) => each !== undefined);
  const hasPeak = (id: number): boolean => [...(contents[id]?.keys() ?? [])].some((index) => peak[index] !== undefined);
  return {
    basis,
    device,
    rack,
    fed: (id) => (anyPeak && hasPeak(id) ? peaks(id) : rack(id)),
    modules: sum(`${what} of all modules`, 'power', 'sum of module types', moduleTotals(devices, basis)),
    total: sum(
      `${what} of all devices`,
      'power',
      'sum of device classes',
      device.map((each, i) => times(itemAt(devices.classes, i).count, each)),
    ),
  };
}

/** Power of the panels in a rack, as terms of its sum, in W: patch panels draw none, unless they say so. */
function panelPowers(fabric: Fabric, rack: number): Derivation[] {
  return (partOfRack(fabric, rack)?.values.panels?.value ?? []).flatMap(({ count, part }) =>
    part.values.power === undefined && part.values.switching?.value !== 'optical'
      ? []
      : times(count, stated(`power of ${part.name}`, 'power', part.values.power, missingIn(part, 'power'))),
  );
}

/** The CDUs that draw from the rack they are mounted in, by rack. */
function cdusByRack(fabric: Fabric): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  for (let cdu = 0; cdu < fabric.cdus.count; cdu++) {
    if (!drawsFromRack(fabric, cdu)) continue;
    const rack = rackOfCdu(fabric, cdu);
    found.set(rack, [...(found.get(rack) ?? []), cdu]);
  }
  return found;
}

/**
 * Power of the external light sources of a switch, one term for each type, in W. Lasers draw the same whatever the
 * traffic, so that their maximum counts typically too.
 */
export function laserPowers({ part, modules }: Pick<DeviceClass, 'part' | 'modules'>): Derivation[] {
  if (part === undefined || !isPart(part, 'switch')) return [];
  const lasers = part.values.lasers;
  if (lasers !== undefined)
    return lasers.value.map(({ count, part: laser }) =>
      times(count, stated(`power of ${laser.name}`, 'power', laser.values.power, missingIn(laser, 'power'))),
    );
  const needy = modules.find(({ module }) => module.values.laser !== undefined);
  return needy === undefined
    ? []
    : [unknown(`power of the lasers of ${part.name}`, 'power', missingIn(part, 'lasers'))];
}

function devicePower(each: DeviceClass, basis: PowerBasis): Derivation {
  const { part } = each;
  const what = powerText(basis);
  const label = part === undefined ? `${what} of a device of unknown type` : `${what} of ${part.name} with its modules`;
  const chassis =
    part === undefined ? stated(what, 'power', undefined, 'the type is unknown') : chassisPower(part, basis);
  return withModules(label, chassis, each, basis);
}

/** The peak of a device with its modules, which have none of their own; undefined where it has none above its power. */
function peakOf(each: DeviceClass): Derivation | undefined {
  const { part } = each;
  if (part === undefined || !isPart(part, 'host')) return undefined;
  const { power, 'peak-power': peak } = part.values;
  if (peak === undefined || (power !== undefined && peak.value <= power.value)) return undefined;
  const chassis = stated(`peak power of ${part.name}`, 'power', peak, '');
  return withModules(`peak power of ${part.name} with its modules`, chassis, each, 'worst-case');
}

function withModules(
  label: string,
  chassis: Derivation,
  { part, modules, cables }: DeviceClass,
  basis: PowerBasis,
): Derivation {
  const lasers = laserPowers({ part, modules });
  return sum(label, 'power', lasers.length > 0 ? 'chassis + lasers + modules' : 'chassis + modules', [
    chassis,
    ...lasers,
    ...modules.map(({ module, count }) => times(count, modulePower(module, basis))),
    ...cables.map(({ cable, count }) => times(count, cableEndPower(cable))),
  ]);
}

function moduleTotals(devices: DeviceClasses, basis: PowerBasis): Derivation[] {
  const counts = new Map<Part<'module'>, number>();
  for (const each of devices.classes) {
    for (const { module, count } of each.modules) counts.set(module, (counts.get(module) ?? 0) + count * each.count);
  }
  return [...counts].map(([module, count]) => times(count, modulePower(module, basis)));
}

function suppliesOf({ part }: DeviceClass): Derivation | undefined {
  const given = part?.values.supplies;
  if (part !== undefined && Object.hasOwn(part.unknowns, 'supplies'))
    return unknown(`supplies of ${part.name}`, 'power', missingIn(part, 'supplies'));
  if (part === undefined || given === undefined) return undefined;
  const { count, each } = given.value;
  const left = count - spares(given.value);
  const label =
    left === count ? `all ${count} supplies of ${part.name}` : `${left} of ${count} supplies of ${part.name}`;
  const terms = [
    { ...figure('one supply', 'power', each, given.origin), provenance: given.provenance },
    figure('remaining supplies', 'count', left),
  ];
  return derived(label, 'power', 'one supply × remaining supplies', terms, left * each);
}

/** How many supplies may fail: k of `n+k`, half of `n+n`. */
function spares(supplies: Supplies): number {
  const redundancy = supplies.redundancy;
  if (redundancy === undefined) return 0;
  return 'mirrored' in redundancy ? Math.floor(supplies.count / 2) : Math.min(redundancy.spare, supplies.count);
}
