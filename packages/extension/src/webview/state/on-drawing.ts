// How the page reacts to what the extension sends, and to layouts that are complete.
import { applyChanges } from '@lightloom/diagram';
import type { ChangesMessage, DrawingMessage, ToPage } from '../../messages.ts';
import type { Picture } from '../layout/layout-messages.ts';
import { matches } from '../model/search.ts';
import type { Aim, Effect } from './effect.ts';
import { type Reaction, remember, unchanged } from './reaction.ts';
import { type State, withScreen } from './state.ts';

export function onMessage(state: State, message: ToPage): Reaction {
  switch (message.kind) {
    case 'drawing':
      return layOut(state, message);
    case 'changes':
      return onChanges(state, message);
    case 'empty': {
      const { views, view, text } = message;
      // A layout that is under way comes too late.
      const next: State = { ...state, task: state.task + 1, drawn: undefined, received: undefined, anchor: undefined };
      const screen = { notice: '', stale: false, busy: false, graph: undefined, caption: '', explained: undefined };
      return { state: withScreen(next, { views, view, empty: text, ...screen }), effects: [{ kind: 'clear' }] };
    }
    case 'notice':
      return unchanged(withScreen(state, { notice: message.text, stale: message.text !== '' }));
    case 'cursor':
      return unchanged({ ...state, cursor: message.ids });
    case 'explained': {
      const { id, lines } = message;
      return unchanged(withScreen(state, { explained: { id, lines } }));
    }
    case 'export':
      return { state, effects: [{ kind: 'export', format: message.format }] };
  }
}

function layOut(state: State, drawing: DrawingMessage): Reaction {
  const task = state.task + 1;
  return {
    state: withScreen({ ...state, task, received: drawing.graph }, { busy: true }),
    effects: [{ kind: 'lay-out', task, drawing }],
  };
}

function onChanges(state: State, { changes, ...rest }: ChangesMessage): Reaction {
  // Without the drawing that they are changes of, the page asks for all of it.
  if (state.received === undefined) return { state, effects: [{ kind: 'send', message: { kind: 'ready' } }] };
  return layOut(state, { ...rest, kind: 'drawing', graph: applyChanges(state.received, changes) });
}

interface LaidOut {
  readonly task: number;
  readonly picture: Picture;
  readonly drawing: DrawingMessage;
}

export function onLaidOut(state: State, { task, picture, drawing }: LaidOut): Reaction {
  const { views, view, graph, linked } = drawing;
  const { search } = state.screen;
  const next: State = { ...state, drawn: view, restore: undefined, anchor: undefined };
  const screen = withScreen(next, {
    ...{ views, view, graph, caption: picture.caption, linked: new Set(linked) },
    ...{ notice: '', stale: false, busy: false, empty: undefined, explained: undefined },
    search: search === undefined ? undefined : { ...search, hits: matches(graph, search.text) },
  });
  const effect: Effect = { kind: 'draw', task, picture, drawing, camera: cameraFor(state, view) };
  return remember(screen, { ...state.remembered, view }, [effect]);
}

/** The reader's place in the drawing stays as it is over an edit, and over a restart. */
function cameraFor(state: State, view: string): Aim | undefined {
  if (state.drawn === undefined && state.restore !== undefined && state.remembered.view === view) return state.restore;
  if (state.drawn !== view || state.fitted) return 'fit';
  return state.anchor === undefined ? undefined : { anchor: state.anchor };
}

export function onFailed(state: State, { task, text }: { readonly task: number; readonly text: string }): Reaction {
  const notice = 'Drawing failed. See the Lightloom output for details.';
  return {
    state: task === state.task ? withScreen(state, { busy: false, notice }) : state,
    effects: [{ kind: 'send', message: { kind: 'failed', text } }],
  };
}
