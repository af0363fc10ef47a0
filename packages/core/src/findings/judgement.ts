// A judgement: what one rule reports, with the severity it has in this project; and the finding it becomes.

import { printNumber } from '../units/index.ts';
import type { Finding, Severity } from './finding.ts';
import { distinctFindings, findingKey, sayingKey } from './key.ts';
import type { Report, Rule } from './rule.ts';

export interface Judgement {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly report: Report;
  /** What its rule reports at the same place of other things, shown with it. */
  readonly others?: readonly Judgement[];
}

/** How many of the judgements of one rule at one place are shown beside the first; the rest are counted. */
const maxTold = 3;

/**
 * One line of text can be many things on the floor: of what a rule reports at one place, the first, the worst, is the finding. What
 * it says of the others is shown with it, as far as that differs.
 */
export function mergeJudgements(judgements: readonly Judgement[]): Judgement[] {
  const byPlace = new Map<string, Judgement[]>();
  const distinct = distinctFindings(judgements, ({ rule, report: { origin, message } }) =>
    sayingKey({ rule: rule.id, origin, message }),
  );
  for (const each of distinct) {
    const key = findingKey({ rule: each.rule.id, origin: each.report.origin });
    const known = byPlace.get(key);
    if (known === undefined) byPlace.set(key, [each]);
    else known.push(each);
  }
  return [...byPlace.values()].map(([first, ...others]) => withOthers(first as Judgement, others));
}

/** The first judgement at a place, with the others. */
function withOthers(first: Judgement, others: readonly Judgement[]): Judgement {
  return others.length === 0 ? first : { ...first, others };
}

/** What the others at the place of a judgement say. */
export function saidOfOthers({ others = [] }: Judgement): string[] {
  const told = others.slice(0, others.length === maxTold + 1 ? others.length : maxTold);
  const left = others.length - told.length;
  const rest = left === 0 ? [] : [`${printNumber(left)} more of the same kind here.`];
  return [...told.flatMap(({ report }) => [report.message, ...(report.also ?? [])]), ...rest];
}

/** The others at the place of a judgement, as findings. */
export function othersOf({ others = [] }: Judgement): Finding[] {
  return others.map((each) => toFinding(each, each.report.also ?? []));
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
