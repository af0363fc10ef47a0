// CDUs that transfer less heat than their loop carries after losing their redundancy.

import { leastOf, printApart, printValue } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { cdusDeliver, cdusOf, withRedundancyLost } from '../../subjects/remaining-cdus.ts';
import { moreCdus } from '../../subjects/remedies/index.ts';
import { printCount } from '../../units/index.ts';

export const rule = defineRule({
  id: 'cooling/loop-capacity',
  severity: 'error',
  level: 'assembly',
  title: 'The CDUs of a loop transfer too little heat with their redundancy lost',
  why: 'A loop must keep running when the CDUs it may lose are lost: the others have to transfer all the heat of the racks. Their flow is checked by `cooling/cdu-flow`.',
  sources: ['OCP liquid-to-liquid CDU white paper R1: 1.5 L/min for each kW, N+1'],
  limit: 'CDU heat',
  override: 'Set `capacity` on the CDU type, or remove the redundancy from `from` if none is promised.',
  bad: `import "std/racks"
import "std/cooling"

cdu type Small { capacity 100 kW  flow 150 L/min }
cdu cdu[1..2] : Small
loop primary {
    coolant PG25
    supply  40 °C
    flow    150 L/min
    from    cdu[*], n+1
//  ^^^^^^^^^^^^^^^^^^^
}
host type Node { height 8 RU  power 30 kW  liquid 90 % }
rack r : OpenRackV3 { cooled by primary }
host node[1..4] : Node
place node[*] in r
`,
  fix: { 'cdu[1..2]': 'cdu[1..3]' },
  check(facts, judge) {
    const reports: Report[] = [];
    for (const loop of facts.fabric.loops) {
      const cdus = facts.cooling.cdus(loop);
      const from = loop.values.from;
      if (cdus === undefined || from === undefined) continue;
      const heat = facts.cooling.heat(loop);
      if (cdus.left === 0) {
        judge.did(1);
        reports.push({
          message: `${loop.name} has ${printCount(cdus.all, 'CDU')}; its redundancy leaves none.`,
          help: 'Add a CDU, or remove the redundancy if none is promised.',
          origin: from.origin,
          label: 'none remains',
          remedies: moreCdus(facts.fabric, loop, cdus, 1),
          subjects: cdusOf(loop),
          derivation: heat,
          blames: [from.origin],
        });
        continue;
      }
      if (!judge.exceeds(heat, cdus.heat, { at: loop.origin })) continue;
      const [is, most] = printApart(heat, cdus.heat);
      reports.push({
        message: `${loop.name} carries ${is} of heat; ${cdusDeliver(cdus).replace(/deliver/, 'transfer')} ${most}.`,
        help: 'Add a CDU, or use larger ones.',
        origin: from.origin,
        label: `${printValue(cdus.heat)}${withRedundancyLost(from.value)}`,
        remedies: moreCdus(facts.fabric, loop, cdus, leastOf(heat) / cdus.heat.value),
        subjects: cdusOf(loop),
        derivation: heat,
        blames: [from.origin],
      });
    }
    return reports;
  },
});
