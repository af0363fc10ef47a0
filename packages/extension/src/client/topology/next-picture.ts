// What a panel does when the text has changed: draw again, keep the last drawing, or show none.
import { itemsOf, type Look } from '@lightloom/diagram/graph';
import type { Drawing } from '../server/requests.ts';

/** A drawing, and the view it is of. */
export interface Picture {
  readonly view: string;
  /** How the reader changed the view; another one draws other boxes. */
  readonly look: Look;
  readonly drawing: Drawing;
}

/**
 * Decides what to show. Text that is incomplete during an edit removes nothing: while it lacks something that is shown, the
 * last drawing stays.
 * @param shown what is shown now
 * @param wanted id of the view that the reader chose
 * @param next the drawing of the text as it is now; undefined when it has none
 */
export function nextPicture(
  shown: Picture | undefined,
  wanted: string,
  next: Picture | undefined,
): 'draw' | 'keep' | 'empty' {
  const empty = next === undefined || next.drawing.graph.nodes.length === 0;
  if (shown === undefined || next?.drawing.incomplete !== true) return empty ? 'empty' : 'draw';
  if (empty) return 'keep';
  if (shown.look !== next.look) return 'draw';
  if (shown.view !== next.view) return shown.view === wanted ? 'keep' : 'draw';
  const there = new Set(idsOf(next));
  return idsOf(shown).every((id) => there.has(id)) ? 'draw' : 'keep';
}

function idsOf({ drawing: { graph } }: Picture): string[] {
  return itemsOf(graph).map((each) => each.id);
}
