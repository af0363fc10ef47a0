// The drawings of the page, one of them shown: each on its stage, with its things.
import { type Stage, stageOf } from './stage.ts';
import { type Thing, thingsOf } from './things.ts';

/** A drawing of the page. */
export interface View {
  readonly section: HTMLElement;
  readonly title: string;
  readonly stage: Stage;
  readonly things: readonly Thing[];
}

/** The drawings, and which is shown. */
export interface Views {
  readonly all: readonly View[];
  shown(): View;
  /** Shows a drawing; the first time, the whole of it. */
  open(view: View): void;
  /** Rings a thing, and shows it in the middle of its drawing. */
  jump(view: View, things: readonly Thing[]): void;
}

/** From a thing to its ring, in pixels of the drawing. */
const gap = 5;

export function createViews(): Views {
  const all = [...document.querySelectorAll<HTMLElement>('section[data-view]')].map((section): View => {
    const stage = stageOf(section.querySelector('.stage') as HTMLElement);
    const about = JSON.parse(section.dataset['about'] ?? '{}') as Readonly<Record<string, readonly string[]>>;
    const title = section.querySelector('h2')?.textContent ?? '';
    return { section, title, stage, things: thingsOf(stage.svg, about) };
  });
  const fitted = new Set<View>();
  let current = all[0] as View;
  const views: Views = {
    all,
    shown: () => current,
    open(view) {
      current = view;
      for (const each of all) each.section.classList.toggle('shown', each === view);
      for (const link of document.querySelectorAll<HTMLAnchorElement>('nav a'))
        if (link.hash === `#${view.section.id}`) link.setAttribute('aria-current', 'page');
        else link.removeAttribute('aria-current');
      if (!fitted.has(view)) view.stage.fit();
      fitted.add(view);
    },
    jump(view, things) {
      views.open(view);
      for (const ring of document.querySelectorAll('.ring')) ring.remove();
      for (const { element } of things) {
        const box = element.getBBox();
        const ring = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
        ring.setAttribute('class', 'ring');
        ring.setAttribute('x', String(box.x - gap));
        ring.setAttribute('y', String(box.y - gap));
        ring.setAttribute('width', String(box.width + 2 * gap));
        ring.setAttribute('height', String(box.height + 2 * gap));
        ring.setAttribute('rx', '8');
        view.stage.svg.append(ring);
      }
      const [first] = things;
      if (first !== undefined) view.stage.show(first.element);
    },
  };
  return views;
}
