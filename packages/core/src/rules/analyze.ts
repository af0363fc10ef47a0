// All findings of a fabric, as one pipeline: run the rules, allow, merge, attach consequences, sort.
import type { Facts } from '../answers/index.ts';
import {
  type AllowedJudgement,
  accepting,
  applyAllowances,
  attachConsequences,
  byPlace,
  type Finding,
  isJudgeable,
  type Judge,
  type Judged,
  type Judgement,
  matchesRule,
  mergeJudgements,
  milderOf,
  type Report,
  type Rule,
  type Severities,
  severityOf,
  Tally,
  type Unjudged,
} from '../findings/index.ts';
import { type Allowance, type Fabric, nameOf } from '../model/index.ts';
import { notJudged, rule as notJudgedRule } from './control/not-judged.ts';
import { unusedAllow, rule as unusedRule } from './control/unused-allow.ts';

/** What rules say of a fabric. */
export interface Analyzed {
  /** By file and place. */
  readonly findings: readonly Finding[];
  /** What allowances take out of them. */
  readonly allowed: readonly AllowedJudgement[];
  readonly judged: Judged;
}

/**
 * Runs rules over the facts. Never throws: a rule that does becomes a finding that names it.
 * @param severities what a project sets; a rule that is off isn't run
 * @param notRun more rules that found nothing because they weren't run or failed; asked for once all others have run
 */
export function analyze(
  facts: Facts,
  rules: readonly Rule[],
  severities: Severities = new Map(),
  notRun: () => readonly string[] = () => [],
): Analyzed {
  const { fabric } = facts;
  const tally = new Tally();
  const judgeable = rules.filter((rule) => isJudgeable(rule, fabric.gaps));
  const judgements = judgeable.flatMap((rule) => reportsOf(rule, { facts, severities, tally }));
  const off = rules.filter((rule) => severityOf(severities, rule.id, rule.severity) === 'off').map(({ id }) => id);
  const unknown = [...off, ...notRun()];
  const counted = tally.result();
  const open = isJudgeable(notJudgedRule, fabric.gaps)
    ? openJudgements(fabric, counted, severities)
    : new Map<Judgement, Unjudged>();
  const all = toldOnce(judgements, open);
  const { kept, allowed, unused } = applyAllowances(fabric, all, unknown);
  // Merged once it is known what is allowed: what is allowed doesn't hide the next worst at its place.
  const isOpen = ({ rule }: Judgement): boolean => rule === notJudgedRule;
  const findings = attachConsequences([
    ...mergeJudgements(kept.filter((each) => !isOpen(each))),
    // Each is about another number, also where several are missing at one place.
    ...kept.filter(isOpen),
  ]);
  if (isJudgeable(unusedRule, fabric.gaps)) findings.push(...unusedAllowances(unused, findings, fabric, severities));
  const left = new Set(kept.filter(isOpen).map(({ report }) => report.message));
  const accepted = new Set(
    [...open].filter(([each]) => all.includes(each) && !left.has(each.report.message)).map(([, of]) => of),
  );
  return { findings: findings.sort(byPlace), allowed, judged: accepting(counted, accepted) };
}

/** A judgement for each reason why limits aren't judged, while the fabric is whole. */
function openJudgements(fabric: Fabric, { reasons }: Judged, severities: Severities): ReadonlyMap<Judgement, Unjudged> {
  const severity = severityOf(severities, notJudgedRule.id, notJudgedRule.severity);
  const found = new Map<Judgement, Unjudged>();
  if (severity === 'off') return found;
  for (const each of reasons) {
    const report = notJudged(fabric, each);
    if (report !== undefined) found.set({ rule: notJudgedRule, severity, report }, each);
  }
  return found;
}

/** Judgements with those of limits that aren't judged: listed with the requirement that fails to be checked for the same reason. */
function toldOnce(judgements: readonly Judgement[], open: ReadonlyMap<Judgement, Unjudged>): Judgement[] {
  const left = new Map([...open].map(([judgement, { reason }]) => [reason, judgement]));
  const told = judgements.map((each): Judgement => {
    if (each.rule.id !== 'requirement/unknown') return each;
    const also = [...left].filter(([reason]) => each.report.message.endsWith(`: ${reason}.`));
    for (const [reason] of also) left.delete(reason);
    const messages = also.map(([, { report }]) => report.message);
    return { ...each, report: { ...each.report, also: [...(each.report.also ?? []), ...messages] } };
  });
  return [...told, ...left.values()];
}

/** What a rule is run with. */
interface Run {
  readonly facts: Facts;
  readonly severities: Severities;
  readonly tally: Tally;
}

/** What a rule reports, with the severity that the project and the report give it; nothing when the rule is off. */
function reportsOf(rule: Rule, { facts, severities, tally }: Run): Judgement[] {
  const own = severityOf(severities, rule.id, rule.severity);
  if (own === 'off') return [];
  return run(rule, facts, tally.judgeFor(rule)).map((report) => ({
    rule,
    severity: milderOf(own, report.severity ?? own),
    report,
  }));
}

function run(rule: Rule, facts: Facts, judge: Judge): readonly Report[] {
  try {
    return rule.check(facts, judge);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [
      {
        message: `The rule ${rule.id} failed: ${reason}.`,
        help: 'This is a bug in Lightloom, not in the design; please report it.',
        origin: { uri: facts.fabric.uri, start: 0, end: 0 },
      },
    ];
  }
}

function unusedAllowances(
  unused: readonly Allowance[],
  findings: readonly Finding[],
  fabric: Fabric,
  severities: Severities,
): Finding[] {
  const severity = severityOf(severities, unusedRule.id, unusedRule.severity);
  if (severity === 'off') return [];
  const all = findings.flatMap((each) => [each, ...(each.folded ?? [])]);
  return unused.map((each) => {
    const others = all.filter(({ rule }) => matchesRule(each.rule, rule)).map((other) => firstSubject(fabric, other));
    return { ...unusedAllow(each, [...new Set(others.filter((name) => name !== undefined))]), severity };
  });
}

function firstSubject(fabric: Fabric, { subjects }: Finding): string | undefined {
  const first = subjects?.ids[0];
  return subjects === undefined || first === undefined ? undefined : nameOf(fabric, subjects.of, first);
}
