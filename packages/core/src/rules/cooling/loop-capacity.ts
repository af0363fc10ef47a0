// CDUs that can't take the heat with their redundancy used up.
import { printValue } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { single } from '../../model/index.ts';
import { cdusGive, usedUp } from '../../subjects/cdus-give.ts';
import { exceeds, printCount } from '../../units/index.ts';

export const rule = defineRule({
  id: 'cooling/loop-capacity',
  severity: 'error',
  level: 'assembly',
  title: 'The CDUs of a loop do not pass on its heat with their redundancy used up',
  why: 'The loop must live on when the CDUs it may lose are lost: the rest have to pass on all the heat of the racks. Their flow is judged by `cooling/cdu-flow`.',
  sources: ['OCP liquid-to-liquid CDU white paper R1: 1.5 L/min for each kW, N+1'],
  override: 'Set `capacity` on the CDU type, or leave the redundancy out of `from` where none is promised.',
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
  good: `import "std/racks"
import "std/cooling"

cdu type Small { capacity 100 kW  flow 150 L/min }
cdu cdu[1..3] : Small
loop primary {
    coolant PG25
    supply  40 °C
    flow    150 L/min
    from    cdu[*], n+1
}
host type Node { height 8 RU  power 30 kW  liquid 90 % }
rack r : OpenRackV3 { cooled by primary }
host node[1..4] : Node
place node[*] in r
`,
  check(facts) {
    const reports: Report[] = [];
    for (const loop of facts.fabric.loops) {
      const cdus = facts.cooling.cdus(loop);
      const from = loop.values.from;
      if (cdus === undefined || from === undefined) continue;
      const heat = facts.cooling.heat(loop);
      if (cdus.left === 0) {
        reports.push({
          message: `Of ${printCount(cdus.all, 'CDU')} of ${loop.name} its redundancy leaves none.`,
          help: 'Add a CDU, or leave the redundancy out where none is promised.',
          origin: from.origin,
          label: 'none is left',
          subjects: single('loop', loop.index),
          derivation: heat,
          blames: [from.origin],
        });
        continue;
      }
      if (!exceeds(heat.known, cdus.heat.value)) continue;
      reports.push({
        message: `${loop.name} takes up ${printValue(heat, heat.known)}; ${cdusGive(cdus)} ${printValue(cdus.heat)}.`,
        help: 'Add a CDU, or take larger ones.',
        origin: from.origin,
        label: `${printValue(cdus.heat)}${usedUp(from.value)}`,
        subjects: single('loop', loop.index),
        derivation: heat,
        blames: [from.origin],
      });
    }
    return reports;
  },
});
