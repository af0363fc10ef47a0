// What has no tiers. Arrays that are linked to themselves have a shape of their own; for other boxes the engine says
// where they stand and how bands lead around them. When it can't, they stand in a circle, or in lines when there are many.
import type { Graph, Trunk } from '../../graph/index.ts';
import type { LayoutEngine, LayoutPlaces } from '../engine/layout-engine.ts';
import type { Path } from '../geometry/path.ts';
import type { Box, Pill, PlacedGroup, PlacedNode, PlacedText, Point } from '../geometry/placed.ts';
import { type Arranged, type ArrangedTrunk, bandWidths } from '../pieces/arranged.ts';
import { type Card, cardOf, placeCard } from '../pieces/card.ts';
import { pillSize, placePill } from '../pieces/pill.ts';
import { arrangeArray, freePill } from './arrays.ts';
import { chord, cornersInCircle, loopOver } from './circle.ts';

/** More boxes than this stand in lines. */
const mostInCircle = 16;
/** Up to this many boxes stand in a circle even where there is an engine: a ring should look like one. */
const mostInRing = 8;
const gap = { box: 48, part: 40 };
const loopHeight = 56;
const widestLine = 1100;

/** Arranges a drawing whose nodes have no tiers. */
export async function arrangeFree(graph: Graph, engine: LayoutEngine | undefined): Promise<Arranged> {
  const bandWidth = bandWidths(graph.trunks);
  const arrays = graph.groups.filter((each) => each.kind === 'array');
  const inArray = new Set(arrays.map((each) => each.id));
  const parts = arrays.map((group) => {
    const cards = graph.nodes.filter((node) => node.group === group.id).map(cardOf);
    const ids = new Set(cards.map(({ node }) => node.id));
    return arrangeArray(
      group,
      cards,
      graph.trunks.filter(({ from }) => ids.has(from)),
      bandWidth,
    );
  });
  const others = graph.nodes.filter(({ group }) => group === undefined || !inArray.has(group)).map(cardOf);
  const linked = new Set(graph.trunks.flatMap(({ from, to }) => [from, to]));
  const tangle = others.filter(({ node }) => linked.has(node.id));
  const apart = others.filter(({ node }) => !linked.has(node.id));
  if (tangle.length > 0) parts.unshift(await arrangeTangle(graph, tangle, bandWidth, engine));
  if (apart.length > 0) parts.push(inLines(apart));
  return sideBySide(parts);
}

/** Boxes that are linked every which way. */
async function arrangeTangle(
  graph: Graph,
  cards: readonly Card[],
  bandWidth: (trunk: Trunk) => number,
  engine: LayoutEngine | undefined,
): Promise<Arranged> {
  const ids = new Set(cards.map(({ node }) => node.id));
  const trunks = graph.trunks.filter(({ from, to }) => ids.has(from) && ids.has(to));
  const looped = new Set(trunks.flatMap(({ from, to }) => (from === to ? [from] : [])));
  // A loop stands over its box and needs room there, with its label.
  const over = (card: Card): number => (looped.has(card.node.id) ? loopHeight + 24 : 0);
  const sizes = cards.map((card) => ({ id: card.node.id, width: card.width, height: card.height + over(card) }));
  const places =
    engine === undefined || cards.length <= mostInRing
      ? undefined
      : await engine({
          boxes: sizes,
          links: trunks.map((trunk) => {
            const label = pillSize(trunk);
            return { from: trunk.from, to: trunk.to, ...(label === undefined ? {} : { label }) };
          }),
          gap: gap.box,
        });
  const complete = places !== undefined && cards.every(({ node }) => places.corners.has(node.id)) ? places : undefined;
  const corners = complete?.corners ?? placeSelf(sizes, trunks);
  const nodes = cards.map((card): PlacedNode => {
    const { x, y } = corners.get(card.node.id) as Point;
    return placeCard(card, x, y + over(card));
  });
  const boxes = new Map<string, Box>(nodes.map((each) => [each.node.id, each]));
  const middle = {
    x: nodes.reduce((sum, each) => sum + each.x + each.width / 2, 0) / nodes.length,
    y: nodes.reduce((sum, each) => sum + each.y + each.height / 2, 0) / nodes.length,
  };
  const taken: Box[] = [...nodes];
  const drawn = trunks.map((trunk, i): ArrangedTrunk => {
    const [from, to] = [boxes.get(trunk.from), boxes.get(trunk.to)] as [Box, Box];
    const width = bandWidth(trunk);
    const others = nodes.filter((each) => each !== from && each !== to);
    const route = complete?.routes?.[i];
    const path =
      from === to
        ? loopOver(from, loopHeight)
        : route === undefined
          ? chord(from, to, others, middle, width)
          : pathThrough(route.points);
    const pill = from === to ? loopPill(trunk, from) : pillOf(trunk, route, path, taken);
    if (pill !== undefined) taken.push(pill);
    return { trunk, path, width, ...(pill === undefined ? {} : { pill }) };
  });
  return cropped({ nodes, groups: [], trunks: drawn, texts: [], width: 0, height: 0 });
}

