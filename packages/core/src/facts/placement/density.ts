// Bandwidth per height and what a front panel holds.

import { type Derivation, derived, figure, stated, sum, times, unknown } from '../../figures/derivation.ts';
import {
  devicesOfRack,
  type Fabric,
  isPart,
  missingIn,
  type Part,
  partOfDevice,
  rackOfDevice,
  type Selection,
} from '../../model/index.ts';
import { eiaRackUnit, openRackUnit } from '../../units/index.ts';
import { heightOf } from '../parts/height.ts';
import { panelBandwidth } from '../parts/part-bandwidth.ts';

/** The rack unit a height was written in. */
export interface RackUnit {
  readonly name: 'OU' | 'RU';
  /** Height of one, in m. */
  readonly size: number;
}

/** The rack unit of a switch or host, or undefined when its height is not written in rack units. */
export function rackUnitOf(part: Part): RackUnit | undefined {
  const unit = heightOf(part).unit;
  if (unit === 'OU') return { name: 'OU', size: openRackUnit };
  return unit === 'RU' ? { name: 'RU', size: eiaRackUnit } : undefined;
}

/** Bandwidth of a switch's front panel over its height, in bit/s/m. */
export function switchDensity(part: Part<'switch'>): Derivation {
  return densityOf(`density of ${part.name}`, [panelBandwidth(part)], [heightOf(part)]);
}

function densityOf(label: string, panels: readonly Derivation[], heights: readonly Derivation[]): Derivation {
  const bandwidth = sum('bandwidth', 'bit rate', 'sum of front panels', panels);
  const height = totalHeight(heights);
  const density = bandwidth.value / height.value;
  return inUnitOf(height, derived(label, 'bit rate density', 'bandwidth ÷ height', [bandwidth, height], density));
}

/** A sum of heights, in the rack unit they were all written in. */
export function totalHeight(heights: readonly Derivation[]): Derivation {
  const total = sum('height', 'length', 'sum of heights', heights);
  const unit = heights[0]?.unit;
  return unit !== undefined && heights.every((each) => each.unit === unit) ? { ...total, unit } : total;
}

/** A density by the rack unit of a height. */
export function inUnitOf({ unit }: Derivation, density: Derivation): Derivation {
  return unit === 'RU' || unit === 'OU' ? { ...density, unit: `Tbps/${unit}` } : density;
}

/**
 * Density of the switches among some devices, or in some racks, in bit/s/m: their bandwidth over the height they
 * occupy, so that empty rack units do not count.
 */
export function densityOfSelection(fabric: Fabric, selection: Selection, label: string): Derivation {
  const counts = new Map<Part<'switch'>, number>();
  const count = (device: number): void => {
    const part = partOfDevice(fabric, device);
    if (part !== undefined && isPart(part, 'switch')) counts.set(part, (counts.get(part) ?? 0) + 1);
  };
  if (selection.of === 'device') for (const id of selection.ids) count(id);
  if (selection.of === 'rack') {
    const racks = new Set(selection.ids);
    const [first] = racks;
    if (racks.size === 1 && first !== undefined) for (const device of devicesOfRack(fabric, first)) count(device);
    else
      for (let device = 0; device < fabric.devices.count; device++)
        if (racks.has(rackOfDevice(fabric, device))) count(device);
  }
  if (counts.size === 0)
    return unknown(
      label,
      'bit rate density',
      fabric.gaps.placements ? 'some placements could not be understood' : 'it has no switches',
    );
  const parts = [...counts];
  return densityOf(
    label,
    parts.map(([part, n]) => times(n, panelBandwidth(part))),
    parts.map(([part, n]) => times(n, heightOf(part))),
  );
}

/**
 * Opening between the rails that a device needs, in m: its own, or that of an open rack if its height is in OU, or
 * what a row of its cages takes where that is more than a 19-inch rack has. Unknown where nothing is known.
 */
export function neededOpening(part: Part<'switch'> | Part<'host'>): Derivation {
  const label = `opening ${part.name} needs`;
  const given = part.values.width;
  if (given !== undefined) return stated(label, 'length', given, '');
  if (rackUnitOf(part)?.name === 'OU') {
    const bay = openBay('opening of an open rack');
    return derived(label, 'length', 'as its height is in OU', [bay, heightOf(part)], openRackOpening);
  }
  return unknown(label, 'length', missingIn(part, 'width'));
}

