// Two designs that are compared, with what differs.
import type { DesignDiff, FigurePair } from '@lightloom/core';
import type { Sources } from '../../text/source-text.ts';

/** One of two designs. */
export interface ComparedDesign {
  /** As it is shown: `HEAD~1:pod.fabric`; undefined where there is no such design. */
  readonly path: string | undefined;
  /** Errors of its text, which leave out what they concern. */
  readonly textErrors: number;
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
