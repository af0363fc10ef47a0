// Cages that deliver more power than platforms are intended to.

import { defineRule, type Report } from '../../findings/rule.ts';
import { single } from '../../model/index.ts';
import { switchTypes } from '../../subjects/switch-types.ts';
import { exceeds, printQuantity } from '../../units/index.ts';

export const rule = defineRule({
  id: 'power/cage-over-platform',
  severity: 'warning',
  level: 'value',
  title: 'Cages deliver more power than platforms are intended to',
  why: 'XPO is designed for 400 W per module, and its connector is specified up to 480 W for platforms that cool as much. Between that and the 500 W that its contacts can carry there is no margin, and no modules exist for it.',
  sources: ['XPO: 480 W at most (Molex); 500 W as the electrical ceiling (Arista at ECOC 2026)'],
  override: 'Set `platform-power` on the cage type, or lower `power` on the ports.',
  bad: `import "std/xpo"

switch type Box {
    height 1 OU
    ports down[1..8] : XPO { power 490 W }
//                           ^^^^^^^^^^^
}
`,
  fix: { 'power 490 W': 'power 480 W' },
  check(facts) {
    const reports: Report[] = [];
    for (const part of switchTypes(facts.fabric)) {
      for (const { name, cage, power } of part.ports) {
        const limit = cage.values['platform-power'];
        if (power === undefined || limit === undefined || !exceeds(power.value, limit.value)) continue;
        if (exceeds(power.value, cage.values['connector-power']?.value ?? Number.NaN)) continue;
        reports.push({
          message: `\`${name}\` of ${part.name} delivers ${printQuantity(power.value, 'power')} to each cage; ${cage.name} platforms deliver ${printQuantity(limit.value, 'power')} at most.`,
          help: `Write \`power ${printQuantity(limit.value, 'power')}\`, unless the vendor confirms more.`,
          origin: power.origin,
          label: `more than ${printQuantity(limit.value, 'power')}`,
          subjects: single('part', part.index),
        });
      }
    }
    return reports;
  },
});
