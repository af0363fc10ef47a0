// Boxes that are linked in circles: the layout engine says where they are and how bands lead around them. Without it they
// are in a circle, or in lines when there are many.
import type { FreeNode, Trunk } from '../../graph/index.ts';
import type { LayoutEngine, LayoutPlaces, LayoutRoute } from '../engine/layout-engine.ts';
import type { Path } from '../geometry/path.ts';
import type { Box, Pill, PlacedCard, Point } from '../geometry/placed.ts';
import type { Arranged, ArrangedTrunk } from '../pieces/arranged.ts';
import { type Card, placeCard } from '../pieces/card.ts';
import { pillSize, placePill } from '../pieces/pill.ts';
import { centerOf, chord, cornersInCircle, loopOver } from './circle.ts';
import { cropped } from './crop.ts';
import { freePill, freeShortPill } from './labels.ts';

/** More boxes than this are in lines. */
const maxInCircle = 16;
/** Up to this many boxes are in a circle even with an engine: a ring should look like one. */
const maxInRing = 8;
const gap = 48;
const loopHeight = 56;

interface Sized {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

/** @param trunks the bands between the boxes */
export async function arrangeTangle(
  cards: readonly Card<FreeNode>[],
  trunks: readonly Trunk[],
  bandWidth: (trunk: Trunk) => number,
  engine: LayoutEngine | undefined,
): Promise<Arranged> {
  const looped = new Set(trunks.flatMap(({ from, to }) => (from === to ? [from] : [])));
  // A loop is above its box and needs room there, with its label.
  const above = (card: Card): number => (looped.has(card.node.id) ? loopHeight + 24 : 0);
  const sizes = cards.map((card) => ({ id: card.node.id, width: card.width, height: card.height + above(card) }));
  const places = engine === undefined || cards.length <= maxInRing ? undefined : await placesBy(engine, sizes, trunks);
  const corners = places?.corners ?? ownPlaces(sizes, trunks);
  const nodes = cards.map((card): PlacedCard => {
    const { x, y } = corners.get(card.node.id) as Point;
    return placeCard(card, x, y + above(card));
  });
  const drawn = bandsOf(trunks, nodes, places?.routes ?? [], bandWidth);
  return cropped({ nodes, groups: [], trunks: drawn, texts: [], width: 0, height: 0 });
}

/** Positions from the engine; undefined when there are more boxes than it takes, or when it leaves one out. */
async function placesBy(
  engine: LayoutEngine,
  boxes: readonly Sized[],
  trunks: readonly Trunk[],
): Promise<LayoutPlaces | undefined> {
  const links = trunks.map((trunk) => {
    const label = pillSize(trunk);
    return { from: trunk.from, to: trunk.to, ...(label === undefined ? {} : { label }) };
  });
  const places = await engine({ boxes, links, gap });
  return places !== undefined && boxes.every(({ id }) => places.corners.has(id)) ? places : undefined;
}

function bandsOf(
  trunks: readonly Trunk[],
  nodes: readonly PlacedCard[],
  routes: readonly (LayoutRoute | undefined)[],
  bandWidth: (trunk: Trunk) => number,
): ArrangedTrunk[] {
  const boxes = new Map<string, Box>(nodes.map((each) => [each.node.id, each]));
  const middle = middleOf(nodes);
  const taken: Box[] = [...nodes];
  return trunks.map((trunk, i): ArrangedTrunk => {
    const [from, to] = [boxes.get(trunk.from), boxes.get(trunk.to)] as [Box, Box];
    const width = bandWidth(trunk);
    const route = routes[i];
    const others = nodes.filter((each) => each !== from && each !== to);
    const path =
      from === to
        ? loopOver(from, loopHeight)
        : route === undefined
          ? chord(from, to, { others, middle, width })
          : pathThrough(route.points);
    const pill = from === to ? loopPill(trunk, from) : pillOf(trunk, route, path, taken);
    if (pill !== undefined) taken.push(pill);
    return { trunk, path, width, ...(pill === undefined ? {} : { pill }) };
  });
}

/** The mean of the middles of all boxes. */
function middleOf(nodes: readonly Box[]): Point {
  const centers = nodes.map(centerOf);
  return {
    x: centers.reduce((sum, each) => sum + each.x, 0) / nodes.length,
    y: centers.reduce((sum, each) => sum + each.y, 0) / nodes.length,
  };
}

/** The label where the engine made room for it, or where there is room. */
function pillOf(trunk: Trunk, route: LayoutRoute | undefined, path: Path, taken: readonly Box[]): Pill | undefined {
  const size = pillSize(trunk);
  if (size !== undefined && route?.label !== undefined)
    return placePill(trunk, size, route.label.x + size.width / 2, route.label.y);
  return freePill(trunk, path, taken) ?? freeShortPill(trunk, path, taken);
}

function loopPill(trunk: Trunk, box: Box): Pill | undefined {
  const size = pillSize(trunk);
  return size === undefined
    ? undefined
    : placePill(trunk, size, box.x + box.width / 2, box.y - loopHeight * 0.75 - size.height / 2);
}

function pathThrough(points: readonly Point[]): Path {
  const [start = { x: 0, y: 0 }, ...rest] = points;
  return { start, steps: rest.map((each) => [each] as const) };
}

/** A circle, or lines. */
function ownPlaces(sizes: readonly Sized[], trunks: readonly Trunk[]): ReadonlyMap<string, Point> {
  const label = Math.max(0, ...trunks.map((each) => pillSize(each)?.height ?? 0));
  const between = gap + label;
  if (sizes.length <= maxInCircle) {
    const corners = cornersInCircle(sizes, between);
    return new Map(sizes.map(({ id }, i) => [id, corners[i] as Point]));
  }
  const cell = {
    width: Math.max(...sizes.map((each) => each.width)) + between,
    height: Math.max(...sizes.map((each) => each.height)) + between,
  };
  const columns = Math.ceil(Math.sqrt((sizes.length * cell.height * 1.4) / cell.width));
  return new Map(
    sizes.map(({ id }, i) => [id, { x: (i % columns) * cell.width, y: Math.floor(i / columns) * cell.height }]),
  );
}
