// An array whose devices are drawn one by one: in a circle, or in a grid when it has two or three dimensions.
import type { FreeGroup, FreeNode, Shape, Trunk } from '../../graph/index.ts';
import { movedPath, type Path } from '../geometry/path.ts';
import type { Box, PlacedCard, PlacedText, Point } from '../geometry/placed.ts';
import { textWidth, typeOf, wrap } from '../geometry/typography.ts';
import type { Arranged, ArrangedTrunk } from '../pieces/arranged.ts';
import { type Card, cardOf, placeCard } from '../pieces/card.ts';
import { groupTitle, titleMarksWidth } from '../pieces/group-title.ts';
import { moveBy } from '../pieces/move.ts';
import { centerOf, chord, cornersInCircle, loopOver } from './circle.ts';
import { cornersInGrid, type Grid, gridBands, largestOf } from './grid.ts';
import { arrayOf, type Hanging } from './hanging.ts';
import { freeShortPill, marksPill } from './labels.ts';

const padding = 24;
const titleHeight = 40;
/** From the boxes to the base line of the text below them. */
const captionOffset = 18;
/** Between boxes of a side, and from one side to the other. */
const sideGap = { between: 40, rows: 220 };
const circleGap = { width: 28, height: 28 };
const loopHeight = 30;
/** With more bands than this, labels are left to the tooltips. */
const maxLabels = 24;
/** Longer texts are cut. */
const maxText = 640;
/** Up to this many boxes have their whole names. */
const maxNamed = 12;

interface ArrayOptions {
  /** What is below single boxes of a grid. */
  readonly hanging?: Hanging | undefined;
  bandWidth(trunk: Trunk): number;
}

/** Places the frame of an array, its boxes and the bands between them. */
export function arrangeArray(
  group: FreeGroup,
  nodes: readonly FreeNode[],
  trunks: readonly Trunk[],
  { hanging, bandWidth }: ArrayOptions,
): Arranged {
  const { shape } = group;
  const inside = insideOf(nodes, shape, trunks, hanging);
  // What all bands have in common is written once, below.
  const shared = [
    ...(hanging === undefined ? sharedLines(trunks) : sharedLines(trunks, ` within ${arrayOf(group.label)}`)),
    ...inside.caption,
  ];
  const textWidths = Math.min(textsWidth(group, shared), maxText);
  const width = Math.max(inside.width + 2 * padding, textWidths + 2 * padding);
  const looped = trunks.some(({ from, to }) => from === to);
  const [left, top] = [(width - inside.width) / 2, titleHeight + (looped ? loopHeight : 0)];
  const move = moveBy(left, top);
  const placed = inside.cards.map((card, i) => {
    const { x, y } = inside.corners[i] as Point;
    return placeCard(card, left + x, top + y);
  });
  const bottom = top + inside.height;
  const lines = inLines(shared, width - 2 * padding).flatMap((each) => wrap(each, 'line', width - 2 * padding));
  const below = lines.length === 0 ? padding : captionOffset + (lines.length - 1) * typeOf.line.line + 14;
  const title = groupTitle(group, 16, 24, width - 32);
  const texts = [...title.texts, ...sharedTexts(lines, width, bottom + captionOffset)];
  const all = [...trunks, ...(hanging?.trunks ?? [])];
  const bands = bandsOf(all, placed, {
    middle: centerOf({ x: left, y: top, width: inside.width, height: inside.height }),
    labeled: (trunk) =>
      hanging?.trunks.includes(trunk) === true
        ? !hanging.areAlike
        : sharedLines(trunks).length === 0 && trunks.length <= maxLabels,
    own: (trunk) => {
      const found = inside.band?.(trunk);
      return found === undefined ? undefined : movedPath(found.path, move.point);
    },
    bandWidth,
  });
  const height = bottom + below;
  return {
    nodes: placed,
    groups: [{ drawn: 'frame', group, x: 0, y: 0, width, height, ...title, texts }],
    trunks: bands,
    texts: [...inside.texts, ...all.flatMap((trunk) => inside.band?.(trunk)?.texts ?? [])].map(move.point),
    width,
    height,
  };
}

/** What is in the frame, from a corner of its own. */
interface Inside {
  readonly cards: readonly Card[];
  readonly corners: readonly Point[];
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PlacedText[];
  readonly caption: readonly string[];
  /** The band of a grid; undefined where it has none of its own. */
  band?(trunk: Trunk): { readonly path: Path; readonly texts: readonly PlacedText[] } | undefined;
}

