// A loop that circulates less than the devices on it need.
import { printValue, sum } from '../../facts/index.ts';
import { single } from '../../model/index.ts';
import { exceeds } from '../../units/index.ts';
import { defineRule, type Report } from '../rule.ts';
import { needOf } from './rack-flow.ts';

export const rule = defineRule({
  id: 'cooling/loop-flow',
  severity: 'error',
  level: 'assembly',
  title: 'A loop circulates less coolant than its devices need',
  why: 'Cold plates and modules side by side share the flow of the loop; what they need adds up over all racks. However the flow is split, some of them get too little when the sum is larger.',
  sources: [
    'Conservation of mass',
    'GB300 NVL72: 59 L/min at 25 °C to 177 L/min at 45 °C for each rack (Lenovo Press LP2357)',
  ],
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
  good: `import "std/racks"
import "std/hosts"
import "std/cooling"

loop primary {
    coolant PG25
    supply  45 °C
    return  <= 65 °C
    flow    360 L/min
}
rack r[1..2] : Nvl72Rack { cooled by primary }
host nvl[1..2] : GB300-NVL72
place nvl[*] in r[*]
`,
  check(facts) {
    const { fabric } = facts;
    const reports: Report[] = [];
    for (const loop of fabric.loops) {
      const set = loop.values.flow;
      if (set === undefined) continue;
      const racks: number[] = [];
      for (let rack = 0; rack < fabric.racks.count; rack++) {
        if (fabric.racks.loop[rack] !== loop.index) continue;
        const branch = fabric.branches[fabric.racks.branch[rack] as number];
        // Racks in series and branches one behind the other use the same coolant again.
        if (branch === undefined || (branch.order === 'parallel' && branch.after < 0)) racks.push(rack);
      }
      const needs = racks.map((rack) => needOf(facts, rack));
      const need = sum(`flow the devices on ${loop.name} need`, 'volume flow', 'sum of its racks', needs);
      if (!exceeds(need.known, set.value)) continue;
      // Where a rack says less than its own devices need, that is told.
      const starved = racks.some((rack, i) =>
        exceeds(needs[i]?.known ?? 0, facts.cooling.branches.rackFlow(rack).value),
      );
      if (starved) continue;
      reports.push({
        message: `The devices on ${loop.name} need ${printValue(need, need.known)} of coolant; it circulates ${printValue({ ...need, value: set.value })}.`,
        help: 'Raise the flow of the loop, or supply it colder where less is needed then.',
        origin: set.origin,
        label: `${printValue(need, need.known)} are needed`,
        subjects: single('loop', loop.index),
        derivation: need,
        blames: [set.origin],
      });
    }
    return reports;
  },
});
