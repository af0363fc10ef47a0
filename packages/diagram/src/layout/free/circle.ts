// Boxes in a circle, and bands between them that keep clear of the others.
import { bodyOfA4 } from '../geometry/paper.ts';
import { type Path, pointsOn } from '../geometry/path.ts';
import type { Box, Point } from '../geometry/placed.ts';
import { overlap } from '../pieces/pill.ts';

/** Widths of ellipses, divided by their heights. */
const ellipses = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.9, 1, 1.1, 1.2, 1.4, 1.6, 1.8, 2, 2.2, 2.4];
/** Width of the part of a page in landscape that is free for boxes, divided by its height. */
const bodyShape = 1.9;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Corners of boxes on an ellipse, from the top clockwise, so wide that there is a gap beside or below each of them. */
export function cornersInCircle(sizes: readonly Size[], gap: Size): Point[] {
  const count = sizes.length;
  const cell = {
    width: Math.max(0, ...sizes.map((each) => each.width)) + gap.width,
    height: Math.max(0, ...sizes.map((each) => each.height)) + gap.height,
  };
  // Two are side by side.
  if (count < 3) return sizes.map((_, i) => ({ x: i * cell.width, y: 0 }));
  for (let scale = 1; ; scale += 0.05) {
    const boxes = sizes.map(({ width, height }, i): Box => {
      const angle = (2 * Math.PI * i) / count - Math.PI / 2;
      const x = (Math.cos(angle) * scale * count * cell.width) / (2 * Math.PI);
      const y = (Math.sin(angle) * scale * count * cell.height) / (2 * Math.PI);
      return { x: x - width / 2, y: y - height / 2, width, height };
    });
    const clear = boxes.every((box, i) => boxes.slice(i + 1).every((other) => !overlap(wider(box, gap), other)));
    if (!clear && scale < 4) continue;
    const [left, top] = [Math.min(...boxes.map((each) => each.x)), Math.min(...boxes.map((each) => each.y))];
    return boxes.map(({ x, y }) => ({ x: Math.round(x - left), y: Math.round(y - top) }));
  }
}

/**
 * Corners of boxes on the ellipse that is read largest, from the top clockwise, with a gap between them.
 * @param room its width divided by its height, where it isn't a sheet, of A4 if it can be read there; and the height of what is below
 */
export function cornersOnPage(
  sizes: readonly Size[],
  gap: Size,
  { shape, below = 0 }: { readonly shape?: number | undefined; readonly below?: number } = {},
): readonly Point[] {
  const sized = ellipses.map((each) => {
    const boxes = boxesOnEllipse(sizes, gap, each);
    const width = Math.max(...boxes.map((box) => box.x + box.width)) - Math.min(...boxes.map((box) => box.x));
    const height = Math.max(...boxes.map((box) => box.y + box.height)) - Math.min(...boxes.map((box) => box.y));
    const fits = shape === undefined && bodyOfA4({ width, height: height + below }) <= 1;
    return { boxes, fits, side: Math.max(width / (shape ?? bodyShape), height) };
  });
  return sized.reduce((best, each) =>
    each.fits === best.fits ? (each.side < best.side ? each : best) : each.fits ? each : best,
  ).boxes;
}

function boxesOnEllipse(sizes: readonly Size[], gap: Size, shape: number): readonly Box[] {
  const half = Math.max(1, ...sizes.map((each) => each.height)) / 2;
  const cell = {
    width: Math.max(1, ...sizes.map((each) => each.width)) + gap.width,
    height: Math.max(1, ...sizes.map((each) => each.height)) + gap.height,
  };
  const around = evenlyOnEllipse(sizes.length, shape, cell);
  for (let radius = half; ; radius += half / 16) {
    const boxes = sizes.map(({ width, height }, i): Box => {
      const { x, y } = around[i] as Point;
      return { x: Math.round(x * radius - width / 2), y: Math.round(y * radius - height / 2), width, height };
    });
    if (boxes.every((box, i) => boxes.slice(i + 1).every((other) => !overlap(wider(box, gap), other)))) return boxes;
  }
}

