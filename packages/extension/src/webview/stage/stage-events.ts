// What the reader does on the stage: points, clicks, goes from thing to thing with the keys.
import { type Items, idAt } from './items.ts';
import { nearest } from './nearest.ts';
import type { Box } from './sight.ts';

/** Called for what happens on the stage. */
export interface StageListener {
  /** The pointer is at a thing, or the focus is on it: its tooltip, near a point of the screen. */
  point(id: string, text: string, x: number, y: number): void;
  leave(): void;
  select(id: string | undefined): void;
  /** Leads to the text of a thing. */
  reveal(id: string, focus: boolean): void;
  /** Folds or unfolds; whether the thing can be. */
  fold(id: string): boolean;
  /** Brings a thing with the focus into sight. */
  follow(box: Box): void;
  /** Shows only what is connected to the selected thing. */
  connected(): void;
}

/** What the listeners of a stage work on. */
export interface Own {
  readonly stage: HTMLElement;
  items(): Items;
  makeCurrent(id: string): void;
}

/** A click selects and leads to the text, a double click folds or takes the keyboard to the text; pointing shows the tooltip. */
export function onPointer({ stage, items, makeCurrent }: Own, listener: StageListener): void {
  const dragged = (): boolean => stage.classList.contains('dragged');
  stage.addEventListener('click', (event) => {
    if (dragged()) return;
    const id = idAt(event.target);
    if (event.detail > 1) return;
    listener.leave();
    listener.select(id);
    if (id === undefined) return;
    makeCurrent(id);
    if (items().isLinked(id)) listener.reveal(id, false);
  });
  stage.addEventListener('dblclick', (event) => {
    const id = idAt(event.target);
    if (id === undefined || dragged()) return;
    listener.leave();
    if (listener.fold(id)) return;
    if (items().isLinked(id)) listener.reveal(id, true);
  });
  stage.addEventListener('pointermove', (event) => {
    const id = dragged() ? undefined : idAt(event.target);
    if (id === undefined) listener.leave();
    else listener.point(id, items().detail(id) ?? '', event.clientX, event.clientY);
  });
  stage.addEventListener('pointerleave', () => listener.leave());
}

/** A thing with the focus is in sight, with its tooltip. */
export function onFocus({ stage, items }: Own, listener: StageListener): void {
  /** Whether the tooltip is for the focus and not for the pointer. */
  let shown = false;
  stage.addEventListener('focusin', (event) => {
    const id = idAt(event.target);
    const element = id === undefined ? undefined : items().elements.get(id);
    if (id === undefined || element === undefined || !(event.target as Element).matches(':focus-visible')) return;
    listener.follow(element.getBoundingClientRect());
    const { left, bottom } = element.getBoundingClientRect();
    listener.point(id, items().detail(id) ?? '', left, bottom);
    shown = true;
  });
  stage.addEventListener('focusout', () => {
    if (shown) listener.leave();
    shown = false;
  });
}

/** Enter folds or unfolds, or leads to the text; space leads to the text; `c` shows connections; arrows go from box to box. */
export function onKeys({ stage, items, makeCurrent }: Own, listener: StageListener): void {
  const act = (id: string, key: string): boolean => {
    switch (key) {
      case 'Enter':
        if (!listener.fold(id) && items().isLinked(id)) listener.reveal(id, true);
        return true;
      case ' ':
        listener.select(id);
        if (items().isLinked(id)) listener.reveal(id, false);
        return true;
      case 'c':
        listener.select(id);
        listener.connected();
        return true;
      default:
        return false;
    }
  };
  stage.addEventListener('keydown', (event) => {
    const id = idAt(event.target);
    if (id === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (!act(id, event.key)) {
      const { elements } = items();
      const next = nearest(id, event.key, elements);
      if (next === undefined) return;
      makeCurrent(next);
      elements.get(next)?.focus();
    }
    event.preventDefault();
    event.stopPropagation();
  });
}
