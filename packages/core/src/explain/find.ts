// From a name to the thing: by its whole path, or by the end of it if that is unambiguous.
import {
  type Axis,
  axisSize,
  type Block,
  type Fabric,
  firstCageOf,
  firstPortOf,
  type Group,
  indexAt,
  type PortGroup,
  type Selection,
} from '../model/index.ts';
import { names, type Path, readPath, type Step } from './selector.ts';

/** What a name refers to. */
export type Found =
  | { readonly of: 'block'; readonly blocks: readonly Block[] }
  | { readonly of: Selection['of']; readonly ids: readonly number[] };

/** The maximum number of things that are looked up one by one. */
const maxFound = 100_000;

/**
 * What a text names; undefined if it names nothing.
 * @param among the arrays to look in, if more is known than the text says
 */
export function find(fabric: Fabric, text: string, among: readonly Block[] = fabric.blocks): Found | undefined {
  const path = readPath(text);
  if (path === undefined) return undefined;
  const whole = path.channels === undefined ? (named(fabric, text.trim()) ?? groupsNamed(fabric, path)) : undefined;
  return (
    whole ?? elements(fabric, path, among) ?? (path.channels === undefined ? typeNamed(fabric, text.trim()) : undefined)
  );
}

/** Networks, loops, branches, feeds and the hall have one plain name. */
function named(fabric: Fabric, name: string): Found | undefined {
  const lists = [
    ['network', fabric.networks],
    ['loop', fabric.loops],
    ['branch', fabric.branches],
    ['feed', fabric.feeds],
  ] as const;
  for (const [of, list] of lists) {
    const exact = list.filter((each) => each.name === name);
    if (exact.length > 0) return { of, ids: exact.map(({ index }) => index) };
  }
  if (fabric.hall?.name === name) return { of: 'hall', ids: [0] };
  const ends = fabric.branches.filter((each) => each.name.endsWith(`.${name}`));
  return ends.length === 0 ? undefined : { of: 'branch', ids: ends.map(({ index }) => index) };
}

function typeNamed(fabric: Fabric, name: string): Found | undefined {
  const part = fabric.parts.find((each) => each.name === name);
  return part === undefined ? undefined : { of: 'part', ids: [part.index] };
}

/** One step of the path of a thing: `su[2]`. */
interface Place {
  readonly name: string;
  readonly indices: readonly number[];
}

function stepOf({ name }: Group): Place {
  const bracket = name.indexOf('[');
  if (bracket < 0) return { name, indices: [] };
  return {
    name: name.slice(0, bracket),
    indices: [...name.matchAll(/\[(-?\d+)\]/g)].map(([, index]) => Number(index)),
  };
}

function chainOf(group: Group | undefined): Place[] {
  return group === undefined ? [] : [...chainOf(group.parent), stepOf(group)];
}

function stepIs(step: Step, { name, indices }: Place): boolean {
  if (step.name !== name && step.name !== '*') return false;
  return (
    step.axes.length === 0 ||
    (step.axes.length === indices.length && indices.every((each, i) => names(step.axes[i], each)))
  );
}

/** Whether a chain ends with some steps. */
function endsWith(chain: readonly Place[], steps: readonly Step[]): boolean {
  const skip = chain.length - steps.length;
  return skip >= 0 && steps.every((step, i) => stepIs(step, chain[skip + i] as Place));
}

function groupsNamed(fabric: Fabric, { steps }: Path): Found | undefined {
  const ids = fabric.groups.filter((group) => endsWith(chainOf(group), steps)).map(({ index }) => index);
  return ids.length === 0 ? undefined : { of: 'group', ids };
}

