// An array whose devices are drawn one by one: in a circle, or in lines when it has two dimensions.
import type { Group, Trunk } from '../../graph/index.ts';
import type { Path } from '../geometry/path.ts';
import type { Box, Pill, PlacedText, Point } from '../geometry/placed.ts';
import { fit, textWidth, typeOf } from '../geometry/typography.ts';
import type { Arranged, ArrangedTrunk } from '../pieces/arranged.ts';
import { type Card, placeCard } from '../pieces/card.ts';
import { titleTexts } from '../pieces/group-title.ts';
import { overlap, pillSize, placePill } from '../pieces/pill.ts';
import { chord, cornersInCircle, loopOver, pointsOn } from './circle.ts';

const padding = 24;
const title = 40;
const gap = { circle: 28, grid: 52 };
const loop = 30;
/** More labels than this are left to the tooltips. */
const mostLabels = 24;

/** Places the frame of an array, its boxes and the bands between them. */
export function arrangeArray(
  group: Group,
  cards: readonly Card[],
  trunks: readonly Trunk[],
  bandWidth: (trunk: Trunk) => number,
): Arranged {
  const { shape } = group;
  const columns = shape?.kind === 'grid' ? shape.columns : undefined;
  const corners = columns === undefined ? cornersInCircle(cards, gap.circle) : cornersInGrid(cards, columns);
  // What most bands have in common is said once, below.
  const told = saidByAll(trunks);
  const rim = columns === undefined ? 0 : gap.grid * 0.7;
  const around = padding + rim;
  const below = told.length === 0 ? 0 : told.length * typeOf.line.line + 12;
  const inner = {
    width: Math.max(0, ...corners.map(({ x }, i) => x + (cards[i]?.width ?? 0))),
    height: Math.max(0, ...corners.map(({ y }, i) => y + (cards[i]?.height ?? 0))),
  };
  const wanted = Math.max(
    textWidth(group.label, 'name') + textWidth(group.lines[0] ?? '', 'line') + 10,
    ...told.map((each) => textWidth(each, 'line')),
  );
  const width = Math.max(inner.width + 2 * around, Math.min(wanted, 640) + 2 * padding);
  const hasLoop = trunks.some(({ from, to }) => from === to);
  const left = (width - inner.width) / 2;
  const top = title + rim + (hasLoop ? loop : 0);
  const nodes = cards.map((card, i) => placeCard(card, left + (corners[i] as Point).x, top + (corners[i] as Point).y));
  const boxes = new Map<string, Box>(nodes.map((each) => [each.node.id, each]));
  const middle = { x: left + inner.width / 2, y: top + inner.height / 2 };
  const bottom = top + inner.height;

  const taken: Box[] = [...nodes];
  const drawn = trunks.flatMap((trunk): ArrangedTrunk[] => {
    const [from, to] = [boxes.get(trunk.from), boxes.get(trunk.to)];
    if (from === undefined || to === undefined) return [];
    const others = nodes.filter((each) => each !== from && each !== to);
    const thick = bandWidth(trunk);
    const path =
      from === to
        ? loopOver(from, loop)
        : columns === undefined
          ? chord(from, to, others, middle, thick)
          : step(from, to, others, middle, thick);
    const pill =
      told.length > 0 || trunks.length > mostLabels
        ? undefined
        : freePill({ ...trunk, lines: trunk.lines.slice(0, 1) }, path, taken);
    if (pill !== undefined) taken.push(pill);
    return [{ trunk, path, width: thick, ...(pill === undefined ? {} : { pill }) }];
  });
  const texts = told.map(
    (text, i): PlacedText => ({
      text: fit(text, 'line', width - 2 * padding),
      role: 'line',
      x: width / 2,
      y: bottom + 18 + i * typeOf.line.line,
      anchor: 'middle',
    }),
  );
  const frame = { group, x: 0, y: 0, width, height: bottom + below + padding };
  return {
    nodes,
    groups: [{ ...frame, texts: [...titleTexts(group, 16, 24, width - 32), ...texts] }],
    trunks: drawn,
    texts: [],
    width,
    height: frame.height,
  };
}

/** Lines that all bands share; none when they differ or there is only one. */
function saidByAll(trunks: readonly Trunk[]): string[] {
  const [first] = trunks;
  if (first === undefined || !trunks.every((each) => each.lines.join('\n') === first.lines.join('\n'))) return [];
  return trunks.length === 1 ? [] : [`Each band: ${first.lines.join(' · ')}`];
}

function cornersInGrid(cards: readonly Card[], columns: number): Point[] {
  const pitch = {
    x: Math.max(0, ...cards.map((each) => each.width)) + gap.grid,
    y: Math.max(0, ...cards.map((each) => each.height)) + gap.grid,
  };
  return cards.map((_, i) => ({ x: (i % columns) * pitch.x, y: Math.floor(i / columns) * pitch.y }));
}

/** A band in a grid: straight to the next box, in the gap between lines to one further off. */
function step(from: Box, to: Box, others: readonly Box[], middle: Point, width: number): Path {
  const out = gap.grid * 0.8;
  const [a, b] = from.x + from.y < to.x + to.y ? [from, to] : [to, from];
  const straight = chord(from, to, others, middle, width);
  if (straight.steps[0]?.length === 1) return straight;
  if (a.y === b.y) {
    const [x1, x2] = [a.x + a.width * 0.35, b.x + b.width * 0.65];
    return {
      start: { x: x1, y: a.y },
      steps: [
        [
          { x: x1, y: a.y - out },
          { x: x2, y: a.y - out },
          { x: x2, y: b.y },
        ],
      ],
    };
  }
  if (a.x === b.x) {
    const [y1, y2] = [a.y + a.height * 0.35, b.y + b.height * 0.65];
    return {
      start: { x: a.x, y: y1 },
      steps: [
        [
          { x: a.x - out, y: y1 },
          { x: a.x - out, y: y2 },
          { x: b.x, y: y2 },
        ],
      ],
    };
  }
  return straight;
}

/** A label on its band, where there is room for it. */
export function freePill(trunk: Trunk, path: Path, taken: readonly Box[]): Pill | undefined {
  const size = pillSize(trunk);
  if (size === undefined) return undefined;
  const points = pointsOn(path, 40);
  for (const t of [0.5, 0.42, 0.58, 0.35, 0.65, 0.28, 0.72]) {
    const { x, y } = points[Math.round(t * (points.length - 1))] as Point;
    const pill = placePill(trunk, size, x, y - size.height / 2);
    if (!taken.some((each) => overlap(each, pill, 4))) return pill;
  }
  return undefined;
}
