// Findings that a design allows, for those who want to see them: with the reasons that it gives.
import type { Allowance } from '../model/index.ts';
import type { AllowedJudgement } from './allowances.ts';
import type { Finding } from './finding.ts';
import { type Judgement, mergeJudgements, othersOf, saidOfOthers, toFinding } from './judgement.ts';
import { findingKey } from './key.ts';

/** A finding that is allowed. */
export interface AllowedFinding {
  readonly finding: Finding;
  /** The statements that allow it: `allow RULE because "…"`. */
  readonly by: readonly Allowance[];
}

/** What is allowed, as findings: of what one rule says at one place, the first, with what it says of the others. */
export function allowedFindings(allowed: readonly AllowedJudgement[]): AllowedFinding[] {
  const keyOf = ({ rule, report }: Judgement): string => findingKey({ rule: rule.id, origin: report.origin });
  const statements = new Map<string, Set<Allowance>>();
  for (const { judgement, by } of allowed) {
    const key = keyOf(judgement);
    const known = statements.get(key) ?? new Set();
    statements.set(key, known);
    for (const each of by) known.add(each);
  }
  return mergeJudgements(allowed.map(({ judgement }) => judgement)).map((judgement) => {
    const said = [...(judgement.report.also ?? []), ...saidOfOthers(judgement)];
    const finding = { ...toFinding(judgement, said), folded: othersOf(judgement) };
    return { finding, by: [...(statements.get(keyOf(judgement)) ?? [])] };
  });
}
