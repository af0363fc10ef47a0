// The things of a drawing: what they are called, and what is said of them.

/** A box, a frame, a band, a figure. */
export interface Thing {
  readonly element: SVGGElement;
  readonly id: string;
  /** Its tooltip: its figures. */
  readonly detail: string;
  /** How its figures come about, line by line. */
  readonly about: readonly string[];
  /** What is searched: id, tooltip, what is written on it. */
  readonly text: string;
}

/**
 * All things of a drawing, in its order. Titles become `data-detail`, because the tooltip of the browser would cover ours; for screen
 * readers they stay as labels.
 */
export function thingsOf(svg: SVGSVGElement, about: Readonly<Record<string, readonly string[]>>): readonly Thing[] {
  for (const title of svg.querySelectorAll('g > title')) {
    const group = title.parentElement as Element as SVGGElement;
    group.dataset['detail'] = title.textContent ?? '';
    title.remove();
  }
  return [...svg.querySelectorAll<SVGGElement>('g[data-id]')].map((element) => {
    const { id = '', detail = '' } = element.dataset;
    element.setAttribute('role', 'img');
    element.setAttribute('aria-label', detail);
    const description = element.querySelector(':scope > desc')?.textContent ?? '';
    return { element, id, detail, about: about[id] ?? [], text: `${id}\n${detail}\n${description}`.toLowerCase() };
  });
}

/** The kinds of elements that are looked at one by one; labels and marks belong to them. */
export const isMain = ({ element }: Thing): boolean =>
  !['label', 'legend', 'block'].includes(element.dataset['kind'] ?? '');
