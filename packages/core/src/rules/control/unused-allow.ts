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

/** The finding about an allowance that suppresses nothing. */
export function unusedAllow(allowance: Allowance): Finding {
  return {
    rule: rule.id,
    severity: rule.severity,
    message: `This allowance suppresses nothing: ${allowance.rule} has no finding here.`,
    help: 'Remove it, or correct the rule or the selection it names.',
    origin: allowance.origin,
    label: 'suppresses nothing',
    related: [],
    fixes: [{ title: 'Remove this allowance', edits: [{ origin: allowance.statement, text: '' }] }],
    subjects: undefined,
    derivation: undefined,
    consequences: [],
  };
}
