// What the page of a drawing knows: what it remembers, what it shows, what it waits for.
import type { Graph, Look, PlacedAt } from '@lightloom/diagram';
import type { ViewsResult } from '@lightloom/language/protocol';
import type { Camera, PageState, PanelName } from '../../messages.ts';

export interface State {
  /** Kept while the page is hidden, and over a restart. */
  readonly remembered: PageState;
  /** Where the reader was before the page was hidden or VS Code was closed, until the first drawing. */
  readonly restore: Camera | undefined;
  /** Whether the whole drawing is in sight, as `fit` left it. */
  readonly fitted: boolean;
  /** Id of the view on the stage; undefined when the stage is empty. */
  readonly drawn: string | undefined;
  /** Id of what was folded or unfolded and stays where it is on the screen, until the drawing is there. */
  readonly anchor: string | undefined;
  /** The graph sent last, which changes apply to; it may not be on the stage yet. */
  readonly received: Graph | undefined;
  /** Number of the layout asked for last; results of older ones are ignored. */
  readonly task: number;
  /** Ids of what the cursor in the editor is in. */
  readonly cursor: readonly string[];
  readonly screen: Screen;
}

/** A search: what was asked, what matches, which of the matches is shown. */
export interface Search {
  readonly text: string;
  readonly hits: readonly string[];
  readonly at: number;
}

/** Everything around the drawing. */
export interface Screen {
  /** The list of views; undefined until the extension sends it. */
  readonly views: ViewsResult | undefined;
  /** Id of the view chosen in the list. */
  readonly view: string;
  /** What the reader changed of the view. */
  readonly look: Look;
  /** A short message beside the list. */
  readonly notice: string;
  /** Whether the drawing is older than the text. */
  readonly stale: boolean;
  /** Whether a layout is under way. */
  readonly busy: boolean;
  /** Text instead of a drawing. */
  readonly empty: string | undefined;
  /** What is on the stage. */
  readonly graph: Graph | undefined;
  /** What many of its boxes or bands have in common. */
  readonly caption: string;
  /** Ids of the things that have a place in the text. */
  readonly linked: ReadonlySet<string>;
  /** What is open beside the drawing. */
  readonly panel: PanelName | undefined;
  readonly search: Search | undefined;
  readonly selected: string | undefined;
  /** Whether only what is connected to the selected thing stays in sight. */
  readonly connected: boolean;
  /** Whether boxes are moved by hand. */
  readonly moving: boolean;
  /** Where boxes were before each move that can be undone; null where the layout put them. */
  readonly undo: readonly (readonly PlacedAt[] | null)[];
  /** How the figures of a thing come about, once that is known. */
  readonly explained: { readonly id: string; readonly lines: readonly string[] } | undefined;
}

/**
 * The state of a page that has just been loaded.
 * @param given what the extension wrote into the page
 * @param old what the page remembered the last time, perhaps for another file
 */
export function initialState(given: PageState, old: PageState | undefined): State {
  const remembered = old?.uri === given.uri ? { ...old, view: given.view || old.view } : given;
  return {
    remembered,
    restore: remembered.camera,
    fitted: true,
    drawn: undefined,
    anchor: undefined,
    received: undefined,
    task: 0,
    cursor: [],
    screen: {
      views: undefined,
      view: remembered.view,
      look: remembered.look ?? {},
      notice: '',
      stale: false,
      busy: false,
      empty: undefined,
      graph: undefined,
      caption: '',
      linked: new Set(),
      panel: remembered.panel,
      search: undefined,
      selected: remembered.selected,
      connected: false,
      moving: false,
      undo: [],
      explained: undefined,
    },
  };
}

/** The state with parts of the screen changed. */
export function withScreen(state: State, screen: Partial<Screen>): State {
  return { ...state, screen: { ...state.screen, ...screen } };
}
