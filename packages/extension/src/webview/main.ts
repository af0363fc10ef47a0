// The page of a drawing: connects the state with the stage, the panels, the layout and the extension.
import type { FromPage, PageState, ToPage } from '../messages.ts';
import { createLayout } from './layout/layout-client.ts';
import { showScreen } from './panels/surroundings.ts';
import { createTooltip } from './panels/tooltip.ts';
import { createViewList } from './panels/view-list.ts';
import { createCamera } from './stage/camera.ts';
import { createDrawing } from './stage/drawing.ts';
import { zoomStep } from './stage/gestures.ts';
import type { Effect } from './state/effect.ts';
import type { Event } from './state/event.ts';
import { reduce, start } from './state/reduce.ts';
import { initialState } from './state/state.ts';

interface VsCodeApi {
  postMessage(message: FromPage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

const vscode = acquireVsCodeApi();
const element = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const { dataset } = document.body;
let state = initialState(JSON.parse(dataset['state'] ?? '{}') as PageState, vscode.getState());

const elements = { body: document.body, stage: element('stage'), notice: element('notice'), empty: element('empty') };
const camera = createCamera(elements.stage, (at, fitted) => dispatch({ kind: 'camera-moved', camera: at, fitted }));
const views = createViewList(element<HTMLSelectElement>('view'), (view) => dispatch({ kind: 'view-chosen', view }));
const drawing = createDrawing(elements.stage, {
  tooltip: createTooltip(element('tooltip')),
  reveal: (id, focus) => dispatch({ kind: 'reveal', id, focus }),
  follow: (box) => camera.bringIntoView(box),
});
const layout = createLayout(dataset['layout'] ?? '', dataset['elk'] ?? '');

function dispatch(event: Event): void {
  const before = state.screen;
  const { state: next, effects } = reduce(state, event);
  state = next;
  if (state.screen !== before) showScreen(elements, views, state.screen);
  for (const each of effects) perform(each);
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
      layout.draw(effect.drawing.graph).then(
        (svg) => dispatch({ kind: 'laid-out', task: effect.task, svg, drawing: effect.drawing }),
        (error) => fail(effect.task, error),
      );
      break;
    case 'draw':
      draw(effect);
      break;
    case 'clear':
      drawing.clear();
      break;
    case 'mark':
      drawing.mark(effect.ids);
      break;
    case 'export':
      layout.file().then(
        (svg) => dispatch({ kind: 'exported', svg }),
        () => dispatch({ kind: 'exported', svg: null }),
      );
      break;
  }
}

function draw({ task, svg, drawing: { graph, linked }, camera: to }: Effect & { readonly kind: 'draw' }): void {
  try {
    camera.setSize(drawing.show(svg, graph, new Set(linked)));
    if (to === 'fit') camera.fit();
    else if (to !== undefined) camera.moveTo(to);
  } catch (error) {
    fail(task, error);
  }
}

function fail(task: number, error: unknown): void {
  dispatch({ kind: 'failed', task, text: `Layout: ${error instanceof Error ? error.message : error}` });
}

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => dispatch({ kind: 'message', message: data }));
element('fit').addEventListener('click', () => camera.fit());
element('in').addEventListener('click', () => camera.zoom(zoomStep));
element('out').addEventListener('click', () => camera.zoom(1 / zoomStep));
for (const each of start(state)) perform(each);
