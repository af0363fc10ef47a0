// Moves an arranged part of a drawing, and crops it to what is in it.
import { movedPath } from '../geometry/path.ts';
import type { Box } from '../geometry/placed.ts';
import type { Arranged } from '../pieces/arranged.ts';
import { moveBy } from '../pieces/move.ts';

/** Moved to the corner 0, 0, with the size of everything in it. */
export function cropped(part: Arranged): Arranged {
  const points = part.trunks.flatMap(({ path, width }) =>
    [path.start, ...path.steps.flat()].map((each) => ({ x: each.x - width / 2, y: each.y, width, height: 0 })),
  );
  const all: Box[] = [...part.nodes, ...part.groups, ...part.trunks.flatMap((each) => each.pill ?? []), ...points];
  const [left, top] = [Math.min(...all.map((each) => each.x)), Math.min(...all.map((each) => each.y))];
  return {
    ...moved(part, -left, -top),
    width: Math.max(...all.map((each) => each.x + each.width)) - left,
    height: Math.max(...all.map((each) => each.y + each.height)) - top,
  };
}

/** Moved to the right and down, in pixels. */
export function moved(part: Arranged, dx: number, dy: number): Arranged {
  const move = moveBy(dx, dy);
  return {
    ...part,
    nodes: part.nodes.map(move.node),
    groups: part.groups.map(move.group),
    trunks: part.trunks.map(({ path, pill, ...rest }) => ({
      ...rest,
      path: movedPath(path, move.point),
      ...(pill === undefined ? {} : { pill: move.box(pill) }),
    })),
    texts: part.texts.map(move.point),
  };
}
