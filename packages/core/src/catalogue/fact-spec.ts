// What the table of facts says of each.
import type { Dimension } from '../units/index.ts';
import type { ElementFamily } from './family.ts';

/** A fact that can be required. */
export interface FactSpec {
  readonly doc: string;
  /** `count` is a plain number. */
  readonly dimension: Dimension | 'count';
  /** What it can be asked of. */
  readonly subjects: readonly ElementFamily[];
  /** Points of the subject, as `return` in `temperature(primary.return)`. */
  readonly points?: readonly string[];
  /** Subjects that have no points. */
  readonly pointless?: readonly ElementFamily[];
  /** What several things have: one value together, each counted once, or each its own, of which the worst counts. */
  readonly several: 'together' | 'each';
  /** Whether it can be asked of the whole design, without a subject: what can be asked of devices unless it says otherwise. */
  readonly ofDesign?: boolean;
  /** Whether the limit may be a share `of full`. */
  readonly ofFull?: true;
  /** Whether the lowest value is the worst, as of a margin; otherwise the highest is. */
  readonly lowestIsWorst?: true;
  /** Whether it counts things: that a failure stops some of them says nothing of what it costs. */
  readonly counts?: true;
  /** Whether a bare number is a limit, as in `oversubscription(x) <= 1`. */
  readonly bare?: true;
}

/** The point that asks for each of several things: `power(net.each)`. */
export const eachPoint = 'each';

/** Everything that may follow a subject of a fact. */
export function pointsOfFact({ points = [] }: FactSpec): readonly string[] {
  return [...points, eachPoint];
}

/** Whether a fact can be asked without a subject, of the whole design: `accelerators`. */
export function isOfDesign({ subjects, ofDesign }: FactSpec): boolean {
  return ofDesign ?? subjects.includes('device');
}
