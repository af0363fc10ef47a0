// Modules that were plugged, pulled or swapped for another type, by the ports that they are in.
import { isBuiltIn } from '../../facts/index.ts';
import {
  type Fabric,
  firstCageOf,
  isPart,
  itemAt,
  type Part,
  partOfDevice,
  portGroupAt,
  printSome,
  signedAt,
} from '../../model/index.ts';
import type { Change } from '../compare/change.ts';
import type { Comparer } from '../compare/differences.ts';
import { replacedDetails } from '../compare/replaced.ts';
import type { Matching } from '../match/matching.ts';
import { classAt, noPart } from '../match/part-classes.ts';
import { foldedNames } from '../naming/fold.ts';

/** Modules of two types in the same cages, in either design or both. */
interface Swap {
  /** Index of the part, or -1. */
  readonly old: number;
  readonly now: number;
  /** By device and group of ports, the cages: of the old design where they are gone, else of the new one. */
  readonly cages: number[];
}

/** All changes of modules: two table look-ups a cage. */
export function moduleChanges(matching: Matching, comparer: Comparer): Change[] {
  return [...swapsOf(matching).values()].flatMap((swap) => changesOf(matching, comparer, swap));
}

function swapsOf({ before, after, parts, cages }: Matching): Map<number, Swap> {
  const swaps = new Map<number, Swap>();
  const width = after.parts.length + 1;
  const note = (old: number, now: number, cage: number): void => {
    const key = (old + 1) * width + now + 1;
    const known = swaps.get(key);
    if (known === undefined) swaps.set(key, { old, now, cages: [cage] });
    else known.cages.push(cage);
  };
  for (let cage = 0; cage < before.cages.count; cage++) {
    const old = signedAt(before.cages.module, cage);
    const there = signedAt(cages.after, cage);
    if (there < 0) {
      if (old >= 0) note(old, -1, cage);
      continue;
    }
    const now = signedAt(after.cages.module, there);
    if (classAt(parts.before, old) === classAt(parts.after, now)) continue;
    note(old, now, now < 0 ? cage : there);
  }
  for (let cage = 0; cage < after.cages.count; cage++) {
    const now = signedAt(after.cages.module, cage);
    if (now >= 0 && signedAt(cages.before, cage) < 0) note(noPart, now, cage);
  }
  return swaps;
}

function changesOf({ before, after }: Matching, comparer: Comparer, { old, now, cages }: Swap): Change[] {
  const [was, is] = [moduleAt(before, old), moduleAt(after, now)];
  const isGone = is === undefined;
  const names = cageNames(isGone ? before : after, cages);
  const change = (kind: Change['kind'], part: Part, more: Pick<Change, 'before' | 'after' | 'details'>): Change => ({
    kind,
    of: isPart(part, 'module') && isBuiltIn(part) ? 'engine' : 'module',
    count: cages.length,
    what: part.name,
    ...more,
  });
  if (was === undefined)
    return is === undefined ? [] : [change('added', is, { before: [], after: names, details: [] })];
  if (isGone) return [change('removed', was, { before: names, after: [], details: [] })];
  return [change('replaced', is, { before: names, after: names, details: replacedDetails(comparer, was, is) })];
}

function moduleAt({ parts }: Fabric, index: number): Part | undefined {
  return index < 0 ? undefined : itemAt(parts, index);
}

/** `leaf[1..8].up[1..4]`: devices with the same cages are named together. */
function cageNames(fabric: Fabric, cages: readonly number[]): string[] {
  const places = new Map<number, number[]>();
  for (const cage of cages) {
    const device = fabric.cages.device[cage] ?? 0;
    const known = places.get(device);
    if (known === undefined) places.set(device, [cage - firstCageOf(fabric, device)]);
    else known.push(cage - firstCageOf(fabric, device));
  }
  const devices = new Map<string, number[]>();
  for (const [device, own] of places)
    for (const suffix of suffixes(partOfDevice(fabric, device), own))
      devices.set(suffix, [...(devices.get(suffix) ?? []), device]);
  return [...devices].flatMap(([suffix, ids]) => foldedNames(fabric, 'devices', ids).map((name) => name + suffix));
}

/** `.up[1..4]` for each group of ports. */
function suffixes(part: Part | undefined, places: readonly number[]): string[] {
  if (part === undefined) return [''];
  const groups = new Map<string, number[]>();
  const axes = new Map(part.ports.map((group) => [group.name, group.axes]));
  for (const place of places) {
    const group = portGroupAt(part, place);
    if (group === undefined) continue;
    groups.set(group.name, [...(groups.get(group.name) ?? []), place - group.first]);
  }
  return [...groups].map(([name, own]) => `.${name}${printSome(axes.get(name) ?? [], own)}`);
}
