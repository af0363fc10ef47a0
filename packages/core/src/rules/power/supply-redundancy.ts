// A device that its supplies can't carry after losing their redundancy.

import { leastOf, printApart, printValue } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { blockOf } from '../../model/index.ts';
import { editable } from '../../source/index.ts';
import { devicesOfClass } from '../../subjects/contents.ts';
import { moreSupplies } from '../../subjects/remedies/index.ts';
import { printQuantity } from '../../units/index.ts';

export const rule = defineRule({
  id: 'power/supply-redundancy',
  severity: 'error',
  level: 'assembly',
  title: "The supplies can't carry the device with their redundancy lost",
  why: 'Redundancy means that a device keeps running when the supplies it may lose are lost: with `3 x 1.5 kW, n+1`, two must carry everything, modules included, at maximum power. A device that needs all of its supplies has none to spare.',
  sources: ['n+k: k supplies may fail; n+n: half of them'],
  limit: 'supply power',
  override: 'Correct `supplies` on the switch or host type, or remove the redundancy if none is promised.',
  bad: `import "std/xpo"

module type Dr is Xpo { channels 16 x 800GBASE-DR4  power 128 W }
switch type Box {
    height   1 OU
    power    2 kW
    supplies 2 x 1.5 kW, n+1
//  ^^^^^^^^^^^^^^^^^^^^^^^^
    ports down[1..8] : XPO
}
switch box : Box
plug Dr into box.down
`,
  fix: { 'supplies 2 x': 'supplies 4 x' },
  check(facts, judge) {
    const reports: Report[] = [];
    for (const each of facts.devices.classes) {
      // A supply must carry the worst case, whatever the basis of other figures.
      const draw = facts.power['worst-case'].device[each.index];
      const given = facts.power.supplies[each.index];
      if (draw === undefined || given === undefined) continue;
      const block = blockOf(facts.fabric, each.sample);
      if (!judge.exceeds(draw, given, { count: each.count, at: block.origin })) continue;
      const [is, most] = printApart(draw, given);
      reports.push({
        message: `${each.part?.name ?? 'A device'} draws ${is} with its modules; ${given.label} can deliver ${most}.`,
        help: `Add supplies, or use larger ones: ${printQuantity(leastOf(draw) - given.value, 'power')} is missing.`,
        origin: editable(each.part?.values.supplies?.origin, block.origin),
        label: `${printValue(given)} with the redundancy lost`,
        subjects: devicesOfClass(facts, each.index),
        derivation: draw,
        remedies: moreSupplies(each.part?.values.supplies, leastOf(draw)),
        over: { value: draw, limit: given.value },
      });
    }
    return reports;
  },
});
