// Modules whose coolant is outside the temperatures they were tested at.
import { isLiquidCooled } from '../../facts/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import type { Part } from '../../model/index.ts';
import { classesInRacks } from '../../subjects/contents.ts';
import { outside } from './inlet-limit.ts';

export const rule = defineRule({
  id: 'cooling/module-inlet',
  severity: 'warning',
  level: 'assembly',
  title: "Modules get coolant at a temperature they weren't tested at",
  why: "XPO modules were shown with coolant of 25 to 45 °C, with DSPs at 50 to 74 °C and lasers at 36 to 57 °C. The limits of the specification aren't published, so this is a warning: outside that range nobody has shown that they work.",
  sources: ['XPO: 25 to 45 °C, 0.3 L/min, about 130 W (Arista and TeraHop at ECOC 2026)'],
  limit: 'module inlet',
  override: 'Set `inlet` as a range on the module or cage type.',
  bad: `import "std/xpo"
import "std/racks"
import "std/cooling"

module type Dr is Xpo { channels 16 x 800GBASE-DR4 }
switch type Box { height 1 OU  ports down[1..2] : XPO }
loop primary { coolant Water  supply 20 °C }
rack r : OpenRackV3 { cooled by primary }
//   ^^^^^^^^^^^^^^
switch box : Box
plug Dr into box.down
place box in r
`,
  fix: { 'supply 20 °C': 'supply 30 °C' },
  check(facts, judge) {
    const reports: Report[] = [];
    const racksOf = new Map<Part<'module'>, Set<number>>();
    for (const { index, racks } of classesInRacks(facts)) {
      for (const { module } of facts.devices.classes[index]?.modules ?? []) {
        if (isLiquidCooled(module) !== true) continue;
        const known = racksOf.get(module) ?? new Set();
        for (const rack of racks) known.add(rack);
        racksOf.set(module, known);
      }
    }
    for (const [module, racks] of racksOf) {
      const window = module.values.inlet ?? module.values['form-factor']?.value.values.inlet;
      if (window === undefined) continue;
      reports.push(
        ...outside({ facts, judge, rule: rule.id }, module, window, [...racks], { verb: 'was tested with' }),
      );
    }
    return reports;
  },
});
