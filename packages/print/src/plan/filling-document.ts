// The document of a filled design: what fills each hole, or the lines that contradict each other.
import type { Filling } from '@lightloom/core';
import { defineDocument } from '../format/format.ts';

/** A design with holes, and what came of filling them. */
export interface FillingDocument {
  /** The file of the design, as it is shown. */
  readonly path: string;
  readonly filling: Filling;
}

export const fillingDocument = defineDocument<FillingDocument>({ name: 'filling', defaultFormat: 'pretty' });
