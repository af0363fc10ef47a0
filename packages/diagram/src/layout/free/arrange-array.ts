// An array whose devices are drawn one by one: in a circle, or in a grid when it has two dimensions.
import type { FreeGroup, FreeNode, Trunk } from '../../graph/index.ts';
import type { Box, PlacedCard, PlacedText, Point } from '../geometry/placed.ts';
import { fit, textWidth, typeOf } from '../geometry/typography.ts';
import type { Arranged, ArrangedTrunk } from '../pieces/arranged.ts';
import { type Card, placeCard } from '../pieces/card.ts';
import { groupTitle, titleMarksWidth } from '../pieces/group-title.ts';
import { centerOf, chord, cornersInCircle, loopOver } from './circle.ts';
import { cornersInGrid, gridBand, gridGap } from './grid.ts';
import { freePill, freeShortPill } from './labels.ts';

const padding = 24;
const titleHeight = 40;
const circleGap = 28;
const loopHeight = 30;
/** With more bands than this, labels are left to the tooltips. */
const maxLabels = 24;
/** Longer texts are cut. */
const maxText = 640;

/** Places the frame of an array, its boxes and the bands between them. */
export function arrangeArray(
  group: FreeGroup,
  cards: readonly Card<FreeNode>[],
  trunks: readonly Trunk[],
  bandWidth: (trunk: Trunk) => number,
): Arranged {
  const { shape } = group;
  const corners = shape.kind === 'grid' ? cornersInGrid(cards, shape.columns) : cornersInCircle(cards, circleGap);
  const rim = shape.kind === 'grid' ? gridGap * 0.7 : 0;
  const inner = {
    width: Math.max(0, ...corners.map(({ x }, i) => x + (cards[i]?.width ?? 0))),
    height: Math.max(0, ...corners.map(({ y }, i) => y + (cards[i]?.height ?? 0))),
  };
  // What all bands have in common is written once, below.
  const shared = sharedLines(trunks);
  const width = Math.max(inner.width + 2 * (padding + rim), Math.min(textsWidth(group, shared), maxText) + 2 * padding);
  const left = (width - inner.width) / 2;
  const top = titleHeight + rim + (trunks.some(({ from, to }) => from === to) ? loopHeight : 0);
  const nodes = cards.map((card, i) => placeCard(card, left + (corners[i] as Point).x, top + (corners[i] as Point).y));
  const bottom = top + inner.height;
  const below = shared.length === 0 ? 0 : shared.length * typeOf.line.line + 12;
  const height = bottom + below + padding;
  const title = groupTitle(group, 16, 24, width - 32);
  const texts = [...title.texts, ...sharedTexts(shared, width, bottom + 18)];
  return {
    nodes,
    groups: [{ drawn: 'frame', group, x: 0, y: 0, width, height, ...title, texts }],
    trunks: bandsOf(trunks, nodes, {
      middle: centerOf({ x: left, y: top, ...inner }),
      grid: shape.kind === 'grid',
      labeled: shared.length === 0 && trunks.length <= maxLabels,
      bandWidth,
    }),
    texts: [],
    width,
    height,
  };
}

interface BandOptions {
  /** Middle of the boxes. */
  readonly middle: Point;
  /** Whether the boxes are in a grid. */
  readonly grid: boolean;
  readonly labeled: boolean;
  bandWidth(trunk: Trunk): number;
}

function bandsOf(
  trunks: readonly Trunk[],
  nodes: readonly PlacedCard[],
  { middle, grid, labeled, bandWidth }: BandOptions,
): ArrangedTrunk[] {
  const boxes = new Map<string, Box>(nodes.map((each) => [each.node.id, each]));
  const taken: Box[] = [...nodes];
  return trunks.flatMap((trunk): ArrangedTrunk[] => {
    const [from, to] = [boxes.get(trunk.from), boxes.get(trunk.to)];
    if (from === undefined || to === undefined) return [];
    const width = bandWidth(trunk);
    const around = { others: nodes.filter((each) => each !== from && each !== to), middle, width };
    const path = from === to ? loopOver(from, loopHeight) : grid ? gridBand(from, to, around) : chord(from, to, around);
    const pill = labeled
      ? freeShortPill(trunk, path, taken)
      : trunk.marks && freePill({ ...trunk, lines: [] }, path, taken);
    if (pill !== undefined) taken.push(pill);
    return [{ trunk, path, width, ...(pill === undefined ? {} : { pill }) }];
  });
}

/** Lines that all bands share; none when they differ or there is only one. */
function sharedLines(trunks: readonly Trunk[]): string[] {
  const [first] = trunks;
  if (first === undefined || !trunks.every((each) => each.lines.join('\n') === first.lines.join('\n'))) return [];
  return trunks.length === 1 ? [] : [`Each band: ${first.lines.join(' · ')}`];
}

function textsWidth(group: FreeGroup, shared: readonly string[]): number {
  const { label, lines } = group;
  return Math.max(
    textWidth(label, 'name') + textWidth(lines[0] ?? '', 'line') + 10 + titleMarksWidth(group),
    ...shared.map((each) => textWidth(each, 'line')),
  );
}

function sharedTexts(lines: readonly string[], width: number, y: number): PlacedText[] {
  return lines.map(
    (text, i): PlacedText => ({
      text: fit(text, 'line', width - 2 * padding),
      role: 'line',
      x: width / 2,
      y: y + i * typeOf.line.line,
      anchor: 'middle',
    }),
  );
}
