// Boxes in a circle, and bands between them that keep clear of the others.
import { type Path, pointsOn } from '../geometry/path.ts';
import type { Box, Point } from '../geometry/placed.ts';
import { overlap } from '../pieces/pill.ts';

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

/** A band between two boxes, bent to the middle of the drawing as far as needed to keep clear of the others. */
export function chord(from: Box, to: Box, { others, middle, width }: Around): Path {
  const [a, b] = [centerOf(from), centerOf(to)];
  const pulled = (point: Point, by: number): Point => ({
    x: point.x + (middle.x - point.x) * by,
    y: point.y + (middle.y - point.y) * by,
  });
  const bent = (by: number): Path => ({ start: a, steps: [[pulled(a, by), pulled(b, by), b]] });
  const straight: Path = { start: a, steps: [[b]] };
  const clear = (path: Path): boolean =>
    pointsOn(path).every((point) =>
      others.every((box) => !overlap(box, { ...point, width: 0, height: 0 }, width / 2 + 3)),
    );
  if (clear(straight)) return straight;
  return [0.2, 0.4, 0.6, 0.8, 1].map(bent).find(clear) ?? bent(0.8);
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
