// The document of a comparison: pairs of designs, each with what differs.
import type { Basis, Setting } from '@lightloom/core';
import { defineDocument } from '../format/format.ts';
import type { ComparedPair } from './compared/pair.ts';

/** All pairs of a run. */
export interface DiffDocument {
  readonly pairs: readonly ComparedPair[];
  readonly settings: readonly Setting[];
  readonly basis: Basis;
}

export const diffDocument = defineDocument<DiffDocument>({ name: 'diff', defaultFormat: 'pretty' });
