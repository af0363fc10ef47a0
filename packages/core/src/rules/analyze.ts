// All findings of a fabric, as one pipeline: run the rules, allow, merge, attach consequences, sort.
import type { Facts } from '../answers/index.ts';
import {
  applyAllowances,
  attachConsequences,
  byPlace,
  type Finding,
  isJudgeable,
  type Judgement,
  matchesRule,
  mergeJudgements,
  milderOf,
  type Report,
  type Rule,
  type Severities,
  severityOf,
} from '../findings/index.ts';
import { type Allowance, type Fabric, nameOf } from '../model/index.ts';
import { unusedAllow, rule as unusedRule } from './control/unused-allow.ts';

/**
 * Runs rules over the facts. Never throws: a rule that does becomes a finding that names it.
 * @param severities what a project sets; a rule that is off isn't run
 * @returns the findings, by file and place
 */
export function analyze(facts: Facts, rules: readonly Rule[], severities: Severities = new Map()): Finding[] {
  const { fabric } = facts;
  const judgeable = rules.filter((rule) => isJudgeable(rule, fabric.gaps));
  const judgements = judgeable.flatMap((rule) => judge(rule, facts, severities));
  const off = rules.filter((rule) => severityOf(severities, rule.id, rule.severity) === 'off').map(({ id }) => id);
  const { kept, unused } = applyAllowances(fabric, judgements, off);
  // Merged once it is known what is allowed: what is allowed doesn't hide the next worst at its place.
  const findings = attachConsequences(mergeJudgements(kept));
  if (isJudgeable(unusedRule, fabric.gaps))
    findings.push(...unusedAllowances(unused, findings, facts.fabric, severities));
  return findings.sort(byPlace);
}

/** What a rule reports, with the severity that the project and the report give it; nothing when the rule is off. */
function judge(rule: Rule, facts: Facts, severities: Severities): Judgement[] {
  const own = severityOf(severities, rule.id, rule.severity);
  if (own === 'off') return [];
  return run(rule, facts).map((report) => ({ rule, severity: milderOf(own, report.severity ?? own), report }));
}

function run(rule: Rule, facts: Facts): readonly Report[] {
  try {
    return rule.check(facts);
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
