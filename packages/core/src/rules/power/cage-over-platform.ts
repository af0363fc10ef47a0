// Cages that deliver more power than platforms are intended to.

import { cagePower } from '../../facts/index.ts';
import { printApart, stated } from '../../figures/index.ts';
import { setting } from '../../findings/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { single } from '../../model/index.ts';
import { switchTypes } from '../../subjects/switch-types.ts';
import { atMostText, exceeds, printQuantity } from '../../units/index.ts';

export const rule = defineRule({
  id: 'power/cage-over-platform',
  severity: 'warning',
  level: 'value',
  title: 'Cages deliver more power than platforms are intended to',
  why: 'XPO is designed for 400 W per module, and its connector is specified up to 480 W for platforms that cool as much. Between that and the 500 W that its contacts can carry there is no margin, and no modules exist for it.',
  sources: ['XPO: 480 W at most (Molex); 500 W as the electrical ceiling (Arista at ECOC 2026)'],
  limit: 'platform power',
  override: 'Set `platform-power` on the cage type, or lower `power` on the ports.',
  bad: `import "std/xpo"

switch type Box {
    height 1 OU
    ports down[1..8] : XPO { power 490 W }
//                           ^^^^^^^^^^^
}
`,
  fix: { 'power 490 W': 'power 480 W' },
  check(facts, judge) {
    const reports: Report[] = [];
    for (const part of switchTypes(facts.fabric)) {
      for (const group of part.ports) {
        const { name, cage, power } = group;
        const given = cage.values['platform-power'];
        if (power === undefined || given === undefined) continue;
        const limit = stated(`power of ${cage.name} platforms`, 'power', given, '');
        const delivers = cagePower(group);
        if (!judge.exceeds(delivers, limit, { at: group.origin })) continue;
        if (exceeds(power.value, cage.values['connector-power']?.value ?? Number.NaN)) continue;
        reports.push({
          message: `\`${name}\` of ${part.name} delivers ${printApart(delivers, limit)[0]} to each cage; ${cage.name} platforms deliver ${printApart(delivers, limit)[1]} at most.`,
          help: `Write \`power ${printQuantity(limit.value, 'power')}\`, unless the vendor confirms more.`,
          origin: power.origin,
          remedies: [setting(power.origin, 'power', atMostText(limit.value, 'power', power.unit))],
          label: `more than ${printQuantity(limit.value, 'power')}`,
          subjects: single('part', part.index),
        });
      }
    }
    return reports;
  },
});
