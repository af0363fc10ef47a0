// The messages between the page and its layout worker.
import type { Graph } from '@lightloom/diagram';
import type { PageFormat } from '../../messages.ts';
import type { Scene } from '../model/scene.ts';

/** To the worker. `elk` is the first message: the address of ELK's own worker. */
export type ToLayout =
  | { readonly elk: string }
  /** `shape`: width of the room divided by its height. */
  | { readonly id: number; readonly graph: Graph; readonly shape: number }
  /** Asks for the last drawing as a file. */
  | { readonly id: number; readonly graph: null; readonly format: TextFormat };

/** Formats that are text. */
export type TextFormat = Exclude<PageFormat, 'png'>;

/** A drawing that is laid out, without a sheet around it. */
export interface Picture {
  /** In the colors of the editor. */
  readonly svg: string;
  readonly scene: Scene;
  /** What many of its boxes or bands have in common; empty where nothing is. */
  readonly caption: string;
}

/** From the worker: a drawing, the same as a file, or why it failed. */
export type FromLayout =
  | { readonly id: number; readonly picture: Picture }
  | { readonly id: number; readonly file: string }
  | { readonly id: number; readonly error: string };