/** Points on an ellipse of height 2, from its top clockwise, at distances that are equal when counted in boxes beside or below each other. */
function evenlyOnEllipse(count: number, shape: number, cell: Size): Point[] {
  const fine = Array.from({ length: 2000 }, (_, i): Point => {
    const angle = (2 * Math.PI * i) / 2000 - Math.PI / 2;
    return { x: Math.cos(angle) * shape, y: Math.sin(angle) };
  });
  const lengths: number[] = [0];
  for (const [i, { x, y }] of fine.entries()) {
    const next = fine[(i + 1) % fine.length] as Point;
    lengths.push((lengths[i] ?? 0) + Math.max(Math.abs(next.x - x) / cell.width, Math.abs(next.y - y) / cell.height));
  }
  const whole = lengths.at(-1) ?? 0;
  return Array.from(
    { length: count },
    (_, i) => fine[lengths.findIndex((each) => each >= (whole * i) / count)] as Point,
  );
}

/** A box that is larger at all sides. */
function wider({ x, y, width, height }: Box, by: Size): Box {
  return { x: x - by.width, y: y - by.height, width: width + 2 * by.width, height: height + 2 * by.height };
}

export function centerOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** What a band runs between. */
export interface Around {
  /** Boxes it keeps clear of. */
  readonly others: readonly Box[];
  /** Middle of the drawing. */
  readonly middle: Point;
  /** Width of the band in pixels. */
  readonly width: number;
}

/** How far a band is bent to a side, in pixels, where the way by the middle isn't clear either. */
const aside = [40, 80, 130, 190, 260, 340].flatMap((each) => [each, -each]);

/** Between up to this many boxes, a way is looked for at more places, and with this many points. */
const [few, fine] = [24, 72];
/** How far a band is bent near its start and near its end where no arc is clear, in steps: little first, to the same side or to both. */
const bentTwice = Array.from({ length: 25 * 25 }, (_, i) => [Math.floor(i / 25) - 12, (i % 25) - 12] as const).sort(
  ([a, b], [c, d]) => a * a + b * b - c * c - d * d,
);

/** Where it is bent first, as a share of its way: it leaves its box to the other one, to a side, or away from it. */
const turns = [0.25, 0, -0.4];

/** A band between two boxes, bent to the middle of the drawing as far as needed to keep clear of the others, or to a side. */
export function chord(from: Box, to: Box, { others, middle, width }: Around): Path {
  const [a, b] = [centerOf(from), centerOf(to)];
  const pulled = (point: Point, by: number): Point => ({
    x: point.x + (middle.x - point.x) * by,
    y: point.y + (middle.y - point.y) * by,
  });
  const bent = (by: number): Path => ({ start: a, steps: [[pulled(a, by), pulled(b, by), b]] });
  const straight: Path = { start: a, steps: [[b]] };
  const hasFew = others.length <= few;
  const clear = (path: Path): boolean => isClear(path, others, width, hasFew ? fine : undefined);
  if (clear(straight)) return straight;
  const length = Math.sqrt((b.x - a.x) ** 2 + (b.y - a.y) ** 2) || 1;
  const arc = ([first, second]: readonly [number, number], share = 0.25): Path => {
    const at = (along: number, by: number): Point => {
      const off = ((4 / 3) * by) / length;
      return { x: a.x + (b.x - a.x) * along - (b.y - a.y) * off, y: a.y + (b.y - a.y) * along + (b.x - a.x) * off };
    };
    return { start: a, steps: [[at(share, first), at(1 - share, second), b]] };
  };
  const bends = [0.2, 0.4, 0.6, 0.8, 1];
  const simple = bends.map(bent).find(clear) ?? aside.map((by) => arc([by, by])).find(clear);
  if (simple !== undefined || !hasFew) return simple ?? bent(0.8);
  const extent = (of: (box: Box) => number): number => Math.max(...others.map(of)) - Math.min(...others.map(of));
  const step = Math.max(50, extent(({ x }) => x) / 12, extent(({ y }) => y) / 12);
  for (const share of turns) {
    const twice = bentTwice.find(([first, second]) => clear(arc([first * step, second * step], share)));
    if (twice !== undefined) return arc([twice[0] * step, twice[1] * step], share);
  }
  return bent(0.8);
}

/**
 * Whether a band of a width keeps clear of boxes.
 * @param each points for each of its steps that are looked at
 */
export function isClear(path: Path, boxes: readonly Box[], width: number, each?: number): boolean {
  return pointsOn(path, each).every((point) =>
    boxes.every((box) => !overlap(box, { ...point, width: 0, height: 0 }, width / 2 + 3)),
  );
}

/** A loop over a box, for links within it. */
export function loopOver({ x, y, width }: Box, height: number): Path {
  const [a, b] = [x + width * 0.25, x + width * 0.75];
  const apex = { y: y - height };
  return {
    start: { x: a, y },
    steps: [
      [
        { x: a, ...apex },
        { x: b, ...apex },
        { x: b, y },
      ],
    ],
  };
}