function insideOf(
  nodes: readonly FreeNode[],
  shape: Shape,
  trunks: readonly Trunk[],
  hanging: Hanging | undefined,
): Inside {
  switch (shape.kind) {
    case 'grid':
      return gridInside(nodes, shape, trunks, hanging);
    case 'sides':
      return sidesInside(nodes.map(cardOf));
    case 'circle':
      return circleInside(
        nodes.map(cardOf),
        trunks.some(({ from, to }) => from === to),
      );
  }
}

/** Two rows, the first half of the boxes above the second; loops are outside of them. */
function sidesInside(cards: readonly Card[]): Inside {
  const half = Math.ceil(cards.length / 2);
  const cell = {
    width: Math.max(...cards.map((each) => each.width)) + sideGap.between,
    height: Math.max(...cards.map((each) => each.height)),
  };
  const lower = loopHeight + cell.height + sideGap.rows;
  const corners = cards.map((_, i) => ({ x: (i % half) * cell.width, y: i < half ? loopHeight : lower }));
  const place = new Map(cards.map(({ node }, i) => [node.id, i]));
  const boxAt = (i: number): Box => ({
    ...(corners[i] as Point),
    width: cards[i]?.width ?? 0,
    height: cards[i]?.height ?? 0,
  });
  return {
    ...{ cards, corners, texts: [], caption: [] },
    ...{ width: half * cell.width - sideGap.between, height: lower + cell.height + loopHeight },
    band(trunk) {
      const [a = 0, b = 0] = [place.get(trunk.from), place.get(trunk.to)];
      if (a !== b || a < half) return undefined;
      const { x, y, width, height } = boxAt(b);
      const path = loopOver({ x, y: 0, width, height }, loopHeight);
      // The loop over a box, turned to the other side of it.
      return { path: movedPath(path, (point) => ({ x: point.x, y: y + height - point.y })), texts: [] };
    },
  };
}

function circleInside(cards: readonly Card[], looped: boolean): Inside {
  const corners = cornersInCircle(cards, looped ? { ...circleGap, height: loopHeight + 12 } : circleGap);
  return {
    ...{ cards, corners, texts: [], caption: [] },
    width: Math.max(0, ...corners.map(({ x }, i) => x + (cards[i]?.width ?? 0))),
    height: Math.max(0, ...corners.map(({ y }, i) => y + (cards[i]?.height ?? 0))),
  };
}

function gridInside(
  nodes: readonly FreeNode[],
  shape: Extract<Shape, { kind: 'grid' }>,
  trunks: readonly Trunk[],
  hanging: Hanging | undefined,
): Inside {
  const { columns } = shape;
  const rows = shape.rows ?? Math.ceil(nodes.length / columns);
  const grid = { columns, rows, planes: Math.ceil(nodes.length / (columns * rows)) };
  const labels = placeLabels(nodes, grid);
  const [first] = nodes;
  const alike = nodes.length > 1 && nodes.every((each) => each.status?.text === first?.status?.text);
  const cards = nodes.map((node, i) =>
    cardOf({ ...node, label: labels[i] ?? node.label, ...(alike ? { meter: false } : {}) }),
  );
  const boxes: Box[] = [];
  const cells = cards.map((card) => hanging?.cellOf(card) ?? card);
  const bands = gridBands(trunks, grid, {
    ...{ ids: nodes.map((each) => each.id), labels, cell: largestOf(cells) },
    boxAt: (index) => boxes[index] as Box,
  });
  const { corners, planes, width, height } = cornersInGrid(cells, grid, bands.rim);
  for (const [i, { x, y }] of corners.entries())
    boxes.push({ x, y, width: cards[i]?.width ?? 0, height: cards[i]?.height ?? 0 });
  const each = columns * rows;
  const hung = cards.flatMap((card, i) => hanging?.placed(card, boxes[i] as Box) ?? []);
  const lines = new Map(hung.map(({ trunk, path }) => [trunk, { path, texts: [] }]));
  return {
    cards: [...cards, ...hung.map(({ card }) => card)],
    corners: [...corners, ...hung.map(({ corner }) => corner)],
    ...{ width, height },
    texts:
      grid.planes === 1
        ? []
        : planes.map(({ x, y }, i): PlacedText => {
            const text = planeName(nodes.slice(i * each, (i + 1) * each).map(({ label }) => label));
            return { text, role: 'name', x: x + bands.rim.width, y: y - 8, anchor: 'start' };
          }),
    caption: [
      ...(alike && first?.status !== undefined
        ? [`Each ${hanging === undefined ? 'box' : arrayOf(first.label)}: ${first.status.text}`]
        : []),
      ...bands.caption,
      ...(hanging?.caption ?? []),
    ],
    band: (trunk) => lines.get(trunk) ?? bands.band(trunk),
  };
}

