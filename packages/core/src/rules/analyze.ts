// All findings of a fabric, as one pipeline: run the rules, merge, allow, attach consequences, sort.
import type { Facts } from '../answers/index.ts';
import {
  applyAllowances,
  attachConsequences,
  byPlace,
  type Finding,
  isJudgeable,
  type Judgement,
  mergeJudgements,
  milderOf,
  type Report,
  type Rule,
  type Severities,
  severityOf,
} from '../findings/index.ts';
import type { Allowance } from '../model/index.ts';
import { unusedAllow, rule as unusedRule } from './control/unused-allow.ts';

/**
 * Runs rules over the facts. Never throws: a rule that does becomes a finding that names it.
 * @param severities what a project sets; a rule that is off isn't run
 * @returns the findings, by file and place
 */
export function analyze(facts: Facts, rules: readonly Rule[], severities: Severities = new Map()): Finding[] {
  const { fabric } = facts;
  const judgeable = rules.filter((rule) => isJudgeable(rule, fabric.gaps));
  const judgements = mergeJudgements(judgeable.flatMap((rule) => judge(rule, facts, severities)));
  const off = rules.filter((rule) => severityOf(severities, rule.id, rule.severity) === 'off').map(({ id }) => id);
  const { kept, unused } = applyAllowances(fabric, judgements, off);
  const findings = attachConsequences(kept);
  if (isJudgeable(unusedRule, fabric.gaps)) findings.push(...unusedAllowances(unused, severities));
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

function unusedAllowances(unused: readonly Allowance[], severities: Severities): Finding[] {
  const severity = severityOf(severities, unusedRule.id, unusedRule.severity);
  return severity === 'off' ? [] : unused.map((each) => ({ ...unusedAllow(each), severity }));
}
