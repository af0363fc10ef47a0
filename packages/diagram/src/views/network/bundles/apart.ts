// Which kinds of links between two boxes share a band: all that are judged alike.
import { exceeds, type LinkBudget } from '@lightloom/core';
import { grouped } from '../../../graph/index.ts';
import { panelsOf, usedLoss } from './bundle-text.ts';
import type { Strand } from './strands.ts';

/** Bands between two boxes; where more kinds of links differ, those that are judged alike share one. */
const maxBands = 4;

type Judged = 'over' | 'within' | 'unknown';

/** What a link uses of its limit: of its loss budget, or of the reach of its cable. */
export function usedOf(budget: LinkBudget): { readonly used: number; readonly limit: number } {
  return budget.class.group.cable === undefined
    ? { used: usedLoss(budget), limit: budget.allowed.value }
    : { used: budget.length.value, limit: budget.reach.value };
}

function judgedOf({ budget }: Strand): Judged {
  const { used, limit } = usedOf(budget);
  if (Number.isNaN(used) || Number.isNaN(limit)) return budget.allowed.isNone === true ? 'within' : 'unknown';
  return exceeds(used, limit) ? 'over' : 'within';
}

/**
 * The strands of a bundle that share a band, the largest band first: one where all are judged alike, else one for each kind of
 * path.
 * @param strands the most links first
 */
export function apartByVerdict(strands: readonly Strand[]): readonly (readonly Strand[])[] {
  const byVerdict = grouped(strands, judgedOf);
  if (byVerdict.size < 2) return [strands];
  const byPath = grouped(strands, (each) => {
    const { group } = each.budget.class;
    return [judgedOf(each), group.fiber?.index, group.cable?.index, panelsOf(each.budget)].join();
  });
  return [...(byPath.size > maxBands ? byVerdict : byPath).values()];
}
