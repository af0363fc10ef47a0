// The document of a design report: its rows, the file, and what a check finds.
import type { DesignReport, Fabric, Finding, Judged } from '@lightloom/core';
import { defineDocument } from '../format/format.ts';

/** The report of one design. */
export interface ReportDocument {
  /** The file of the design, as it is shown. */
  readonly path: string;
  /** What a check finds, sorted by file and place. */
  readonly findings: readonly Finding[];
  /** What they were found in, which has the names of their subjects. */
  readonly fabric: Fabric;
  readonly judged: Judged;
  readonly report: DesignReport;
  /** Rows of a list that are printed at most, where the format doesn't decide; `Infinity` for all. */
  readonly mostRows: number;
  /** `brief`: for people, the verdict, key figures and requirements only. */
  readonly detail: 'brief' | 'full';
  /** Views of the design, for the formats that show pictures. */
  readonly pictures: readonly Picture[];
  /** The date of the report, as it was asked for: nothing else in it changes from day to day. */
  readonly date: string | undefined;
}

/** A view of a design. */
export interface Picture {
  /** The name by which it is rendered alone, as `network:backend`. */
  readonly id: string;
  readonly title: string;
  /** SVG without scripts, style sheets or anything to load, with the colors of the page it is on. */
  readonly svg: string;
}

/** Rows of a list: more are nothing that a person reads, and may be ten thousands where no two links are alike. */
export const usualRows = 1000;

export const reportDocument = defineDocument<ReportDocument>({ name: 'report', defaultFormat: 'md' });
