// Cages that give more than any platform is meant to.

import { defineRule, type Report } from '../../findings/rule.ts';
import { single } from '../../model/index.ts';
import { switchTypes } from '../../subjects/subjects.ts';
import { exceeds, printQuantity } from '../../units/index.ts';

export const rule = defineRule({
  id: 'power/cage-over-platform',
  severity: 'warning',
  level: 'value',
  title: 'Cages give more than platforms are meant to',
  why: 'XPO is sized for 400 W a module, and its connector is specified to 480 W for platforms that cool as much. Between that and the 500 W that its contacts can carry there is no margin, and modules for it are not to be had.',
  sources: ['XPO: 480 W at most (Molex); 500 W as the electrical ceiling (Arista at ECOC 2026)'],
  override: 'Set `platform-power` on the cage type, or lower `power` on the ports.',
  bad: `import "std/xpo"

switch type Box {
    height 1 OU
    ports down[1..8] : XPO { power 490 W }
//                           ^^^^^^^^^^^
}
`,
  good: `import "std/xpo"

switch type Box {
    height 1 OU
    ports down[1..8] : XPO { power 480 W }
}
`,
  check(facts) {
    const reports: Report[] = [];
    for (const part of switchTypes(facts.fabric)) {
      for (const { name, cage, power } of part.ports) {
        const limit = cage.values['platform-power'];
        if (power === undefined || limit === undefined || !exceeds(power.value, limit.value)) continue;
        if (exceeds(power.value, cage.values['connector-power']?.value ?? Number.NaN)) continue;
        reports.push({
          message: `\`${name}\` of ${part.name} gives ${printQuantity(power.value, 'power')} to each cage; ${cage.name} platforms are meant to give ${printQuantity(limit.value, 'power')} at most.`,
          help: `Write \`power ${printQuantity(limit.value, 'power')}\`, unless the vendor has put more in writing.`,
          origin: power.origin,
          label: `more than ${printQuantity(limit.value, 'power')}`,
          subjects: single('part', part.index),
        });
      }
    }
    return reports;
  },
});
