// Electrical power of devices with their modules, added up to racks and feeds: worst case and typical.

import { type Derivation, derived, figure, stated, sum, times, unknown } from '../../figures/derivation.ts';
import { remembered } from '../../figures/remembered.ts';
import {
  type Fabric,
  type FeedSet,
  feedsOfRack,
  isPart,
  itemAt,
  missingIn,
  type Part,
  rackName,
  type Supplies,
} from '../../model/index.ts';
import { printCount } from '../../units/index.ts';
import type { DeviceClass, DeviceClasses } from '../classes/device-classes.ts';
import { type Basis, type PowerBasis, powerBasisOf } from '../conditions/basis.ts';
import { cableEndPower, chassisPower, modulePower, powerText } from '../parts/part-power.ts';
import { inRacks, type RackContents } from '../placement/rack-contents.ts';

/** Power on one basis. */
export interface PowerSums {
  /** Power of a device with its modules, by device class, in W. */
  readonly device: readonly Derivation[];
  /** Power of a rack, in W. */
  rack(rack: number): Derivation;
  /** Power a rack draws from its feeds, in W: in the worst case with the short peaks of its devices. */
  fed(rack: number): Derivation;
  /** Power of all modules, in W. */
  readonly modules: Derivation;
  /** Power of every device, placed or not, in W. */
  readonly total: Derivation;
}

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
  /** Power a feed carries while no feed fails, in W: an equal share of each of its racks. */
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
    feedShare: (feed) => feedShare(fabric, own, feed),
    feed: (feed) => feedAlone(fabric, own, feed),
  };
}

/** Power a feed carries while no feed fails: an equal share of each of its racks. */
function feedShare(fabric: Fabric, { fed }: PowerSums, feed: number): Derivation {
  const shares: Shares = new Map();
  for (let rack = 0; rack < fabric.racks.count; rack++) {
    const { ids } = feedsOfRack(fabric, rack);
    if (ids.includes(feed)) addShare(shares, fed(rack), ids.length);
  }
  return sum(`load on ${fabric.feeds[feed]?.name ?? ''}`, 'power', 'sum of its shares', shareTerms(shares));
}

/** Power a feed must carry when as many of the other feeds fail as its racks tolerate. */
function feedAlone(fabric: Fabric, { fed }: PowerSums, feed: number): Derivation {
  const shares: Shares = new Map();
  let isAlone = true;
  for (let rack = 0; rack < fabric.racks.count; rack++) {
    const set = feedsOfRack(fabric, rack);
    if (!set.ids.includes(feed)) continue;
    const left = feedsLeft(set);
    isAlone &&= left === 1;
    addShare(shares, fed(rack), left);
  }
  const name = fabric.feeds[feed]?.name ?? '';
  return isAlone
    ? sum(`load on ${name} with the other feeds failed`, 'power', 'sum of its racks', shareTerms(shares))
    : sum(`load on ${name} with no redundancy left`, 'power', 'sum of its shares', shareTerms(shares));
}

/** How many feeds of a set remain with no redundancy left: one by default. */
function feedsLeft({ ids, redundancy }: FeedSet): number {
  if (redundancy === undefined) return 1;
  const spare = 'mirrored' in redundancy ? Math.floor(ids.length / 2) : redundancy.spare;
  return Math.max(1, ids.length - spare);
}

/** Racks on a feed, grouped by equal contents and number of feeds. */
export type Shares = Map<string, { readonly load: Derivation; readonly feeds: number; count: number }>;

/** Adds a rack that shares its load equally among so many feeds. */
export function addShare(shares: Shares, load: Derivation, feeds: number): void {
  const key = `${feeds} ${load.terms.map(({ label, times: each }) => `${each} ${label}`).join()}`;
  const known = shares.get(key);
  if (known === undefined) shares.set(key, { load, feeds, count: 1 });
  else known.count++;
}

/** The shares as terms of a sum. */
export function shareTerms(shares: Shares): Derivation[] {
  return [...shares.values()].map(({ load, feeds, count }) => {
    const label = count === 1 ? load.label : `${load.label} and ${printCount(count - 1, 'more', 'more')}`;
    if (feeds === 1) return count === 1 ? load : times(count, { ...load, label });
    const value = load.value / feeds;
    const terms = [load, figure('feeds that share it', 'count', feeds)];
    const share = derived(`share of the ${label}`, 'power', 'load ÷ feeds', terms, value);
    const whole = Number.isNaN(value) ? { ...share, known: load.known / feeds } : share;
    return count === 1 ? whole : times(count, whole);
  });
}

function powerSums(
  { fabric, devices, contents }: PowerInputs,
  basis: PowerBasis,
  peak: readonly (Derivation | undefined)[],
): PowerSums {
  const device = devices.classes.map((each) => devicePower(each, basis));
  const what = powerText(basis);
  const ofRack = (label: string, each: readonly Derivation[]) =>
    remembered((id: number) =>
      sum(`${label} of ${rackName(fabric, id)}`, 'power', 'sum of its devices', inRacks(contents, id, each)),
    );
  const rack = ofRack(what, device);
  const peaks = ofRack(
    'peak power',
    device.map((each, i) => peak[i] ?? each),
  );
  const anyPeak = basis === 'worst-case' && peak.some((each) => each !== undefined);
  const hasPeak = (id: number): boolean => [...(contents[id]?.keys() ?? [])].some((index) => peak[index] !== undefined);
  return {
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
