// The drawing on the stage: what is on it, what stands out, which thing the tab key leads to.
import type { Graph } from '@lightloom/diagram';
import type { Emphasis } from '../model/emphasis.ts';
import { noEmphasis } from '../model/emphasis.ts';
import { type Items, noItems, parseSvg, prepareItems } from './items.ts';
import type { LabelLayer } from './label-layer.ts';
import { onFocus, onKeys, onPointer, type StageListener } from './stage-events.ts';

export interface Drawing {
  /** Puts a drawing on the stage. Throws when it isn't SVG. */
  show(svg: string, graph: Graph, linked: ReadonlySet<string>): void;
  clear(): void;
  /** Shows what stands out, and lets the rest step back. */
  emphasize(emphasis: Emphasis): void;
  /** Shows the same once more, on labels that were written again. */
  refresh(): void;
  /** Takes the keyboard to the thing that the tab key leads to; false where nothing is drawn. */
  focus(): boolean;
  /** The elements of a thing. */
  elementsOf(id: string): readonly SVGElement[];
}

/** Where the drawing is. */
export interface Ground {
  readonly stage: HTMLElement;
  /** The element that holds the SVG and nothing else. */
  readonly sheet: HTMLElement;
  readonly labels: LabelLayer;
}

/** Manages the drawing on a stage. */
export function createDrawing({ stage, sheet, labels }: Ground, listener: StageListener): Drawing {
  let items: Items = noItems;
  let shown: Emphasis = noEmphasis;
  /** The one thing that the tab key leads to. */
  let current: string | undefined;

  const makeCurrent = (id: string | undefined): void => {
    if (current !== undefined) items.elements.get(current)?.setAttribute('tabindex', '-1');
    current = id;
    if (id !== undefined) items.elements.get(id)?.setAttribute('tabindex', '0');
  };
  const refresh = (): void => {
    const { selected, hit, only } = shown;
    const [cursor, hits] = [new Set(shown.cursor), new Set(shown.hits)];
    for (const id of items.elements.keys()) {
      for (const element of [...items.all(id), ...labels.elements(id)]) {
        element.classList.toggle('at-cursor', cursor.has(id));
        element.classList.toggle('selected', id === selected);
        element.classList.toggle('hit', hits.has(id));
        element.classList.toggle('current', id === hit);
        element.classList.toggle('aside', only !== undefined && !only.has(id));
      }
    }
  };
  const own = { stage, items: () => items, makeCurrent };
  onPointer(own, listener);
  onFocus(own, listener);
  onKeys(own, listener);

  return {
    show(text, graph, linked) {
      const svg = parseSvg(text);
      const focused = stage.contains(document.activeElement) ? current : undefined;
      items = prepareItems(svg, graph, linked);
      sheet.replaceChildren(svg);
      const { elements } = items;
      const first = graph.nodes.find(({ id }) => elements.has(id))?.id;
      makeCurrent(current !== undefined && elements.has(current) ? current : first);
      // What was folded or unfolded is there under another id.
      const next = focused === undefined ? undefined : (sameThing(focused, elements.keys()) ?? current);
      if (next === undefined) return;
      makeCurrent(next);
      elements.get(next)?.focus({ preventScroll: true });
    },
    clear() {
      items = noItems;
      sheet.replaceChildren();
      labels.clear();
      listener.leave();
    },
    emphasize(emphasis) {
      const { selected } = emphasis;
      if (selected !== undefined && selected !== shown.selected && items.elements.has(selected)) makeCurrent(selected);
      shown = emphasis;
      refresh();
    },
    refresh,
    focus() {
      const element = current === undefined ? undefined : items.elements.get(current);
      element?.focus({ preventScroll: true });
      return element !== undefined;
    },
    elementsOf: (id) => items.all(id),
  };
}

/** The thing itself, the first of those that it was unfolded to, or what it was folded into. */
export function sameThing(id: string, ids: Iterable<string>): string | undefined {
  const all = [...ids];
  const plain = (each: string): string => each.replace(/\[[^\]]*\]/g, '');
  return (
    all.find((each) => each === id) ??
    all.find((each) => each.startsWith(`${id}[`) || each.startsWith(`${id}.`)) ??
    all.find((each) => plain(each) === plain(id))
  );
}
