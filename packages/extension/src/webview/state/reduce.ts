// How the page of a drawing reacts: state and event to state and effects. Pure: no DOM, no messages, no time.
import type { Camera, DrawingMessage, PageState, ToPage } from '../../messages.ts';
import type { Effect } from './effect.ts';
import type { Event } from './event.ts';
import type { State } from './state.ts';

export interface Reaction {
  readonly state: State;
  /** In the order they take effect, after the screen shows the new state. */
  readonly effects: readonly Effect[];
}

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
      return remember(withScreen(state, { view: event.view }), { ...state.remembered, view: event.view }, [
        { kind: 'send', message: { kind: 'view', view: event.view } },
      ]);
    case 'camera-moved':
      return remember({ ...state, fitted: event.fitted }, withCamera(state.remembered, event));
    case 'reveal':
      return { state, effects: [{ kind: 'send', message: event }] };
    case 'exported': {
      const svg = state.drawn === undefined ? null : event.svg;
      return { state, effects: [{ kind: 'send', message: { kind: 'exported', svg } }] };
    }
  }
}

function onMessage(state: State, message: ToPage): Reaction {
  switch (message.kind) {
    case 'drawing': {
      const task = state.task + 1;
      return {
        state: withScreen({ ...state, task }, { busy: true }),
        effects: [{ kind: 'lay-out', task, drawing: message }],
      };
    }
    case 'empty': {
      const { views, view, text } = message;
      // A layout that is under way comes too late.
      const next: State = { ...state, task: state.task + 1, drawn: undefined };
      return {
        state: withScreen(next, { views, view, notice: '', stale: false, busy: false, empty: text }),
        effects: [{ kind: 'clear' }],
      };
    }
    case 'notice':
      return unchanged(withScreen(state, { notice: message.text, stale: message.text !== '' }));
    case 'cursor':
      return { state, effects: [{ kind: 'mark', ids: message.ids }] };
    case 'export':
      return { state, effects: [{ kind: 'export' }] };
  }
}

interface LaidOut {
  readonly task: number;
  readonly svg: string;
  readonly drawing: DrawingMessage;
}

function onLaidOut(state: State, { task, svg, drawing }: LaidOut): Reaction {
  const { views, view } = drawing;
  const next: State = { ...state, drawn: view, restore: undefined };
  const screen = { views, view, notice: '', stale: false, busy: false, empty: undefined };
  return remember(withScreen(next, screen), { ...state.remembered, view }, [
    { kind: 'draw', task, svg, drawing, camera: cameraFor(state, view) },
  ]);
}

/** The reader's place in the drawing stays as it is over an edit, and over a restart. */
function cameraFor(state: State, view: string): Camera | 'fit' | undefined {
  if (state.drawn === undefined && state.restore !== undefined && state.remembered.view === view) return state.restore;
  return state.drawn !== view || state.fitted ? 'fit' : undefined;
}

function onFailed(state: State, { task, text }: { readonly task: number; readonly text: string }): Reaction {
  const notice = 'Drawing failed. See the Lightloom output for details.';
  return {
    state: task === state.task ? withScreen(state, { busy: false, notice }) : state,
    effects: [{ kind: 'send', message: { kind: 'failed', text } }],
  };
}

/** A drawing that fits is fitted again whatever the size of the window is then: its camera is not remembered. */
function withCamera({ uri, view }: PageState, { camera, fitted }: { camera: Camera; fitted: boolean }): PageState {
  return fitted ? { uri, view } : { uri, view, camera };
}

function remember(state: State, remembered: PageState, effects: readonly Effect[] = []): Reaction {
  return { state: { ...state, remembered }, effects: [{ kind: 'remember', state: remembered }, ...effects] };
}

function withScreen(state: State, screen: Partial<State['screen']>): State {
  return { ...state, screen: { ...state.screen, ...screen } };
}

function unchanged(state: State): Reaction {
  return { state, effects: [] };
}
