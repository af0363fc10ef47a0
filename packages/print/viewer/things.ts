// The things of a drawing: what they are called, and what is said of them.

/** What folding or unfolding a thing leads to. */
export interface Fold {
  /** The same for all things that are folded or unfolded together. */
  readonly key: string;
  /** Whether it is drawn as one so far. */
  readonly folded: boolean;
  /** The picture of the drawing, by its index. */
  readonly to: number;
}

/** What is said of the things of a picture, by their ids. */
export interface Said {
  readonly about: Readonly<Record<string, readonly string[]>>;
  readonly folds: Readonly<Record<string, Fold>>;
}

/** A box, a frame, a band, a figure. */
export interface Thing {
  readonly element: SVGGElement;
  readonly id: string;
  /** Its tooltip: its figures. */
  readonly detail: string;
  /** How its figures come about, line by line. */
  readonly about: readonly string[];
  /** Undefined where it can't be folded or unfolded. */
  readonly fold: Fold | undefined;
  /** What is searched: id, tooltip, what is written on it. */
  readonly text: string;
}

/**
 * All things of a drawing, in its order. Titles become `data-detail`, because the tooltip of the browser would cover ours; for screen
 * readers they stay as labels.
 */
export function thingsOf(svg: SVGSVGElement, { about, folds }: Said): readonly Thing[] {
  for (const title of svg.querySelectorAll('g > title')) {
    const group = title.parentElement as Element as SVGGElement;
    group.dataset['detail'] = title.textContent ?? '';
    title.remove();
  }
  return [...svg.querySelectorAll<SVGGElement>('g[data-id]')].map((element) => {
    const { id = '', detail = '' } = element.dataset;
    element.setAttribute('role', 'img');
    element.setAttribute('aria-label', detail);
    const fold = Object.hasOwn(folds, id) ? folds[id] : undefined;
    if (fold !== undefined) element.classList.add('foldable');
    const description = element.querySelector(':scope > desc')?.textContent ?? '';
    return {
      element,
      id,
      detail,
      about: Object.hasOwn(about, id) ? (about[id] ?? []) : [],
      fold,
      text: `${id}\n${detail}\n${description}`.toLowerCase(),
    };
  });
}

/** What is said of a picture, from the data of its element. */
export function saidOf({ dataset }: HTMLElement): Said {
  return { about: JSON.parse(dataset['about'] ?? '{}'), folds: JSON.parse(dataset['folds'] ?? '{}') };
}

/** The kinds of elements that are looked at one by one; labels and marks belong to them. */
export const isMain = ({ element }: Thing): boolean =>
  !['label', 'legend', 'block'].includes(element.dataset['kind'] ?? '');
