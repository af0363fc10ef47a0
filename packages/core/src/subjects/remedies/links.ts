// What would cure findings about links: modules, fibers and connectors that go together, sizes and ports that can be laid.
import { connectorsOf, type LinkBudget, type LinkEnd, reservedLoss } from '../../facts/index.ts';
import { type Remedy, resizing, setting, using } from '../../findings/index.ts';
import {
  type Block,
  blockOf,
  type Counted,
  cageOfPort,
  deviceOfPort,
  type Fabric,
  firstCageOf,
  firstPortOf,
  isPart,
  type LinkGroup,
  moduleIn,
  type Part,
  partOfDevice,
  portGroupAt,
  unsignedAt,
} from '../../model/index.ts';
import { exceeds } from '../../units/index.ts';
import { rememberedFaces } from '../connectors.ts';
import { plugOf } from '../links.ts';
import { meshSizes } from '../mesh-sizes.ts';

/** The module of one end at the other too, where it has a connector of the path. */
export function sameModules(fabric: Fabric, budget: LinkBudget): Remedy[] {
  const { from, to } = budget.class;
  const [near, far] = [plugOf(fabric, budget, 'from'), plugOf(fabric, budget, 'to')];
  if (from.module === undefined || to.module === undefined || near === undefined || far === undefined) return [];
  if (near.start === far.start || from.module === to.module) return [];
  if (from.module.values['form-factor']?.value !== to.module.values['form-factor']?.value) return [];
  const faceOf = rememberedFaces();
  const inPath = connectorsOf(budget.class.group).map(({ part }) => part);
  const mates = (end: LinkEnd): boolean =>
    inPath.length === 0 || faceOf(end)?.some((each) => inPath.includes(each)) !== false;
  return [
    ...(mates(from) ? [using([far], from.module.name, to.module.name)] : []),
    ...(mates(to) ? [using([near], to.module.name, from.module.name)] : []),
  ];
}

/** The module at the end of a link that has one, at the other too. */
export function pluggedToo(fabric: Fabric, { class: { sample, group, from } }: LinkBudget): Remedy[] {
  const [bare, other] = from.module === undefined ? (['from', 'to'] as const) : (['to', 'from'] as const);
  const module = moduleIn(fabric, cageOfPort(fabric, unsignedAt(fabric.links[other], sample)));
  const text = `plug ${module?.name ?? ''} into ${group[bare].text}`;
  return module === undefined ? [] : [{ changes: [{ kind: 'add', at: group.origin, text, before: true }] }];
}

/** Low-loss connectors, where some aren't. */
export function withLowLoss({ medium: { connectors } }: LinkGroup): Remedy[] {
  const usual = (connectors?.value ?? []).filter(
    ({ lowLoss, part, origin }) => !lowLoss && isPart(part, 'connector') && origin.end > origin.start,
  );
  return usual.length === 0
    ? []
    : [
        {
          title: 'Use low-loss connectors',
          changes: usual.map(({ origin }) => ({ kind: 'write', at: origin, text: ' low-loss', isAdded: true })),
        },
      ];
}

/**
 * What takes loss from a path that has these parts, as advice: `Shorten the path or remove a mated pair.`
 * @param allowed what it may lose, in dB: where more is kept free, no other path helps
 * @param others what helps besides
 */
