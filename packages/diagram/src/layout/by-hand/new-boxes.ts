// Finds room for boxes that nobody has placed, beside what they are linked to; no other box moves.
import type { Trunk } from '../../graph/index.ts';
import { centerOf } from '../free/circle.ts';
import type { Box, PlacedCard, Point } from '../geometry/placed.ts';
import { segmentMeetsBox, segmentsCross } from '../irregular/segments.ts';
import { overlap } from '../pieces/pill.ts';
import type { Unit } from './units.ts';

/** Room between boxes, in pixels. */
const gap = 28;
/** Places tried at each side of the best one, across and down. */
const reach = 14;
/** What each fault counts, in pixels from the best place. */
const price = { crossing: 400, over: 1600 };

/** What is placed already. */
export interface Standing {
  readonly nodes: Map<string, PlacedCard>;
  readonly trunks: readonly Trunk[];
  /** Frames around what is placed, and what a box of each of them may be in. */
  readonly frames: readonly (Box & { readonly id: string })[];
}

/** How much a unit moves from where its own layout has it. */
export function shiftFor(unit: Unit, standing: Standing): Point {
  const { box } = unit;
  const wanted = wantedFor(unit, standing);
  const others = [...standing.nodes.values()];
  const [left, top] = [Math.min(...others.map(({ x }) => x)), Math.min(...others.map(({ y }) => y))];
  const right = Math.max(...others.map(({ x, width }) => x + width));
  const step = { x: box.width / 2 + gap / 2, y: box.height / 2 + gap / 2 };
  const foreign = standing.frames.filter(({ id }) => !unit.within.has(id));
  const bands = bandsOf(standing);
  let best: Point | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const across of outward)
    for (const down of outward) {
      const at = { x: Math.max(left, wanted.x + across * step.x), y: Math.max(top, wanted.y + down * step.y) };
      const far = Math.abs(at.x - wanted.x) + 2 * Math.abs(at.y - wanted.y);
      if (far >= least) continue;
      const moved = { ...box, ...at };
      if ([...others, ...foreign].some((each) => overlap(each, moved, gap - 1))) continue;
      const bad = far + faults(unit, moved, standing, bands);
      if (bad < least) [best, least] = [at, bad];
    }
  const { x, y } = best ?? { x: right + 2 * gap, y: Math.max(top, wanted.y) };
  return { x: Math.round(x - box.x), y: Math.round(y - box.y) };
}

/** 0, 1, -1, 2, … */
const outward = Array.from({ length: 2 * reach + 1 }, (_, i) => (i % 2 === 0 ? -i / 2 : (i + 1) / 2));

/** The best corner for a unit: beside its neighbor in its own layout, else amid the boxes it is linked to. */
function wantedFor({ box, members, beside }: Unit, { nodes, trunks }: Standing): Point {
  const neighbor = beside === undefined ? undefined : nodes.get(beside.node.id);
  if (beside !== undefined && neighbor !== undefined)
    return { x: box.x + neighbor.x - beside.x, y: box.y + neighbor.y - beside.y };
  const ids = new Set(members.map(({ node }) => node.id));
  const linked = trunks.flatMap(({ from, to }) => (ids.has(from) === ids.has(to) ? [] : [ids.has(from) ? to : from]));
  const middles = linked.flatMap((id) => {
    const other = nodes.get(id);
    return other === undefined ? [] : [centerOf(other)];
  });
  const all = [...nodes.values()];
  if (middles.length === 0)
    return {
      x: Math.min(...all.map(({ x }) => x)),
      y: Math.max(...all.map(({ y, height }) => y + height)) + 2 * gap,
    };
  const mean = (of: (point: Point) => number): number =>
    middles.reduce((sum, each) => sum + of(each), 0) / middles.length;
  return { x: mean(({ x }) => x) - box.width / 2, y: mean(({ y }) => y) - box.height / 2 };
}

interface Band {
  readonly from: string;
  readonly to: string;
  readonly a: Point;
  readonly b: Point;
}

function bandsOf({ nodes, trunks }: Standing): readonly Band[] {
  return trunks.flatMap(({ from, to }): Band[] => {
    const [a, b] = [nodes.get(from), nodes.get(to)];
    return a === undefined || b === undefined || a === b ? [] : [{ from, to, a: centerOf(a), b: centerOf(b) }];
  });
}

/**
 * What is wrong with a place: bands over it, its own bands over others, bands that cross. In rows and circles, bands cross in any
 * place; in rows, they are over others too.
 */
function faults({ box, members, order }: Unit, at: Box, standing: Standing, bands: readonly Band[]): number {
  if (order === 'rows') return 0;
  const crossing = order === 'none' ? price.crossing : 0;
  let sum = 0;
  for (const { a, b } of bands) if (segmentMeetsBox(a, b, at, 8)) sum += price.over;
  const shift = { x: at.x - box.x, y: at.y - box.y };
  const middles = new Map(
    members.map((each) => [each.node.id, centerOf({ ...each, x: each.x + shift.x, y: each.y + shift.y })]),
  );
  for (const { from, to } of standing.trunks) {
    const [own, other] = middles.has(from) ? [from, to] : [to, from];
    const [a, card] = [middles.get(own), standing.nodes.get(other)];
    if (a === undefined || card === undefined) continue;
    const b = centerOf(card);
    for (const each of standing.nodes.values()) if (each !== card && segmentMeetsBox(a, b, each, 8)) sum += price.over;
    for (const each of bands)
      if (each.from !== other && each.to !== other && segmentsCross(a, b, each.a, each.b)) sum += crossing;
  }
  return sum;
}
