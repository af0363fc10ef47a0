// What the page of a drawing knows: what it remembers, what it shows, what it waits for.
import type { ViewsResult } from '@lightloom/language/protocol';
import type { Camera, PageState } from '../../messages.ts';

export interface State {
  /** Kept while the page is hidden, and over a restart. */
  readonly remembered: PageState;
  /** Where the reader was before the page was hidden or VS Code was closed, until the first drawing. */
  readonly restore: Camera | undefined;
  /** Whether the whole drawing is in sight, as `fit` left it. */
  readonly fitted: boolean;
  /** Id of the view on the stage; undefined when the stage is empty. */
  readonly drawn: string | undefined;
  /** Number of the layout asked for last; results of older ones are ignored. */
  readonly task: number;
  readonly screen: Screen;
}

/** Everything around the drawing. */
export interface Screen {
  /** The list of views; undefined until the extension sends it. */
  readonly views: ViewsResult | undefined;
  /** Id of the view chosen in the list. */
  readonly view: string;
  /** A short message beside the list. */
  readonly notice: string;
  /** Whether the drawing is older than the text. */
  readonly stale: boolean;
  /** Whether a layout is under way. */
  readonly busy: boolean;
  /** Text instead of a drawing. */
  readonly empty: string | undefined;
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
    task: 0,
    screen: { views: undefined, view: remembered.view, notice: '', stale: false, busy: false, empty: undefined },
  };
}
