// The drawing of a panel: which view is chosen and how, what is shown, and where its things are written.
import { changesBetween, isUnchanged, type Look } from '@lightloom/diagram/graph';
import type { Uri } from 'vscode';
import type { ToPage } from '../../messages.ts';
import type { DrawnSpan, Requests, TextPlace } from '../server/requests.ts';
import { nextPicture, type Picture } from './next-picture.ts';

export interface PanelDrawing {
  /** Id of the view that is chosen. */
  view(): string;
  /** How the reader changed it. */
  look(): Look;
  choose(view: string, look: Look): void;
  /** Where a thing that is shown is written. */
  placeOf(id: string): TextPlace | undefined;
  /** Where a finding of the list is, by its position. */
  placeOfFinding(index: number): TextPlace | undefined;
  /** What in the text is about what is shown. */
  spans(): readonly DrawnSpan[];
  /** Whether a drawing is shown. */
  isShown(): boolean;
  /** The page is empty: it was loaded again. */
  reset(): void;
  /** Asks the server for the drawing of the text as it is now; gives the message to the page, or none where nothing changed. */
  next(): Promise<ToPage | undefined>;
}

const emptyText = 'Nothing to draw yet: this file has no switches, hosts or racks.';
const incompleteText = 'Text incomplete: last complete drawing';

/**
 * @param view id of the view to begin with; empty for the first
 * @param look how the reader changed it
 */
export function createPanelDrawing(file: Uri, initial: { view: string; look: Look }, requests: Requests): PanelDrawing {
  let { view, look } = initial;
  let shown: Picture | undefined;
  let places: ReadonlyMap<string, TextPlace> = new Map();
  let spans: readonly DrawnSpan[] = [];
  let findings: readonly (TextPlace | undefined)[] = [];
  /** The message before, as text but for its drawing. */
  let said = '';
  let noticed = false;
  return {
    view: () => view,
    look: () => look,
    choose: (chosen, changed) => {
      view = chosen;
      look = changed;
    },
    placeOf: (id) => places.get(id),
    placeOfFinding: (index) => findings[index],
    spans: () => spans,
    isShown: () => shown !== undefined,
    reset: () => {
      shown = undefined;
    },
    async next() {
      // The reader may choose another one meanwhile.
      const asked = look;
      const views = await requests.views(file);
      const id = (views.find((each) => each.id === view) ?? views[0])?.id ?? '';
      const drawing = id === '' ? undefined : await requests.drawing(file, id, asked);
      const next = drawing === undefined ? undefined : { view: id, look: asked, drawing };
      const decision = nextPicture(shown, view, next);
      if (decision === 'keep') {
        // The drawing stays; its things may have moved in the text.
        places = new Map([...places, ...(next?.drawing.places ?? [])]);
        spans = next?.drawing.spans ?? spans;
        noticed = true;
        return { kind: 'notice', text: incompleteText };
      }
      if (decision === 'empty' || next === undefined) {
        shown = undefined;
        places = new Map();
        [spans, findings] = [[], []];
        return { kind: 'empty', views, view: id, text: emptyText };
      }
      const before = shown?.view === id ? shown.drawing.graph : undefined;
      view = id;
      shown = next;
      ({ places, spans, findings } = next.drawing);
      const { graph } = next.drawing;
      const rest = { views, view, linked: [...places.keys()] };
      const text = JSON.stringify(rest);
      const same = text === said && !noticed;
      said = text;
      noticed = false;
      const changes = before === undefined ? undefined : changesBetween(before, graph);
      if (changes === undefined) return { kind: 'drawing', ...rest, graph };
      return same && isUnchanged(changes) ? undefined : { kind: 'changes', ...rest, changes };
    },
  };
}
