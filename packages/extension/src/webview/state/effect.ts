// What the page of a drawing does in answer to an event, besides changing its state.
import type { Camera, DrawingMessage, FromPage, PageState } from '../../messages.ts';

export type Effect =
  /** Sends a message to the extension. */
  | { readonly kind: 'send'; readonly message: FromPage }
  | { readonly kind: 'remember'; readonly state: PageState }
  /** Starts a layout. */
  | { readonly kind: 'lay-out'; readonly task: number; readonly drawing: DrawingMessage }
  /** Puts a drawing on the stage. */
  | {
      readonly kind: 'draw';
      readonly task: number;
      readonly svg: string;
      readonly drawing: DrawingMessage;
      /** Where the camera goes; it stays where it is when undefined. */
      readonly camera: Camera | 'fit' | undefined;
    }
  /** Empties the stage. */
  | { readonly kind: 'clear' }
  /** Marks what the cursor in the editor is in. */
  | { readonly kind: 'mark'; readonly ids: readonly string[] }
  /** Asks for the last drawing as a file. */
  | { readonly kind: 'export' };