/** Devices, racks, CDUs; ports of devices; channels. */
function elements(fabric: Fabric, path: Path, among: readonly Block[]): Found | undefined {
  const { steps, channels } = path;
  const last = steps.at(-1) as Step;
  const chains = new Map<Group | undefined, readonly Place[]>();
  const chain = (group: Group | undefined): readonly Place[] => {
    let found = chains.get(group);
    if (found === undefined) chains.set(group, (found = chainOf(group)));
    return found;
  };
  const inScope = (block: Block, before: readonly Step[]): boolean => endsWith(chain(block.group), before);
  const whole: Block[] = [];
  const ids: number[] = [];
  let of: 'device' | 'rack' | 'cdu' = 'device';
  if (channels === undefined) {
    for (const block of among) {
      if (block.name !== last.name || !inScope(block, steps.slice(0, -1))) continue;
      const positions = positionsOf(block.axes, last);
      if (positions === undefined) continue;
      of = block.kind === 'rack' || block.kind === 'cdu' ? block.kind : 'device';
      if (positions === 'all') whole.push(block);
      else for (const each of positions) ids.push(block.first + each);
    }
    if (whole.length > 0) return { of: 'block', blocks: whole };
    if (ids.length > 0) return { of, ids };
  }
  return steps.length < 2 ? undefined : ports(fabric, path, among, inScope);
}

function ports(
  fabric: Fabric,
  { steps, channels }: Path,
  among: readonly Block[],
  inScope: (block: Block, before: readonly Step[]) => boolean,
): Found | undefined {
  const [device, port] = steps.slice(-2) as [Step, Step];
  const cages: number[] = [];
  for (const block of among) {
    if (block.name !== device.name || !inScope(block, steps.slice(0, -2))) continue;
    const groups = (block.part?.ports ?? []).filter(({ name }) => name === port.name || port.name === '*');
    const positions = positionsOf(block.axes, device);
    if (groups.length === 0 || positions === undefined) continue;
    const devices = positions === 'all' ? Array.from({ length: block.count }, (_, i) => i) : positions;
    for (const each of devices)
      for (const group of groups)
        for (const cage of cagesOf(group, port))
          if (cages.length < maxFound) cages.push(firstCageOf(fabric, block.first + each) + cage);
  }
  if (cages.length === 0) return undefined;
  if (channels === undefined) return { of: 'cage', ids: cages };
  const found: number[] = [];
  for (const cage of cages) {
    const first = firstPortOf(fabric, cage);
    const count = firstPortOf(fabric, cage + 1) - first;
    for (let channel = 1; channel <= count; channel++) if (names(channels, channel)) found.push(first + channel - 1);
  }
  return found.length === 0 ? undefined : { of: 'port', ids: found };
}

function cagesOf(group: PortGroup, step: Step): number[] {
  const positions = positionsOf(group.axes, step);
  if (positions === undefined) return [];
  const within = positions === 'all' ? Array.from({ length: group.count }, (_, i) => i) : positions;
  return within.map((each) => group.first + each);
}

/** The positions of an array that a step names; undefined if it names none. */
function positionsOf(axes: readonly Axis[], { axes: wanted }: Step): readonly number[] | 'all' | undefined {
  if (wanted.length === 0 || wanted.every((each) => each === '*'))
    return wanted.length > axes.length ? undefined : 'all';
  if (wanted.length !== axes.length) return undefined;
  let positions: number[] = [0];
  for (const [i, axis] of axes.entries()) {
    const size = axisSize(axis);
    const own: number[] = [];
    for (let at = 0; at < size && own.length < maxFound; at++) if (names(wanted[i], indexAt(axis, at))) own.push(at);
    positions = positions.flatMap((before) => own.map((each) => before * size + each)).slice(0, maxFound);
  }
  return positions.length === 0 ? undefined : positions;
}

/** The names that can be explained, for suggestions. */
export function nameable(fabric: Fabric): string[] {
  const found = new Set<string>();
  for (const { name } of [...fabric.networks, ...fabric.loops, ...fabric.branches, ...fabric.feeds]) found.add(name);
  if (fabric.hall !== undefined) found.add(fabric.hall.name);
  for (const group of fabric.groups) found.add(stepOf(group).name);
  for (const block of fabric.blocks) found.add(block.name);
  for (const part of fabric.parts) if (!part.library) found.add(part.name);
  return [...found];
}
