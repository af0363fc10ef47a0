// The document of an explanation: the figures of something in a design, each with its derivation.
import type { Explanation, Facts } from '@lightloom/core';
import { defineDocument } from '../format/format.ts';

/** The figures of one or several things. */
export interface FiguresDocument {
  /** The file of the design, as it is shown. */
  readonly path: string;
  readonly explanations: readonly Explanation[];
  /** The facts the figures are from. */
  readonly facts: Facts;
}

export const figuresDocument = defineDocument<FiguresDocument>({ name: 'figures', defaultFormat: 'pretty' });
