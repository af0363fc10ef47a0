// What comes of an event.
import type { PageState } from '../../messages.ts';
import { emphasisOf } from '../model/emphasis.ts';
import type { Effect } from './effect.ts';
import type { State } from './state.ts';

export interface Reaction {
  readonly state: State;
  /** In the order they take effect, after the screen shows the new state. */
  readonly effects: readonly Effect[];
}

/** What a page remembers is said once more, so that it is kept. */
export function remember(state: State, remembered: PageState, effects: readonly Effect[] = []): Reaction {
  return { state: { ...state, remembered }, effects: [{ kind: 'remember', state: remembered }, ...effects] };
}

export function unchanged(state: State): Reaction {
  return { state, effects: [] };
}

/** What stands out in a state. */
export function emphasisIn({ cursor, screen }: State) {
  const { graph, selected, search, connected, look } = screen;
  return emphasisOf({ graph, selected, cursor, search, connected, findings: look.color === findingsColor });
}

/** The color that shows what has findings: what has none steps back. Every view has it. */
export const findingsColor = 'findings';
