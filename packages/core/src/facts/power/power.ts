// Electrical power: of chassis, lasers and modules, added up to racks and feeds. The maxima, and what is drawn typically.

import { type Derivation, derived, figure, stated, sum, times, unknown } from '../../figures/derivation.ts';
import type { Fabric, FeedSet, Part, Supplies } from '../../model/index.ts';
import { feedsOfRack, isPart, itemAt, missingText, rackName } from '../../model/index.ts';
import { printCount } from '../../units/index.ts';
import type { DeviceClass, DeviceClasses } from '../classes.ts';
import { cableEndPower } from '../optics/copper.ts';
import { inRacks, type RackContents } from '../placement/rack-contents.ts';

/** What figures are made of: the worst case, or what is typical. */
export type Basis = 'maximum' | 'typical';

/**
 * Which of the powers of a part is added up. `maximum`: the most it draws. `typical`: what it draws typically, unknown where
 * nobody says that. `usual`: what it draws typically, and the most it draws where nobody says that, as losses are counted.
 */
export type Drawn = Basis | 'usual';

/** The powers that are added up for figures on a basis. */
export function drawnOn(basis: Basis): Drawn {
  return basis === 'typical' ? 'usual' : 'maximum';
}

/** Power on one basis. */
export interface PowerSums {
  /** Power of a device with its modules, by device class, in W. */
  readonly device: readonly Derivation[];
  /** Power of a rack, in W. */
  rack(rack: number): Derivation;
  /** What a rack draws from its feeds, in W: with the short peaks of its devices where the maxima are added up. */
  fed(rack: number): Derivation;
  /** Power of all modules, in W. */
  readonly modules: Derivation;
  /** Power of every device, placed or not, in W. */
  readonly total: Derivation;
}

export interface PowerFacts extends PowerSums {
  /** The same at the most, whatever figures are made of. */
  readonly maximum: PowerSums;
  /** The same, drawn typically: unknown where a part does not say what it typically draws. */
  readonly typical: PowerSums;
  /** The short peak of a device with its modules, by device class, in W; undefined where none above its power is said. */
  readonly peak: readonly (Derivation | undefined)[];
  /** What the supplies of a device still give when the redundancy they promise is used up, in W; undefined without supplies. */
  readonly supplies: readonly (Derivation | undefined)[];
  /** Power of everything that hangs on a feed, in W: what it must carry when the other feeds are gone. */
  feed(feed: number): Derivation;
  /** What a feed carries while none fails, in W: equal shares of the racks on it. */
  feedShare(feed: number): Derivation;
}

/** @param drawn what devices, racks and feeds are added up from; the maxima when not said otherwise */
export function powerFacts(
  fabric: Fabric,
  devices: DeviceClasses,
  racks: RackContents,
  drawn: Drawn = 'maximum',
): PowerFacts {
  const peak = devices.classes.map(peakOf);
  const own = sums(drawn, fabric, devices, racks, peak);
  const { fed } = own;
  return {
    ...own,
    maximum: drawn === 'maximum' ? own : sums('maximum', fabric, devices, racks, peak),
    typical: sums('typical', fabric, devices, racks, peak),
    peak,
    supplies: devices.classes.map(suppliesOf),
    feedShare(id) {
      const terms: Shares = new Map();
      for (let each = 0; each < fabric.racks.count; each++) {
        const set = feedsOfRack(fabric, each);
        if (set === undefined || !set.ids.includes(id)) continue;
        addShare(terms, fed(each), set.ids.length);
      }
      return sum(`load on ${fabric.feeds[id]?.name ?? ''}`, 'power', 'sum of its shares', shareTerms(terms));
    },
    feed(id) {
      const terms: Shares = new Map();
      let alone = true;
      for (let each = 0; each < fabric.racks.count; each++) {
        const set = feedsOfRack(fabric, each);
        if (set === undefined || !set.ids.includes(id)) continue;
        const left = feedsLeft(set);
        alone &&= left === 1;
        addShare(terms, fed(each), left);
      }
      const name = fabric.feeds[id]?.name ?? '';
      return alone
        ? sum(`load on ${name} with the other feeds gone`, 'power', 'sum of the racks on it', shareTerms(terms))
        : sum(
            `load on ${name} with the redundancy of the feeds used up`,
            'power',
            'sum of its shares',
            shareTerms(terms),
          );
    },
  };
}

/** How many feeds of a set are left to carry a rack when the redundancy is used up: one where nothing else is said. */
export function feedsLeft({ ids, redundancy }: FeedSet): number {
  if (redundancy === undefined) return 1;
  const spare = 'mirrored' in redundancy ? Math.floor(ids.length / 2) : redundancy.spare;
  return Math.max(1, ids.length - spare);
}

