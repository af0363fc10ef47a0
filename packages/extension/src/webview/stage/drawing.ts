// The drawing on the stage: things can be pointed at, reached by keys, and lead to their text.
import type { Graph } from '@lightloom/diagram';
import type { Tooltip } from '../panels/tooltip.ts';
import type { Box } from './camera.ts';
import { type Items, idAt, noItems, parseSvg, prepareItems } from './items.ts';
import { nearest } from './nearest.ts';
import type { Size } from './sight.ts';

export interface Drawing {
  /** Puts a drawing on the stage; gives its size in pixels. Throws when it isn't SVG. */
  show(svg: string, graph: Graph, linked: ReadonlySet<string>): Size;
  clear(): void;
  /** Marks the things that the cursor in the editor is in. */
  mark(ids: readonly string[]): void;
}

export interface DrawingOptions {
  readonly tooltip: Tooltip;
  /** Leads to the text of a thing. */
  reveal(id: string, focus: boolean): void;
  /** Brings a thing with the focus into sight. */
  follow(box: Box): void;
}

/** Manages the drawing on a stage. */
export function createDrawing(stage: HTMLElement, options: DrawingOptions): Drawing {
  const { tooltip } = options;
  let items: Items = noItems;
  let marked: readonly string[] = [];
  /** The one thing that the tab key leads to. */
  let current: string | undefined;

  const makeCurrent = (id: string | undefined): void => {
    if (current !== undefined) items.elements.get(current)?.setAttribute('tabindex', '-1');
    current = id;
    if (id !== undefined) items.elements.get(id)?.setAttribute('tabindex', '0');
  };
  const showMarks = (): void => {
    const ids = new Set(marked);
    for (const [id, element] of items.elements) element.classList.toggle('at-cursor', ids.has(id));
  };
  const own = { stage, items: () => items, makeCurrent };
  onPointer(own, options);
  onFocus(own, options);
  onKeys(own, options);

  return {
    show(text, graph, linked) {
      const { svg, width, height } = parseSvg(text);
      const focused = stage.contains(document.activeElement) ? current : undefined;
      items = prepareItems(svg, graph, linked);
      stage.replaceChildren(svg);
      const { elements } = items;
      const first = graph.nodes.find(({ id }) => elements.has(id))?.id;
      makeCurrent(current !== undefined && elements.has(current) ? current : first);
      if (focused !== undefined) elements.get(focused)?.focus({ preventScroll: true });
      showMarks();
      return { width, height };
    },
    clear() {
      items = noItems;
      stage.replaceChildren();
      tooltip.hide();
    },
    mark(ids) {
      marked = ids;
      showMarks();
    },
  };
}

/** What the listeners of a stage work on. */
interface Own {
  readonly stage: HTMLElement;
  items(): Items;
  makeCurrent(id: string): void;
}

/** A click leads to the text, a double click takes the keyboard there; pointing shows the tooltip. */
function onPointer({ stage, items, makeCurrent }: Own, { tooltip, reveal }: DrawingOptions): void {
  const dragged = (): boolean => stage.classList.contains('dragged');
  stage.addEventListener('click', (event) => {
    const id = idAt(event.target);
    if (id === undefined || dragged()) return;
    makeCurrent(id);
    if (items().isLinked(id)) reveal(id, event.detail > 1);
  });
  stage.addEventListener('pointermove', (event) => {
    const id = dragged() ? undefined : idAt(event.target);
    tooltip.show(id === undefined ? '' : (items().detail(id) ?? ''), event.clientX, event.clientY);
  });
  stage.addEventListener('pointerleave', () => tooltip.hide());
}

/** A thing with the focus is in sight, with its tooltip. */
function onFocus({ stage, items }: Own, { tooltip, follow }: DrawingOptions): void {
  /** Whether the tooltip is for the focus and not for the pointer. */
  let shown = false;
  stage.addEventListener('focusin', (event) => {
    const id = idAt(event.target);
    const element = id === undefined ? undefined : items().elements.get(id);
    if (id === undefined || element === undefined || !(event.target as Element).matches(':focus-visible')) return;
    follow(element.getBoundingClientRect());
    const { left, bottom } = element.getBoundingClientRect();
    tooltip.show(items().detail(id) ?? '', left, bottom);
    shown = true;
  });
  stage.addEventListener('focusout', () => {
    if (shown) tooltip.hide();
    shown = false;
  });
}

/** Enter and space lead to the text, escape hides the tooltip, arrow keys go from box to box. */
function onKeys({ stage, items, makeCurrent }: Own, { tooltip, reveal }: DrawingOptions): void {
  stage.addEventListener('keydown', (event) => {
    const id = idAt(event.target);
    if (id === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      if (items().isLinked(id)) reveal(id, event.key === 'Enter');
    } else if (event.key === 'Escape') tooltip.hide();
    else {
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