/** What a switch has of one form factor, and what its front panel can hold of it. */
export interface Faceplate {
  readonly cage: Part<'cage'>;
  readonly count: Derivation;
  /** By the figure published for the form factor: so many a rack unit. */
  readonly published: Derivation;
  /** The same by what the densest boxes get into a rack unit, where that is more. */
  readonly densest: Derivation;
  /** In OU, the figure published for an RU, which is smaller: that many fit for certain. */
  readonly carried: Derivation;
  /** By geometry: columns × rows that fit the panel. */
  readonly geometric: Derivation;
}

/** Opening between the rails of an ORv3 rack, in m (537 mm bay of the ORv3 base specification). */
const openRackOpening = 0.537;
/** Opening between the rails of a 19-inch EIA rack, in m (general figure, 450 mm). */
const eiaOpening = 0.45;

/** Opening between the rails of a rack with units of a name, in m. */
export function usualOpening(name: RackUnit['name']): Derivation {
  return name === 'OU' ? openBay('opening of a 21-inch rack') : eiaBay;
}

/** Openings as terms. */
const openBay = (label: string): Derivation => ({
  ...figure(label, 'length', openRackOpening),
  provenance: { kind: 'source', text: 'OCP Open Rack V3 base specification' },
});
const eiaBay: Derivation = {
  ...figure('opening of a 19-inch rack', 'length', eiaOpening),
  provenance: { kind: 'assumed', text: 'general figure, about 450 mm' },
};

/** The front panel of a switch, one row for each form factor. */
export function faceplateOf(part: Part<'switch'>): Faceplate[] {
  const groups = new Map<Part<'cage'>, Derivation[]>();
  for (const group of part.ports) {
    const terms = groups.get(group.cage) ?? [];
    terms.push(figure(`cages ${group.name}`, 'count', group.count, group.origin));
    groups.set(group.cage, terms);
  }
  const unit = rackUnitOf(part);
  const height = heightOf(part);
  return [...groups].map(([cage, terms]) => ({
    cage,
    count: sum(`${cage.name} cages of ${part.name}`, 'count', 'sum of its port groups', terms),
    published: publishedLimit(cage, unit, height, unit?.name === 'OU' ? 'per-OU' : 'per-RU'),
    densest: publishedLimit(cage, unit, height, unit?.name === 'OU' ? undefined : 'most-per-RU'),
    carried: publishedLimit(cage, unit, height, unit?.name === 'OU' ? 'per-RU' : undefined),
    geometric: geometricLimit(cage, unit, height),
  }));
}

function publishedLimit(
  cage: Part<'cage'>,
  unit: RackUnit | undefined,
  height: Derivation,
  property: 'per-OU' | 'per-RU' | 'most-per-RU' | undefined,
): Derivation {
  const label = `${cage.name} cages that fit`;
  if (unit === undefined)
    return unknown(label, 'count', height.missing ?? height.unknown ?? 'the height is not in rack units');
  const each = stated(
    `${cage.name} for each ${property === 'per-OU' ? 'OU' : 'RU'}`,
    'count',
    property === undefined ? undefined : cage.values[property],
    property === undefined ? `it is not given for an ${unit.name}` : missingIn(cage, property),
  );
  const units = figure(`height in ${unit.name}`, 'count', height.value / unit.size, height.origin);
  return derived(
    label,
    'count',
    `${unit.name} × cages for each`,
    [units, each],
    Math.floor(each.value * units.value + 1e-9),
  );
}

function geometricLimit(cage: Part<'cage'>, unit: RackUnit | undefined, height: Derivation): Derivation {
  const label = `${cage.name} modules the panel has room for`;
  if (unit === undefined)
    return unknown(label, 'count', height.missing ?? height.unknown ?? 'the height is not in rack units');
  const opening = usualOpening(unit.name);
  const size = (property: 'width' | 'height'): Derivation =>
    stated(`${property} of ${cage.name}`, 'length', cage.values[property], missingIn(cage, property));
  const [width, tall] = [size('width'), size('height')];
  const columns = Math.floor(opening.value / width.value + 1e-9);
  const rows = Math.floor(unit.size / tall.value + 1e-9) * Math.round(height.value / unit.size);
  return derived(label, 'count', 'columns × rows', [opening, width, height, tall], columns * rows);
}
