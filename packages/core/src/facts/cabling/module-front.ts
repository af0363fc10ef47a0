// The front of a module: its connectors, and which of them carry the fibers of each channel.

import { type Counted, isPart, itemAt, missingText, numberAt, type Part, unsignedAt } from '../../model/index.ts';
import type { CableSocket } from './cable-kinds.ts';

/** The fibers of a channel on one connector of its module. */
export interface FrontRun {
  /** Connector of the module, counted from zero. */
  readonly connector: number;
  /** Both directions; `NaN` when unknown. */
  readonly fibers: number;
}

/** The connectors of a module, and the channels on them. */
export interface ModuleFront {
  /** Undefined where the channel isn't fiber, and where nobody gave the type. */
  readonly connectors: readonly (Part<'connector'> | undefined)[];
  /** By channel: the connectors that it is on, in their order. */
  readonly channels: readonly (readonly FrontRun[])[];
  /** By channel: whether no other channel is on its connectors. */
  readonly own: readonly boolean[];
}

/** More than any module has: a bound on what is followed. */
const most = 4096;

/**
 * The front of a module; a text with the reason where it is unknown. Where the module gives its connectors, its channels share
 * them, fiber after fiber. Otherwise each channel has those of its PMD, as far as the cage has independent ports; what a module
 * with more channels than that has on its front isn't guessed.
 */
export function moduleFront(module: Part<'module'>): ModuleFront | string {
  const given = module.values.channels?.value;
  if (given === undefined) return missingText(module, 'channels');
  if (total(given) > most) return `only up to ${most} channels of a module are followed`;
  const channels = listed(given);
  const said = module.values.connector?.value;
  if (said !== undefined) return sharedFront(module, channels, said);
  if (Object.hasOwn(module.unknowns, 'connector') || channels.length > independentPorts(module))
    return connectorMissing(module, channels.length);
  return ownFront(channels);
}

/** Finds the front of a module. */
export type Fronts = (module: Part<'module'>) => ModuleFront | string;

/** Finds fronts, each worked out once. */
export function rememberedFronts(): Fronts {
  const known = new Map<Part, ModuleFront | string>();
  return (module) => {
    let front = known.get(module);
    if (front === undefined) known.set(module, (front = moduleFront(module)));
    return front;
  };
}

/** A connector of a module, with the ports whose fibers are on it. */
export function socketAt({ connectors }: ModuleFront, connector: number, ports: readonly number[]): CableSocket {
  return { ports, connector, of: connectors.length, part: connectors[connector] };
}

/** Links a module offers without giving the connectors they share: one, or one for each independent port of its cage. */
export function independentPorts(module: Part<'module'>): number {
  return module.values['form-factor']?.value.values['independent-ports']?.value ?? 1;
}

function connectorMissing(module: Part<'module'>, channels: number): string {
  const missing = missingText(module, 'connector');
  return Object.hasOwn(module.unknowns, 'connector') || channels === 1
    ? missing
    : `${missing}, and its ${channels} channels may share connectors`;
}

/** Each channel with the connectors of its PMD. */
function ownFront(channels: readonly Part<'optics'>[]): ModuleFront | string {
  const connectors: (Part<'connector'> | undefined)[] = [];
  const runs: FrontRun[][] = [];
  for (const optics of channels) {
    const fibers = fibersOf(optics);
    // A channel that isn't fiber, such as copper, ends in a socket of its own.
    const given = optics.values.connector?.value;
    if (given === undefined && fibers !== 0) return missingText(optics, 'connector');
    if (given !== undefined && total(given) > most) return `only up to ${most} connectors of a channel are followed`;
    const own = given === undefined ? [undefined] : listed(given);
    const each = evenly(fibers, own);
    if (each === undefined) return `the connectors of ${optics.name} are not all alike`;
    runs.push(own.map((_, i) => ({ connector: connectors.length + i, fibers: each })));
    connectors.push(...own);
  }
  return { connectors, channels: runs, own: runs.map(() => true) };
}

/** Fibers on each of the connectors of one channel; undefined where it depends on which of them it is. */
function evenly(fibers: number, connectors: readonly unknown[]): number | undefined {
  if (connectors.length === 1) return fibers;
  return new Set(connectors).size === 1 ? fibers / connectors.length : undefined;
}

