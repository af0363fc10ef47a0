// What a page of drawings does where scripts run: one drawing at a time on a stage, search, tooltips, jumps to findings, keys.
// `npm run generate` puts it into the page, with its digest. Without it the page shows all drawings one below the other.
import { addSearch } from './search.ts';
import { isMain, type Thing } from './things.ts';
import { createTooltip } from './tooltip.ts';
import { createViews, type View } from './views.ts';

/** A step of the keys, in pixels, and of the zoom. */
const [step, zoomStep] = [60, 1.25];

document.body.classList.add('live');
const views = createViews();
const tooltip = createTooltip();

const field = addSearch(views, document.querySelector('.search') as HTMLElement, (thing) => tooltip.show(thing));

const viewAt = (hash: string): View | undefined => views.all.find(({ section }) => `#${section.id}` === hash);
const openAt = (): void => views.open(viewAt(location.hash) ?? (views.all[0] as View));
addEventListener('hashchange', openAt);
openAt();

/** The findings in the order of the page: a view, and the things in it that each is about. */
const findings = [...document.querySelectorAll<HTMLAnchorElement>('.findings a')].map((link) => ({
  link,
  jump(): void {
    const view = viewAt(link.hash);
    if (view === undefined) return;
    const ids: readonly string[] = JSON.parse(link.dataset['ids'] ?? '[]');
    const isMeant = (each: Thing): boolean => isMain(each) && ids.includes(each.id);
    const own = view.things().filter(isMeant);
    const things = own.length > 0 ? own : view.allThings().filter(isMeant).slice(0, 1);
    views.jump(view, things);
    history.replaceState(null, '', link.hash);
    for (const each of document.querySelectorAll('.findings [aria-current]')) each.removeAttribute('aria-current');
    link.setAttribute('aria-current', 'true');
    link.scrollIntoView({ block: 'nearest' });
    const [first] = things;
    if (first !== undefined) tooltip.show(first);
  },
}));
for (const { link, jump } of findings)
  link.addEventListener('click', (event) => {
    event.preventDefault();
    jump();
  });

for (const view of views.all) {
  const { element } = view.stage;
  /** The innermost thing that says something: the cages of a device before the device. */
  const thingOf = (
    target: EventTarget | null,
  ): Pick<Thing, 'id' | 'detail' | 'about' | 'fold' | 'element'> | undefined => {
    const group = target instanceof Element ? target.closest<SVGGElement>('g[data-detail]') : null;
    if (group === null) return undefined;
    const id = group.closest<SVGGElement>('g[data-id]')?.dataset['id'] ?? '';
    // A part of a thing, such as a cage, has its own detail only.
    const own = view.things().find(({ element: each }) => each === group);
    return { id, detail: group.dataset['detail'] ?? '', about: own?.about ?? [], fold: own?.fold, element: group };
  };
  /** The innermost thing around a place that can be folded or unfolded. */
  const foldableAt = (target: EventTarget | null): Thing | undefined => {
    const group = target instanceof Element ? target.closest<SVGGElement>('g.foldable') : null;
    return view.things().find(({ element: each }) => each === group);
  };
  element.addEventListener('pointermove', (event) => {
    const thing = event.buttons === 0 ? thingOf(event.target) : undefined;
    if (thing === undefined) tooltip.hide();
    else tooltip.show(thing, { x: event.clientX, y: event.clientY });
  });
  element.addEventListener('pointerleave', () => tooltip.hide());
  element.addEventListener('dblclick', ({ clientX, clientY }) => {
    // The stage has the pointer since it went down, and is the target.
    const thing = foldableAt(document.elementFromPoint(clientX, clientY));
    if (thing === undefined) view.stage.fit();
    else fold(view, thing);
  });
  element.addEventListener('keydown', (event) => {
    const done = onKey(view, event.key);
    if (done) event.preventDefault();
  });
}

/** Where stepping through the things of a drawing has come to. */
const reached = new Map<View, number>();

/** Folds or unfolds a thing; the next step begins at it. */
function fold(view: View, thing: Thing): void {
  tooltip.hide();
  const found = view.fold(thing);
  if (found !== undefined) reached.set(view, view.things().filter(isMain).indexOf(found));
}

function stepTo(view: View, by: 1 | -1): void {
  const things = view.things().filter(isMain);
  const at = ((reached.get(view) ?? (by > 0 ? -1 : 0)) + by + things.length) % things.length;
  reached.set(view, at);
  const thing = things[at];
  if (thing === undefined) return;
  views.jump(view, [thing]);
  tooltip.show(thing);
}

/** Keys on a stage; whether the key means something there. */
function onKey(view: View, key: string): boolean {
  const { stage } = view;
  const does: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => stage.move(step, 0),
    ArrowRight: () => stage.move(-step, 0),
    ArrowUp: () => stage.move(0, step),
    ArrowDown: () => stage.move(0, -step),
    '+': () => stage.zoom(zoomStep),
    '=': () => stage.zoom(zoomStep),
    '-': () => stage.zoom(1 / zoomStep),
    '0': () => stage.fit(),
    '.': () => stepTo(view, 1),
    ',': () => stepTo(view, -1),
    Enter: () => {
      const thing = view.things().filter(isMain)[reached.get(view) ?? -1];
      if (thing?.fold !== undefined) fold(view, thing);
    },
  };
  if (!Object.hasOwn(does, key)) return false;
  does[key]?.();
  return true;
}

let finding = -1;
addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') {
    tooltip.hide();
    for (const ring of document.querySelectorAll('.ring')) ring.remove();
    views.shown().stage.element.focus();
    return;
  }
  if (event.target instanceof HTMLInputElement) return;
  const at = views.all.indexOf(views.shown());
  const turn = (by: number): void => {
    const view = views.all[(at + by + views.all.length) % views.all.length] as View;
    history.replaceState(null, '', `#${view.section.id}`);
    views.open(view);
    tooltip.hide();
  };
  if (event.key === '/') field.focus();
  else if (event.key === ']') turn(1);
  else if (event.key === '[') turn(-1);
  else if ((event.key === 'n' || event.key === 'p') && findings.length > 0) {
    finding = (finding + (event.key === 'n' ? 1 : findings.length - 1) + findings.length) % findings.length;
    findings[finding]?.jump();
  } else return;
  event.preventDefault();
});

for (const [name, label, act] of [
  ['+', 'Zoom in', () => views.shown().stage.zoom(zoomStep)],
  ['−', 'Zoom out', () => views.shown().stage.zoom(1 / zoomStep)],
  ['Fit', 'Show the whole drawing', () => views.shown().stage.fit()],
  ['Print', 'Print all drawings', () => print()],
] as const) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = name;
  button.title = label;
  button.setAttribute('aria-label', label);
  button.addEventListener('click', act);
  document.querySelector('.tools')?.append(button);
}

addEventListener('resize', () => views.shown().stage.fit());
