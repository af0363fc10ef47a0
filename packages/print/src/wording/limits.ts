// How many limits were judged, in words.
import { type Judged, limitsIn, printCount, printNumber } from '@lightloom/core';

/** How many limits were judged and how many were not, in one design or several. */
export interface LimitCounts {
  readonly judged: number;
  readonly unjudged: number;
  /** Why they were not. */
  readonly reasons: number;
  /** Of these, those that no allowance accepts. */
  readonly open: number;
}

/** Counts the limits of some designs. */
export function countLimits(designs: readonly Judged[]): LimitCounts {
  const reasons = designs.flatMap((each) => each.reasons);
  return {
    judged: designs.reduce((all, each) => all + limitsIn(each.judged), 0),
    unjudged: designs.reduce((all, each) => all + limitsIn(each.unjudged), 0),
    reasons: reasons.length,
    open: reasons.filter(({ accepted }) => !accepted).length,
  };
}

/** `1,412 limits judged, 96 not (3 reasons)`. */
export function limitsText({ judged, unjudged, reasons }: LimitCounts): string {
  if (judged + unjudged === 0) return 'no limits to judge';
  const not = unjudged === 0 ? '' : `, ${printNumber(unjudged)} not (${printCount(reasons, 'reason')})`;
  return `${printCount(judged, 'limit')} judged${not}`;
}
