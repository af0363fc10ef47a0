// A judgement: what one rule reports, with the severity it has in this project; and the finding it becomes.

import type { Finding, Severity } from './finding.ts';
import { distinctFindings, sayingKey } from './key.ts';
import type { Report, Rule } from './rule.ts';

export interface Judgement {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly report: Report;
}

/** One line of text can be many things on the floor: what a rule says of several in the same words is said once. */
export function mergeJudgements(judgements: readonly Judgement[]): Judgement[] {
  return distinctFindings(judgements, ({ rule, report: { origin, message } }) =>
    sayingKey({ rule: rule.id, origin, message }),
  );
}

/** A judgement as a finding, with the messages of what follows from it. */
export function toFinding({ rule, severity, report }: Judgement, consequences: readonly string[]): Finding {
  return {
    rule: rule.id,
    severity,
    message: report.message,
    help: report.help,
    origin: report.origin,
    label: report.label,
    related: report.related ?? [],
    fixes: report.fixes ?? [],
    subjects: report.subjects,
    derivation: report.derivation,
    consequences,
  };
}
