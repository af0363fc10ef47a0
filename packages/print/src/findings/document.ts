// The document of a check: files, findings, and under which conditions they were found.
import type { Basis, Fabric, Finding, Judged, Origin, Setting } from '@lightloom/core';
import { defineDocument } from '../format/format.ts';
import type { Topic } from '../rules/document.ts';
import type { Counts } from '../wording/counts.ts';

/** What was judged of a design. */
interface DesignJudged {
  /** As it is shown. */
  readonly design: string;
  readonly judged: Judged;
}

/** A finding that doesn't count, as somebody has accepted it. */
export interface SuppressedFinding {
  readonly finding: Finding;
  /** What accepts it: `allow` in the design, each statement with its place, or a baseline, which is beside it. */
  readonly by: readonly Suppression[];
}

interface Suppression {
  readonly kind: 'allow' | 'baseline';
  readonly reason: string;
  readonly origin?: Origin;
}

/** The result of a check. */
export interface FindingsDocument {
  /** The files that were checked, as they are shown. */
  readonly files: readonly string[];
  /** Sorted by file and place. */
  readonly findings: readonly Finding[];
  /** What was accepted and is asked for all the same, sorted as findings are. */
  readonly suppressed: readonly SuppressedFinding[];
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
