// How the page reacts when the reader moves boxes by hand. Positions are kept beside the design by the extension.
import type { Graph, PlacedAt } from '@lightloom/diagram';
import { type Reaction, unchanged } from './reaction.ts';
import { type State, withScreen } from './state.ts';

/** Moves that can be undone, at most. */
const maxUndone = 100;

/** Whether the boxes of a drawing can be moved: those that a view has by itself, of networks. */
export function canMove(
  graph: Graph | undefined,
  { networks, unfolded = [], folded = [] }: State['screen']['look'],
): boolean {
  const isNetwork = graph?.arrangement === 'tiers' || graph?.arrangement === 'free';
  return isNetwork && networks === undefined && unfolded.length + folded.length === 0;
}

/** Begins or ends moving. */
export function onMoveMode(state: State): Reaction {
  const { moving, graph, look } = state.screen;
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