/** Racks on a feed, those that hold the same and hang on as many feeds together. */
export type Shares = Map<string, { readonly load: Derivation; readonly feeds: number; count: number }>;

/** Adds a rack of which a feed carries an equal share with the others of so many. */
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
    const terms = [load, figure('feeds that carry it', 'count', feeds)];
    const share = derived(`share of the ${label}`, 'power', 'load ÷ feeds', terms, value);
    const whole = Number.isNaN(value) ? { ...share, known: load.known / feeds } : share;
    return count === 1 ? whole : times(count, whole);
  });
}

function sums(
  basis: Drawn,
  fabric: Fabric,
  devices: DeviceClasses,
  racks: RackContents,
  peak: readonly (Derivation | undefined)[],
): PowerSums {
  const device = devices.classes.map((each) => devicePower(each, basis));
  const what = powerText(basis);
  const ofRack = (label: string, each: readonly Derivation[]) => {
    const known = new Map<number, Derivation>();
    return (id: number): Derivation => {
      let found = known.get(id);
      if (found === undefined) {
        found = sum(`${label} of ${rackName(fabric, id)}`, 'power', 'sum of its devices', inRacks(racks, id, each));
        known.set(id, found);
      }
      return found;
    };
  };
  const rack = ofRack(what, device);
  const peaks = ofRack(
    'peak power',
    device.map((each, i) => peak[i] ?? each),
  );
  const anyPeak = basis === 'maximum' && peak.some((each) => each !== undefined);
  const hasPeak = (id: number): boolean => [...(racks[id]?.keys() ?? [])].some((index) => peak[index] !== undefined);
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

function powerText(basis: Drawn): string {
  return basis === 'typical' ? 'typical power' : 'power';
}

function drawnBy(part: Part<'module'> | Part<'switch'> | Part<'host'>, basis: Drawn): Derivation {
  const usual = basis === 'usual' ? part.values['typical-power'] : undefined;
  if (usual !== undefined) return stated(`typical power of ${part.name}`, 'power', usual, '');
  const property = basis === 'typical' ? 'typical-power' : 'power';
  const what = powerText(basis);
  const label = `${what} of ${part.name}${basis === 'usual' ? ', at the most' : ''}`;
  return stated(label, 'power', part.values[property], missingText(part, property, what));
}

/** Power of one module, at its maximum when not said otherwise, in W. */
export function modulePower(module: Part<'module'>, basis: Drawn = 'maximum'): Derivation {
  return drawnBy(module, basis);
}

/** Power of the chassis without modules, at its maximum when not said otherwise, in W. */
export function chassisPower(part: Part<'switch'> | Part<'host'>, basis: Drawn = 'maximum'): Derivation {
  return drawnBy(part, basis);
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
      times(count, stated(`power of ${laser.name}`, 'power', laser.values.power, missingText(laser, 'power'))),
    );
  const needy = modules.find(({ module }) => module.values.laser !== undefined);
  return needy === undefined
    ? []
    : [unknown(`power of the lasers of ${part.name}`, 'power', missingText(part, 'lasers'))];
}

function devicePower(each: DeviceClass, basis: Drawn): Derivation {
  const { part } = each;
  const what = powerText(basis);
  const label = part === undefined ? `${what} of a device of unknown type` : `${what} of ${part.name} with its modules`;
  const chassis =
    part === undefined ? stated(what, 'power', undefined, 'the type is unknown') : chassisPower(part, basis);
  return withModules(label, chassis, each, basis);
}

/** The peak of a device with its modules, which have none of their own; undefined where none above its power is said. */
function peakOf(each: DeviceClass): Derivation | undefined {
  const { part } = each;
  if (part === undefined || !isPart(part, 'host')) return undefined;
  const { power, 'peak-power': peak } = part.values;
  if (peak === undefined || (power !== undefined && peak.value <= power.value)) return undefined;
  const chassis = stated(`peak power of ${part.name}`, 'power', peak, '');
  return withModules(`peak power of ${part.name} with its modules`, chassis, each, 'maximum');
}

function withModules(
  label: string,
  chassis: Derivation,
  { part, modules, cables }: DeviceClass,
  basis: Drawn,
): Derivation {
  const lasers = laserPowers({ part, modules });
  return sum(label, 'power', lasers.length > 0 ? 'chassis + lasers + modules' : 'chassis + modules', [
    chassis,
    ...lasers,
    ...modules.map(({ module, count }) => times(count, modulePower(module, basis))),
    ...cables.map(({ cable, count }) => times(count, cableEndPower(cable))),
  ]);
}

function moduleTotals(devices: DeviceClasses, basis: Drawn): Derivation[] {
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
