// Moves parts of a drawing.
import type { Box, PlacedGroup, PlacedMark, PlacedNode, PlacedText, Point } from '../geometry/placed.ts';

/** A box with texts in it, and marks of findings. */
type Lettered = Box & { readonly texts: readonly PlacedText[]; readonly marks?: readonly PlacedMark[] };

export interface Move {
  point<T extends Point>(point: T): T;
  /** A box with the texts and marks in it. */
  box<T extends Lettered>(box: T): T;
  node(node: PlacedNode): PlacedNode;
  group(group: PlacedGroup): PlacedGroup;
}

/** To the right and down, in pixels. */
export function moveBy(dx: number, dy: number): Move {
  const point = <T extends Point>(each: T): T => ({ ...each, x: each.x + dx, y: each.y + dy });
  const box = <T extends Lettered>(each: T): T => ({
    ...point(each),
    texts: each.texts.map(point),
    ...(each.marks === undefined
      ? {}
      : { marks: each.marks.map((mark) => ({ ...point(mark), label: point(mark.label) })) }),
  });
  return {
    point,
    box,
    node(node) {
      switch (node.drawn) {
        case 'card':
          return { ...box(node), ...(node.meter === undefined ? {} : { meter: point(node.meter) }) };
        case 'run':
          return box(node);
        case 'bar':
          return { ...box(node), ...(node.bar === undefined ? {} : { bar: point(node.bar) }) };
        case 'stack':
          return {
            ...box(node),
            ...{ front: point(node.front), rear: point(node.rear), label: point(node.label) },
            ...(node.leader === undefined ? {} : { leader: node.leader.map(point) }),
          };
      }
    },
    group(group) {
      switch (group.drawn) {
        case 'frame':
          return box(group);
        case 'hall':
          return { ...box(group), floor: point(group.floor), trays: group.trays.map((y) => y + dy) };
        case 'chart': {
          const across = (at: readonly number[]): number[] => at.map((x) => x + dx);
          const { plot, ticks, limits } = group;
          return { ...box(group), plot: point(plot), ticks: across(ticks), limits: across(limits) };
        }
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
