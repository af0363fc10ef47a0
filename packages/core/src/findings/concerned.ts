// How many of what is installed a finding concerns: `240 of 240 tor`.
import {
  type Block,
  blockOf,
  blockOfRack,
  byteAt,
  cageOfPort,
  deviceOfCage,
  type Fabric,
  firstCageOf,
  itemAt,
  partOfRack,
  type Subjects,
  signedAt,
} from '../model/index.ts';
import { printNumber } from '../units/index.ts';
import type { Finding } from './finding.ts';

/** The most declarations that are named in a text. */
const maxNamed = 4;

/** Some of the things that one declaration installs, or of the links of a network. */
export interface Concerned {
  /** `tor`, `links of backend` */
  readonly name: string;
  readonly count: number;
  /** How many there are. */
  readonly all: number;
}

/**
 * What a finding concerns, by the declarations that install it, the most first: devices of its own or with its parts, racks, links.
 * Empty where that says nothing: of a requirement, whose subject is in its text, and of what is installed once.
 */
export function concernedBy(fabric: Fabric, { rule, subjects, alike = [] }: Finding): readonly Concerned[] {
  if (rule.startsWith('requirement/')) return [];
  const all = [subjects, ...alike.map((each) => each.subjects)].flatMap((each) => each ?? []);
  const found = [...blocksOf(fabric, all), ...networksOf(fabric, all)];
  return found.every((each) => each.all === 1) ? [] : found.sort((a, b) => b.count - a.count);
}

/** `240 of 240 tor, 4 of 8 spine`; undefined where that says nothing, or in which design it was found isn't known. */
export function concernedText(finding: Finding, fabric: Fabric | undefined): string | undefined {
  const all = fabric === undefined ? [] : concernedBy(fabric, finding);
  if (all.length === 0) return undefined;
  const named = all
    .slice(0, maxNamed)
    .map((each) => `${printNumber(each.count)} of ${printNumber(each.all)} ${each.name}`);
  const more = all.length - named.length;
  return `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function blocksOf(fabric: Fabric, subjects: readonly Subjects[]): Concerned[] {
  const devices = new Set<number>();
  const racks = new Set<number>();
  for (const each of subjects) {
    for (const device of devicesOf(fabric, each)) devices.add(device);
    for (const rack of racksOf(fabric, each)) racks.add(rack);
  }
  return [
    ...byDeclaration(
      fabric,
      [...devices].map((device) => blockOf(fabric, device)),
    ),
    ...byDeclaration(
      fabric,
      [...racks].map((rack) => blockOfRack(fabric, rack)),
    ),
  ];
}

/** The devices that some subjects are, belong to, or are parts of. */
function devicesOf(fabric: Fabric, { of, ids }: Subjects): Iterable<number> {
  switch (of) {
    case 'device':
      return ids;
    case 'cage':
      return [...ids].map((cage) => deviceOfCage(fabric, cage));
    case 'port':
      return [...ids].map((port) => deviceOfCage(fabric, cageOfPort(fabric, port)));
    case 'part':
      return devicesWith(fabric, new Set(ids));
    default:
      return [];
  }
}

/** Devices of some types, or with modules of some types. */
function devicesWith(fabric: Fabric, parts: ReadonlySet<number>): number[] {
  const { devices, cages } = fabric;
  const isMeant = Uint8Array.from(fabric.parts, ({ index }) => (parts.has(index) ? 1 : 0));
  const found: number[] = [];
  const add = (isWanted: (device: number) => boolean): void => {
    for (let device = 0; device < devices.count; device++) if (isWanted(device)) found.push(device);
  };
  add((device) => isMeant[signedAt(devices.part, device)] === 1);
  add((device) => {
    const end = firstCageOf(fabric, device + 1);
    for (let cage = firstCageOf(fabric, device); cage < end; cage++)
      if (isMeant[signedAt(cages.module, cage)] === 1) return true;
    return false;
  });
  return found;
}

function racksOf(fabric: Fabric, { of, ids }: Subjects): number[] {
  if (of === 'rack') return [...ids];
  if (of !== 'part') return [];
  const found: number[] = [];
  for (let rack = 0; rack < fabric.racks.count; rack++)
    if (ids.includes(partOfRack(fabric, rack)?.index ?? -1)) found.push(rack);
  return found;
}

/** Arrays by the declaration that installs them, however often a template repeats it. */
function byDeclaration(fabric: Fabric, blocks: readonly Block[]): Concerned[] {
  const counts = new Map<number, { readonly name: string; count: number }>();
  for (const { declaration, name } of blocks) {
    const known = counts.get(declaration);
    if (known === undefined) counts.set(declaration, { name, count: 1 });
    else known.count++;
  }
  const installed = new Map<number, number>();
  for (const { declaration, count } of fabric.blocks)
    installed.set(declaration, (installed.get(declaration) ?? 0) + count);
  return [...counts].map(([declaration, { name, count }]) => ({
    name,
    count,
    all: installed.get(declaration) ?? count,
  }));
}

function networksOf(fabric: Fabric, subjects: readonly Subjects[]): Concerned[] {
  if (subjects.every(({ of }) => of !== 'link')) return [];
  const isMeant = new Uint8Array(fabric.links.count);
  for (const { of, ids } of subjects) if (of === 'link') for (const id of ids) isMeant[id] = 1;
  const counts = new Map<number, { count: number; all: number }>();
  for (const { network, first, count } of fabric.linkGroups) {
    const index = network?.index ?? -1;
    const counted = counts.get(index) ?? { count: 0, all: 0 };
    counts.set(index, counted);
    counted.all += count;
    for (let link = first; link < first + count; link++) counted.count += byteAt(isMeant, link);
  }
  return [...counts]
    .filter(([, { count }]) => count > 0)
    .map(([network, counted]) => ({
      name: network < 0 ? 'links outside networks' : `links of ${itemAt(fabric.networks, network).name}`,
      ...counted,
    }));
}
