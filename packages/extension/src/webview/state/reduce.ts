// How the page of a drawing reacts: state and event to state and effects. Pure: no DOM, no messages, no time.
import type { PageState } from '../../messages.ts';
import type { Effect } from './effect.ts';
import type { Event } from './event.ts';
import { onFailed, onLaidOut, onMessage } from './on-drawing.ts';
import { onColor, onFolded, onNetwork, onView } from './on-look.ts';
import { onMoved, onMoveMode, onUndo } from './on-placement.ts';
import { onEscape, onJump, onSearch, onSearchStep, onSelected, onShown } from './on-selection.ts';
import { type Reaction, remember, unchanged } from './reaction.ts';
import { type State, withScreen } from './state.ts';

/** The first effects of a page that has just been loaded. */
export function start(state: State): readonly Effect[] {
  return [
    { kind: 'remember', state: state.remembered },
    { kind: 'send', message: { kind: 'ready' } },
  ];
}

export function reduce(state: State, event: Event): Reaction {
  switch (event.kind) {
    case 'message':
      return onMessage(state, event.message);
    case 'laid-out':
      return event.task === state.task ? onLaidOut(state, event) : unchanged(state);
    case 'failed':
      return onFailed(state, event);
    case 'view-chosen':
      return onView(state, event.view);
    case 'color-chosen':
      return onColor(state, event.color);
    case 'network-toggled':
      return onNetwork(state, event.network);
    case 'folded':
      return onFolded(state, event.id);
    case 'camera-moved':
      return remember({ ...state, fitted: event.fitted }, withCamera(state.remembered, event));
    case 'reveal':
      return { state, effects: [{ kind: 'send', message: event }] };
    case 'selected':
      return onSelected(state, event.id);
    case 'jumped':
      return onJump(state, event.id);
    case 'finding-chosen':
      return onFinding(state, event);
    case 'panel':
      return onPanel(state, event.panel);
    case 'connected':
      return unchanged(
        withScreen(state, { connected: !state.screen.connected && state.screen.selected !== undefined }),
      );
    case 'search':
      return onSearch(state, event.text);
    case 'search-step':
      return onSearchStep(state, event.by);
    case 'escape':
      return onEscape(state);
    case 'asked':
      return onAsked(state, event.id);
    case 'move-mode':
      return onMoveMode(state);
    case 'moved':
      return onMoved(state, event.before, event.at);
    case 'undo':
      return onUndo(state);
    case 'save':
      return { state, effects: [{ kind: 'send', message: { kind: 'save' } }] };
    case 'exported': {
      const file = state.drawn === undefined ? null : event.file;
      return { state, effects: [{ kind: 'send', message: { kind: 'exported', file } }] };
    }
  }
}

/** The picture shows what a finding is about, the editor its text. */
function onFinding(state: State, { index, focus }: Event & { readonly kind: 'finding-chosen' }): Reaction {
  const [item] = state.screen.graph?.allFindings?.[index]?.items ?? [];
  const { state: next, effects } = item === undefined ? unchanged(state) : onShown(state, item);
  return { state: next, effects: [...effects, { kind: 'send', message: { kind: 'reveal-finding', index, focus } }] };
}

function onPanel(state: State, panel: NonNullable<PageState['panel']>): Reaction {
  const open = state.screen.panel === panel ? undefined : panel;
  const { panel: _, ...rest } = state.remembered;
  const next = withScreen(state, { panel: open });
  const asked =
    open === 'details' && next.screen.selected !== undefined ? onAsked(next, next.screen.selected) : unchanged(next);
  return remember(asked.state, open === undefined ? rest : { ...rest, panel: open }, asked.effects);
}

/** Asks once how the figures of a thing come about. */
function onAsked(state: State, id: string): Reaction {
  return state.screen.explained?.id === id
    ? unchanged(state)
    : { state, effects: [{ kind: 'send', message: { kind: 'explain', id } }] };
}

/** A drawing that fits is fitted again whatever the size of the window is then: its camera is not remembered. */
function withCamera(
  { camera: _, ...remembered }: PageState,
  { camera, fitted }: Event & { readonly kind: 'camera-moved' },
): PageState {
  return fitted ? remembered : { ...remembered, camera };
}
