// Findings, reports, rules and fabrics for tests of what is reported: made by hand, without a parser.

import { defineRule, type RuleDefinition } from '../src/findings/rule.ts';
import {
  type Allowance,
  type Fabric,
  FabricBuilder,
  type Finding,
  type Gaps,
  type Judgement,
  type Origin,
  type Report,
  type Rule,
} from '../src/index.ts';

/** So many characters from an offset of one file. */
export function at(start: number, length = 5, uri = 'a.fabric'): Origin {
  return { uri, start, end: start + length };
}

export function ruleOf(id: string, more: Partial<RuleDefinition> = {}): Rule {
  return defineRule({
    id,
    severity: 'error',
    level: 'value',
    title: '',
    why: '',
    sources: [],
    override: '',
    bad: '',
    fix: {},
    check: () => [],
    ...more,
  });
}

export function judgement(id: string, report: Partial<Report>, more: Partial<RuleDefinition> = {}): Judgement {
  const rule = ruleOf(id, more);
  return { rule, severity: rule.severity, report: { message: `${id} fails.`, origin: at(0), ...report } };
}

export function findingOf(rule: string, origin: Origin): Finding {
  return {
    rule,
    severity: 'error',
    message: `${rule} fails.`,
    help: undefined,
    origin,
    label: undefined,
    related: [],
    fixes: [],
    subjects: undefined,
    derivation: undefined,
    consequences: [],
  };
}

/** A fabric that holds nothing but allowances, and the gaps that were noted. */
export function fabricWith(allowances: readonly Partial<Allowance>[] = [], gaps: readonly (keyof Gaps)[] = []): Fabric {
  const builder = new FabricBuilder('a.fabric');
  for (const each of allowances)
    builder.addAllowance({
      rule: 'power/rack-budget',
      reason: 'tested',
      on: [],
      scope: undefined,
      origin: at(900),
      statement: at(894, 40),
      ...each,
    });
  for (const each of gaps) builder.noteGap(each);
  return builder.finish();
}
