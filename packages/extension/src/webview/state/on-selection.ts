// How the page reacts when the reader selects, searches and jumps.
import type { PageState } from '../../messages.ts';
import { matches } from '../model/search.ts';
import type { Effect } from './effect.ts';
import { type Reaction, remember, unchanged } from './reaction.ts';
import { type State, withScreen } from './state.ts';

/** Selects a thing, or nothing; an open panel of details shows it. */
export function onSelected(state: State, id: string | undefined): Reaction {
  const { connected, panel, selected } = state.screen;
  if (id === selected) return unchanged(state);
  const { selected: _, ...rest } = state.remembered;
  const remembered: PageState = id === undefined ? rest : { ...rest, selected: id };
  const asked: Effect[] =
    id !== undefined && panel === 'details' ? [{ kind: 'send', message: { kind: 'explain', id } }] : [];
  return remember(withScreen(state, { selected: id, connected: connected && id !== undefined }), remembered, asked);
}

/** Selects a thing and brings it into sight. */
export function onShown(state: State, id: string): Reaction {
  const { state: next, effects } = onSelected(state, id);
  return { state: next, effects: [...effects, { kind: 'show', id }] };
}

/** The same, with its text beside. */
export function onJump(state: State, id: string): Reaction {
  const { state: next, effects } = onShown(state, id);
  const reveal: Effect[] = state.screen.linked.has(id)
    ? [{ kind: 'send', message: { kind: 'reveal', id, focus: false } }]
    : [];
  return { state: next, effects: [...effects, ...reveal] };
}

/** Searches for a text; undefined ends the search, and what was found last stays selected. */
export function onSearch(state: State, text: string | undefined): Reaction {
  const { graph, search } = state.screen;
  if (text === undefined) {
    const hit = search?.hits[search.at];
    const ended = withScreen(state, { search: undefined });
    return hit === undefined ? unchanged(ended) : onSelected(ended, hit);
  }
  const hits = graph === undefined ? [] : matches(graph, text);
  const next = withScreen(state, { search: { text, hits, at: 0 } });
  const [first] = hits;
  return { state: next, effects: first === undefined || text === search?.text ? [] : [{ kind: 'show', id: first }] };
}

export function onSearchStep(state: State, by: 1 | -1): Reaction {
  const { search } = state.screen;
  if (search === undefined || search.hits.length === 0) return unchanged(state);
  const at = (search.at + by + search.hits.length) % search.hits.length;
  return {
    state: withScreen(state, { search: { ...search, at } }),
    effects: [{ kind: 'show', id: search.hits[at] as string }],
  };
}

/** Ends what was begun last. */
export function onEscape(state: State): Reaction {
  const { search, connected, selected, panel, moving } = state.screen;
  if (search !== undefined) return onSearch(state, undefined);
  if (moving) return unchanged(withScreen(state, { moving: false }));
  if (connected) return unchanged(withScreen(state, { connected: false }));
  if (selected !== undefined) return onSelected(state, undefined);
  if (panel === undefined) return unchanged(state);
  const { panel: _, ...rest } = state.remembered;
  return remember(withScreen(state, { panel: undefined }), rest);
}
