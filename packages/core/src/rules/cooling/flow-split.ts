// Racks that take more coolant than their loop carries.
import { type Derivation, figure, printApart, stated, sum } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { realAt, signedAt, single, unsignedAt } from '../../model/index.ts';

export const rule = defineRule({
  id: 'cooling/flow-split',
  severity: 'warning',
  level: 'assembly',
  title: 'The racks on a loop take more flow than it carries',
  why: 'Coolant is neither created nor lost along the way: parallel racks share the flow of the loop. If their flows add up to more, each of them gets less than it is set to and returns hotter than planned. Whether the loop as a whole copes shows in its return temperature and headroom, so this is a warning.',
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
  check({ fabric, cooling }, judge) {
    const reports: Report[] = [];
    for (const loop of fabric.loops) {
      const set = loop.values.flow;
      if (set === undefined) continue;
      const blocks = new Map<number, number>();
      for (let rack = 0; rack < fabric.racks.count; rack++) {
        if (fabric.racks.loop[rack] !== loop.index || signedAt(fabric.racks.branch, rack) >= 0) continue;
        const flow = realAt(fabric.racks.flow, rack);
        const block = unsignedAt(fabric.racks.block, rack);
        if (!Number.isNaN(flow)) blocks.set(block, (blocks.get(block) ?? 0) + flow);
      }
      if (blocks.size === 0) continue;
      const terms: Derivation[] = [...blocks].map(([block, flow]) =>
        figure(`flow of the racks ${fabric.blocks[block]?.path}`, 'volume flow', flow, fabric.blocks[block]?.origin),
      );
      for (const branch of fabric.branches)
        if (branch.loop === loop.index && branch.after < 0) terms.push(cooling.branches.flow(branch));
      const taken = sum(`flow taken from ${loop.name}`, 'volume flow', 'sum of its racks and branches', terms);
      const carried = stated(`flow of ${loop.name}`, 'volume flow', set, '');
      if (!judge.exceeds(taken, carried, { at: loop.origin })) continue;
      const [is, most] = printApart(taken, carried);
      reports.push({
        message: `The racks on ${loop.name} take ${is}; the loop carries ${most}.`,
        help: 'Raise the flow of the loop, or lower the flow of the racks.',
        origin: set.origin,
        label: `${is} taken`,
        subjects: single('loop', loop.index),
        derivation: taken,
        blames: [set.origin],
      });
    }
    return reports;
  },
});
