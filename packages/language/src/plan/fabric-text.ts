// Writes a planned network as a design: types, pods and planes as templates, hosts in even groups, and what must hold.
import {
  cagesFor,
  type Part,
  type PlannedModule,
  printCount,
  printNumber,
  printQuantity,
  type Shape,
} from '@lightloom/core';
import { formatFabric } from '../format/index.ts';
import { cageSelector } from './cage-selector.ts';
import type { Draft } from './draft.ts';
import { hallLines, hallTypes, phaseLines, placeLines } from './hall-text.ts';
import type { PlanParts } from './request.ts';

/** A switch of a tier, with what its ports are selected by. */
interface Role {
  readonly type: Part<'switch'>;
  readonly module: PlannedModule;
  /** `[*].p[1..32]`: the ports towards the hosts. */
  readonly down: (device: string) => string;
  /** The ports towards the next tier. */
  readonly up: (device: string) => string;
  /** All ports with a link. */
  readonly used: (device: string) => string;
}

/** The design of a network, formatted. */
export function fabricText(draft: Draft): string {
  const lines = [
    `/** ${titleOf(draft)} */`,
    ...importsOf(draft).map((each) => `import "${each}"`),
    '',
    '// Planned by `lightloom plan`. The lengths of the links are what was asked for; measure yours.',
    '',
    ...modulesOf(draft).flatMap(moduleType),
    ...hostType(draft),
    '',
    ...hallLines(draft),
    ...templates(draft),
    'network fabric : scale-out {',
    ...body(draft),
    ...placeLines(draft),
    '}',
    ...phaseLines(draft),
    '',
    `require oversubscription(fabric) <= ${draft.request.oversubscription}`,
    '',
  ];
  return formatFabric(lines.join('\n')).text;
}

function titleOf({ request: { rate }, hosts, rails, planes, shape }: Draft): string {
  const ports = rails === 1 ? 'one port' : printCount(rails, 'port');
  const tiers = printCount(shape.tiers, 'tier');
  const even = planes === 1 ? '' : ` on ${printCount(planes, 'plane')}`;
  return `${printCount(hosts, 'host')} with ${ports} of ${printQuantity(rate, 'bit rate')}: ${tiers}${even}.`;
}

function roleOf({ parts, optics, faceplates }: Draft, tier: 0 | 1 | 2, down: number, up: number): Role {
  const [type, module, faceplate] = [parts.switches[tier], optics.switches[tier], faceplates[tier]];
  const [below, above] = [cagesFor(down, faceplate), cagesFor(up, faceplate)];
  const select = (first: number, last: number) => (device: string) =>
    cageSelector(type, module.base, first, last)
      .map((cages) => `${device}.${cages}`)
      .join(', ');
  return { type, module, down: select(0, below), up: select(below, below + above), used: select(0, below + above) };
}

const roles = (draft: Draft): { leaf: Role; spine: Role | undefined; core: Role | undefined } => {
  const { leaf, spine, core } = draft.shape;
  return {
    leaf: roleOf(draft, 0, leaf.down, leaf.up),
    spine: spine === undefined ? undefined : roleOf(draft, 1, spine.down, spine.up),
    core: core === undefined ? undefined : roleOf(draft, 2, core.down, core.up),
  };
};

// ── types ───────────────────────────────────────────────────────────────────

function modulesOf({ optics, shape }: Draft): PlannedModule[] {
  const all = [...optics.switches.slice(0, shape.tiers), optics.host];
  const names = new Set<string>();
  return all.filter((each) => {
    const name = moduleName(each);
    if (each.derived === undefined || names.has(name)) return false;
    names.add(name);
    return true;
  });
}

function moduleName({ base, pmd, derived }: PlannedModule): string {
  return derived === undefined ? base.name : `${base.name}-${pmd.name.replace(/[^A-Za-z0-9]/g, '')}`;
}

