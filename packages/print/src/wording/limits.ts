// How many limits were judged, in words.
import { type Judged, limitsIn, originKey, printCount, printNumber, type Unjudged } from '@lightloom/core';

/** How many limits were judged and how many were not, in one design or several. */
export interface LimitCounts {
  readonly judged: number;
  readonly unjudged: number;
  /** Why they were not. A reason that several designs have in a file they share is one. */
  readonly reasons: number;
  /** Of these, those that no allowance accepts. */
  readonly open: number;
}

/** Counts the limits of some designs. */
export function countLimits(designs: readonly Judged[]): LimitCounts {
  const reasons = designs.flatMap((each) => each.reasons);
  const count = (some: readonly Unjudged[]): number => new Set(some.map(reasonKey)).size;
  return {
    judged: designs.reduce((all, each) => all + limitsIn(each.judged), 0),
    unjudged: designs.reduce((all, each) => all + limitsIn(each.unjudged), 0),
    reasons: count(reasons),
    open: count(reasons.filter(({ accepted }) => !accepted)),
  };
}

/** Equal for a reason that several designs have at one place. */
function reasonKey({ reason, missing, places }: Unjudged): string {
  const at = missing?.origin ?? places[0];
  return `${at === undefined ? '' : originKey(at)} ${reason}`;
}

/** `1,412 limits judged, 96 not (3 reasons)`. */
export function limitsText({ judged, unjudged, reasons }: LimitCounts): string {
  if (judged + unjudged === 0) return 'no limits to judge';
  const not = unjudged === 0 ? '' : `, ${printNumber(unjudged)} not (${printCount(reasons, 'reason')})`;
  return `${printCount(judged, 'limit')} judged${not}`;
}
