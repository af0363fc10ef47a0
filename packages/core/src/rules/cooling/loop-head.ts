// CDUs that give less pressure than the way around their loop takes, with their redundancy used up.
import { printValue } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { type Fabric, type Loop, single } from '../../model/index.ts';
import { cdusGive, usedUp } from '../../subjects/cdus-give.ts';
import { exceeds } from '../../units/index.ts';

export const rule = defineRule({
  id: 'cooling/loop-head',
  severity: 'error',
  level: 'whole',
  title: 'The CDUs of a loop do not give the pressure its way takes with their redundancy used up',
  why: 'A CDU passes on heat, gives a flow, and gives it against a pressure, which falls as the flow of its pumps rises. The coolant loses pressure in the pipes of the loop, in branches one behind the other, and in the worst of the racks side by side. When a unit is lost the others give its flow too, each with less head than before.',
  sources: [
    'OCP liquid-to-liquid CDU white paper R1: head of at least 40 psi in row, 25 psi in rack',
    'NVIDIA DA-12515-001: at least 35 psi at 1.3 L/min for each kW, N+1',
    'GB300 NVL72: 2.3 psi at 59 L/min to 18.4 psi at 177 L/min (Lenovo Press LP2357)',
  ],
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
  good: `import "std/racks"
import "std/cooling"

cdu type Row { capacity 200 kW  flow 100 L/min  head 40 psi at 50 L/min, 15 psi at 100 L/min }
cdu cdu[1..3] : Row
loop primary {
    coolant       PG25
    supply        40 °C
    flow          100 L/min
    pressure-drop 8 psi at 100 L/min
    from          cdu[*], n+1
}
rack type Piped is OpenRackV3 { pressure-drop 10 psi at 50 L/min }
host type Node { height 8 RU  power 10 kW  liquid 90 % }
rack r[1..2] : Piped { cooled by primary  flow 50 L/min }
host node[1..2] : Node
place node[*] in r[*] 1 each
`,
  check({ fabric, cooling, pressure }) {
    const reports: Report[] = [];
    for (const loop of fabric.loops) {
      const from = loop.values.from;
      const cdus = cooling.cdus(loop);
      const head = pressure.head(loop);
      if (from === undefined || cdus === undefined || cdus.left === 0 || head === undefined || Number.isNaN(head.value))
        continue;
      // Where heat or flow are too much already, or one rack alone takes more, that is told.
      if (exceeds(cooling.heat(loop).known, cdus.heat.value)) continue;
      if (exceeds(cooling.flow(loop).value, cdus.flow.value)) continue;
      const lost = pressure.loop(loop);
      if (!exceeds(lost.known, head.value)) continue;
      if (racksOn(fabric, loop).some((rack) => exceeds(pressure.rack(rack).known, head.value))) continue;
      reports.push({
        message: `${loop.name} loses ${printValue(lost, lost.known)} on its worst way; ${cdusGive(cdus)} ${printValue(head)}.`,
        help: 'Add a CDU, take some with more head, circulate less, or take wider pipes and couplings.',
        origin: from.origin,
        label: `${printValue(head)}${usedUp(from.value)}`,
        subjects: single('loop', loop.index),
        derivation: lost,
        blames: [from.origin],
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
