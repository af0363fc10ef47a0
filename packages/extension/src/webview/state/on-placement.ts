// How the page reacts when the reader moves boxes by hand. Positions are kept beside the design by the extension.
import type { Graph, PlacedAt } from '@lightloom/diagram';
import { type Reaction, unchanged } from './reaction.ts';
import { type State, withScreen } from './state.ts';

/** Moves that can be undone, at most. */
const maxUndone = 100;

/** Whether a drawing is one whose boxes are moved at all: that of a network. */
export function hasMovable(graph: Graph | undefined): boolean {
  return graph?.arrangement === 'tiers' || graph?.arrangement === 'free';
}

/** Whether the boxes of a drawing can be moved now: those that a view has by itself, as the positions of others are kept nowhere. */
export function canMove(
  graph: Graph | undefined,
  { networks, unfolded = [], folded = [] }: State['screen']['look'],
): boolean {
  return hasMovable(graph) && networks === undefined && unfolded.length + folded.length === 0;
}

/** Why the boxes of a network can't be moved now, and what to do. */
export const whyNotMoved = 'Boxes can be moved while nothing is folded, unfolded or left out of the view.';

/** Begins or ends moving; says why it can't begin. */
export function onMoveMode(state: State): Reaction {
  const { moving, graph, look } = state.screen;
  if (hasMovable(graph) && !canMove(graph, look)) return unchanged(withScreen(state, { notice: whyNotMoved }));
  return unchanged(withScreen(state, { moving: !moving && canMove(graph, look) }));
}

/**
 * A box was moved.
 * @param before where all boxes were
 */
export function onMoved(state: State, before: readonly PlacedAt[], at: PlacedAt): Reaction {
  const { graph, undo } = state.screen;
  const boxes = before.map((each) => (each.id === at.id ? at : each));
  const last = graph?.placements === undefined ? null : before;
  return {
    state: withScreen(state, { undo: [...undo, last].slice(-maxUndone) }),
    effects: [{ kind: 'send', message: { kind: 'place', boxes } }],
  };
}

/** Puts all boxes where they were before the last move. */
export function onUndo(state: State): Reaction {
  const { undo } = state.screen;
  const boxes = undo.at(-1);
  if (boxes === undefined) return unchanged(state);
  return {
    state: withScreen(state, { undo: undo.slice(0, -1) }),
    effects: [{ kind: 'send', message: { kind: 'place', boxes } }],
  };
}
