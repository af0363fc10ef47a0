// The page of a drawing: hears from the extension, has the drawing laid out, and puts it on the stage.
import type { FromPage, PageState, ToPage } from '../messages.ts';
import { createCamera } from './camera.ts';
import { createDrawing } from './drawing.ts';
import { createLayout } from './layout-client.ts';
import { createTooltip } from './tooltip.ts';
import { createViewList } from './view-list.ts';

interface VsCodeApi {
  postMessage(message: FromPage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

const vscode = acquireVsCodeApi();
const say = (message: FromPage): void => vscode.postMessage(message);
const part = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;

const given = JSON.parse(document.body.dataset['state'] ?? '{}') as PageState;
const old = vscode.getState();
let state: PageState = old?.uri === given.uri ? { ...old, view: given.view || old.view } : given;
/** Where the reader was in the drawing before the page was hidden or VS Code was closed. */
let left = state.camera;
const remember = (now: PageState): void => {
  state = now;
  vscode.setState(state);
};

const stage = part<HTMLElement>('stage');
const notice = part<HTMLElement>('notice');
const empty = part<HTMLElement>('empty');
const tooltip = createTooltip(part('tooltip'));
// A drawing that fits is fitted again, whatever the window's size is then.
const camera = createCamera(stage, (at, fitted) => {
  const { uri, view } = state;
  remember(fitted ? { uri, view } : { uri, view, camera: at });
});
const views = createViewList(part<HTMLSelectElement>('view'), (view) => {
  remember({ ...state, view });
  say({ kind: 'view', view });
});
const drawing = createDrawing(stage, {
  tooltip,
  reveal: (id, focus) => say({ kind: 'reveal', id, focus }),
  follow: (box) => camera.bringIntoView(box),
});
const layout = createLayout(document.body.dataset['layout'] ?? '', document.body.dataset['elk'] ?? '');

/** Id of the view on the stage. */
let drawn = '';
let latest = 0;

async function show(message: ToPage & { readonly kind: 'drawing' }): Promise<void> {
  const turn = ++latest;
  stage.setAttribute('aria-busy', 'true');
  const picture = await layout.draw(message.graph);
  if (turn !== latest) return;
  const first = drawn === '';
  const { width, height } = drawing.show(picture, message.graph, new Set(message.linked));
  camera.setSize(width, height);
  // The reader's place in the drawing stays as it is over an edit, and over a restart.
  if (first && left !== undefined && state.view === message.view) camera.moveTo(left);
  else if (drawn !== message.view || camera.untouched()) camera.fit();
  drawn = message.view;
  left = undefined;
  remember({ ...state, view: message.view });
  views.show(message.views, message.view);
  document.body.classList.remove('stale');
  notice.textContent = '';
  empty.hidden = true;
  stage.hidden = false;
  stage.removeAttribute('aria-busy');
}

function hear(message: ToPage): void {
  switch (message.kind) {
    case 'drawing':
      show(message).catch((error) => {
        stage.removeAttribute('aria-busy');
        notice.textContent = 'The drawing failed. The output of Lightloom says more.';
        say({ kind: 'failed', text: `Layout: ${error instanceof Error ? error.message : error}` });
      });
      break;
    case 'empty':
      latest++;
      drawn = '';
      drawing.clear();
      views.show(message.views, message.view);
      stage.hidden = true;
      stage.removeAttribute('aria-busy');
      empty.hidden = false;
      empty.textContent = message.text;
      notice.textContent = '';
      document.body.classList.remove('stale');
      break;
    case 'notice':
      notice.textContent = message.text;
      notice.title = message.text;
      document.body.classList.toggle('stale', message.text !== '');
      break;
    case 'cursor':
      drawing.mark(message.ids);
      break;
    case 'export':
      layout.file().then(
        (svg) => say({ kind: 'exported', svg: drawn === '' ? null : svg }),
        () => say({ kind: 'exported', svg: null }),
      );
      break;
  }
}

window.addEventListener('message', (event: MessageEvent<ToPage>) => hear(event.data));
part('fit').addEventListener('click', () => camera.fit());
part('in').addEventListener('click', () => camera.zoom(1.25));
part('out').addEventListener('click', () => camera.zoom(0.8));
vscode.setState(state);
say({ kind: 'ready' });
