// The drawing on the stage: what can be pointed at, reached by keys, and led back to the text.
import { type Graph, itemsOf } from '@lightloom/diagram';
import type { Box } from './camera.ts';
import { nearest } from './nearest.ts';
import type { Tooltip } from './tooltip.ts';

export interface Drawing {
  /** Puts a drawing on the stage; gives its size in pixels. */
  show(svg: string, graph: Graph, linked: ReadonlySet<string>): { readonly width: number; readonly height: number };
  clear(): void;
  /** Marks what the cursor in the editor stands in. */
  mark(ids: readonly string[]): void;
}

export interface DrawingOptions {
  readonly tooltip: Tooltip;
  /** Leads to the text of a thing. */
  reveal(id: string, focus: boolean): void;
  /** Brings a thing that took the focus into sight. */
  follow(box: Box): void;
}

const svgNamespace = 'http://www.w3.org/2000/svg';

/** Looks after the drawing on a stage. */
export function createDrawing(stage: HTMLElement, { tooltip, reveal, follow }: DrawingOptions): Drawing {
  let items = new Map<string, SVGGraphicsElement>();
  let details = new Map<string, string>();
  let linked: ReadonlySet<string> = new Set();
  let marked: readonly string[] = [];
  /** The one thing that the tab key leads to. */
  let current: string | undefined;
  /** Whether the tooltip is there for the focus and not for the pointer. */
  let byFocus = false;

  const idAt = (target: EventTarget | null): string | undefined => {
    const element = target instanceof Element ? target.closest<SVGElement>('[data-id]') : null;
    return element?.dataset['id'];
  };
  const makeCurrent = (id: string | undefined): void => {
    if (current !== undefined) items.get(current)?.setAttribute('tabindex', '-1');
    current = id;
    if (id !== undefined) items.get(id)?.setAttribute('tabindex', '0');
  };
  const showMarks = (): void => {
    const now = new Set(marked);
    for (const [id, element] of items) element.classList.toggle('at-cursor', now.has(id));
  };

  stage.addEventListener('click', (event) => {
    const id = idAt(event.target);
    if (id === undefined || stage.classList.contains('dragged')) return;
    makeCurrent(id);
    if (linked.has(id)) reveal(id, event.detail > 1);
  });
  stage.addEventListener('pointermove', (event) => {
    const id = stage.classList.contains('dragged') ? undefined : idAt(event.target);
    tooltip.show(id === undefined ? undefined : details.get(id), event.clientX, event.clientY);
  });
  stage.addEventListener('pointerleave', () => tooltip.show(undefined));
  stage.addEventListener('focusin', (event) => {
    const id = idAt(event.target);
    const box = id === undefined ? undefined : items.get(id)?.getBoundingClientRect();
    if (id === undefined || box === undefined || !(event.target as Element).matches(':focus-visible')) return;
    follow(box);
    const now = items.get(id)?.getBoundingClientRect() ?? box;
    tooltip.show(details.get(id), now.left, now.bottom);
    byFocus = true;
  });
  stage.addEventListener('focusout', () => {
    if (byFocus) tooltip.show(undefined);
    byFocus = false;
  });
  stage.addEventListener('keydown', (event) => {
    const id = idAt(event.target);
    if (id === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      if (linked.has(id)) reveal(id, event.key === 'Enter');
    } else if (event.key === 'Escape') tooltip.show(undefined);
    else {
      const next = nearest(id, event.key, items);
      if (next === undefined) return;
      makeCurrent(next);
      items.get(next)?.focus();
    }
    event.preventDefault();
    event.stopPropagation();
  });

  return {
    show(text, graph, leadsToText) {
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
      if (parsed.namespaceURI !== svgNamespace || parsed.localName !== 'svg') throw new Error('The drawing is no SVG.');
      const svg = document.importNode(parsed, true) as unknown as SVGSVGElement;
      const width = Number.parseFloat(svg.getAttribute('width') ?? '') || svg.viewBox.baseVal.width;
      const height = Number.parseFloat(svg.getAttribute('height') ?? '') || svg.viewBox.baseVal.height;
      for (const each of ['width', 'height', 'style']) svg.removeAttribute(each);
      svg.setAttribute('role', 'group');
      svg.setAttribute('aria-label', `${graph.title}. ${graph.subtitle}`);
      // Our tooltip says the same, sooner and in the editor's colors; a list of a thousand titles would be read twice.
      for (const title of svg.querySelectorAll('title')) title.remove();

      const focused = stage.contains(document.activeElement) ? current : undefined;
      linked = leadsToText;
      details = new Map(itemsOf(graph).map((each) => [each.id, each.detail]));
      items = new Map();
      for (const element of svg.querySelectorAll<SVGGraphicsElement>('[data-id]')) {
        const id = element.dataset['id'] as string;
        if (items.has(id)) continue;
        items.set(id, element);
        element.setAttribute('tabindex', '-1');
        element.setAttribute('role', linked.has(id) ? 'link' : 'img');
        element.setAttribute('aria-label', details.get(id)?.replace(/\n/g, '; ') ?? id);
      }
      stage.replaceChildren(svg);
      makeCurrent(
        current !== undefined && items.has(current) ? current : graph.nodes.find(({ id }) => items.has(id))?.id,
      );
      if (focused !== undefined) items.get(focused)?.focus({ preventScroll: true });
      showMarks();
      return { width, height };
    },
    clear() {
      items = new Map();
      stage.replaceChildren();
      tooltip.show(undefined);
    },
    mark(ids) {
      marked = ids;
      showMarks();
    },
  };
}
