// The document of single failures: every failure of a design, with its consequences.
import type { Facts, FailureSweep } from '@lightloom/core';
import { defineDocument } from '../format/format.ts';

/** All single failures of a design, the worst first. */
export interface FailuresDocument {
  /** The file of the design, as it is shown. */
  readonly path: string;
  readonly facts: Facts;
  readonly sweep: FailureSweep;
}

export const failuresDocument = defineDocument<FailuresDocument>({ name: 'failures', defaultFormat: 'pretty' });
