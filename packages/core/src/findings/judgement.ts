// A judgement: what one rule reports, with the severity it has in this project; and the finding it becomes.

import { printNumber } from '../units/index.ts';
import type { CurableFinding, Finding, Severity } from './finding.ts';
import { distinctFindings, findingKey, sayingKey } from './key.ts';
import type { Report, Rule } from './rule.ts';
import { hardestFirst } from './severity.ts';

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
 * One line of text can be many things on the floor: of what a rule reports at one place, the first of the most severe, the worst, is the
 * finding. What it says of the others is shown with it, as far as that differs.
 */
export function mergeJudgements(judgements: readonly Judgement[]): Judgement[] {
  const atPlace = new Map<string, Judgement[]>();
  for (const each of judgements) {
    const key = findingKey({ rule: each.rule.id, origin: each.report.origin });
    const there = atPlace.get(key);
    if (there === undefined) atPlace.set(key, [each]);
    else there.push(each);
  }
  return [...atPlace.values()].map((there) => {
    // An error isn't listed below a warning, which would hide it from exit codes and counts.
    const [first, ...others] = there.length === 1 ? there : [...there].sort(hardestFirst);
    return withOthers(first as Judgement, others);
  });
}

/** The first judgement at a place, with what the others are about, and with those that say something else. */
function withOthers(first: Judgement, others: readonly Judgement[]): Judgement {
  if (others.length === 0) return first;
  const sayingOf = ({ rule, report: { origin, message } }: Judgement): string =>
    sayingKey({ rule: rule.id, origin, message });
  const differing = distinctFindings(others, sayingOf).filter((each) => sayingOf(each) !== sayingOf(first));
  const more = others.flatMap(({ report }) => [report, ...(report.alike ?? [])]);
  const said = more.flatMap(({ subjects, derivation }) => (subjects === undefined ? [] : [{ subjects, derivation }]));
  const alike = [...(first.report.alike ?? []), ...said];
  return {
    ...first,
    report: alike.length === 0 ? first.report : { ...first.report, alike },
    ...(differing.length === 0 ? {} : { others: differing }),
  };
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
export function toFinding({ rule, severity, report }: Judgement, consequences: readonly string[]): CurableFinding {
  return {
    rule: rule.id,
    severity,
    message: report.message,
    help: report.help,
    origin: report.origin,
    label: report.label,
    related: report.related ?? [],
    fixes: report.fixes ?? [],
    ...(report.remedies === undefined ? {} : { remedies: report.remedies }),
    subjects: report.subjects,
    derivation: report.derivation,
    ...(report.lacks === undefined ? {} : { lacks: report.lacks }),
    ...(report.alike === undefined ? {} : { alike: report.alike }),
    consequences,
  };
}
