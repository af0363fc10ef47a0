// Polarity: which position of the far connector a fiber arrives at, and which lane of the far module that is.
//
// A module with parallel optics sends its lanes from the first positions of the connector and receives in the last, in
// reverse: of 12, lane 1 sends at 1 and is received at 12. A reversed cord (type B) therefore joins lane k to lane k.
import type { LinkGroup, Part } from '../model/index.ts';
import { type Derivation, derived, figure, unknown } from './derivation.ts';

/** How cords and trunks lead fibers from one connector to the next (TIA-568). */
export type Polarity = 'type-A' | 'type-B' | 'type-C';

/** Where a fiber leaves a segment it entered at a position, both counted from one. */
export function positionAfter(polarity: Polarity, position: number, positions: number): number {
  switch (polarity) {
    case 'type-A':
      return position;
    case 'type-B':
      return positions + 1 - position;
    case 'type-C':
      return position % 2 === 1 ? position + 1 : position - 1;
  }
}

/** One lane of a module on its way. */
export interface LaneWay {
  /** Counted from one. */
  readonly lane: number;
  /** Position at the module, then behind each segment. */
  readonly positions: readonly number[];
  /** What it arrives at: a receiver, where the link works, or a transmitter; undefined at a position nobody uses. */
  readonly arrives: { readonly side: 'receiver' | 'transmitter'; readonly lane: number } | undefined;
}

/** The cords and trunks of a path from end to end; undefined when it does not say them. */
export function segmentsOf({ medium }: LinkGroup): readonly Polarity[] | undefined {
  const given = medium.polarity?.value;
  if (given === undefined) return undefined;
  const segments: Polarity[] = [];
  for (const { word, count } of given)
    for (let i = 0; i < (count > mostSegments ? mostSegments + (count % 2) : count); i++)
      segments.push(word as Polarity);
  return segments;
}

/** More than any path has: a bound for what somebody may type. Two of a kind undo each other, so that parity is kept. */
const mostSegments = 100;

/** Fibers of the connector of a PMD and lanes on it; undefined where lanes do not have a fiber of their own each way. */
export function parallelOf(
  optics: Part<'optics'> | undefined,
): { readonly positions: number; readonly lanes: number } | undefined {
  const connectors = optics?.values.connector?.value ?? [];
  const [connector] = connectors;
  const positions = connector?.part.values.fibers?.value;
  const lanes = optics?.values.lanes?.value;
  const fibers = optics?.values.fibers?.value;
  const wavelengths = optics?.values.wavelengths?.value ?? 1;
  if (positions === undefined || lanes === undefined || fibers !== 2 * lanes || wavelengths > 1) return undefined;
  if (positions <= 2 || connectors.length > 1) return undefined;
  const each = lanes / (connector?.count ?? 1);
  return Number.isInteger(each) && 2 * each <= positions ? { positions, lanes: each } : undefined;
}

/** The way of each lane over some segments, from a connector to one like it. */
export function laneWays(positions: number, lanes: number, segments: readonly Polarity[]): LaneWay[] {
  return Array.from({ length: lanes }, (_, i) => {
    const way = [i + 1];
    for (const each of segments) way.push(positionAfter(each, way.at(-1) as number, positions));
    const last = way.at(-1) as number;
    const arrives =
      last <= lanes
        ? ({ side: 'transmitter', lane: last } as const)
        : last > positions - lanes
          ? ({ side: 'receiver', lane: positions + 1 - last } as const)
          : undefined;
    return { lane: i + 1, positions: way, arrives };
  });
}

/** Whether every lane arrives at the receiver of the same lane. */
export function isCrossed(ways: readonly LaneWay[]): boolean {
  return ways.every(({ lane, arrives }) => arrives?.side === 'receiver' && arrives.lane === lane);
}

/**
 * The lane-to-fiber map of a link: one term for each lane of the module, with the position it has in each connector. The
 * value is the number of lanes that arrive at the receiver of their own lane.
 * @param firstLane the first lane of the module that belongs to the link, counted from zero
 */
export function laneMap(group: LinkGroup, optics: Part<'optics'> | undefined, firstLane = 0): Derivation {
  const label = 'lane map';
  const parallel = parallelOf(optics);
  if (parallel === undefined)
    return unknown(label, 'count', `${optics?.name ?? 'the module'} has no lane on a fiber of its own`);
  const segments = segmentsOf(group);
  if (segments === undefined) return unknown(label, 'count', 'the polarity of the cords is not said');
  const ways = laneWays(parallel.positions, parallel.lanes, segments);
  const terms = ways.map((way) => figure(wayText(way, segments, firstLane), 'count', way.arrives?.lane ?? Number.NaN));
  const right = ways.filter(({ lane, arrives }) => arrives?.side === 'receiver' && arrives.lane === lane).length;
  return derived(label, 'count', 'lanes that arrive at the receiver of their own lane', terms, right);
}

/** Segments of a path that are written out. */
const mostWritten = 8;

/** `lane 1, from 1 over type-B to 12, type-A to 12, received as lane`; the lane follows as the value. */
function wayText({ lane, positions, arrives }: LaneWay, segments: readonly Polarity[], firstLane: number): string {
  const steps = segments.slice(0, mostWritten).map((each, i) => `${each} to ${positions[i + 1]}`);
  const rest = segments.length > mostWritten ? [`and so on to ${positions.at(-1)}`] : [];
  const way = steps.length === 0 ? '' : ` over ${[...steps, ...rest].join(', ')}`;
  const end =
    arrives === undefined
      ? 'arrives where there is no lane'
      : arrives.side === 'receiver'
        ? 'received as lane'
        : 'arrives at the transmitter of lane';
  return `lane ${firstLane + lane}, from ${positions[0]}${way}, ${end}`;
}
