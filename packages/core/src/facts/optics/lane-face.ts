// Where the lanes of a channel are on the connectors of its module: connector, and position of transmitter or receiver.
import { type Counted, missingText, type Part } from '../../model/index.ts';
import { moduleFront } from '../cabling/module-front.ts';
import type { LinkEnd } from '../classes/port-ends.ts';

/** One end of a link, as fibers see it. A pair is one fiber in each direction; wavelengths share it. */
export interface LaneFace {
  /** Positions of one connector. */
  readonly positions: number;
  /** Fiber pairs of the link. */
  readonly pairs: number;
  /** Lanes on one pair: 4 of an FR4. */
  readonly share: number;
  /** Pairs on one connector. */
  readonly each: number;
  /** Pairs of other channels that come before on the same connectors. */
  readonly offset: number;
  /** Lanes of the module before those of the channel. */
  readonly lanesBefore: number;
  /** Connectors of the module before those of the channel, and in all. */
  readonly connectorsBefore: number;
  readonly connectors: number;
}

/** A place on the face of a module, connector and position counted from one. */
export interface FacePlace {
  readonly connector: number;
  readonly position: number;
}

/** More than any link has: a bound on what is computed. */
const maxPairs = 1024;

/**
 * The front of the module at an end of a link; a text with the reason where it is unknown.
 * @param channel of the module, counted from zero
 */
export function laneFaceOf({ module, optics }: LinkEnd, channel: number): LaneFace | string {
  if (module === undefined || optics === undefined) return 'there is no module at one end';
  const own = optics.values.connector?.value;
  const face = module.values.connector?.value ?? own;
  if (face === undefined) return missingText(optics, 'connector');
  const front = module.values.connector === undefined ? moduleFront(module) : undefined;
  if (typeof front === 'string') return front;
  const wave = pairsOf(optics);
  if (typeof wave === 'string') return wave;
  const { pairs, share } = wave;
  const shared = module.values.connector !== undefined;
  const before = channelsBefore(module, channel);
  const connectors = totalOf(face);
  const kinds = new Set(face.map(({ part }) => part.values.fibers?.value));
  const [positions] = kinds;
  const owner = shared ? module.name : optics.name;
  if (kinds.size > 1) return `the connectors of ${owner} are not all alike`;
  if (positions === undefined) return missingText((face[0] as Counted<'connector'>).part, 'fibers');
  if (pairs > maxPairs) return `only up to ${maxPairs} fibers in each direction are followed`;
  const all = shared ? sumOf(channelsBefore(module, Number.POSITIVE_INFINITY), pairsIn) : pairs;
  const each = all / connectors;
  if (Number.isNaN(all)) return `some fibers of ${module.name} are unknown`;
  if (!Number.isInteger(each) || 2 * each > positions)
    return `${2 * all} fibers do not share ${connectors} connectors of ${positions} evenly`;
  if (share > 1 && positions !== 2) return `${optics.name} has several wavelengths on the fibers of its connector`;
  return {
    positions,
    pairs,
    share,
    each,
    offset: shared ? sumOf(before, pairsIn) : 0,
    lanesBefore: sumOf(before, ({ values }) => values.lanes?.value ?? Number.NaN),
    connectorsBefore: shared ? 0 : sumOf(before, ({ values }) => totalOf(values.connector?.value ?? [])),
    connectors: shared
      ? connectors
      : sumOf(channelsBefore(module, Number.POSITIVE_INFINITY), ({ values }) => totalOf(values.connector?.value ?? [])),
  };
}

/** Where a pair of the link sends from, or is received at; pairs are counted from zero. */
export function facePlaceOf(face: LaneFace, pair: number, half: 'transmitter' | 'receiver'): FacePlace {
  const lane = (face.offset + pair) % face.each;
  return {
    connector: face.connectorsBefore + Math.floor((face.offset + pair) / face.each) + 1,
    position: half === 'transmitter' ? lane + 1 : face.positions - lane,
  };
}

/** What is at a place: undefined where the link has no lane. */
export function pairAt(
  face: LaneFace,
  { connector, position }: FacePlace,
): { readonly side: 'transmitter' | 'receiver'; readonly pair: number } | undefined {
  const side = position <= face.positions / 2 ? 'transmitter' : 'receiver';
  const lane = side === 'transmitter' ? position - 1 : face.positions - position;
  const pair = (connector - face.connectorsBefore - 1) * face.each + lane - face.offset;
  return lane >= 0 && lane < face.each && pair >= 0 && pair < face.pairs ? { side, pair } : undefined;
}

/** Whether a lane has the same position at both faces, so that no breakout has to lead it to another. */
export function isAlike(a: LaneFace, b: LaneFace): boolean {
  return a.positions === b.positions && a.each === b.each && a.offset % a.each === b.offset % b.each;
}

/** Fiber pairs of a PMD and lanes on each; a text where its lanes have no fiber of their own in each direction. */
function pairsOf(optics: Part<'optics'>): { readonly pairs: number; readonly share: number } | string {
  const lanes = optics.values.lanes?.value;
  const fibers = optics.values.fibers?.value;
  if (lanes === undefined || fibers === undefined) return missingText(optics, lanes === undefined ? 'lanes' : 'fibers');
  const share = optics.values.wavelengths?.value ?? 1;
  const pairs = fibers / 2;
  return pairs >= 1 && pairs * share === lanes
    ? { pairs, share }
    : `${optics.name} has no lane with a fiber of its own in each direction`;
}

const pairsIn = ({ values }: Part<'optics'>): number => (values.fibers?.value ?? Number.NaN) / 2;

/** Channels of a module before one, by PMD. */
function channelsBefore(module: Part<'module'>, channel: number): Counted<'optics'>[] {
  const found: Counted<'optics'>[] = [];
  let left = channel;
  for (const each of module.values.channels?.value ?? []) {
    const count = Math.min(each.count, left);
    if (count > 0) found.push({ ...each, count });
    left -= count;
  }
  return found;
}

function sumOf(channels: readonly Counted<'optics'>[], of: (optics: Part<'optics'>) => number): number {
  return channels.reduce((all, { count, part }) => all + count * of(part), 0);
}

function totalOf(connectors: readonly Counted<'connector'>[]): number {
  return connectors.reduce((all, { count }) => all + count, 0);
}
