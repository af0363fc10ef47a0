// A requirement that can't be checked because something is not said.
import { verdictsOf } from '../../facts/index.ts';
import { defineRule, type Report } from '../rule.ts';
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
    const reports: Report[] = [];
    for (const { requirement, holds, value } of verdictsOf(facts)) {
      if (holds !== undefined) continue;
      reports.push({
        message: `${subjectOf(requirement)} can’t be checked: ${value.unknown ?? 'a value it rests on is unknown'}.`,
        help: 'Give the missing value, with `source` or `assumed`.',
        origin: requirement.origin,
        label: 'unknown',
        subjects: requirement.subject,
        derivation: value,
      });
    }
    return reports;
  },
});
