// The elements around the stage, what they show, and what the reader does with them.
import type { PanelName } from '../messages.ts';
import { createSearchBar } from './panels/search-bar.ts';
import { createSheet } from './panels/sheet.ts';
import { createSidePanel } from './panels/side-panel.ts';
import { showMoving, showScreen } from './panels/surroundings.ts';
import { createToolbar } from './panels/toolbar.ts';
import { createViewList } from './panels/view-list.ts';
import { zoomStep } from './stage/gestures.ts';
import type { Stage } from './stage/stage.ts';
import type { Event } from './state/event.ts';
import type { Screen } from './state/state.ts';

export interface Page {
  show(screen: Screen): void;
}

const element = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;

/** Manages everything but the stage. */
export function createPage(dispatch: (event: Event) => void, stage: Stage): Page {
  const elements = { body: document.body, stage: element('stage'), notice: element('notice'), empty: element('empty') };
  const buttons = { outline: element('outline'), findings: element('findings'), details: element('details') };
  const views = createViewList(element<HTMLSelectElement>('view'), (view) => dispatch({ kind: 'view-chosen', view }));
  const toolbar = createToolbar(
    { color: element('color'), networks: element('networks'), findings: buttons.findings },
    {
      color: (color) => dispatch({ kind: 'color-chosen', color }),
      network: (network) => dispatch({ kind: 'network-toggled', network }),
    },
  );
  const sheet = createSheet({
    above: element('above'),
    below: element('below'),
    title: element('title'),
    verdict: element('verdict'),
  });
  const search = createSearchBar(
    { bar: element('search-bar'), field: element<HTMLInputElement>('search-field'), count: element('search-count') },
    {
      search: (text) => dispatch({ kind: 'search', text }),
      step: (by) => dispatch({ kind: 'search-step', by }),
      end: () => {
        dispatch({ kind: 'escape' });
        stage.focus();
      },
    },
  );
  const panel = createSidePanel(element('panel'), buttons, {
    jump: (id) => dispatch({ kind: 'jumped', id }),
    connected: () => dispatch({ kind: 'connected' }),
    finding: (index, focus) => dispatch({ kind: 'finding-chosen', index, focus }),
    close(name) {
      dispatch({ kind: 'panel', panel: name });
      stage.focus();
    },
  });

  const onClick = (id: string, act: () => void): void => element(id).addEventListener('click', act);
  onClick('fit', () => stage.camera.fit());
  onClick('in', () => stage.camera.zoom(zoomStep));
  onClick('out', () => stage.camera.zoom(1 / zoomStep));
  onClick('move', () => dispatch({ kind: 'move-mode' }));
  onClick('undo', () => dispatch({ kind: 'undo' }));
  onClick('save', () => dispatch({ kind: 'save' }));
  onClick('search', () => dispatch({ kind: 'search', text: '' }));
  onClick('search-next', () => dispatch({ kind: 'search-step', by: 1 }));
  onClick('search-back', () => dispatch({ kind: 'search-step', by: -1 }));
  for (const name of Object.keys(buttons) as PanelName[]) onClick(name, () => dispatch({ kind: 'panel', panel: name }));
  window.addEventListener('keydown', (event) => {
    const found = shortcut(event);
    if (found === undefined) return;
    event.preventDefault();
    // A tooltip covers what is below it: the first Escape is for it.
    if (stage.quiet() && found.kind === 'escape') return;
    dispatch(found);
    // A panel that a key opens gets the keyboard; when it closes, the drawing has it again.
    if (found.kind === 'panel' ? !panel.focus() : found.kind === 'escape' && isNowhere()) stage.focus();
  });
  let last = '';
  return {
    show(screen) {
      if (screen.views !== undefined) views.show(screen.views, screen.view);
      toolbar.show(screen);
      sheet.show(screen);
      search.show(screen.search);
      panel.show(screen);
      showScreen(elements, screen);
      showMoving({ move: element('move'), undo: element('undo'), stage: elements.stage }, screen);
      stage.setMoving(screen.moving);
      const { explained } = screen;
      if (explained !== undefined && explained.id !== last) stage.explain(explained.id, explained.lines);
      last = explained?.id ?? '';
    },
  };
}

/** Whether what had the keyboard is gone or hidden. */
function isNowhere(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || activeElement.closest('[hidden]') !== null;
}

/** Ctrl+F searches, F3 goes on, Escape ends what was begun last; o, f, i open panels; m moves boxes, Ctrl+Z undoes that. */
function shortcut(event: KeyboardEvent): Event | undefined {
  const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
  const isField = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
  if ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'f') return { kind: 'search', text: '' };
  if ((ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() === 'z' && !isField) return { kind: 'undo' };
  if (ctrlKey || metaKey || altKey) return undefined;
  if (key === 'F3') return { kind: 'search-step', by: shiftKey ? -1 : 1 };
  if (key === 'Escape') return { kind: 'escape' };
  if (isField) return undefined;
  if (key === 'm') return { kind: 'move-mode' };
  const panel = panels[key];
  return panel === undefined ? undefined : { kind: 'panel', panel };
}

const panels: Readonly<Record<string, PanelName>> = { o: 'outline', f: 'findings', i: 'details' };