type Route = NonNullable<LayoutPlaces['routes']>[number];

/** The label where the engine made room for it, or where there is room. */
function pillOf(trunk: Trunk, route: Route, path: Path, taken: readonly Box[]): Pill | undefined {
  const size = pillSize(trunk);
  if (size !== undefined && route?.label !== undefined)
    return placePill(trunk, size, route.label.x + size.width / 2, route.label.y);
  return freePill(trunk, path, taken) ?? freePill({ ...trunk, lines: trunk.lines.slice(0, 1) }, path, taken);
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
function placeSelf(
  sizes: readonly { readonly id: string; readonly width: number; readonly height: number }[],
  trunks: readonly Trunk[],
): ReadonlyMap<string, Point> {
  const label = Math.max(0, ...trunks.map((each) => pillSize(each)?.height ?? 0));
  const between = gap.box + label;
  if (sizes.length <= mostInCircle) {
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

/** Boxes that nothing is linked to, line after line. */
function inLines(cards: readonly Card[]): Arranged {
  const nodes: PlacedNode[] = [];
  let [x, y, line] = [0, 0, 0];
  for (const card of cards) {
    if (x > 0 && x + card.width > widestLine) {
      x = 0;
      y += line + gap.part;
      line = 0;
    }
    nodes.push(placeCard(card, x, y));
    x += card.width + gap.part;
    line = Math.max(line, card.height);
  }
  return cropped({ nodes, groups: [], trunks: [], texts: [], width: 0, height: 0 });
}

/** Parts of a drawing beside each other, as many to a line as there is room for. */
function sideBySide(parts: readonly Arranged[]): Arranged {
  const placed: Arranged[] = [];
  let [x, y, line, width] = [0, 0, 0, 0];
  for (const part of parts) {
    if (x > 0 && x + part.width > widestLine) {
      x = 0;
      y += line + gap.part;
      line = 0;
    }
    placed.push(moved(part, x, y));
    x += part.width + gap.part;
    line = Math.max(line, part.height);
    width = Math.max(width, x - gap.part);
  }
  return {
    nodes: placed.flatMap((each) => each.nodes),
    groups: placed.flatMap((each) => each.groups),
    trunks: placed.flatMap((each) => each.trunks),
    texts: placed.flatMap((each) => each.texts),
    width,
    height: y + line,
  };
}

/** With its corner at 0, 0 and its size, whatever reaches furthest. */
function cropped(part: Arranged): Arranged {
  const points = part.trunks.flatMap(({ path, width }) =>
    [path.start, ...path.steps.flat()].map((each) => ({ x: each.x - width / 2, y: each.y, width, height: 0 })),
  );
  const all: Box[] = [...part.nodes, ...part.trunks.flatMap((each) => each.pill ?? []), ...points];
  const [left, top] = [Math.min(...all.map((each) => each.x)), Math.min(...all.map((each) => each.y))];
  return {
    ...moved(part, -left, -top),
    width: Math.max(...all.map((each) => each.x + each.width)) - left,
    height: Math.max(...all.map((each) => each.y + each.height)) - top,
  };
}

function moved(part: Arranged, dx: number, dy: number): Arranged {
  const at = <T extends Point>(point: T): T => ({ ...point, x: point.x + dx, y: point.y + dy });
  const box = <T extends Box & { readonly texts: readonly PlacedText[] }>(each: T): T => ({
    ...at(each),
    texts: each.texts.map(at),
  });
  return {
    ...part,
    nodes: part.nodes.map((each) => (each.meter === undefined ? box(each) : { ...box(each), meter: at(each.meter) })),
    groups: part.groups.map((each): PlacedGroup => box(each)),
    trunks: part.trunks.map(({ path, pill, ...rest }) => ({
      ...rest,
      path: { start: at(path.start), steps: path.steps.map((step) => step.map(at) as unknown as typeof step) },
      ...(pill === undefined ? {} : { pill: box(pill) }),
    })),
    texts: part.texts.map(at),
  };
}
