// What the page of a drawing does in answer to an event, besides changing its state.
import type { Camera, DrawingMessage, FromPage, PageFormat, PageState } from '../../messages.ts';
import type { Picture } from '../layout/layout-messages.ts';

/** Where the camera goes: to a place, to the whole drawing, or so that a thing stays where it is on the screen. */
export type Aim = Camera | 'fit' | { readonly anchor: string };

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
      readonly picture: Picture;
      readonly drawing: DrawingMessage;
      /** Where the camera goes; it stays where it is when undefined. */
      readonly camera: Aim | undefined;
    }
  /** Empties the stage. */
  | { readonly kind: 'clear' }
  /** Brings a thing into sight, large enough to be read. */
  | { readonly kind: 'show'; readonly id: string }
  /** Asks for the last drawing as a file. */
  | { readonly kind: 'export'; readonly format: PageFormat };
