// The field that searches the drawing: Enter goes on to the next match, Shift and Enter back, Escape ends.
import type { Search } from '../state/state.ts';

export interface SearchBar {
  show(search: Search | undefined): void;
}

export interface SearchElements {
  readonly bar: HTMLElement;
  readonly field: HTMLInputElement;
  readonly count: HTMLElement;
}

export interface SearchListener {
  search(text: string): void;
  step(by: 1 | -1): void;
  end(): void;
}

export function createSearchBar({ bar, field, count }: SearchElements, listener: SearchListener): SearchBar {
  // Undo of the editor is undo of this field too, also while it isn't there.
  field.addEventListener('input', () => {
    if (!bar.hidden) listener.search(field.value);
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') listener.step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') listener.end();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return {
    show(search) {
      const opened = search !== undefined && bar.hidden;
      bar.hidden = search === undefined;
      if (search === undefined) return;
      const { text, hits, at } = search;
      if (field.value !== text) field.value = text;
      count.textContent = text === '' ? '' : hits.length === 0 ? 'no match' : `${at + 1} of ${hits.length}`;
      if (opened) {
        field.focus();
        field.select();
      }
    },
  };
}
