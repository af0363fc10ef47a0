// A linear transmitter into a linear receiver where one end was thought to retime.

import { defineRule, type Report } from '../../findings/rule.ts';
import { linkText, plugsOf } from '../../subjects/links.ts';

export const rule = defineRule({
  id: 'optics/half-retimed-pair',
  severity: 'warning',
  level: 'value',
  title: 'A link without any retimer in one direction',
  why: 'A half-retimed module (LRO, RTLR) cleans the signal it sends and passes on what it receives as it is. Two of them leave one retimer in each direction. Against a linear module (LPO) there is one in the direction towards the linear end and none in the other: that direction must hold as a linear link from host to host, with the equalization and the shorter electrical paths that takes.',
  sources: ['Retimed, half-retimed and linear interfaces (ECOC 2026: RTRR, RTLR, LTLR; LPO MSA)'],
  override: 'Set `interface` on the module type, or `allow` it where both hosts are qualified for linear optics.',
  bad: `import "std/osfp"

switch type Box { height 2 RU  ports p[1..2] : OSFP1600 }
switch a : Box
switch b : Box
plug Osfp1600Dr8Lpo into a.p
plug Osfp1600Dr8Lro into b.p
link a.p to b.p over OS2 { length 30 m  connectors 2 x MPO16 }
//   ^^^^^^^^^^
`,
  good: `import "std/osfp"

switch type Box { height 2 RU  ports p[1..2] : OSFP1600 }
switch a : Box
switch b : Box
plug Osfp1600Dr8Lro into a.p, b.p
link a.p to b.p over OS2 { length 30 m  connectors 2 x MPO16 }
`,
  check(facts) {
    const reports: Report[] = [];
    for (const budget of facts.optics.budgets) {
      const { from, to, group } = budget.class;
      const ends = [from.module, to.module];
      const linear = ends.find((each) => each?.values.interface?.value === 'linear');
      const half = ends.find((each) => each?.values.interface?.value === 'half-retimed');
      if (linear === undefined || half === undefined) continue;
      reports.push({
        message: `${linkText(facts.fabric, budget)}: nothing retimes what ${linear.name} (linear) sends to ${half.name} (half-retimed).`,
        help: `Plug the same interface at both ends, or a retimed module against ${linear.name}.`,
        origin: group.origin,
        label: 'no retimer in one direction',
        related: plugsOf(facts.fabric, budget),
      });
    }
    return reports;
  },
});
