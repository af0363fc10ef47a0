// A linear module linked to a half-retimed one: no retimer in one direction.

import { defineRule, type Report } from '../../findings/rule.ts';
import { budgetsFor, linksOf, plugsOf } from '../../subjects/links.ts';
import { linkSentence } from '../../subjects/naming.ts';
import { sameModules } from '../../subjects/remedies/index.ts';

export const rule = defineRule({
  id: 'optics/half-retimed-pair',
  severity: 'warning',
  level: 'value',
  title: 'A link has no retimer in one direction',
  why: 'A half-retimed module (LRO, RTLR) retimes the signal it sends and passes on what it receives. Two of them have one retimer in each direction. Linked to a linear module (LPO), there is one towards the linear end and none in the other direction, which must work as a linear link from host to host, with the equalization and the shorter electrical traces that this needs.',
  sources: ['Retimed, half-retimed and linear interfaces (ECOC 2026: RTRR, RTLR, LTLR; LPO MSA)'],
  override: 'Set `interface` on the module type, or `allow` it if both hosts are qualified for linear optics.',
  bad: `import "std/osfp"

switch type Box { height 2 RU  ports p[1..2] : OSFP1600 }
switch a : Box
switch b : Box
plug Osfp1600Dr8Lpo into a.p
plug Osfp1600Dr8Lro into b.p
link a.p to b.p over OS2 { length 30 m  connectors 2 x MPO16 }
//   ^^^^^^^^^^
`,
  fix: { Osfp1600Dr8Lpo: 'Osfp1600Dr8Lro' },
  perLink: true,
  check(facts) {
    const reports: Report[] = [];
    for (const budget of budgetsFor(facts, 'optics/half-retimed-pair')) {
      const { from, to, group } = budget.class;
      const ends = [from.module, to.module];
      const linear = ends.find((each) => each?.values.interface?.value === 'linear');
      const half = ends.find((each) => each?.values.interface?.value === 'half-retimed');
      if (linear === undefined || half === undefined) continue;
      reports.push({
        message: `${linkSentence(facts.fabric, budget, { one: 'has', many: 'have' }, `no retimer from ${linear.name} (linear) to ${half.name} (half-retimed)`)}.`,
        help: `Plug modules with the same interface into both ends, or a retimed one opposite ${linear.name}.`,
        origin: group.origin,
        subjects: linksOf(budget),
        remedies: sameModules(facts.fabric, budget),
        label: 'no retimer in one direction',
        related: plugsOf(facts.fabric, budget),
      });
    }
    return reports;
  },
});
