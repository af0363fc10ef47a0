// The things of a drawing that can be pointed at: their elements, their texts, which one the tab key leads to.
import { type Graph, itemsOf } from '@lightloom/diagram';

export interface Items {
  /** The first element of each id, in the order of the drawing. */
  readonly elements: ReadonlyMap<string, SVGGraphicsElement>;
  /** All elements of a thing: a band and its label, a rack and its place on the floor. */
  all(id: string): readonly SVGGraphicsElement[];
  /** Text of a tooltip. */
  detail(id: string): string | undefined;
  /** Whether a thing has a place in the text. */
  isLinked(id: string): boolean;
}

export const noItems: Items = { elements: new Map(), all: () => [], detail: () => undefined, isLinked: () => false };

/** Reads a drawing; throws when it isn't SVG. */
export function parseSvg(text: string): SVGSVGElement {
  const parsed: Element = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  if (!(parsed instanceof SVGSVGElement)) throw new Error("The drawing isn't SVG.");
  const svg = document.importNode(parsed, true);
  svg.removeAttribute('style');
  return svg;
}

const howToRead = 'Arrow keys go from box to box. The outline, key o, has the same as a tree.';

/** Makes the things of a drawing accessible, and finds their elements. */
export function prepareItems(svg: SVGSVGElement, graph: Graph, linked: ReadonlySet<string>): Items {
  svg.setAttribute('role', 'group');
  svg.removeAttribute('aria-labelledby');
  svg.setAttribute('aria-label', `${graph.title}. ${graph.subtitle}. ${howToRead}`);
  // Our tooltip shows the same sooner and in the editor's colors; a screen reader would read a list of titles twice.
  for (const title of svg.querySelectorAll('title, desc')) title.remove();
  const details = new Map(itemsOf(graph).map((each) => [each.id, each.detail]));
  const foldings = new Map([...graph.nodes, ...graph.groups].map(({ id, folding }) => [id, folding]));
  const elements = new Map<string, SVGGraphicsElement>();
  const all = new Map<string, SVGGraphicsElement[]>();
  for (const element of svg.querySelectorAll<SVGGraphicsElement>('[data-id]')) {
    const id = element.dataset['id'] as string;
    if (!details.has(id)) {
      element.removeAttribute('data-id');
      continue;
    }
    const own = all.get(id);
    if (own !== undefined) {
      own.push(element);
      continue;
    }
    all.set(id, [element]);
    elements.set(id, element);
    element.setAttribute('tabindex', '-1');
    const folding = foldings.get(id);
    element.setAttribute('role', linked.has(id) ? 'link' : folding === undefined ? 'img' : 'button');
    element.setAttribute('aria-label', details.get(id)?.replace(/\n/g, '; ') ?? id);
    if (folding === undefined) continue;
    element.setAttribute('data-folding', folding.folded ? 'folded' : 'unfolded');
    element.setAttribute('aria-expanded', String(!folding.folded));
  }
  return {
    elements,
    all: (id) => all.get(id) ?? [],
    detail: (id) => details.get(id),
    isLinked: (id) => linked.has(id),
  };
}

/** Id of the thing that a target of an event belongs to. */
export function idAt(target: EventTarget | null): string | undefined {
  const element = target instanceof Element ? target.closest<SVGElement>('[data-id]') : null;
  return element?.dataset['id'];
}
