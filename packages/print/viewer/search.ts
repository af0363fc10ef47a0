// The search over all drawings: what is found is a list to jump by.
import type { Thing } from './things.ts';
import { isMain } from './things.ts';
import type { View, Views } from './views.ts';

/** What is listed at most. */
const maxListed = 60;

interface Found {
  readonly view: View;
  readonly thing: Thing;
}

/** Adds the search to the page; gives its field. */
export function addSearch(views: Views, place: HTMLElement, onFound: (thing: Thing) => void): HTMLInputElement {
  const field = document.createElement('input');
  field.type = 'search';
  field.placeholder = 'Search: a name, a part, a figure';
  field.setAttribute('aria-label', 'Search the drawings');
  field.setAttribute('aria-keyshortcuts', '/');
  const count = document.createElement('p');
  count.setAttribute('role', 'status');
  count.className = 'count';
  const list = document.createElement('ol');
  list.className = 'found';
  place.append(field, count, list);
  const jump = ({ view, thing }: Found): void => {
    views.jump(view, [thing]);
    onFound(thing);
  };
  const search = (): readonly Found[] => {
    const words = field.value
      .toLowerCase()
      .split(/\s+/)
      .filter((each) => each !== '');
    if (words.length === 0) return [];
    // What is on the drawing that is shown comes first, names before figures.
    const order = [views.shown(), ...views.all.filter((each) => each !== views.shown())];
    const found = order.flatMap((view) =>
      view
        .allThings()
        .filter((thing) => isMain(thing) && words.every((word) => thing.text.includes(word)))
        .map((thing) => ({ view, thing })),
    );
    const isNamed = ({ thing }: Found): boolean => words.every((word) => thing.id.toLowerCase().includes(word));
    // The thing itself before its bands: `su.leaf[3]` before `su.leaf[3] to spine`.
    const asked = words.join(' ');
    const isAsked = (id: string): boolean => id === asked || (id.endsWith(`.${asked}`) && !id.includes(' '));
    const rankOf = (each: Found): number => (isAsked(each.thing.id.toLowerCase()) ? 0 : isNamed(each) ? 1 : 2);
    return found.sort((a, b) => rankOf(a) - rankOf(b));
  };
  field.addEventListener('input', () => {
    const found = search();
    count.textContent =
      field.value.trim() === ''
        ? ''
        : `${found.length} found${found.length > maxListed ? `, ${maxListed} listed` : ''}`;
    list.replaceChildren(
      ...found.slice(0, maxListed).map((each) => {
        const item = document.createElement('li');
        const button = document.createElement('button');
        button.type = 'button';
        const name = document.createElement('span');
        name.textContent = each.thing.id;
        const where = document.createElement('small');
        where.textContent = each.view.title;
        button.append(name, where);
        button.addEventListener('click', () => jump(each));
        item.append(button);
        return item;
      }),
    );
  });
  field.addEventListener('keydown', (event) => {
    const [first] = search();
    if (event.key === 'Enter' && first !== undefined) jump(first);
  });
  return field;
}
