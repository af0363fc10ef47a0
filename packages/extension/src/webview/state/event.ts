// What can happen to the page of a drawing.
import type { PlacedAt } from '@lightloom/diagram';
import type { Camera, DrawingMessage, PanelName, ToPage } from '../../messages.ts';
import type { Picture } from '../layout/layout-messages.ts';

export type Event =
  /** A message from the extension. */
  | { readonly kind: 'message'; readonly message: ToPage }
  /** A layout is complete. */
  | { readonly kind: 'laid-out'; readonly task: number; readonly picture: Picture; readonly drawing: DrawingMessage }
  /** A layout or its drawing failed. */
  | { readonly kind: 'failed'; readonly task: number; readonly text: string }
  /** The reader chose a view, another color, networks. */
  | { readonly kind: 'view-chosen'; readonly view: string }
  | { readonly kind: 'color-chosen'; readonly color: string }
  /** Shows or hides a network. */
  | { readonly kind: 'network-toggled'; readonly network: string }
  /** Folds or unfolds a box or frame. */
  | { readonly kind: 'folded'; readonly id: string }
  /** The reader, or a resize, moved the camera. */
  | { readonly kind: 'camera-moved'; readonly camera: Camera; readonly fitted: boolean }
  /** The reader asked for the text of a thing; `focus` when the editor gets the keyboard. */
  | { readonly kind: 'reveal'; readonly id: string; readonly focus: boolean }
  | { readonly kind: 'selected'; readonly id: string | undefined }
  /** The reader went to a thing by name: from the outline, a list, a search. */
  | { readonly kind: 'jumped'; readonly id: string }
  /** The reader chose a finding, by its position in the list. */
  | { readonly kind: 'finding-chosen'; readonly index: number; readonly focus: boolean }
  /** Opens a panel, or closes it when it is open. */
  | { readonly kind: 'panel'; readonly panel: PanelName }
  | { readonly kind: 'connected' }
  | { readonly kind: 'search'; readonly text: string | undefined }
  /** Goes on to the next match, or back. */
  | { readonly kind: 'search-step'; readonly by: 1 | -1 }
  /** Ends what was begun last: a search, the connections, the selection, the panel. */
  | { readonly kind: 'escape' }
  /** The reader points at a thing, or has the focus on it, for a while. */
  | { readonly kind: 'asked'; readonly id: string }
  /** Begins or ends moving boxes by hand. */
  | { readonly kind: 'move-mode' }
  /** A box was moved; `before` is where all boxes were. */
  | { readonly kind: 'moved'; readonly before: readonly PlacedAt[]; readonly at: PlacedAt }
  /** Puts boxes where they were before the last move. */
  | { readonly kind: 'undo' }
  | { readonly kind: 'save' }
  /** The drawing as a file; null when that failed. */
  | { readonly kind: 'exported'; readonly file: string | null };
