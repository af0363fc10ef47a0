// CDUs that give less flow than the loop is set to, with their redundancy used up.
import { printValue } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { single } from '../../model/index.ts';
import { cdusGive, usedUp } from '../../subjects/cdus-give.ts';
import { exceeds } from '../../units/index.ts';

export const rule = defineRule({
  id: 'cooling/cdu-flow',
  severity: 'error',
  level: 'assembly',
  title: 'The CDUs of a loop do not give its flow with their redundancy used up',
  why: 'A CDU has two limits, the heat it passes on and the flow its pumps give, and the second is often the first to be reached: a unit of 2 MW at 0.95 L/min for each kW passes on the heat of a loop that is set to 1.5 L/min for each kW, and circulates two thirds of it. The units that are left must give the flow the loop is set to.',
  sources: [
    'OCP liquid-to-liquid CDU white paper R1: 1.5 L/min for each kW, N+1',
    'OCP Deschutes v0.80: 2,000 kW and 500 GPM, 0.95 L/min for each kW',
  ],
  override: 'Set `flow` on the CDU type or on the loop, or leave the redundancy out of `from` where none is promised.',
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
  good: `import "std/racks"
import "std/cooling"

cdu cdu[1..3] : Deschutes
loop primary {
    coolant PG25
    supply  40 °C
    flow    2400 L/min
    from    cdu[*], n+1
}
host type Node { height 8 RU  power 30 kW  liquid 90 % }
rack r[1..13] : OpenRackV3 { cooled by primary }
host node[1..52] : Node
place node[*] in r[*]
`,
  check(facts) {
    const reports: Report[] = [];
    for (const loop of facts.fabric.loops) {
      const cdus = facts.cooling.cdus(loop);
      const from = loop.values.from;
      if (cdus === undefined || from === undefined) continue;
      // Where the heat is too much already, or no CDU is left, that is told.
      if (cdus.left === 0 || exceeds(facts.cooling.heat(loop).known, cdus.heat.value)) continue;
      const flow = facts.cooling.flow(loop);
      if (!exceeds(flow.value, cdus.flow.value)) continue;
      reports.push({
        message: `${loop.name} circulates ${printValue(flow)}; ${cdusGive(cdus)} ${printValue(cdus.flow)}.`,
        help: 'Add a CDU, take larger ones, or set the loop to less flow if its return allows that.',
        origin: from.origin,
        label: `${printValue(cdus.flow)}${usedUp(from.value)}`,
        subjects: single('loop', loop.index),
        derivation: cdus.flow,
        blames: [from.origin],
      });
    }
    return reports;
  },
});
