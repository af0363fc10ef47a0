// CDUs that deliver less flow than their loop needs after losing their redundancy.

import { printApart, printValue } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { cdusDeliver, cdusOf, withRedundancyLost } from '../../subjects/remaining-cdus.ts';
import { moreCdus } from '../../subjects/remedies/index.ts';
import { soundLoops } from '../../subjects/sound.ts';

export const rule = defineRule({
  id: 'cooling/cdu-flow',
  severity: 'error',
  level: 'whole',
  title: 'The CDUs of a loop deliver too little flow with their redundancy lost',
  why: 'A CDU has two limits, the heat it transfers and the flow of its pumps, and the second is often reached first: a 2 MW unit at 0.95 L/min per kW transfers the heat of a loop designed for 1.5 L/min per kW but circulates two thirds of it. The remaining units must deliver the flow of the loop.',
  sources: [
    'OCP liquid-to-liquid CDU white paper R1: 1.5 L/min for each kW, N+1',
    'OCP Deschutes v1.0.0: 2,000 kW and 500 GPM, 0.95 L/min for each kW',
  ],
  limit: 'CDU flow',
  override: 'Set `flow` on the CDU type or on the loop, or remove the redundancy from `from` if none is promised.',
  bad: `import "std/racks"
import "std/cooling"

cdu cdu[1..2] : Deschutes
loop primary {
    coolant PG25
    supply  40 °C
    flow    2400 L/min
    from    cdu[*], n+1
//  ^^^^^^^^^^^^^^^^^^^
}
host type Node { height 8 RU  power 30 kW  liquid 90 % }
rack r[1..13] : OpenRackV3 { cooled by primary }
host node[1..52] : Node
place node[*] in r[*]
`,
  fix: { 'cdu[1..2]': 'cdu[1..3]' },
  check(facts, judge) {
    const reports: Report[] = [];
    for (const loop of soundLoops(facts, 'cooling/cdu-flow')) {
      const cdus = facts.cooling.cdus(loop);
      const from = loop.values.from;
      if (cdus === undefined || from === undefined) continue;
      const flow = facts.cooling.flow(loop);
      if (!judge.exceeds(flow, cdus.flow, { at: loop.origin })) continue;
      const [is, most] = printApart(flow, cdus.flow);
      reports.push({
        message: `${loop.name} needs a flow of ${is}; ${cdusDeliver(cdus)} ${most}.`,
        help: 'Add a CDU, use larger ones, or lower the flow of the loop if its return temperature permits.',
        origin: from.origin,
        label: `${printValue(cdus.flow)}${withRedundancyLost(from.value)}`,
        subjects: cdusOf(loop),
        derivation: cdus.flow,
        restsOn: [from.origin],
        blames: [from.origin],
        remedies: moreCdus(facts.fabric, loop, cdus, flow.value / cdus.flow.value),
      });
    }
    return reports;
  },
});
