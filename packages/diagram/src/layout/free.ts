// What has no tiers: rings, meshes, networks without hosts. The engine says where boxes stand; when it can't, they
// stand in a circle, or in a grid when there are many.
import type { Graph, Trunk } from '../graph/index.ts';
import { type Arranged, type ArrangedTrunk, bandWidths } from './arranged.ts';
import { type Card, cardOf, placeCard } from './card.ts';
import type { LayoutEngine } from './engine.ts';
import type { Path } from './path.ts';
import { overlap, pillSize, placePill } from './pill.ts';
import type { Box, Pill, Point } from './placed.ts';

/** More boxes than this stand in a grid. */
const mostInCircle = 16;
const gap = { box: 40, label: 24 };
const loopHeight = 56;

/** Arranges a drawing whose nodes have no tiers. */
export async function arrangeFree(graph: Graph, engine: LayoutEngine | undefined): Promise<Arranged> {
  const cards = graph.nodes.map(cardOf);
  const sizes = graph.trunks.flatMap((each) => pillSize(each) ?? []);
  const spacing = Math.max(gap.box, ...sizes.map((each) => each.height + 2 * gap.label));
  const found =
    engine === undefined || cards.length < 2
      ? undefined
      : await engine({
          boxes: cards.map(({ node, width, height }) => ({ id: node.id, width, height })),
          links: graph.trunks.map(({ from, to }) => ({ from, to })),
          gap: spacing,
        });
  const corners =
    found !== undefined && cards.every(({ node }) => found.has(node.id))
      ? found
      : placeSelf(cards, {
          width: Math.max(0, ...sizes.map((each) => each.width)) + gap.label,
          height: Math.max(0, ...sizes.map((each) => each.height)) + gap.label,
        });
  const corner = (card: Card): Point => corners.get(card.node.id) as Point;
  const left = Math.min(0, ...cards.map((card) => corner(card).x));
  const hasLoop = graph.trunks.some(({ from, to }) => from === to);
  const top = Math.min(0, ...cards.map((card) => corner(card).y)) - (hasLoop ? loopHeight + gap.label : 0);
  const nodes = cards.map((card) => placeCard(card, corner(card).x - left, corner(card).y - top));
  const boxes = new Map<string, Box>(nodes.map((each) => [each.node.id, each]));

  const bandWidth = bandWidths(graph.trunks);
  const taken: Box[] = [...nodes];
  const trunks = graph.trunks.flatMap((trunk): ArrangedTrunk[] => {
    const [from, to] = [boxes.get(trunk.from), boxes.get(trunk.to)];
    if (from === undefined || to === undefined) return [];
    const path = from === to ? loopOver(from) : { start: centerOf(from), steps: [[centerOf(to)]] as const };
    const pill = freePill(trunk, from, to, taken);
    if (pill !== undefined) taken.push(pill);
    return [{ trunk, path, width: bandWidth(trunk), ...(pill === undefined ? {} : { pill }) }];
  });
  const all: Box[] = taken;
  const shift = Math.min(0, ...all.map((each) => each.x));
  const width = Math.max(0, ...all.map((each) => each.x + each.width)) - shift;
  const height = Math.max(0, ...all.map((each) => each.y + each.height));
  return { nodes, groups: [], trunks, texts: [], width, height };
}

/** A label where there is room for it on the band, near the middle first; with one line when there is not for all. */
function freePill(trunk: Trunk, from: Box, to: Box, taken: readonly Box[]): Pill | undefined {
  const [a, b] = [centerOf(from), centerOf(to)];
  for (const lines of [trunk.lines, trunk.lines.slice(0, 1)]) {
    const shown = { ...trunk, lines };
    const size = pillSize(shown);
    if (size === undefined) return undefined;
    if (from === to) {
      const pill = placePill(shown, size, a.x, from.y - loopHeight * 0.75 - size.height / 2);
      if (!taken.some((each) => overlap(each, pill, 4))) return pill;
      continue;
    }
    for (const t of [0.5, 0.42, 0.58, 0.35, 0.65, 0.28, 0.72]) {
      const pill = placePill(shown, size, a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t - size.height / 2);
      if (pill.x >= 0 && pill.y >= 0 && !taken.some((each) => overlap(each, pill, 4))) return pill;
    }
  }
  return undefined;
}

function loopOver({ x, y, width }: Box): Path {
  const [a, b] = [x + width * 0.25, x + width * 0.75];
  const apex = y - loopHeight;
  return {
    start: { x: a, y },
    steps: [
      [
        { x: a, y: apex },
        { x: b, y: apex },
        { x: b, y },
      ],
    ],
  };
}

/** A circle, or a grid. */
function placeSelf(
  cards: readonly Card[],
  label: { readonly width: number; readonly height: number },
): ReadonlyMap<string, Point> {
  const count = cards.length;
  const cell = {
    width: Math.max(0, ...cards.map((each) => each.width)) + label.width + gap.box,
    height: Math.max(0, ...cards.map((each) => each.height)) + label.height + gap.box,
  };
  const at = (i: number): Point => {
    if (count > mostInCircle) {
      const columns = Math.ceil(Math.sqrt((count * cell.height) / cell.width));
      return { x: (i % columns) * cell.width, y: Math.floor(i / columns) * cell.height };
    }
    if (count < 3) return { x: i * cell.width, y: 0 };
    const angle = (2 * Math.PI * i) / count - Math.PI / 2;
    const radius = 1 / (2 * Math.sin(Math.PI / count));
    return { x: Math.cos(angle) * radius * cell.width, y: Math.sin(angle) * radius * cell.height };
  };
  const points = cards.map((_, i) => at(i));
  const left = Math.min(0, ...points.map((each) => each.x));
  const top = Math.min(0, ...points.map((each) => each.y));
  return new Map(
    cards.map((card, i) => {
      const { x, y } = points[i] as Point;
      return [card.node.id, { x: Math.round(x - left), y: Math.round(y - top) }];
    }),
  );
}

function centerOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}
