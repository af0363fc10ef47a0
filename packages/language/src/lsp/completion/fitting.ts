// Which parts fit where one is chosen, and how well: the first are offered first.
import { derivesFrom, type Fabric, isPart, opticsRate, type Part, printQuantity } from '@lightloom/core';
import { cageTypes, modulesAt } from './installed.ts';
import type { Fits } from './place.ts';

/** How well a part fits: lower comes first; with a note, why. */
export interface Fit {
  readonly rank: 0 | 1 | 2;
  readonly note?: string;
  /** Whether the design uses it already, where that makes it likelier. */
  readonly isUsed?: boolean;
}

const unknown: Fit = { rank: 1 };

/** Judges the parts that are offered at a place, by the last state of the design that is known. */
export function fitting(
  fabric: Fabric | undefined,
  fits: Fits | undefined,
  cages: readonly string[],
): (part: Part) => Fit {
  if (fabric === undefined || fits === undefined) return () => unknown;
  if (fits.kind === 'cages') {
    const wanted = cages.length > 0 ? new Set(cages) : cageTypes(fabric);
    return (part) => (isPart(part, 'module') && wanted.size > 0 ? fitOfModule(part, wanted) : unknown);
  }
  const optics = new Set(
    [...modulesAt(fabric, fits.ends)].flatMap(({ values }) => values.channels?.value.map((each) => each.part) ?? []),
  );
  const used = new Set(fabric.linkGroups.map(({ fiber }) => fiber?.name));
  return (part) =>
    optics.size > 0 && isPart(part, 'fiber')
      ? { ...fitOfFiber(part, [...optics]), isUsed: used.has(part.name) }
      : unknown;
}

function fitOfModule(module: Part<'module'>, cages: ReadonlySet<string>): Fit {
  const form = module.values['form-factor']?.value;
  if (form === undefined) return unknown;
  return cages.has(form.name) ? { rank: 0 } : { rank: 2, note: `fits ${form.name}` };
}

/** A fiber on which all of some optics run, with the shortest of their reaches. */
function fitOfFiber(fiber: Part<'fiber'>, optics: readonly Part<'optics'>[]): Fit {
  const { mode } = fiber.values;
  const other = optics.find(
    ({ values }) => values.mode !== undefined && mode !== undefined && values.mode.value !== mode.value,
  );
  if (other !== undefined) return { rank: 2, note: `not for ${other.name}` };
  const reaches = optics.map((each) => reachOn(each, fiber)).filter((each) => each !== undefined);
  return reaches.length < optics.length
    ? { rank: 1 }
    : { rank: 0, note: `reach ${printQuantity(Math.min(...reaches), 'length')}` };
}

function reachOn({ values }: Part<'optics'>, fiber: Part<'fiber'>): number | undefined {
  const rows = values.reach?.value ?? [];
  const own = rows.find(({ part }) => part !== undefined && derivesFrom(fiber, part));
  return (own ?? rows.find(({ part }) => part === undefined))?.value;
}

/**
 * Judges PMDs for the channels of a module: those of the rate of its lanes first, and of these those that use all of its lanes.
 * @param channels how many are written; undefined where none are
 */
export function fittingLanes(cage: Part<'cage'> | undefined, channels: number | undefined): (part: Part) => Fit {
  const rate = cage?.values['lane-rate']?.value;
  const lanes = cage?.values.lanes?.value;
  return (part) => {
    const own = isPart(part, 'optics') ? part.values['lane-rate']?.value : undefined;
    const count = isPart(part, 'optics') ? part.values.lanes?.value : undefined;
    if (rate === undefined || own === undefined) return unknown;
    if (own !== rate)
      return { rank: 2, note: `${printQuantity(rate, 'bit rate')} lanes in ${cage?.name ?? 'the cage'}` };
    const fit = lanes === undefined || count === undefined || count === 0 ? 0 : Math.floor(lanes / count);
    if (fit === 0 || (channels ?? 1) > fit) return { rank: 2 };
    const isFull = channels === undefined || channels === fit;
    return { rank: isFull ? 0 : 1, note: `up to ${fit} in ${cage?.name ?? 'the cage'}` };
  };
}

/** Judges connectors for a link: those of the optics at its ends first. @param ends the names that lead to them */
export function fittingConnectors(fabric: Fabric, ends: readonly (readonly string[])[]): (part: Part) => Fit {
  const optics = [...modulesAt(fabric, ends)].flatMap(
    ({ values }) => values.channels?.value.map((each) => each.part) ?? [],
  );
  const wanted = new Map(
    optics.flatMap(({ name, values }) => values.connector?.value.map(({ part }) => [part.name, name] as const) ?? []),
  );
  return (part) => {
    const of = wanted.get(part.name);
    return of === undefined ? unknown : { rank: 0, note: `as ${of}` };
  };
}

/** How an end of a link fits the ports of the other end: by the rates of their modules, or by their cages where nothing is plugged in. */
export function fitOfEnd(fabric: Fabric, path: readonly string[], far: readonly (readonly string[])[]): Fit {
  const rates = ratesAt(fabric, [path]);
  const others = ratesAt(fabric, far);
  const note = rates.size === 0 ? undefined : [...rates].map((each) => printQuantity(each, 'bit rate')).join(', ');
  const withNote = (rank: Fit['rank']): Fit => (note === undefined ? { rank } : { rank, note });
  // A device is not linked to itself.
  if (far.some((each) => path.every((name, i) => each[i] === name))) return withNote(2);
  if (rates.size === 0 || others.size === 0) return withNote(1);
  return withNote([...rates].some((each) => others.has(each)) ? 0 : 2);
}

/** The rates of the channels of the modules at some ends, in bit/s. */
function ratesAt(fabric: Fabric, ends: readonly (readonly string[])[]): ReadonlySet<number> {
  const channels = [...modulesAt(fabric, ends)].flatMap(({ values }) => values.channels?.value ?? []);
  return new Set(channels.map(({ part }) => opticsRate(part).value).filter((each) => !Number.isNaN(each)));
}
