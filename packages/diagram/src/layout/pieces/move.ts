// Moves parts of a drawing.
import type { Box, PlacedGroup, PlacedNode, PlacedText, Point } from '../geometry/placed.ts';

export interface Move {
  point<T extends Point>(point: T): T;
  /** A box with the texts in it. */
  box<T extends Box & { readonly texts: readonly PlacedText[] }>(box: T): T;
  node(node: PlacedNode): PlacedNode;
  group(group: PlacedGroup): PlacedGroup;
}

/** To the right and down, in pixels. */
export function moveBy(dx: number, dy: number): Move {
  const point = <T extends Point>(each: T): T => ({ ...each, x: each.x + dx, y: each.y + dy });
  const box = <T extends Box & { readonly texts: readonly PlacedText[] }>(each: T): T => ({
    ...point(each),
    texts: each.texts.map(point),
  });
  return {
    point,
    box,
    node(node) {
      switch (node.drawn) {
        case 'card':
          return { ...box(node), ...(node.meter === undefined ? {} : { meter: point(node.meter) }) };
        case 'stack':
          return { ...box(node), front: point(node.front), rear: point(node.rear) };
      }
    },
    group(group) {
      switch (group.drawn) {
        case 'frame':
          return box(group);
        case 'rack': {
          const marks = group.elevation.marks.map((mark) => ({ ...mark, y: mark.y + dy }));
          return {
            ...box(group),
            meter: point(group.meter),
            elevation: { ...point(group.elevation), marks },
            rear: point(group.rear),
          };
        }
      }
    },
  };
}
