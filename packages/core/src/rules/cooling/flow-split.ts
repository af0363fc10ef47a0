// Racks that take more coolant than their loop carries.

import { takersOf } from '../../facts/index.ts';
import { leastOf, printApart, stated, sum } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { missingOf, single } from '../../model/index.ts';
import { hasRacksOfItsOwn } from '../../subjects/flow-need.ts';
import { loopFlowOf } from '../../subjects/remedies/index.ts';

export const rule = defineRule({
  id: 'cooling/flow-split',
  severity: 'error',
  level: 'value',
  title: 'The racks on a loop take more flow than it carries',
  why: 'Coolant is neither created nor lost along the way: parallel racks share the flow of the loop. If the flows they are set to add up to more, no valve setting can give all of them theirs. Temperatures, pressure drops and headroom are then computed with what there is: each rack and branch gets the same share of what it is set to.',
  sources: ['Conservation of mass'],
  limit: 'flow split',
  override: 'Set `flow` on the loop or on the racks. Flows of branches are checked by `cooling/branch-flow`.',
  bad: `import "std/racks"
import "std/cooling"

loop primary {
    coolant PG25
    supply  40 °C
    flow    100 L/min
//  ^^^^^^^^^^^^^^^^^
}
rack r[1..3] : OpenRackV3 { cooled by primary  flow 40 L/min }
`,
  fix: { '100 L/min': '120 L/min' },
  edges: [
    {
      name: 'a liter over',
      change: { 'flow    100 L/min': 'flow    119 L/min' },
      finds: 'take 120 L/min; the loop carries 119 L/min',
    },
  ],
  check({ fabric }, judge) {
    const reports: Report[] = [];
    for (const loop of fabric.loops) {
      const set = loop.values.flow;
      // Flows of branches alone are for `cooling/branch-flow`.
      if (!hasRacksOfItsOwn(fabric, loop.index)) continue;
      const { asked, open } = takersOf(fabric, loop);
      // A loop carries what its racks take, where it says nothing else and all of them say it.
      if (set === undefined && open === 0) continue;
      const taken = sum(`flow taken from ${loop.name}`, 'volume flow', 'sum of its racks and branches', asked);
      const carried = stated(`flow of ${loop.name}`, 'volume flow', set, missingOf('loop', loop, 'flow'));
      if (!judge.exceeds(taken, carried, { at: loop.origin }) || set === undefined) continue;
      const [is, most] = printApart(taken, carried);
      reports.push({
        message: `The racks on ${loop.name} take ${is}; the loop carries ${most}.`,
        help: 'Raise the flow of the loop, or lower the flow of the racks.',
        origin: set.origin,
        label: `${is} taken`,
        subjects: single('loop', loop.index),
        derivation: taken,
        blames: [set.origin],
        remedies: loopFlowOf(loop, leastOf(taken)),
      });
    }
    return reports;
  },
});
