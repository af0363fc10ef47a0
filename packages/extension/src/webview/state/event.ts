// What can happen to the page of a drawing.
import type { Camera, DrawingMessage, ToPage } from '../../messages.ts';

export type Event =
  /** A message from the extension. */
  | { readonly kind: 'message'; readonly message: ToPage }
  /** A layout is complete. */
  | { readonly kind: 'laid-out'; readonly task: number; readonly svg: string; readonly drawing: DrawingMessage }
  /** A layout or its drawing failed. */
  | { readonly kind: 'failed'; readonly task: number; readonly text: string }
  /** The reader chose a view. */
  | { readonly kind: 'view-chosen'; readonly view: string }
  /** The reader, or a resize, moved the camera. */
  | { readonly kind: 'camera-moved'; readonly camera: Camera; readonly fitted: boolean }
  /** The reader asked for the text of a thing; `focus` when the editor gets the keyboard. */
  | { readonly kind: 'reveal'; readonly id: string; readonly focus: boolean }
  /** The drawing as a file; null when that failed. */
  | { readonly kind: 'exported'; readonly svg: string | null };
