// CDUs with less head than their loop needs after losing their redundancy.
import { atMost, leastOf, printApart, printValue } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import type { Fabric, Loop } from '../../model/index.ts';
import { cdusDeliver, cdusOf, withRedundancyLost } from '../../subjects/remaining-cdus.ts';
import { cdusForHead } from '../../subjects/remedies/index.ts';
import { soundLoops } from '../../subjects/sound.ts';
import { exceeds } from '../../units/index.ts';

export const rule = defineRule({
  id: 'cooling/loop-head',
  severity: 'error',
  level: 'whole',
  title: 'The CDUs of a loop have too little head with their redundancy lost',
  why: 'A CDU delivers its flow against a pressure, its head, which falls as the flow of its pumps rises. Coolant loses pressure in the pipes of the loop, in branches one after another, and in the worst of the parallel racks. When a unit is lost, the others carry its flow too, each with less head than before.',
  sources: [
    'OCP liquid-to-liquid CDU white paper R1: head of at least 40 psi in row, 25 psi in rack',
    'NVIDIA DA-12515-001: at least 35 psi at 1.3 L/min for each kW, N+1',
    'GB300 NVL72: 2.3 psi at 59 L/min to 18.4 psi at 177 L/min (Lenovo Press LP2357)',
  ],
  limit: 'pump head',
  override: 'Set `head` on the CDU type, or `pressure-drop` on the loop, the branch, the rack, switch or host type.',
  bad: `import "std/racks"
import "std/cooling"

cdu type Row { capacity 200 kW  flow 100 L/min  head 40 psi at 50 L/min, 15 psi at 100 L/min }
cdu cdu[1..2] : Row
loop primary {
    coolant       PG25
    supply        40 °C
    flow          100 L/min
    pressure-drop 8 psi at 100 L/min
    from          cdu[*], n+1
//  ^^^^^^^^^^^^^^^^^^^^^^^^^
}
rack type Piped is OpenRackV3 { pressure-drop 10 psi at 50 L/min }
host type Node { height 8 RU  power 10 kW  liquid 90 % }
rack r[1..2] : Piped { cooled by primary  flow 50 L/min }
host node[1..2] : Node
place node[*] in r[*] 1 each
`,
  fix: { 'cdu[1..2]': 'cdu[1..3]' },
  check(facts, judge) {
    const { fabric, cooling, pressure } = facts;
    const reports: Report[] = [];
    for (const loop of soundLoops(facts, 'cooling/loop-head')) {
      const from = loop.values.from;
      const cdus = cooling.cdus(loop);
      const delivered = pressure.head(loop);
      if (from === undefined || cdus === undefined || delivered === undefined) continue;
      const head = atMost(delivered);
      const lost = pressure.loop(loop);
      if (!judge.exceeds(lost, head, { at: loop.origin })) continue;
      // One rack that alone needs more head is reported by `cooling/pressure-drop`.
      if (racksOn(fabric, loop).some((rack) => exceeds(leastOf(pressure.rack(rack)), head.value))) continue;
      const [is, most] = printApart(lost, head);
      reports.push({
        message: `${loop.name} loses ${is} on its worst path; ${cdusDeliver(cdus)} ${most}.`,
        help: 'Add a CDU, use CDUs with more head, lower the flow, or use larger pipes and couplings.',
        origin: from.origin,
        label: `${printValue(head)}${withRedundancyLost(from.value)}`,
        subjects: cdusOf(loop),
        derivation: lost,
        blames: [from.origin],
        remedies: cdusForHead(facts, loop, cdus, leastOf(lost)),
      });
    }
    return reports;
  },
});

function racksOn({ racks }: Fabric, { index }: Loop): number[] {
  const found: number[] = [];
  for (let rack = 0; rack < racks.count; rack++) if (racks.loop[rack] === index) found.push(rack);
  return found;
}
