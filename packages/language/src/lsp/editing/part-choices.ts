// Fixes that choose another module: which places name it, and which modules may suit them.
import {
  cageOfPort,
  type DesignChange,
  deviceOfCage,
  type Fabric,
  type Finding,
  firstCageOf,
  groupOfLink,
  moduleFront,
  opticsRate,
  type Part,
  partOfDevice,
  plugIn,
  portGroupAt,
  type Remedy,
  unsignedAt,
} from '@lightloom/core';

/** Rules whose findings another module may cure. */
const ofModules: ReadonlySet<string> = new Set([
  'bandwidth/connectx8-800gbe',
  'bandwidth/nic-port',
  'bandwidth/twin-port-as-one',
  'optics/fec-mismatch',
  'optics/fiber-type',
  'optics/half-retimed-pair',
  'optics/lane-rate-mismatch',
  'optics/linear-in-deaf-host',
  'optics/loss-budget',
  'optics/mixed-breakout',
  'optics/no-module',
  'optics/overload',
  'optics/pmd-mismatch',
  'optics/reach',
  'optics/receive-power',
  'optics/stressed-receiver',
  'optics/wavelength-mismatch',
  'placement/module-fits-cage',
  'power/cage-weaker-than-neighbours',
  'power/input-current',
  'power/module-over-cage',
  'power/module-over-connector',
]);

/** Modules that are tried for a finding. */
const maxTried = 12;

type Module = Part<'module'>;

/**
 * Other modules for the cages that a finding is about, the likeliest first: those of the same rate, then the others that fit.
 * @param library the modules of the part library
 */
export function otherModules(finding: Finding, fabric: Fabric, library: readonly Module[]): readonly Remedy[] {
  if (!ofModules.has(finding.rule)) return [];
  const cages = cagesOf(fabric, finding);
  const [first] = cages;
  if (first === undefined) return [];
  const group = portGroupOf(fabric, first);
  const plugs = new Set(cages.flatMap((each) => plugIn(fabric, each) ?? []));
  const now = [...plugs][0]?.module;
  const own = fabric.parts.filter((each): each is Module => each.kind === 'module' && !each.library);
  const names = new Set(own.map(({ name }) => name));
  const fitting = [...own, ...library.filter(({ name }) => !names.has(name))].filter(
    (each) => each.values['form-factor']?.value.name === group?.cage.name && each.name !== now?.name,
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

/** Whether another module may cure a finding. */
export function choosesModule({ rule }: Finding): boolean {
  return ofModules.has(rule);
}

/** The connector of a module in place of the only one of the path, where it is another. */
function connectorsFor({ subjects }: Finding, fabric: Fabric, module: Module): DesignChange[] {
  const [link] = subjects?.of === 'link' ? subjects.ids : [];
  const [only, ...more] = link === undefined ? [] : (groupOfLink(fabric, link).medium.connectors?.value ?? []);
  const [face, ...others] = new Set(moduleFaces(module));
  if (only === undefined || face === undefined || more.length > 0 || others.length > 0 || only.part.name === face)
    return [];
  return [{ kind: 'use', at: [only.origin], part: face, inPlaceOf: only.part.name }];
}

function moduleFaces(module: Module): readonly string[] {
  const front = moduleFront(module);
  return typeof front === 'string' ? [] : front.connectors.flatMap((each) => each?.name ?? []);
}

/** The cages that a finding is about: both ends of its links. */
function cagesOf(fabric: Fabric, { subjects }: Finding): readonly number[] {
  const [id] = subjects?.ids ?? [];
  if (subjects === undefined || id === undefined) return [];
  if (subjects.of === 'cage') return [id];
  const link = subjects.of === 'link' ? id : undefined;
  if (link !== undefined)
    return [fabric.links.from, fabric.links.to].map((ends) => cageOfPort(fabric, unsignedAt(ends, link)));
  if (subjects.of === 'part') return cagesWith(fabric, id);
  const group = subjects.of === 'link statement' ? fabric.linkGroups[id] : undefined;
  return [...(group?.unlinked?.from ?? []), ...(group?.unlinked?.to ?? [])].map((port) => cageOfPort(fabric, port));
}

/** The first cage that holds a module. */
function cagesWith(fabric: Fabric, part: number): readonly number[] {
  const cage = fabric.cages.module.indexOf(part);
  return cage < 0 ? [] : [cage];
}

function portGroupOf(fabric: Fabric, cage: number) {
  const device = deviceOfCage(fabric, cage);
  const part = partOfDevice(fabric, device);
  return part === undefined ? undefined : portGroupAt(part, cage - firstCageOf(fabric, device));
}

/** A module in the cages of both ends of a statement that have none. */
function pluggedBoth({ subjects, origin }: Finding, fabric: Fabric, name: string): Remedy[] {
  const [id = -1] = subjects?.of === 'link statement' || subjects?.of === 'link' ? subjects.ids : [];
  const group =
    subjects?.of === 'link'
      ? fabric.linkGroups.find(({ first, count }) => first <= id && id < first + count)
      : fabric.linkGroups[id];
  if (group === undefined) return [];
  const sides = [...new Set([group.from.text, group.to.text])].join(', ');
  return [{ changes: [{ kind: 'add', at: origin, text: `plug ${name} into ${sides}`, before: true }] }];
}

/** How far a module is from another one: another rate, other channels, another interface. */
function distance(module: Module, from: Module | undefined): number {
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
