// An allowance that suppresses nothing.

import type { Finding } from '../../findings/finding.ts';
import { defineRule } from '../../findings/rule.ts';
import type { Allowance } from '../../model/index.ts';

export const rule = defineRule({
  id: 'control/unused-allow',
  severity: 'warning',
  level: 'demand',
  title: 'An allowance suppresses nothing',
  why: 'An allowance that outlives its reason hides the next mistake of the same kind. When its finding is gone, delete the line.',
  sources: [],
  override: 'Delete the allowance, or correct the rule or the selection it names.',
  bad: `import "std/switches"

allow power/rack-budget because "the shelf is being upgraded"
//    ^^^^^^^^^^^^^^^^^
`,
  fix: { '\nallow power/rack-budget because "the shelf is being upgraded"\n': '' },
  // Known only after every other rule has run: the analysis makes these findings itself.
  check: () => [],
});

/** How many things its help names. */
const maxNamed = 3;

/**
 * The finding about an allowance that suppresses nothing.
 * @param others names of what the findings of its rule are about, which it doesn't name
 */
export function unusedAllow(allowance: Allowance, others: readonly string[]): Finding {
  const named = [...others.slice(0, maxNamed), ...(others.length > maxNamed ? ['…'] : [])].join(', ');
  return {
    rule: rule.id,
    severity: rule.severity,
    message:
      others.length === 0
        ? `This allowance suppresses nothing: ${allowance.rule} has no finding here.`
        : `This allowance suppresses nothing: no finding of ${allowance.rule} is about what it is for.`,
    help:
      others.length === 0
        ? 'Remove it, or correct the rule or the selection it names.'
        : `Remove it, or name what the findings are about: ${named}.`,
    origin: allowance.origin,
    label: 'suppresses nothing',
    related: [],
    fixes: [{ title: 'Remove this allowance', edits: [{ origin: allowance.statement, text: '' }], isSafe: true }],
    subjects: undefined,
    derivation: undefined,
    consequences: [],
  };
}
