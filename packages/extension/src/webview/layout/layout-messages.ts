// The messages between the page and its layout worker.
import type { Graph } from '@lightloom/diagram';

/** To the worker. `elk` is the first message: the address of ELK's own worker. */
export type ToLayout =
  | { readonly elk: string }
  | { readonly id: number; readonly graph: Graph }
  /** Asks for the last drawing as a file. */
  | { readonly id: number; readonly graph: null };

/** From the worker: a drawing, or why it failed. */
export type FromLayout =
  | { readonly id: number; readonly svg: string }
  | { readonly id: number; readonly error: string };