/** Names of boxes within a plane: `[2][3]` of `chip[1][2][3]`; whole names where there are few. */
function placeLabels(nodes: readonly FreeNode[], { planes }: Grid): string[] {
  return nodes.map(({ label }) => {
    const indices = label.match(/\[\d+\]/g) ?? [];
    if (nodes.length <= maxNamed || indices.length === 0) return label;
    return (planes > 1 && indices.length > 2 ? indices.slice(1) : indices).join('');
  });
}

/** `chip[1]` for `chip[1][1][1]` to `chip[1][4][4]`; the first and the last where they have no such name. */
function planeName(labels: readonly string[]): string {
  const start = /^(.*?\[\d+\])\[/.exec(labels[0] ?? '')?.[1];
  return start !== undefined && labels.every((each) => each.startsWith(start))
    ? start
    : `${labels[0] ?? ''} to ${labels.at(-1) ?? ''}`;
}

interface BandOptions {
  /** Middle of the boxes. */
  readonly middle: Point;
  labeled(trunk: Trunk): boolean;
  /** The path that the shape gives a band. */
  own(trunk: Trunk): Path | undefined;
  bandWidth(trunk: Trunk): number;
}

function bandsOf(
  trunks: readonly Trunk[],
  nodes: readonly PlacedCard[],
  { middle, own, labeled, bandWidth }: BandOptions,
): ArrangedTrunk[] {
  const boxes = new Map<string, Box>(nodes.map((each) => [each.node.id, each]));
  const taken: Box[] = [...nodes];
  return trunks.flatMap((trunk): ArrangedTrunk[] => {
    const [from, to] = [boxes.get(trunk.from), boxes.get(trunk.to)];
    if (from === undefined || to === undefined) return [];
    const width = bandWidth(trunk);
    const around = { others: nodes.filter((each) => each !== from && each !== to), middle, width };
    const path = own(trunk) ?? (from === to ? loopOver(from, loopHeight) : chord(from, to, around));
    const room = { boxes: taken };
    const pill = labeled(trunk) ? freeShortPill(trunk, path, room) : marksPill(trunk, path, room);
    if (pill !== undefined) taken.push(pill);
    return [{ trunk, path, width, ...(pill === undefined ? {} : { pill }) }];
  });
}

/** Lines that all bands share, and those that all loops share; none when they differ or there is only one. @param where the bands are */
export function sharedLines(trunks: readonly Trunk[], where = ''): string[] {
  const kinds = [
    { name: `Each band${where}`, own: trunks.filter(({ from, to }) => from !== to) },
    { name: 'Each loop', own: trunks.filter(({ from, to }) => from === to) },
  ].filter(({ own }) => own.length > 0);
  const alike = kinds.every(({ own }) => new Set(own.map((each) => each.lines.join('\n'))).size === 1);
  if (!alike || trunks.length < 2) return [];
  return kinds.map(({ name, own }) => `${name}: ${own[0]?.lines.join(' · ') ?? ''}`);
}

function textsWidth(group: FreeGroup, shared: readonly string[]): number {
  const { label, lines } = group;
  return Math.max(
    textWidth(label, 'name') + textWidth(lines[0] ?? '', 'line') + 10 + titleMarksWidth(group),
    ...shared.map((each) => textWidth(each, 'line')),
  );
}

/** More sentences than this share lines. */
const maxLines = 3;

/** A line for each sentence; many in as few lines as have room for them, in their order. */
function inLines(sentences: readonly string[], width: number): readonly string[] {
  if (sentences.length <= maxLines) return sentences;
  const lines: string[] = [];
  for (const each of sentences) {
    const longer = `${lines.at(-1) ?? ''}. ${each}`;
    if (lines.length > 0 && textWidth(longer, 'line') <= width) lines[lines.length - 1] = longer;
    else lines.push(each);
  }
  return lines;
}

function sharedTexts(lines: readonly string[], width: number, y: number): PlacedText[] {
  return lines.map(
    (text, i): PlacedText => ({
      text,
      role: 'line',
      x: width / 2,
      y: y + i * typeOf.line.line,
      anchor: 'middle',
    }),
  );
}
