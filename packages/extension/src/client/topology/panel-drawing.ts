// The drawing of a panel: which view is chosen, what is shown, and where its things are written.
import type { Uri } from 'vscode';
import type { ToPage } from '../../messages.ts';
import type { Requests, TextPlace } from '../server/requests.ts';
import { nextPicture, type Picture } from './next-picture.ts';

export interface PanelDrawing {
  /** Id of the view that is chosen. */
  view(): string;
  choose(view: string): void;
  /** Places in the text of what is shown, by id. */
  places(): ReadonlyMap<string, TextPlace>;
  /** Whether a drawing is shown. */
  isShown(): boolean;
  /** The page is empty: it was loaded again. */
  reset(): void;
  /** Asks the server for the drawing of the text as it is now; gives the message to the page. */
  next(): Promise<ToPage>;
}

const emptyText = 'Nothing to draw yet: this file has no switches, hosts or racks.';
const incompleteText = 'Text incomplete: last complete drawing';

/** @param initial id of the view to begin with; empty for the first */
export function createPanelDrawing(file: Uri, initial: string, requests: Requests): PanelDrawing {
  let view = initial;
  let shown: Picture | undefined;
  let places: ReadonlyMap<string, TextPlace> = new Map();
  return {
    view: () => view,
    choose: (chosen) => {
      view = chosen;
    },
    places: () => places,
    isShown: () => shown !== undefined,
    reset: () => {
      shown = undefined;
    },
    async next() {
      const views = await requests.views(file);
      const id = (views.find((each) => each.id === view) ?? views[0])?.id ?? '';
      const drawing = id === '' ? undefined : await requests.drawing(file, id);
      const next = drawing === undefined ? undefined : { view: id, drawing };
      const decision = nextPicture(shown, view, next);
      if (decision === 'keep') {
        // The drawing stays; its things may have moved in the text.
        places = new Map([...places, ...(next?.drawing.places ?? [])]);
        return { kind: 'notice', text: incompleteText };
      }
      if (decision === 'empty' || next === undefined) {
        shown = undefined;
        places = new Map();
        return { kind: 'empty', views, view: id, text: emptyText };
      }
      view = id;
      shown = next;
      places = next.drawing.places;
      return { kind: 'drawing', views, view, graph: next.drawing.graph, linked: [...places.keys()] };
    },
  };
}
