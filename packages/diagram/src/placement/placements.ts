// Puts kept places into a drawing, and keeps the places of one.
import type { Graph, KeptPlace, KeptView, PlacedAt } from '../graph/index.ts';
import { isMovable, knownBoxes } from './known.ts';
import { recognize } from './recognize.ts';

/** Boxes that a note names, at most. */
const maxNamed = 4;

/**
 * A drawing with the places that were kept for it, and with notes on what is new and what is gone.
 * @param file name of the file that keeps them
 */
export function withPlacements(graph: Graph, kept: KeptView, file: string): Graph {
  if (!isMovable(graph)) {
    const note = `The positions in ${file} aren't used: this drawing has places of its own.`;
    return { ...graph, notes: [...graph.notes, note] };
  }
  const { was, fresh, gone } = recognize(knownBoxes(graph), kept);
  const boxes = graph.nodes.flatMap(({ id }): PlacedAt[] => {
    const place = kept.boxes.get(was.get(id) ?? '');
    return place === undefined ? [] : [{ id, x: place.x, y: place.y }];
  });
  return {
    ...graph,
    notes: [...graph.notes, ...driftNotes(fresh, gone, file)],
    ...(boxes.length === 0 ? {} : { placements: { boxes, locked: kept.locked } }),
  };
}

/** How many of its boxes a view has kept places for, as a share: which view a kept one was before it was renamed. */
export function shareKept(graph: Graph, kept: KeptView): number {
  if (!isMovable(graph) || graph.nodes.length === 0) return 0;
  return recognize(knownBoxes(graph), kept).was.size / Math.max(graph.nodes.length, kept.boxes.size);
}

/** What is kept of a drawing. @param boxes where its boxes are; names that aren't of its boxes are left out */
export function keptView(graph: Graph, boxes: readonly PlacedAt[], locked = true): KeptView {
  const places = new Map(boxes.map((each) => [each.id, each]));
  const known = isMovable(graph) ? knownBoxes(graph).filter(({ id }) => places.has(id)) : [];
  const at = known.map(({ id }) => places.get(id) as PlacedAt);
  const [left, top] = [Math.min(...at.map(({ x }) => x)), Math.min(...at.map(({ y }) => y))];
  return {
    locked,
    boxes: new Map(
      known.map(({ id, like, linked }, i): [string, KeptPlace] => {
        const { x, y } = at[i] as PlacedAt;
        return [id, { x: Math.round(x - left), y: Math.round(y - top), like, linked }];
      }),
    ),
  };
}

function driftNotes(fresh: readonly string[], gone: readonly string[], file: string): string[] {
  return [
    ...(fresh.length === 0
      ? []
      : [`New since the positions in ${file} were kept, and placed beside them: ${named(fresh)}.`]),
    ...(gone.length === 0 ? [] : [`${file} keeps positions of boxes that aren't here any more: ${named(gone)}.`]),
  ];
}

function named(ids: readonly string[]): string {
  const more = ids.length - maxNamed;
  return [...ids.slice(0, maxNamed), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
