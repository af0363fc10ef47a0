// Allowances: `allow RULE because "…"` takes a finding out of the list, and an allowance that does so for none is reported.
import type { Allowance, AllowanceTarget, Fabric } from '../model/index.ts';
import { originWithin } from '../source/index.ts';
import type { Judgement } from './judgement.ts';
import type { Report } from './rule.ts';
import { namesEach } from './subjects.ts';

/** What remains once allowances are applied. */
export interface Allowed {
  /** What no allowance covers, in the same order. */
  readonly kept: readonly Judgement[];
  /** Allowances that cover nothing. */
  readonly unused: readonly Allowance[];
}

/**
 * Takes out what the allowances of a fabric cover.
 * @param off ids of rules that were not run: what they would have found isn't known, so their allowances are not unused
 */
export function applyAllowances(fabric: Fabric, judgements: readonly Judgement[], off: readonly string[]): Allowed {
  const used = new Set<Allowance>();
  const kept = judgements.filter(({ rule, report }) => {
    const covering = fabric.allowances.filter(
      (each) => matchesRule(each.rule, rule.id) && covers(fabric, each, report),
    );
    for (const each of covering) used.add(each);
    return covering.length === 0;
  });
  const unused = fabric.allowances.filter((each) => !used.has(each) && !off.some((id) => matchesRule(each.rule, id)));
  return { kept, unused };
}

/** Whether a rule is the one that an allowance names, or one of the family it names. */
function matchesRule(pattern: string, id: string): boolean {
  return pattern === id || id.startsWith(`${pattern}/`);
}

function covers(fabric: Fabric, { on, scope }: Allowance, report: Report): boolean {
  if (on.length > 0) return on.some((target) => isAbout(fabric, target, report));
  return scope === undefined || originWithin(report.origin, scope);
}

/** Whether what is reported is in the declaration of a target, or is about nothing but what the target names. */
function isAbout(fabric: Fabric, { declaration, selection }: AllowanceTarget, report: Report): boolean {
  if (declaration !== undefined && originWithin(report.origin, declaration)) return true;
  return namesEach(fabric, selection, report.subjects);
}
