// The document of a design report: its rows, the file, and what a check finds.
import type { DesignReport, Judged } from '@lightloom/core';
import { defineDocument } from '../format/format.ts';
import type { Counts } from '../wording/counts.ts';

/** The report of one design. */
export interface ReportDocument {
  /** The file of the design, as it is shown. */
  readonly path: string;
  /** Findings of a check. */
  readonly counts: Counts;
  readonly judged: Judged;
  readonly report: DesignReport;
  /** `brief`: for people, the verdict, key figures and requirements only. */
  readonly detail: 'brief' | 'full';
}

export const reportDocument = defineDocument<ReportDocument>({ name: 'report', defaultFormat: 'md' });
