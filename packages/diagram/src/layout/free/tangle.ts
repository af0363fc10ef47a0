// Boxes that are linked in no order of rows. A ring is a circle, and so are a few boxes that are nearly all linked to each other;
// others are where the layout engine puts them, moved until no band is over a box and few cross.
import type { FreeNode, Trunk } from '../../graph/index.ts';
import type { Room } from '../engine/layout-engine.ts';
import { bodyOfA4 } from '../geometry/paper.ts';
import type { Box, PlacedCard, Point } from '../geometry/placed.ts';
import { placeIrregular } from '../irregular/search.ts';
import type { Arranged } from '../pieces/arranged.ts';
import { type Card, cardOf, placeCard } from '../pieces/card.ts';
import { centerOf, cornersInCircle, cornersOnPage } from './circle.ts';
import { cropped } from './crop.ts';
import { type BandLabels, bandLabels, captionBelow, sharedBySmall } from './said-once.ts';
import { loopHeight, tangleBands } from './tangle-bands.ts';

/** Up to this many boxes say everything there is; more have small boxes, and what these share is written once. */
export const maxLarge = 8;
/** Up to this many boxes are in a circle when nearly all are linked to each other. */
const maxDense = 8;
const nearlyAll = 0.7;
/** More boxes than this are in lines. */
const maxSearched = 160;
const gap = 48;
/** Room on a band for an amplifier; of more than a few, they are closer. */
const amplifierRoom = 11;
const maxPlanned = 4;
/** Bands have room for labels of this width beside their boxes; wider ones are on longer bands, or are shortened. */
const widestLabel = 120;

/** A box for the search: its label is in it, and room for a loop above. */
interface Sized extends Point {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

/** @param trunks the bands between the boxes */
export async function arrangeTangle(
  all: readonly FreeNode[],
  trunks: readonly Trunk[],
  bandWidth: (trunk: Trunk) => number,
  { engine, shape }: Room,
): Promise<Arranged> {
  const small = all.length > maxLarge ? sharedBySmall(all) : undefined;
  const cards = (small?.nodes ?? all).map(cardOf);
  const labels = bandLabels(trunks, small !== undefined);
  const looped = new Set(trunks.flatMap(({ from, to }) => (from === to ? [from] : [])));
  // A loop is above its box and needs room there, with its label.
  const above = (card: Card): number => (looped.has(card.node.id) ? loopHeight + 24 : 0);
  const sizes = cards.map((card) => ({
    ...{ id: card.node.id, x: 0, y: 0 },
    ...{ width: card.width, height: card.height + above(card) },
  }));
  const corners = await cornersOf(sizes, labels, { engine, shape });
  const nodes = cards.map((card, i): PlacedCard => {
    const { x, y } = corners[i] as Point;
    return placeCard(card, x, y + above(card));
  });
  const drawn = tangleBands(
    labels.trunks,
    nodes.map(({ node, x, y, width, height }) => ({ id: node.id, x, y, width, height })),
    bandWidth,
  );
  const part = cropped({ nodes, groups: [], trunks: drawn, texts: [], width: 0, height: 0 });
  return captionBelow(part, [...(small?.caption ?? []), ...labels.caption]);
}

/** Top left corners of the boxes, in their order. */
async function cornersOf(
  sizes: readonly Sized[],
  { trunks, size: label }: BandLabels,
  { engine, shape }: Room,
): Promise<readonly Point[]> {
  const pairs = pairsOf(sizes, trunks);
  const around = ringOf(sizes.length, pairs);
  const dense = sizes.length <= maxDense && pairs.length >= nearlyAll * allPairs(sizes.length);
  const line = Math.max(0, ...trunks.map((each) => Math.min(each.amplifiers ?? 0, maxPlanned))) * amplifierRoom;
  if (around !== undefined || dense) {
    const order = around ?? sizes.map((_, i) => i);
    const room = { width: Math.max(gap, label.width + line + 24), height: gap + label.height + line };
    const inOrder = order.map((i) => sizes[i] as Sized);
    // Every band has room for its label where the sheet has; in a closer circle, slanting ones may have none.
    const wide = sizes.length > 3 ? cornersOnPage(inOrder, room, { shape }) : cornersInCircle(inOrder, room);
    const isClose = sizes.length > 3 && bodyOfA4(extentOf(wide, inOrder)) > 1;
    const corners = isClose ? cornersInCircle(inOrder, { width: gap + line, height: room.height }) : wide;
    return sizes.map((_, i) => corners[order.indexOf(i)] as Point);
  }
  if (sizes.length > maxSearched) return cornersInLines(sizes, gap + label.height);
  const room = { width: Math.min(label.width, widestLabel) + line, height: label.height + line * 0.4 };
  const [widest, highest] = [
    Math.max(...sizes.map((each) => each.width)),
    Math.max(...sizes.map((each) => each.height)),
  ];
  const distance = Math.sqrt((widest + room.width) * (highest + room.height));
  const places = await engine?.({ boxes: sizes, links: trunks, distance });
  const round = cornersInCircle(sizes, { width: gap, height: gap });
  const start = sizes.map((each, i) => {
    const { x, y } = places?.corners.get(each.id) ?? (round[i] as Point);
    return centerOf({ ...each, x, y });
  });
  return placeIrregular({ boxes: sizes, links: pairs, label: room, shape }, start).map(({ x, y }, i) => {
    const { width, height } = sizes[i] as Box;
    return { x: x - width / 2, y: y - height / 2 };
  });
}

function extentOf(
  corners: readonly Point[],
  boxes: readonly Sized[],
): { readonly width: number; readonly height: number } {
  const edge = (at: 'x' | 'y', size: 'width' | 'height'): number =>
    Math.max(0, ...corners.map((each, i) => each[at] + (boxes[i]?.[size] ?? 0)));
  return { width: edge('x', 'width'), height: edge('y', 'height') };
}

const allPairs = (count: number): number => (count * (count - 1)) / 2;

/** Pairs of boxes with bands between them, by index. */
function pairsOf(sizes: readonly Sized[], trunks: readonly Trunk[]): (readonly [number, number])[] {
  const index = new Map(sizes.map(({ id }, i) => [id, i]));
  const pairs = new Map<number, readonly [number, number]>();
  for (const { from, to } of trunks) {
    const [a, b] = [index.get(from), index.get(to)];
    if (a === undefined || b === undefined || a === b) continue;
    pairs.set(Math.min(a, b) * sizes.length + Math.max(a, b), [a, b]);
  }
  return [...pairs.values()];
}

/** The boxes in the order of the ring that they are; undefined when they are none. */
function ringOf(count: number, pairs: readonly (readonly [number, number])[]): number[] | undefined {
  if (count < 3 || pairs.length !== count) return undefined;
  const next = Array.from({ length: count }, (): number[] => []);
  for (const [a, b] of pairs) {
    next[a]?.push(b);
    next[b]?.push(a);
  }
  if (next.some((each) => each.length !== 2)) return undefined;
  const order = [0];
  while (order.length < count) {
    const found = next[order.at(-1) as number]?.find((each) => !order.includes(each));
    if (found === undefined) return undefined;
    order.push(found);
  }
  return order;
}

function cornersInLines(sizes: readonly Sized[], between: number): Point[] {
  const cell = {
    width: Math.max(...sizes.map((each) => each.width)) + between,
    height: Math.max(...sizes.map((each) => each.height)) + between,
  };
  const columns = Math.ceil(Math.sqrt((sizes.length * cell.height * 1.4) / cell.width));
  return sizes.map((_, i) => ({ x: (i % columns) * cell.width, y: Math.floor(i / columns) * cell.height }));
}
