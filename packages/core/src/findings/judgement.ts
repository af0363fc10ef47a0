// A judgement: what one rule reports, with the severity it has in this project; and the finding it becomes.

import type { Finding, Severity } from './finding.ts';
import { findingKey } from './key.ts';
import type { Report, Rule } from './rule.ts';

export interface Judgement {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly report: Report;
}

/** One line of text can be many things on the floor: of what a rule reports at one place, the first stays, the worst, for all. */
export function mergeJudgements(judgements: readonly Judgement[]): Judgement[] {
  const atPlace = new Map<string, Judgement[]>();
  for (const each of judgements) {
    const key = findingKey({ rule: each.rule.id, origin: each.report.origin });
    const there = atPlace.get(key);
    if (there === undefined) atPlace.set(key, [each]);
    else there.push(each);
  }
  return [...atPlace.values()].flatMap(([first, ...others]) => {
    if (first === undefined || others.length === 0) return first ?? [];
    const { alike = [] } = first.report;
    const more = others.flatMap(({ report }) => [report, ...(report.alike ?? [])]);
    const said = more.flatMap(({ subjects, derivation }) => (subjects === undefined ? [] : [{ subjects, derivation }]));
    if (said.length === 0) return first;
    return [{ ...first, report: { ...first.report, alike: [...alike, ...said] } }];
  });
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
    ...(report.alike === undefined ? {} : { alike: report.alike }),
    consequences,
  };
}
