// The list of views: those that the design declares, then those that every design has.
import type { ViewsResult } from '@lightloom/language/protocol';

export interface ViewList {
  show(views: ViewsResult, chosen: string): void;
}

/** Manages the list; `choose` is called when the reader chooses a view. */
export function createViewList(list: HTMLSelectElement, choose: (view: string) => void): ViewList {
  list.addEventListener('change', () => choose(list.value));
  let shown = '';
  return {
    show(views, chosen) {
      // An open list would close if it were rebuilt at every edit.
      const now = JSON.stringify(views);
      if (now !== shown) {
        shown = now;
        list.replaceChildren(
          ...group(
            'In this design',
            views.filter((each) => each.declared),
          ),
          ...group(
            'In every design',
            views.filter((each) => !each.declared),
          ),
        );
      }
      list.value = chosen;
      list.disabled = views.length === 0;
    },
  };
}

function group(label: string, views: ViewsResult): HTMLOptGroupElement[] {
  if (views.length === 0) return [];
  const element = document.createElement('optgroup');
  element.label = label;
  for (const { id, title } of views) element.append(new Option(title, id));
  return [element];
}
