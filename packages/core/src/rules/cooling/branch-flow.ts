// Branches or racks that take more coolant than their loop or branch carries.

import { askedByRacks, flowAsSet, loopFlowAsSet } from '../../facts/index.ts';
import { type Derivation, derived, leastOf, printApart, printValue, sum } from '../../figures/index.ts';
import { setting } from '../../findings/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { type Branch, blockOfRack, rackName, realAt, type Subjects, single } from '../../model/index.ts';
import { hasRacksOfItsOwn } from '../../subjects/flow-need.ts';
import { atLeastText, same } from '../../units/index.ts';

export const rule = defineRule({
  id: 'cooling/branch-flow',
  severity: 'error',
  level: 'value',
  dependsOn: ['values'],
  title: 'Branches take more flow than is available',
  why: 'Coolant is neither created nor lost along the way: the branches at the supply of a loop share its flow, downstream branches share the flow of the branch before them, and parallel racks share the flow of their branch.',
  sources: ['Conservation of mass'],
  limit: 'branch flow',
  override: 'Raise `flow` on the loop or the upstream branch, or lower it on those that share it.',
  bad: `import "std/racks"
import "std/cooling"

loop primary {
    coolant PG25
    supply  40 °C
    flow    100 L/min
//  ^^^^^^^^^^^^^^^^^
    branch east { parallel r[1..2]  flow 60 L/min }
    branch west { parallel r[3..4]  flow 50 L/min }
}
rack r[1..4] : OpenRackV3
`,
  fix: { '100 L/min': '110 L/min' },
  check({ fabric }, judge) {
    const reports: Report[] = [];
    const report = (subjects: Subjects, name: string, taken: Derivation, given: Derivation, takers: string): void => {
      if (given.origin === undefined || !judge.exceeds(taken, given, { at: given.origin })) return;
      const [is, most] = printApart(taken, given);
      reports.push({
        message: `The ${takers} ${name} take ${is}; ${name} carries ${most}.`,
        help: 'Raise the flow, or lower the flow of those that share it.',
        origin: given.origin,
        label: `${is} taken`,
        subjects,
        remedies: [setting(given.origin, 'flow', atLeastText(leastOf(taken), 'volume flow'))],
        derivation: derived(
          'remaining flow',
          'volume flow',
          'flow − flow taken',
          [given, taken],
          given.value - taken.value,
        ),
        blames: [given.origin],
      });
    };
    const flowOf = (branch: Branch): Derivation => flowAsSet(fabric, branch);
    const sharing = new Map<string, Branch[]>();
    for (const branch of fabric.branches) {
      const key = branch.after < 0 ? `loop ${branch.loop}` : `branch ${branch.after}`;
      const known = sharing.get(key);
      if (known === undefined) sharing.set(key, [branch]);
      else known.push(branch);
    }
    for (const branches of sharing.values()) {
      const [{ loop, after }] = branches as [Branch];
      const taken = sum('flow of the branches', 'volume flow', 'sum of branches', branches.map(flowOf));
      const before = fabric.branches[after];
      const on = fabric.loops[loop];
      if (before !== undefined)
        report(single('branch', after), before.name, taken, flowOf(before), 'branches downstream of');
      else if (on !== undefined && !hasRacksOfItsOwn(fabric, loop))
        report(single('loop', loop), on.name, taken, loopFlowAsSet(fabric, on), 'branches of');
    }
    for (const branch of fabric.branches) {
      const through = flowOf(branch);
      // In series, the flow of the branch passes every rack.
      const other = [...branch.racks].find(
        (rack) =>
          branch.order === 'series' &&
          !Number.isNaN(through.value) &&
          !agrees(realAt(fabric.racks.flow, rack), through.value),
      );
      if (other !== undefined) {
        const own = { ...through, value: realAt(fabric.racks.flow, other) };
        reports.push({
          message: `${rackName(fabric, other)} has a flow of ${printValue(own)}; its branch ${branch.name} carries ${printValue(through)}.`,
          help: 'Remove the flow from racks in series: that of the branch applies.',
          origin: blockOfRack(fabric, other).origin,
          related: through.origin === undefined ? [] : [{ origin: through.origin, message: 'The flow of the branch.' }],
          subjects: single('rack', other),
        });
      }
      if (branch.order === 'series' || branch.values.flow === undefined) continue;
      const { asked } = askedByRacks(fabric, branch.racks);
      const taken = sum('flow of the racks', 'volume flow', 'sum of racks', asked);
      report(single('branch', branch.index), branch.name, taken, flowOf(branch), 'racks of');
    }
    return reports;
  },
});

/** Whether the flow of a rack, if it has one, is that of its branch. */
function agrees(own: number, through: number): boolean {
  return Number.isNaN(own) || same(own, through);
}