/** Channels that share the connectors a module gives. */
function sharedFront(
  module: Part<'module'>,
  channels: readonly Part<'optics'>[],
  given: readonly Counted<'connector'>[],
): ModuleFront | string {
  if (total(given) > most) return `only up to ${most} connectors of a module are followed`;
  const strange = channels.find((optics) => !isParallel(optics));
  if (strange !== undefined && isInheritedFront(module))
    return `${module.name} inherits its \`connector\`, which may not be that of its ${strange.name}`;
  const connectors = listed(given);
  const sizes = channels.map((optics) => fibersOf(optics));
  // One connector for each channel, whatever their kinds: the first channel has the first.
  if (connectors.length === channels.length) {
    const runs = sizes.map((fibers, i) => [{ connector: i, fibers }]);
    return { connectors, channels: runs, own: runs.map(() => true) };
  }
  if (connectors.length === 1) {
    const runs = sizes.map((fibers) => [{ connector: 0, fibers }]);
    return { connectors, channels: runs, own: runs.map(() => channels.length === 1) };
  }
  if (new Set(connectors).size > 1) return `the connectors of ${module.name} are not all alike`;
  const all = sizes.reduce((sum, each) => sum + each, 0);
  if (Number.isNaN(all)) return `some fibers of ${module.name} are unknown`;
  const each = all / connectors.length;
  if (!Number.isInteger(each) || each === 0)
    return `the ${all} fibers of ${module.name} do not share ${connectors.length} connectors evenly`;
  let first = 0;
  const runs = sizes.map((fibers) => {
    const found = runsFrom(first, fibers, each);
    first += fibers;
    return found;
  });
  const users = new Uint32Array(connectors.length);
  for (const channel of runs) for (const { connector } of channel) users[connector] = unsignedAt(users, connector) + 1;
  return {
    connectors,
    channels: runs,
    own: runs.map((channel) => channel.every(({ connector }) => users[connector] === 1)),
  };
}

/** Whether a module has channels of its own on connectors that its base gives. */
export function isInheritedFront({ base, values }: Part<'module'>): boolean {
  if (base === undefined || !isPart(base, 'module')) return false;
  const { channels, connector } = base.values;
  return connector?.origin === values.connector?.origin && channels?.origin !== values.channels?.origin;
}

/** Whether each lane of a PMD has a fiber of its own in each direction: its fibers fit any connector with enough of them. */
function isParallel({ values: { lanes, fibers, osnr }, unknowns }: Part<'optics'>): boolean {
  const isCoherent = osnr !== undefined || Object.hasOwn(unknowns, 'osnr');
  return !isCoherent && lanes !== undefined && fibers?.value === 2 * lanes.value;
}

/** The connectors that some fibers of a module are on, `each` on one. */
function runsFrom(first: number, fibers: number, each: number): FrontRun[] {
  const found: FrontRun[] = [];
  for (let at = first; at < first + fibers; ) {
    const connector = Math.floor(at / each);
    const end = Math.min((connector + 1) * each, first + fibers);
    found.push({ connector, fibers: end - at });
    at = end;
  }
  return found;
}

/** Fibers that meet on their way from one end to the other. */
export interface Joint {
  /** Place in the runs of either end. */
  readonly near: number;
  readonly far: number;
  readonly fibers: number;
}

/** How the connectors at both ends of a link are joined, fiber after fiber; a text where that is unknown. */
export function jointsOf(near: readonly FrontRun[], far: readonly FrontRun[]): readonly Joint[] | string {
  if (near.length === 1 && far.length === 1) {
    const [a, b] = [itemAt(near, 0).fibers, itemAt(far, 0).fibers];
    return [{ near: 0, far: 0, fibers: a === b ? a : Number.NaN }];
  }
  const left = [near.map(({ fibers }) => fibers), far.map(({ fibers }) => fibers)] as const;
  const [all, others] = left.map((side) => side.reduce((sum, each) => sum + each, 0));
  if (all !== others) return 'the optics at the two ends have different numbers of fibers';
  const joints: Joint[] = [];
  for (let a = 0, b = 0; a < near.length && b < far.length; ) {
    const fibers = Math.min(numberAt(left[0], a), numberAt(left[1], b));
    joints.push({ near: a, far: b, fibers });
    left[0][a] = numberAt(left[0], a) - fibers;
    left[1][b] = numberAt(left[1], b) - fibers;
    if (left[0][a] === 0) a++;
    if (left[1][b] === 0) b++;
  }
  return joints;
}

function fibersOf({ values }: Part<'optics'>): number {
  return values.fibers?.value ?? Number.NaN;
}

/** Each part as often as it counts. */
function listed<K extends 'optics' | 'connector'>(counted: readonly Counted<K>[]): Part<K>[] {
  return counted.flatMap(({ count, part }) => Array.from({ length: count }, () => part));
}

function total(counted: readonly Counted<'optics' | 'connector'>[]): number {
  return counted.reduce((all, { count }) => all + count, 0);
}
