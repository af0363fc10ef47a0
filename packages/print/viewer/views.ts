// The drawings of the page, one of them shown: each on its stage, with its things.
import { type Stage, stageOf } from './stage.ts';
import { saidOf, type Thing, thingsOf } from './things.ts';

/** A drawing of the page. */
export interface View {
  readonly section: HTMLElement;
  readonly title: string;
  readonly stage: Stage;
  /** Those of the picture that is shown. */
  things(): readonly Thing[];
  /** The same, and what is seen only when something is folded or unfolded. */
  allThings(): readonly Thing[];
  /** Shows the picture that has a thing. */
  bring(thing: Thing): void;
  /** Folds or unfolds a thing, which stays where it is; the thing in the picture that is shown then. */
  fold(thing: Thing): Thing | undefined;
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
  const all = [...document.querySelectorAll<HTMLElement>('section[data-view]')].map(viewOf);
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
      const [first] = things;
      if (first !== undefined) view.bring(first);
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
        view.stage.svg().append(ring);
      }
      if (first !== undefined) view.stage.show(first.element);
    },
  };
  return views;
}

/** A drawing with its pictures: that of the section, and those of its templates. */
function viewOf(section: HTMLElement): View {
  const stage = stageOf(section.querySelector('.stage') as HTMLElement);
  const pictures = [
    { svg: stage.svg(), things: thingsOf(stage.svg(), saidOf(section)) },
    ...[...section.querySelectorAll('template')].map((template) => {
      const svg = template.content.querySelector('svg') as SVGSVGElement;
      return { svg, things: thingsOf(svg, saidOf(template)) };
    }),
  ];
  let shown = 0;
  const things = (): readonly Thing[] => pictures[shown]?.things ?? [];
  const placeOf = ({ element }: Thing): DOMRect => element.getBoundingClientRect();
  return {
    section,
    title: section.querySelector('h2')?.textContent ?? '',
    stage,
    things,
    allThings() {
      const seen = new Set(things().map(({ id }) => id));
      return [
        ...things(),
        ...pictures.flatMap((each) => each.things).filter(({ id }) => !seen.has(id) && seen.add(id)),
      ];
    },
    bring(thing) {
      const next = pictures.findIndex((each) => each.things.includes(thing));
      if (next === shown || next < 0) return;
      shown = next;
      stage.replace((pictures[next] as (typeof pictures)[number]).svg);
      stage.fit();
    },
    fold(thing) {
      const next = thing.fold === undefined ? undefined : pictures[thing.fold.to];
      if (next === undefined || thing.fold === undefined) return undefined;
      const before = placeOf(thing);
      shown = thing.fold.to;
      stage.replace(next.svg);
      // What was folded is many things now, or is in a frame of another name.
      const key = thing.fold.key;
      const found = next.things.find(({ id }) => id === thing.id) ?? next.things.find(({ fold }) => fold?.key === key);
      if (found === undefined) stage.fit();
      else {
        const after = placeOf(found);
        stage.move(before.left - after.left, before.top - after.top);
      }
      return found;
    },
  };
}
