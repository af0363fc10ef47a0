// A loop with less flow than its devices need.

import { leastOf, printApart, stated } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { missingOf, single } from '../../model/index.ts';
import { loopNeed, needOf, racksSharing, takesShareOfLoop } from '../../subjects/flow-need.ts';
import { loopFlowOf } from '../../subjects/remedies/index.ts';
import { exceeds } from '../../units/index.ts';

export const rule = defineRule({
  id: 'cooling/loop-flow',
  severity: 'error',
  level: 'assembly',
  title: 'A loop has less flow than its devices need',
  why: 'Parallel cold plates and modules share the flow of the loop; their needs add up over all racks. However the flow is split, some of them get too little if the sum exceeds it.',
  sources: [
    'Conservation of mass',
    'GB300 NVL72: 59 L/min at 25 °C to 177 L/min at 45 °C for each rack (Lenovo Press LP2357)',
  ],
  limit: 'loop flow',
  override: 'Set `flow` on the loop, `flow` on the module type, or `required-flow` on the switch or host type.',
  bad: `import "std/racks"
import "std/hosts"
import "std/cooling"

loop primary {
    coolant PG25
    supply  45 °C
    return  <= 65 °C
    flow    300 L/min
//  ^^^^^^^^^^^^^^^^^
}
rack r[1..2] : Nvl72Rack { cooled by primary }
host nvl[1..2] : GB300-NVL72
place nvl[*] in r[*]
`,
  fix: { '300 L/min': '360 L/min' },
  check(facts, judge) {
    const { fabric } = facts;
    const reports: Report[] = [];
    for (const loop of fabric.loops) {
      const set = loop.values.flow;
      const need = loopNeed(facts, loop);
      const carried = stated(`flow of ${loop.name}`, 'volume flow', set, missingOf('loop', loop, 'flow'));
      // Where no device says what it needs, the return temperature is the limit.
      if (!(leastOf(need) > 0) || !judge.exceeds(need, carried, { at: loop.origin }) || set === undefined) continue;
      const [is, most] = printApart(need, carried);
      // A rack set to less than its own devices need is reported by `cooling/rack-flow`.
      const starved = racksSharing(fabric, loop).some(
        (rack) =>
          !takesShareOfLoop(fabric, rack) &&
          exceeds(leastOf(needOf(facts, rack)), facts.cooling.branches.rackFlow(rack).value),
      );
      if (starved) continue;
      reports.push({
        message: `The devices on ${loop.name} need ${is} of coolant; the loop carries ${most}.`,
        help: 'Raise the flow of the loop, or lower its supply temperature if the devices then need less.',
        origin: set.origin,
        label: `${is} needed`,
        subjects: single('loop', loop.index),
        derivation: need,
        blames: [set.origin],
        remedies: loopFlowOf(loop, leastOf(need)),
      });
    }
    return reports;
  },
});
