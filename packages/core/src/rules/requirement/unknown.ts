// A requirement that can't be checked because something is not said.
import { type Verdict, verdictsOf } from '../../answers/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { subjectOf } from './unmet.ts';

export const rule = defineRule({
  id: 'requirement/unknown',
  severity: 'warning',
  level: 'demand',
  title: 'A requirement can’t be checked',
  why: 'A value that nobody gave is unknown, not zero. A requirement that rests on one is neither met nor broken, and a build that is green for that reason would promise too much.',
  sources: ['The design itself'],
  override: 'Give the missing value, with `source` or `assumed`.',
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
  good: `import "std/racks"
import "std/cooling"

loop primary { coolant PG25  supply 40 °C  return <= 55 °C  flow 61 L/min }
host type Node { height 8 RU  power 30 kW  liquid 90 % assumed "as built last year" }
rack r : OpenRackV3 { cooled by primary }
host node[1..2] : Node
place node[*] in r

require headroom(primary) >= 10 %
`,
  check(facts) {
    // A pattern that could not be laid is told where it stands.
    if (facts.fabric.linkGroups.some((group) => group.fault !== undefined)) return [];
    // One missing value is one finding, however many requirements rest on it.
    const byReason = new Map<string, Verdict[]>();
    for (const verdict of verdictsOf(facts)) {
      if (verdict.holds !== undefined) continue;
      const reason = verdict.value.unknown ?? 'a value it rests on is unknown';
      byReason.set(reason, [...(byReason.get(reason) ?? []), verdict]);
    }
    return [...byReason].map(([reason, [first, ...others]]) => reportOf(reason, first as Verdict, others));
  },
});

function reportOf(reason: string, { requirement, value }: Verdict, others: readonly Verdict[]): Report {
  return {
    message: `${subjectOf(requirement)} can’t be checked: ${reason}.`,
    help: value.isNone
      ? 'Nothing is missing, there is no such value: require another fact, or this one of something that has it.'
      : value.bounds === undefined || !Number.isFinite(value.bounds.least - value.bounds.most)
        ? 'Give the missing value, with `source` or `assumed`.'
        : 'Require what both bounds keep, or `allow` it with the reason to trust it.',
    origin: requirement.origin,
    label: 'unknown',
    restsOnUnknown: true,
    also: others.map((each) => `${subjectOf(each.requirement)} can’t be checked either.`),
    subjects: requirement.subject,
    derivation: value,
  };
}