function moduleType(module: PlannedModule): string[] {
  const why =
    module.derived === 'split' ? 'each group of lanes is a link of its own' : 'its lanes run at the lower rate';
  const { base, pmd, channels } = module;
  return [
    `/** ${base.name} with ${printCount(channels, 'link')} of ${pmd.name}. */`,
    `module type ${moduleName(module)} is ${base.name} {`,
    `channels ${channels} x ${pmd.name} assumed "${why}"`,
    ...frontOf(module),
    '}',
    '',
  ];
}

/** The connectors of a module whose links are pieces of what it is sold for: they stay the same. */
function frontOf({ base, derived }: PlannedModule): string[] {
  const [channel] = base.values.channels?.value ?? [];
  const [connector] = channel?.part.values.connector?.value ?? [];
  if (derived !== 'split' || base.values.connector !== undefined) return [];
  if (channel === undefined || connector === undefined) return [];
  return [`connector ${channel.count * connector.count} x ${connector.part.name} assumed "as ${base.name}"`];
}

function hostType({ parts, optics, rails }: Draft): string[] {
  if (parts.host !== undefined) return [];
  return [
    '/** The ports of a host on this network: take your own type instead. */',
    `host type ${hostName(parts)} {`,
    `ports nic[1..${rails}] : ${optics.hostCage.name}`,
    '}',
  ];
}

/** The name of the type of the hosts: one that no part has, where none is chosen. */
function hostName({ host, all }: PlanParts): string {
  if (host !== undefined) return host.name;
  return all.some(({ name }) => name === 'Host') ? 'PlannedHost' : 'Host';
}

function importsOf(draft: Draft): string[] {
  const { parts, optics, shape, importOf, request } = draft;
  const used: Part[] = [
    ...parts.switches.slice(0, shape.tiers),
    ...optics.switches.slice(0, shape.tiers).map(({ base }) => base),
    optics.host.base,
    optics.pmd,
    ...(parts.host === undefined ? [optics.hostCage] : [parts.host]),
    ...hallTypes(draft),
  ];
  return [...new Set([...used.map(importOf), ...request.imports])].filter((each) => each !== '').sort();
}

// ── templates ───────────────────────────────────────────────────────────────

/** What one pod holds: its leaves and spines, or the leaves of a smaller network. */
function podLines(draft: Draft, pods: number): string[] {
  const { shape, request } = draft;
  const { leaf, spine } = roles(draft);
  const lines = [`switch leaf[1..${shape.leaf.switches / pods}] : ${leaf.type.name}`];
  if (spine !== undefined && shape.spine !== undefined)
    lines.push(`switch spine[1..${shape.spine.switches / pods}] : ${spine.type.name}`);
  lines.push(plug(leaf, 'leaf[*]'));
  if (spine === undefined) return lines;
  lines.push(
    plug(spine, 'spine[*]'),
    `link ${leaf.up('leaf[*]')} to ${spine.down('spine[*]')} as mesh`,
    over(draft, request.lengths[1]),
  );
  return lines;
}

/** What one plane holds. */
function planeLines(draft: Draft): string[] {
  const { shape, request } = draft;
  const { spine, core } = roles(draft);
  if (core === undefined || spine === undefined || shape.core === undefined || shape.spine === undefined)
    return podLines(draft, 1);
  const each = shape.core.switches / shape.groups;
  const grouped = shape.spine.switches / shape.pods / shape.groups;
  const meet = (spines: string, cores: string): string[] => [
    `link ${spine.up(`pod[*].spine[${spines}]`)} to ${core.down(`core[${cores}]`)} as mesh`,
    over(draft, request.lengths[2]),
  ];
  return [
    `pod[1..${shape.pods}] : Pod()`,
    `switch core[1..${shape.core.switches}] : ${core.type.name}`,
    plug(core, 'core[*]'),
    ...(shape.groups === 1
      ? meet('*', '*')
      : [
          '// Spines of the same place in every pod share their core switches.',
          `for g in 1..${shape.groups} {`,
          ...meet(block('g', grouped), block('g', each)),
          '}',
        ]),
  ];
}

function templates(draft: Draft): string[] {
  const { shape, planes } = draft;
  const lines: string[] = [];
  if (shape.tiers === 3) lines.push('template Pod() {', ...podLines(draft, shape.pods), '}', '');
  if (planes > 1) lines.push('template Plane() {', ...planeLines(draft), '}', '');
  return lines;
}

