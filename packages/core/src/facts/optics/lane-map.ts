// The lane-to-fiber map: from each lane of a module through every cord and panel to the lane of the far module.

import { type Derivation, derived, figure, unknown } from '../../figures/derivation.ts';
import { channelOfPort, type Fabric, unsignedAt } from '../../model/index.ts';
import type { LinkClass } from '../classes/link-classes.ts';
import { type FacePlace, facePlaceOf, isAlike, type LaneFace, laneFaceOf, pairAt } from './lane-face.ts';
import { type Polarity, positionAfter, type Segment, segmentsOf } from './polarity.ts';

/** The path of one pair of fibers from a transmitter. */
export interface LanePath {
  /** Lane of the link, counted from one; the first of those that share the fiber. */
  readonly lane: number;
  /** Position at the module, then after each segment; `NaN` between panels without a polarity. */
  readonly positions: readonly number[];
  /** What it arrives at: a receiver, where the link works, or a transmitter; undefined where the link has no lane. */
  readonly arrives: { readonly side: 'receiver' | 'transmitter'; readonly lane: number } | undefined;
}

/** The path of each lane over some segments, between connectors of the same kind. */
export function lanePaths(positions: number, lanes: number, polarities: readonly Polarity[]): LanePath[] {
  const face = { positions, pairs: lanes, share: 1, each: lanes, offset: 0 };
  const end: LaneFace = { ...face, lanesBefore: 0, connectorsBefore: 0, connectors: 1 };
  return pathsOver({
    near: end,
    far: end,
    segments: polarities.map((polarity) => ({ name: polarity, polarity, panel: undefined })),
  });
}

/** A path with both its ends. */
interface Course {
  readonly near: LaneFace;
  readonly far: LaneFace;
  readonly segments: readonly Segment[];
}

/** A course, and what becomes of the lanes on it. */
export interface LaneRun extends Course {
  readonly paths: readonly LanePath[];
}

/**
 * The paths of the lanes of a link by its polarity; a text with the reason where they are unknown.
 * @param link of the class
 * @param start the end they start from
 */
export function laneRun(
  fabric: Fabric,
  each: LinkClass,
  link: number = each.sample,
  start: 'from' | 'to' = 'from',
): LaneRun | string {
  const other = start === 'from' ? 'to' : 'from';
  const near = laneFaceOf(each[start], channelOfPort(fabric, unsignedAt(fabric.links[start], link)));
  if (typeof near === 'string') return near;
  const far = laneFaceOf(each[other], channelOfPort(fabric, unsignedAt(fabric.links[other], link)));
  if (typeof far === 'string') return far;
  if (near.pairs !== far.pairs || near.share !== far.share)
    return 'the ends do not have the same lanes on their fibers';
  const segments = segmentsOf(each.group, near.positions);
  if (typeof segments === 'string') return segments;
  const course = { near, far, segments: start === 'from' ? segments : segments.toReversed() };
  return { ...course, paths: pathsOver(course) };
}

/**
 * Where lanes lie on other positions at the far end, a breakout leads each to its own: behind the last segment, or before
 * the first where the connector at the near end is the smaller one.
 */
function pathsOver({ near, far, segments }: Course): LanePath[] {
  return Array.from({ length: near.pairs }, (_, pair) => {
    const start = facePlaceOf(near, pair, 'transmitter');
    const first = near.positions < far.positions ? facePlaceOf(far, pair, 'transmitter') : start;
    const { positions: size } = near.positions < far.positions ? far : near;
    const path = [start.position];
    const open = new Set<object>();
    let at = first.position;
    for (const { polarity, panel } of segments) {
      if (polarity !== undefined) at = positionAfter(polarity, at, size);
      else if (panel !== undefined && !open.delete(panel)) open.add(panel);
      path.push(open.size === 0 ? at : Number.NaN);
    }
    const found = arrival({ near, far }, pair, { connector: first.connector, position: at });
    const lane = (one: number): number => one * near.share + 1;
    return {
      lane: lane(pair),
      positions: path,
      arrives: found === undefined ? undefined : { side: found.side, lane: lane(found.pair) },
    };
  });
}

/** What a position after the last segment belongs to. */
function arrival({ near, far }: Pick<Course, 'near' | 'far'>, pair: number, place: FacePlace) {
  if (near.positions < far.positions) return pairAt(far, place);
  if (!isAlike(near, far)) return pairAt(near, place);
  return pairAt(far, { ...place, connector: facePlaceOf(far, pair, 'transmitter').connector });
}

