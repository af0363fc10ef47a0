// Other modules: which places name one, and which may suit them.
import {
  cageOfPort,
  type DesignChange,
  type Fabric,
  type Finding,
  moduleFront,
  opticsRate,
  originKey,
  type Part,
  plugIn,
  type Remedy,
  unsignedAt,
} from '@lightloom/core';
import { cageAt, linksOf, partsToChoose } from './about.ts';

/** Modules that are tried for a finding. */
const maxTried = 12;

type Module = Part<'module'>;

/**
 * Other modules for the cages that a finding is about, the likeliest first: those of the same rate, then the others that fit.
 * @param library the modules of the part library
 */
export function otherModules(finding: Finding, fabric: Fabric, library: readonly Part[]): readonly Remedy[] {
  const cages = cagesOf(fabric, finding);
  const [first] = cages;
  if (first === undefined) return [];
  const { type } = cageAt(fabric, first);
  const plugs = new Set(cages.flatMap((each) => plugIn(fabric, each) ?? []));
  const now = [...plugs][0]?.module;
  const fitting = partsToChoose('module', fabric, library).filter(
    (each) => each.values['form-factor']?.value.name === type?.name && each.name !== now?.name,
  );
  const likely = [...fitting].sort((a, b) => distance(a, now) - distance(b, now));
  return likely.slice(0, maxTried).flatMap((other): Remedy[] => {
    if (plugs.size === 0) return pluggedBoth(finding, fabric, other.name);
    const changes = [...plugs].flatMap(({ module, origin }): DesignChange[] =>
      module === undefined ? [] : [{ kind: 'use', at: [origin], part: other.name, inPlaceOf: module.name }],
    );
    return changes.length === plugs.size ? [{ changes: [...changes, ...connectorsFor(finding, fabric, other)] }] : [];
  });
}

/** The connector of a module in place of the only one of the path, where it is another. */
function connectorsFor(finding: Finding, fabric: Fabric, module: Module): DesignChange[] {
  const [only, ...more] = linksOf(finding, fabric)?.medium.connectors?.value ?? [];
  const [face, ...others] = new Set(moduleFaces(module));
  if (only === undefined || face === undefined || more.length > 0 || others.length > 0 || only.part.name === face)
    return [];
  return [{ kind: 'use', at: [only.origin], part: face, inPlaceOf: only.part.name }];
}

function moduleFaces(module: Module): readonly string[] {
  const front = moduleFront(module);
  return typeof front === 'string' ? [] : front.connectors.flatMap((each) => each?.name ?? []);
}

/** The cages that a finding is about: both ends of its links, or those that the statements at its places fill. */
function cagesOf(fabric: Fabric, finding: Finding): readonly number[] {
  const { subjects } = finding;
  const [id] = subjects?.ids ?? [];
  if (subjects === undefined || id === undefined) return [];
  if (subjects.of === 'cage') return [id];
  if (subjects.of === 'link')
    return [fabric.links.from, fabric.links.to].map((ends) => cageOfPort(fabric, unsignedAt(ends, id)));
  if (subjects.of === 'part') return cagesWith(fabric, id) ?? cagesAt(fabric, finding);
  const group = linksOf(finding, fabric);
  return [...(group?.unlinked?.from ?? []), ...(group?.unlinked?.to ?? [])].map((port) => cageOfPort(fabric, port));
}

/** The first cage that holds a module. */
function cagesWith(fabric: Fabric, part: number): readonly number[] | undefined {
  const cage = fabric.cages.module.indexOf(part);
  return cage < 0 ? undefined : [cage];
}

/** The first cage of each statement that plugs a module, and is where a finding is or what it refers to. */
function cagesAt({ plugs, cages }: Fabric, { origin, related }: Finding): readonly number[] {
  const places = new Set([origin, ...related.map((each) => each.origin)].map(originKey));
  return plugs.flatMap((plug) => {
    const cage = places.has(originKey(plug.origin)) ? cages.plug.indexOf(plug.index) : -1;
    return cage < 0 ? [] : [cage];
  });
}

/** A module in the cages of both ends of a statement that have none. */
function pluggedBoth(finding: Finding, fabric: Fabric, name: string): Remedy[] {
  const group = linksOf(finding, fabric);
  if (group === undefined) return [];
  const sides = [...new Set([group.from.text, group.to.text])].join(', ');
  return [{ changes: [{ kind: 'add', at: finding.origin, text: `plug ${name} into ${sides}`, before: true }] }];
}

/** How far a module is from another one: another rate, other channels, another interface. */
export function distance(module: Module, from: Module | undefined): number {
  const [a, b] = [channelsOf(module), channelsOf(from)];
  return (
    (a.rate === b.rate ? 0 : 4) +
    (a.count === b.count ? 0 : 2) +
    (module.values.interface?.value === from?.values.interface?.value ? 0 : 1)
  );
}

function channelsOf(module: Module | undefined): { readonly count: number; readonly rate: number } {
  const channels = module?.values.channels?.value ?? [];
  const count = channels.reduce((all, each) => all + each.count, 0);
  const rate = channels.reduce((all, each) => all + each.count * opticsRate(each.part).value, 0);
  return { count, rate };
}
