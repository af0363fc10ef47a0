// A requirement that can't be checked because a value is unknown.
import { type Verdict, verdictsOf } from '../../answers/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { subjectOf } from './unmet.ts';

export const rule = defineRule({
  id: 'requirement/unknown',
  severity: 'warning',
  level: 'demand',
  title: "A requirement can't be checked",
  why: "A value that isn't given is unknown, not zero. A requirement that depends on one neither holds nor fails, and a build that passes because of it would promise too much.",
  sources: ['The design itself'],
  override: 'Add the missing value, with `source` or `assumed`.',
  bad: `import "std/racks"
import "std/cooling"

loop primary { coolant PG25  supply 40 °C  return <= 55 °C  flow 60 L/min }
host type Node { height 8 RU  power 30 kW }
rack r : OpenRackV3 { cooled by primary }
host node[1..2] : Node
place node[*] in r

require headroom(primary) >= 10 %
//      ^^^^^^^^^^^^^^^^^^^^^^^^^
`,
  fix: {
    '60 L/min': '61 L/min',
    'power 30 kW }': 'power 30 kW  liquid 90 % assumed "as built last year" }',
  },
  check(facts) {
    // A link pattern that can't be made is reported at its statement.
    if (facts.fabric.linkGroups.some((group) => group.fault !== undefined)) return [];
    // One missing value is one finding, however many requirements depend on it.
    const byReason = new Map<string, Verdict[]>();
    for (const verdict of verdictsOf(facts)) {
      if (verdict.holds !== undefined) continue;
      const reason = verdict.value.unknown ?? 'a value it depends on is unknown';
      byReason.set(reason, [...(byReason.get(reason) ?? []), verdict]);
    }
    return [...byReason].map(([reason, [first, ...others]]) => reportOf(reason, first as Verdict, others));
  },
});

function reportOf(reason: string, { requirement, value }: Verdict, others: readonly Verdict[]): Report {
  return {
    message: `${subjectOf(requirement)} can't be checked: ${reason}.`,
    help: value.isNone
      ? 'Require another fact, or this fact of another subject: no value is missing.'
      : value.bounds === undefined || !Number.isFinite(value.bounds.least - value.bounds.most)
        ? 'Add the missing value, with `source` or `assumed`.'
        : 'Require a limit that both bounds satisfy, or `allow` it and give the reason.',
    origin: requirement.origin,
    label: 'unknown',
    restsOnUnknown: true,
    also: others.map((each) => `${subjectOf(each.requirement)} can't be checked either.`),
    subjects: requirement.subject,
    derivation: value,
  };
}