/** Whether every lane arrives at the receiver of the same lane. */
export function isCrossed(paths: readonly LanePath[]): boolean {
  return paths.every(isRight);
}

function isRight({ lane, arrives }: LanePath): boolean {
  return arrives?.side === 'receiver' && arrives.lane === lane;
}

/**
 * The lane-to-fiber map of a link: one term for each lane of the module, with the position it has in each connector and
 * the panels it passes. The value is the number of lanes that arrive at the receiver of their own lane.
 * @param link of the class
 * @param start the end the lanes start from
 */
export function laneMap(fabric: Fabric, each: LinkClass, link?: number, start?: 'from' | 'to'): Derivation {
  const label = 'lane map';
  const run = laneRun(fabric, each, link, start);
  if (typeof run === 'string') return unknown(label, 'count', run);
  const lanes = run.paths.map((path) => {
    const lane = path.arrives?.lane ?? Number.NaN;
    return figure(pathText(path, run), 'count', run.far.lanesBefore + lane + run.near.share - 1);
  });
  const right = run.paths.filter(isRight).length * run.near.share;
  const formula = 'lanes that arrive at the receiver of their own lane';
  const map = derived(label, 'count', formula, [...lanes, ...panelTerms(run.segments)], right);
  const origin = each.group.medium.polarity?.origin;
  return origin === undefined ? map : { ...map, origin };
}

/** Panels with a polarity, by how often they are passed. */
function panelTerms(segments: readonly Segment[]): Derivation[] {
  const passes = new Map<NonNullable<Segment['panel']>, number>();
  for (const { panel } of segments) if (panel !== undefined) passes.set(panel, (passes.get(panel) ?? 0) + 1);
  return [...passes].map(([panel, count]) => {
    const given = panel.values.polarity;
    const label = given === undefined ? `${panel.name} without a polarity` : `${panel.name}, ${given.value}, passes`;
    return given === undefined
      ? figure(label, 'count', count)
      : { ...figure(label, 'count', count, given.origin), provenance: given.provenance };
  });
}

/** Segments of a path that are written out. */
const maxWritten = 8;

/** `lane 1, from 1 over type-B to 12, MpoPanelA to 12, received as lane`; the lane follows as the value. */
function pathText({ lane, positions, arrives }: LanePath, { near, far, segments }: LaneRun): string {
  const pair = (lane - 1) / near.share;
  const from = facePlaceOf(near, pair, 'transmitter');
  const named = (of: LaneFace, { connector }: FacePlace): string =>
    of.connectors > 1 ? ` of connector ${connector}` : '';
  const start = `from ${from.position}${named(near, from)}`;
  const steps = segments
    .slice(0, maxWritten)
    .map(({ name }, i) => `${name} to ${Number.isNaN(positions[i + 1]) ? 'an unknown position' : positions[i + 1]}`);
  if (segments.length > maxWritten) steps.push(`and so on to ${positions.at(-1)}`);
  const end = arrives && facePlaceOf(far, (arrives.lane - 1) / near.share, arrives.side);
  if (!isAlike(near, far)) {
    const small = near.positions < far.positions;
    const at = small ? facePlaceOf(far, pair, 'transmitter') : end;
    const leads = `breakout${at === undefined ? '' : ` to ${at.position}`}`;
    if (small) steps.unshift(leads);
    else steps.push(leads);
  }
  const route = steps.length === 0 ? '' : ` over ${steps.join(', ')}`;
  const lands = end === undefined ? '' : named(far, end);
  const own = near.share === 1 ? `lane ${near.lanesBefore + lane}` : `lanes ${spanText(near, lane)}`;
  return `${own}, ${start}${route}${lands}, ${arrivalText(arrives, far)}`;
}

function arrivalText(arrives: LanePath['arrives'], { share, lanesBefore }: LaneFace): string {
  if (arrives === undefined) return 'arrives where the link has no lane';
  const what = share === 1 ? 'lane' : `lanes ${lanesBefore + arrives.lane} to`;
  return arrives.side === 'receiver' ? `received as ${what}` : `arrives at the transmitter of ${what}`;
}

function spanText({ lanesBefore, share }: LaneFace, lane: number): string {
  return `${lanesBefore + lane} to ${lanesBefore + lane + share - 1}`;
}
