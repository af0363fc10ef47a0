// A bundle of links between two boxes, by kind of link.
import type { LinkBudget, LinkGroup } from '@lightloom/core';

/** Links of one kind in a bundle. */
export interface Strand {
  /** Number of the kind. */
  readonly kind: number;
  readonly budget: LinkBudget;
  readonly group: LinkGroup;
  /** How its statements join ports, in words. */
  readonly patterns: Set<string | undefined>;
  count: number;
}

export interface Bundle {
  /** Indices of the boxes. */
  readonly from: number;
  readonly to: number;
  readonly strands: Map<number, Strand>;
  /** Links between instances of a group that are drawn as one. */
  between: number;
}

/** Strands of a bundle, the most links first. */
export function strandsOf({ strands }: Bundle): readonly Strand[] {
  return [...strands.values()].sort((a, b) => b.count - a.count || a.group.index - b.group.index);
}

/** The links with the lowest margin; links with an unknown margin come before all others. */
export function worstOf(strands: readonly Strand[]): LinkBudget {
  return strands
    .map((each) => each.budget)
    .reduce((worst, each) =>
      Number.isNaN(worst.margin.value) || each.margin.value >= worst.margin.value ? worst : each,
    );
}