export function lessLoss(group: LinkGroup, allowed: number, others: readonly string[] = []): string {
  const { connectors, splices, panels } = group.medium;
  const kept = reservedLoss(group).filter(({ value }) => value > 0);
  const isPathTooMuch = exceeds(
    allowed,
    kept.reduce((all, { value }) => all + value, 0),
  );
  const ofPath = [
    'shorten the path',
    ...(withLowLoss(group).length > 0 ? ['use low-loss connectors'] : []),
    ...(connectors === undefined ? [] : ['remove a mated pair']),
    ...(splices === undefined ? [] : ['use fewer splices']),
    ...(panels === undefined ? [] : ['pass fewer panels']),
  ];
  const choices = [
    ...(isPathTooMuch ? ofPath : []),
    ...(kept.length === 0 ? [] : [`allow less for ${kept.map(({ label }) => label).join(' and ')}`]),
    ...others,
  ];
  const last = choices.at(-1) ?? '';
  const text = choices.length < 3 ? choices.join(' or ') : `${choices.slice(0, -1).join(', ')}, or ${last}`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** The connector of the modules in place of the only one of a path. */
export function connectorOf(connectors: readonly Counted<'connector'>[], faces: readonly Part[]): Remedy[] {
  const [only, ...more] = connectors;
  const [face, ...others] = new Set(faces.map(({ name }) => name));
  return only === undefined || face === undefined || more.length > 0 || others.length > 0
    ? []
    : [using([only.origin], face, only.part.name)];
}

/** The fibers on which the PMD at an end reaches as far as a link is long, the longest reach first. */
export function fibersFor({ class: { group, ...ends } }: LinkBudget, wrong: 'from' | 'to'): Remedy[] {
  const { fiber, mediumOrigin, medium } = group;
  const far = ends[wrong === 'from' ? 'to' : 'from'].optics?.values.mode?.value;
  const optics = ends[wrong].optics;
  if (fiber === undefined || mediumOrigin === undefined || optics?.values.mode?.value !== far) return [];
  const length = medium.length?.value ?? Number.NaN;
  const reaches = (optics?.values.reach?.value ?? []).flatMap(({ part, value }) => {
    if (value < length || (part !== undefined && part.values.mode?.value !== far)) return [];
    // A reach on any fiber of the mode is on the usual one too.
    return [{ name: part?.name ?? (far === 'multimode' ? 'OM4' : 'OS2'), value }];
  });
  const names = new Set(reaches.sort((a, b) => b.value - a.value).map(({ name }) => name));
  return [...names].map((name) => using([mediumOrigin], name, fiber.name));
}

/** Sizes of the second side of a mesh that can be laid: the next larger ones first. */
export function evenSizes(fabric: Fabric, group: LinkGroup): Remedy[] {
  const block = blockOfSide(fabric, group);
  const now = group.to.devices;
  if (block === undefined || block.count !== now) return [];
  const sizes = meshSizes(group);
  const ordered = [...sizes.filter((each) => each > now), ...sizes.filter((each) => each < now).reverse()];
  return ordered.slice(0, 3).map((size) => resizing(block.origin, size));
}

/** The only array that the second side of a statement selects. */
function blockOfSide(fabric: Fabric, { unlinked }: LinkGroup): Block | undefined {
  const blocks = new Set([...(unlinked?.to ?? [])].map((port) => blockOf(fabric, deviceOfPort(fabric, port))));
  const [only, ...more] = blocks;
  return more.length === 0 ? only : undefined;
}

/** Cages without links for those of a statement that have one already: as many that are next to each other. */
export function freeCages(fabric: Fabric, later: LinkGroup, taken: readonly number[]): Remedy[] {
  const used = new Set<number>();
  for (let link = 0; link < fabric.links.count; link++) {
    if (link >= later.first && link < later.first + later.count) continue;
    for (const ends of [fabric.links.from, fabric.links.to]) used.add(cageOfPort(fabric, unsignedAt(ends, link)));
  }
  return (['from', 'to'] as const).flatMap((side): Remedy[] => {
    const { text, origin, devices, ports } = later[side];
    const index = /\[(\d+)(?:\.\.(\d+))?\]$/.exec(text);
    const port = taken.find((each) => isOfSide(fabric, later, side, each));
    if (index === null || port === undefined || devices !== 1) return [];
    const cage = cageOfPort(fabric, port);
    const device = deviceOfPort(fabric, port);
    const group = portGroupAt(partOfDevice(fabric, device) as Part, cage - firstCageOf(fabric, device));
    const count = Number(index[2] ?? index[1]) - Number(index[1]) + 1;
    if (group === undefined || group.axes.length !== 1 || count !== ports) return [];
    const first = firstCageOf(fabric, device) + group.first;
    const isFree = (at: number): boolean => !used.has(at) && moduleIn(fabric, at) === moduleIn(fabric, cage);
    for (let start = 0; start + count <= group.count; start++) {
      const run = Array.from({ length: count }, (_, i) => first + start + i);
      if (!run.every(isFree) || run.some((each) => firstPortOf(fabric, each + 1) - firstPortOf(fabric, each) !== 1))
        continue;
      const from = `${start + 1}`;
      const written = count === 1 ? from : `${from}..${start + count}`;
      return [{ changes: [{ kind: 'write', at: origin, text: text.replace(/\[[^\]]*\]$/, `[${written}]`) }] }];
    }
    return [];
  });
}

function isOfSide(fabric: Fabric, group: LinkGroup, side: 'from' | 'to', port: number): boolean {
  for (let link = group.first; link < group.first + group.count; link++)
    if (unsignedAt(fabric.links[side], link) === port) return true;
  return false;
}

/** As many ports on the side of `pairs` that selects more of them, where it names a range at its end. */
export function sameCount({ from, to, fault, pattern }: LinkGroup): Remedy[] {
  if (fault?.kind !== 'unequal' || pattern !== 'pairs') return [];
  const more = from.ports > to.ports ? from : to;
  const range = /\[(\d+)\.\.(\d+)\]$/.exec(more.text);
  const each = Math.min(from.ports, to.ports) / more.devices;
  if (range === null || !Number.isInteger(each) || more.portsEach !== Number(range[2]) - Number(range[1]) + 1)
    return [];
  const first = Number(range[1]);
  const written = each === 1 ? `${first}` : `${first}..${first + each - 1}`;
  const text = more.text.replace(/\[[^\]]*\]$/, `[${written}]`);
  return [{ changes: [{ kind: 'write', at: more.origin, text }] }];
}

/** A word that a connector has, where the design declares it. */
export function ofConnector(part: Part<'connector'>, property: 'end-face' | 'pins', word: string): Remedy[] {
  const given = part.values[property];
  return given === undefined ? [] : [setting(given.origin, property, word)];
}
