// A link with more chromatic dispersion than its receiver compensates.
import { dispersionOf } from '../../facts/index.ts';
import { printValue } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { linkSentence } from '../../subjects/naming.ts';
import { exceeds } from '../../units/index.ts';

export const rule = defineRule({
  id: 'optics/dispersion',
  severity: 'error',
  level: 'value',
  title: 'A link accumulates more dispersion than its receiver compensates',
  why: 'At 1550 nm a standard single-mode fiber spreads a pulse by about 18 ps per nanometer of spectrum and kilometer. A coherent receiver compensates that with a filter of limited length; beyond it, symbols overlap.',
  sources: ['G.652.D cable data sheet, about 18 ps/nm·km at 1550 nm (sinocomms)'],
  override: 'Set `dispersion` on the optics type or the fiber type.',
  bad: `import "std/qsfp"

optics type Short is 400ZR { dispersion 400 ps/nm }
module type ShortZr is QsfpDd400Zr { channels 1 x Short }
switch type Box { height 2 RU  ports p[1..2] : QSFP-DD { power 25 W } }
switch a : Box
switch b : Box
plug ShortZr into a.p, b.p
link a.p to b.p over OS2 { length 24 km  connectors 2 x LC low-loss }
//                         ^^^^^^^^^^^^
`,
  fix: { 'length 24 km': 'length 20 km' },
  check(facts) {
    const reports: Report[] = [];
    for (const budget of facts.optics.budgets) {
      const { group, from, to } = budget.class;
      const limit = to.optics?.values.dispersion;
      if (limit === undefined) continue;
      const collected = dispersionOf(group, from.optics, budget.length);
      if (!exceeds(collected.value, limit.value)) continue;
      reports.push({
        message: `${linkSentence(facts.fabric, budget, { one: 'accumulates', many: 'accumulate' }, `${printValue(collected)} of dispersion`)}; ${to.optics?.name} compensates ${printValue({ ...collected, value: limit.value })}.`,
        help: 'Shorten the link, or use optics that compensate more.',
        origin: group.medium.length?.origin ?? group.origin,
        label: 'too much dispersion',
        derivation: collected,
      });
    }
    return reports;
  },
});
