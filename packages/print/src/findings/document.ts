// The document of a check: files, findings, and under which conditions they were found.
import type { Basis, Fabric, Finding, Judged, Setting } from '@lightloom/core';
import { defineDocument } from '../format/format.ts';
import type { Topic } from '../rules/document.ts';
import type { Counts } from '../wording/counts.ts';

/** What was judged of a design. */
interface DesignJudged {
  /** As it is shown. */
  readonly design: string;
  readonly judged: Judged;
}

/** The result of a check. */
export interface FindingsDocument {
  /** The files that were checked, as they are shown. */
  readonly files: readonly string[];
  /** Sorted by file and place. */
  readonly findings: readonly Finding[];
  /** The fabric each finding was found in, which has the names of its subjects. */
  readonly fabrics: ReadonlyMap<Finding, Fabric>;
  /**
   * The designs each finding is about, as they are shown: of one that several designs have in common, all of them. What differs
   * from design to design is several findings.
   */
  readonly designs: ReadonlyMap<Finding, readonly string[]>;
  /** A digest of each finding, the same in every run and after what it is about is renamed or moved. */
  readonly fingerprints: ReadonlyMap<Finding, string>;
  /** What there is to know about the rules and kinds of problem of the findings. */
  readonly topics: ReadonlyMap<string, Topic>;
  /** Version of Lightloom. */
  readonly version: string;
  /** Of all findings, including those that are not shown. */
  readonly counts: Counts;
  /** What was judged of each design. */
  readonly judged: readonly DesignJudged[];
  /** Files that couldn't be read. */
  readonly unreadable: number;
  /** Values set for a what-if. */
  readonly settings: readonly Setting[];
  readonly basis: Basis;
  /** How much of a derivation is printed for people: its first levels, or all of it. */
  readonly derivations: 'short' | 'whole';
}

export const findingsDocument = defineDocument<FindingsDocument>({ name: 'findings', defaultFormat: 'pretty' });
