// A tree that keys go through: arrows up and down, right to open, left to close, Home and End, Enter to choose.
import { h, severitySign } from './element.ts';

/** A row of a tree. */
interface TreeRow {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly severity?: 'error' | 'warning';
  readonly rows: readonly TreeRow[];
}

export interface Tree {
  readonly element: HTMLElement;
  show(rows: readonly TreeRow[]): void;
  /** Marks the first row of a thing as selected, and opens what it is in. */
  select(id: string | undefined): void;
  /** Takes the keyboard to the current row. */
  focus(): void;
}

/** Rows that are made at once; of more, those below are made when they are opened. */
const openLevels = 1;

/** @param choose called with the id of a row that the reader chooses */
export function createTree(label: string, choose: (id: string) => void): Tree {
  const element = h('ul', { role: 'tree', 'aria-label': label });
  const rowOf = new WeakMap<HTMLElement, TreeRow>();
  let current: HTMLElement | undefined;

  const makeCurrent = (item: HTMLElement | undefined): void => {
    current?.setAttribute('tabindex', '-1');
    current = item;
    item?.setAttribute('tabindex', '0');
  };
  const itemOf = (row: TreeRow, level: number): HTMLElement => {
    const sign = row.severity === undefined ? [] : [severitySign(row.severity)];
    const line = h(
      'span',
      { class: 'line' },
      h('span', { class: 'twist', 'aria-hidden': true }),
      ...sign,
      h('b', {}, row.name),
      ' ',
      row.text,
    );
    const item = h(
      'li',
      {
        role: 'treeitem',
        tabindex: -1,
        'aria-level': level,
        'aria-selected': false,
        'aria-label': [row.name, row.text].filter((each) => each !== '').join(', '),
        ...(row.rows.length === 0 ? {} : { 'aria-expanded': level <= openLevels }),
        'data-row': row.id,
      },
      line,
    );
    rowOf.set(item, row);
    if (row.rows.length > 0 && level <= openLevels) fill(item);
    return item;
  };
  const fill = (item: HTMLElement): void => {
    const row = rowOf.get(item);
    if (row === undefined || item.querySelector('ul') !== null) return;
    const level = Number(item.getAttribute('aria-level')) + 1;
    item.append(h('ul', { role: 'group' }, ...row.rows.map((each) => itemOf(each, level))));
  };
  const open = (item: HTMLElement, isOpen: boolean): void => {
    if (!item.hasAttribute('aria-expanded')) return;
    if (isOpen) fill(item);
    item.setAttribute('aria-expanded', String(isOpen));
  };
  const isOpen = (item: HTMLElement): boolean => item.getAttribute('aria-expanded') === 'true';
  const visible = (): HTMLElement[] =>
    [...element.querySelectorAll<HTMLElement>('[role="treeitem"]')].filter((each) => {
      const closed = each.parentElement?.closest('[aria-expanded="false"]');
      return closed === null || closed === undefined;
    });
  const go = (item: HTMLElement | undefined): void => {
    if (item === undefined) return;
    makeCurrent(item);
    item.focus();
  };
  const parentOf = (item: HTMLElement): HTMLElement | undefined =>
    item.parentElement?.closest<HTMLElement>('[role="treeitem"]') ?? undefined;

  element.addEventListener('click', ({ target }) => {
    const item = (target as Element).closest<HTMLElement>('[role="treeitem"]');
    if (item === null) return;
    if ((target as Element).classList.contains('twist')) open(item, !isOpen(item));
    else choose(rowOf.get(item)?.id ?? '');
    makeCurrent(item);
  });
  element.addEventListener('keydown', (event) => {
    const item = (event.target as Element).closest<HTMLElement>('[role="treeitem"]');
    if (item === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = visible();
    const at = all.indexOf(item);
    if (event.key === 'ArrowDown') go(all[at + 1]);
    else if (event.key === 'ArrowUp') go(all[at - 1]);
    else if (event.key === 'Home') go(all[0]);
    else if (event.key === 'End') go(all.at(-1));
    else if (event.key === 'ArrowRight') {
      if (isOpen(item)) go(visible()[at + 1]);
      else open(item, true);
    } else if (event.key === 'ArrowLeft') {
      if (isOpen(item)) open(item, false);
      else go(parentOf(item));
    } else if (event.key === 'Enter' || event.key === ' ') choose(rowOf.get(item)?.id ?? '');
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  /** The item of a thing, made where it isn't yet. */
  const find = (id: string, items: readonly HTMLElement[]): HTMLElement | undefined => {
    for (const item of items) {
      const row = rowOf.get(item);
      if (row?.id === id) return item;
      if (row === undefined || !holds(row, id)) continue;
      open(item, true);
      return find(id, childrenOf(item));
    }
    return undefined;
  };
  return {
    element,
    show(rows) {
      const had = element.contains(document.activeElement);
      const id = current === undefined ? undefined : rowOf.get(current)?.id;
      element.replaceChildren(...rows.map((each) => itemOf(each, 1)));
      makeCurrent((id === undefined ? undefined : find(id, childrenOf(element))) ?? childrenOf(element)[0]);
      if (had) current?.focus();
    },
    select(id) {
      for (const each of element.querySelectorAll('[aria-selected="true"]'))
        each.setAttribute('aria-selected', 'false');
      const item = id === undefined ? undefined : find(id, childrenOf(element));
      if (item === undefined) return;
      item.setAttribute('aria-selected', 'true');
      if (!element.contains(document.activeElement)) {
        makeCurrent(item);
        item.scrollIntoView({ block: 'nearest' });
      }
    },
    focus: () => current?.focus(),
  };
}

function childrenOf(item: HTMLElement): HTMLElement[] {
  const list = item.getAttribute('role') === 'tree' ? item : item.querySelector(':scope > ul');
  return [...(list?.children ?? [])] as HTMLElement[];
}

function holds({ rows }: TreeRow, id: string): boolean {
  return rows.some((each) => each.id === id || holds(each, id));
}
