// An allowance that excuses nothing.

import type { Finding } from '../../findings/finding.ts';
import { defineRule } from '../../findings/rule.ts';
import type { Allowance } from '../../model/index.ts';

export const rule = defineRule({
  id: 'control/unused-allow',
  severity: 'warning',
  level: 'demand',
  title: 'An allowance excuses nothing',
  why: 'An exception that outlives its reason hides the next mistake of the same sort. When the finding it was written for is gone, the line should go too.',
  sources: [],
  override: 'Delete the allowance, or correct the rule or the selection it names.',
  bad: `import "std/switches"

allow power/rack-budget because "the shelf is being upgraded"
//    ^^^^^^^^^^^^^^^^^
`,
  good: `import "std/switches"
`,
  // Known only after every other rule has run, so the analysis makes these findings itself.
  check: () => [],
});

/** The finding for an allowance that no finding met. */
export function unusedAllow(allowance: Allowance): Finding {
  return {
    rule: rule.id,
    severity: rule.severity,
    message: `Nothing is found by ${allowance.rule} here, so this allowance excuses nothing.`,
    help: 'Remove it, or correct the rule or the selection it names.',
    origin: allowance.origin,
    label: 'excuses nothing',
    related: [],
    fixes: [{ title: 'Remove this allowance', edits: [{ origin: allowance.statement, text: '' }] }],
    subjects: undefined,
    derivation: undefined,
    consequences: [],
  };
}
