// The document of a comparison: pairs of designs, each with what differs.
import type { Basis, DesignDiff, FigurePair, Setting } from '@lightloom/core';
import { defineDocument } from '../format/format.ts';
import type { Sources } from '../text/source-text.ts';

/** One of two designs. */
export interface ComparedDesign {
  /** As it is shown: `HEAD~1:pod.fabric`; undefined where there is no such design. */
  readonly path: string | undefined;
  /** Errors of a check. */
  readonly errors: number;
  readonly sources: Sources;
}

/** Two designs compared. */
export interface ComparedPair {
  readonly before: ComparedDesign;
  readonly after: ComparedDesign;
  readonly diff: DesignDiff;
  /** Every fact side by side, where they were asked for: then they are printed instead of the changes. */
  readonly facts: readonly FigurePair[] | undefined;
}

/** All pairs of a run. */
export interface DiffDocument {
  readonly pairs: readonly ComparedPair[];
  readonly settings: readonly Setting[];
  readonly basis: Basis;
}

export const diffDocument = defineDocument<DiffDocument>({ name: 'diff', defaultFormat: 'pretty' });
