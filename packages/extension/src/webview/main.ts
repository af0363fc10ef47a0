// The page of a drawing: connects the state with the stage, the panels, the layout and the extension.
import type { FromPage, PageState, ToPage } from '../messages.ts';
import { createLayout } from './layout/layout-client.ts';
import { createPage } from './page.ts';
import { createStage } from './stage/stage.ts';
import type { Effect } from './state/effect.ts';
import type { Event } from './state/event.ts';
import { emphasisIn } from './state/reaction.ts';
import { reduce, start } from './state/reduce.ts';
import { initialState } from './state/state.ts';

interface VsCodeApi {
  postMessage(message: FromPage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

const vscode = acquireVsCodeApi();
const { dataset } = document.body;
let state = initialState(JSON.parse(dataset['state'] ?? '{}') as PageState, vscode.getState());
const stage = createStage(dispatch);
const page = createPage(dispatch, stage);
const layout = createLayout(dataset['layout'] ?? '', dataset['elk'] ?? '');

function dispatch(event: Event): void {
  const before = state;
  const { state: next, effects } = reduce(state, event);
  state = next;
  if (state.screen !== before.screen) page.show(state.screen);
  for (const each of effects) perform(each);
  if (state.screen !== before.screen || state.cursor !== before.cursor) stage.drawing.emphasize(emphasisIn(state));
}

function perform(effect: Effect): void {
  switch (effect.kind) {
    case 'send':
      vscode.postMessage(effect.message);
      break;
    case 'remember':
      vscode.setState(effect.state);
      break;
    case 'lay-out':
      layout.draw(effect.drawing.graph, stage.shape(effect.drawing.view)).then(
        (picture) => dispatch({ kind: 'laid-out', task: effect.task, picture, drawing: effect.drawing }),
        (error) => fail(effect.task, error),
      );
      break;
    case 'draw':
      try {
        stage.draw(effect.picture, effect.drawing, effect.camera);
      } catch (error) {
        fail(effect.task, error);
      }
      break;
    case 'clear':
      stage.clear();
      break;
    case 'show':
      stage.bring(effect.id);
      break;
    case 'export':
      layout.file(effect.format).then(
        (file) => dispatch({ kind: 'exported', file }),
        () => dispatch({ kind: 'exported', file: null }),
      );
      break;
  }
}

function fail(task: number, error: unknown): void {
  dispatch({ kind: 'failed', task, text: `Layout: ${error instanceof Error ? error.message : error}` });
}

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => dispatch({ kind: 'message', message: data }));
page.show(state.screen);
for (const each of start(state)) perform(each);