// ── the network ─────────────────────────────────────────────────────────────

function body(draft: Draft): string[] {
  const { planes, optics, parts, hosts } = draft;
  const cages = parts.host?.ports[0]?.name ?? 'nic';
  return [
    ...(planes > 1 ? [`plane[1..${planes}] : Plane()`] : planeLines(draft)),
    `host node[1..${hosts}] : ${hostName(parts)}`,
    `plug ${moduleName(optics.host)} into node[*].${cages}[*]`,
    '',
    ...hostLinks(draft, cages),
  ];
}

/** Links of the hosts: equal groups first, then those with one host fewer. */
function hostLinks(draft: Draft, cages: string): string[] {
  const { shape, request, hosts, rails, planes } = draft;
  const { leaf } = roles(draft);
  const port = planes > 1 ? '/p' : '';
  const plane = planes > 1 ? 'plane[p].' : '';
  const over1 = over(draft, request.lengths[0]);
  const perPlane = planes > 1 ? [`p in 1..${planes}`] : [];
  const looped = (variables: readonly string[], lines: readonly string[]): string[] =>
    variables.length === 0 ? [...lines] : [`for ${variables.join(', ')} {`, ...lines, '}'];
  if (shape.tiers === 1)
    return looped(perPlane, [`link node[*].${cages}[*]${port} to ${leaf.down(`${plane}leaf[*]`)} as mesh`, over1]);
  const smaller = Math.floor(hosts / shape.units);
  const larger = hosts - smaller * shape.units;
  const statement = (from: number, to: number, size: number, before: number): string[] => {
    if (from > to) return [];
    // One group alone is named by its number.
    const unit = from === to ? from : 'u';
    const leaves = leaf.down(plane + leavesOf(shape, rails, unit));
    return looped(from === to ? perPlane : [...perPlane, `u in ${from}..${to}`], [
      `link node[${block(unit, size, before)}].${cages}[*]${port} to ${leaves} as rails`,
      over1,
    ]);
  };
  const where = rails === 1 ? 'on one leaf' : `port k of each on leaf k of ${rails}`;
  const sizes = larger === 0 ? printNumber(smaller) : `${printNumber(smaller)} or ${printNumber(smaller + 1)}`;
  return [
    `// Groups of ${sizes} hosts, ${where}.`,
    ...statement(1, larger, smaller + 1, 0),
    ...statement(larger + 1, shape.units, smaller, larger),
  ];
}

/** The leaves of a group of hosts, in its pod. */
function leavesOf({ pods, units }: Shape, rails: number, unit: number | 'u'): string {
  if (pods === 1) return `leaf[${block(unit, rails)}]`;
  const each = units / pods;
  if (unit !== 'u') return `pod[${Math.ceil(unit / each)}].leaf[${block(((unit - 1) % each) + 1, rails)}]`;
  if (each === 1) return `pod[u].leaf[${block(1, rails)}]`;
  const place = `(u - 1) mod ${each}`;
  const leaves = rails === 1 ? `${place} + 1` : `${place} * ${rails} + 1..(${place} + 1) * ${rails}`;
  return `pod[(u - 1) div ${each} + 1].leaf[${leaves}]`;
}

/** The numbers of block `at` of `size`, after `before` others: `(u - 1) * 8 + 1..u * 8`, or `9..16`. */
function block(at: number | string, size: number, before = 0): string {
  if (typeof at === 'number') {
    const [first, last] = [before + (at - 1) * size + 1, before + at * size];
    return first === last ? `${first}` : `${first}..${last}`;
  }
  const plus = before === 0 ? '' : `${before} + `;
  return size === 1 ? `${plus}${at}` : `${plus}(${at} - 1) * ${size} + 1..${plus}${at} * ${size}`;
}

function plug({ module, used }: Role, devices: string): string {
  return `plug ${moduleName(module)} into ${used(devices)}`;
}

function over({ optics }: Draft, length: number): string {
  return `over ${optics.pmd.values.mode?.value === 'multimode' ? 'OM4' : 'OS2'} { length ${length} m }`;
}
