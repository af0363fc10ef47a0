// Which kinds of links between two boxes share a band: all that are judged alike.
import { type EndFault, exceeds, type LinkBudget, linkFaults } from '@lightloom/core';
import { grouped } from '../../../graph/index.ts';
import { panelsOf, usedLoss } from './bundle-text.ts';
import type { Strand } from './strands.ts';

/** Bands between two boxes; where more kinds of links differ, those that are judged alike share one. */
const maxBands = 4;

type Judged = EndFault | 'over' | 'too long' | 'within' | 'unknown';

/** Whether a link is longer than its optics reach, whatever it loses; an amplified line has no such limit. */
export function isTooLong({ length, reach, allowed, class: { group } }: LinkBudget): boolean {
  return (
    group.cable === undefined && allowed.isNone !== true && reach.isNone !== true && exceeds(length.value, reach.value)
  );
}

/** What a link uses of its limit: of its loss budget; of the reach of its cable, or of optics that don't reach so far. */
export function usedOf(budget: LinkBudget): { readonly used: number; readonly limit: number } {
  return budget.class.group.cable === undefined && !isTooLong(budget)
    ? { used: usedLoss(budget), limit: budget.allowed.value }
    : { used: budget.length.value, limit: budget.reach.value };
}

function judgedOf({ budget }: Strand, faultOf: (budget: LinkBudget) => EndFault | undefined): Judged {
  const fault = faultOf(budget);
  if (fault !== undefined) return fault;
  const { used, limit } = usedOf(budget);
  if (Number.isNaN(used) || Number.isNaN(limit)) return budget.allowed.isNone === true ? 'within' : 'unknown';
  if (isTooLong(budget)) return 'too long';
  return exceeds(used, limit) ? 'over' : 'within';
}

/**
 * The strands of a bundle that share a band, the largest band first: one where all are judged alike, else one for each kind of
 * path.
 * @param strands the most links first
 */
export function apartByVerdict(strands: readonly Strand[]): readonly (readonly Strand[])[] {
  const faultOf = linkFaults();
  const judged = new Map(strands.map((each) => [each, judgedOf(each, faultOf)]));
  const byVerdict = grouped(strands, (each) => judged.get(each));
  if (byVerdict.size < 2) return [strands];
  const byPath = grouped(strands, (each) => {
    const { group } = each.budget.class;
    const { rate } = each.budget;
    return [judged.get(each), rate.value, group.fiber?.index, group.cable?.index, panelsOf(each.budget)].join();
  });
  return [...(byPath.size > maxBands ? byVerdict : byPath).values()];
}
