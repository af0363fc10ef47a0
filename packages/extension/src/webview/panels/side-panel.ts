// What is open beside the drawing: the outline, the findings, or what is known of the selected thing.
import type { PanelName } from '../../messages.ts';
import { outlineOf } from '../model/outline.ts';
import type { Screen } from '../state/state.ts';
import { type DetailsListener, detailsOf } from './details.ts';
import { h } from './element.ts';
import { findingsList } from './findings-list.ts';
import { createTree } from './tree.ts';

export interface SidePanel {
  show(screen: Screen): void;
  /** Takes the keyboard to what is open; false where nothing is. */
  focus(): boolean;
}

export interface PanelListener extends DetailsListener {
  finding(index: number, focus: boolean): void;
  close(panel: PanelName): void;
}

const titles: Readonly<Record<PanelName, string>> = { outline: 'Outline', findings: 'Findings', details: 'Details' };

/** @param buttons those that open each panel */
export function createSidePanel(
  panel: HTMLElement,
  buttons: Readonly<Record<PanelName, HTMLElement>>,
  listener: PanelListener,
): SidePanel {
  const title = h('h2', { class: 'title' });
  const close = h('button', { title: 'Close (Escape)', 'aria-label': 'Close' }, '✕');
  const body = h('div', { class: 'body', tabindex: -1 });
  panel.append(h('div', { class: 'head' }, title, close), body);
  const tree = createTree('Drawing', listener.jump);
  let last: Screen | undefined;
  const closeIt = (): void => {
    if (last?.panel !== undefined) listener.close(last.panel);
  };
  close.addEventListener('click', closeIt);
  panel.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    closeIt();
    event.preventDefault();
    event.stopPropagation();
  });

  const contents = (screen: Screen): Node[] => {
    switch (screen.panel) {
      case 'outline':
        return [tree.element];
      case 'findings':
        return findingsList(screen.graph, listener.finding);
      default:
        return detailsOf(screen, listener);
    }
  };
  return {
    show(screen) {
      const before = last;
      last = screen;
      panel.hidden = screen.panel === undefined || screen.empty !== undefined;
      for (const [name, button] of Object.entries(buttons))
        button.setAttribute('aria-pressed', String(name === screen.panel));
      if (screen.panel === undefined) return;
      const opened = before?.panel !== screen.panel;
      const redrawn = opened || before?.graph !== screen.graph;
      title.textContent = titles[screen.panel];
      panel.setAttribute('aria-label', titles[screen.panel]);
      if (screen.panel === 'outline') {
        if (redrawn) tree.show(screen.graph === undefined ? [] : outlineOf(screen.graph));
        if (redrawn || before?.selected !== screen.selected) tree.select(screen.selected);
      }
      const changed = screen.panel === 'details' && detailsDiffer(before, screen);
      if (redrawn || changed) replaceWithin(body, contents(screen), before?.selected === screen.selected);
    },
    focus() {
      if (panel.hidden) return false;
      if (last?.panel === 'outline') tree.focus();
      else (body.querySelector<HTMLElement>('button.finding') ?? body).focus();
      return true;
    },
  };
}

/** Replaces contents; the keyboard stays at the button it was at, where that is there still, or goes to the start. */
function replaceWithin(body: HTMLElement, contents: readonly Node[], isSame: boolean): void {
  const buttons = (): HTMLElement[] => [...body.querySelectorAll('button')];
  const { activeElement } = document;
  const at = buttons().indexOf(activeElement as HTMLElement);
  const had = body.contains(activeElement);
  body.replaceChildren(...contents);
  if (had && !body.contains(document.activeElement)) ((isSame ? buttons()[at] : undefined) ?? body).focus();
}

function detailsDiffer(before: Screen | undefined, after: Screen): boolean {
  return (['selected', 'explained', 'connected'] as const).some((each) => before?.[each] !== after[each]);
}
