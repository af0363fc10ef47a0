// A link with more chromatic dispersion than its receiver compensates.
import { dispersionOf, isCoherent, toleratedDispersion } from '../../facts/index.ts';
import { printApart } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { budgetsFor, countedLinks, hasBudget, linksOf } from '../../subjects/links.ts';
import { linkSentence } from '../../subjects/naming.ts';

export const rule = defineRule({
  id: 'optics/dispersion',
  severity: 'error',
  level: 'value',
  title: 'A link accumulates more dispersion than its receiver compensates',
  why: 'At 1550 nm a standard single-mode fiber spreads a pulse by about 18 ps per nanometer of spectrum and kilometer. A coherent receiver compensates that with a filter of limited length; beyond it, symbols overlap.',
  sources: ['G.652.D cable data sheet, about 18 ps/nm·km at 1550 nm (sinocomms)'],
  limit: 'dispersion',
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
  perLink: true,
  check(facts, judge) {
    const reports: Report[] = [];
    for (const budget of budgetsFor(facts, 'optics/dispersion')) {
      const { group, from, to } = budget.class;
      // The reach of any other PMD covers its dispersion.
      if (to.optics === undefined || !isCoherent(to.optics) || !hasBudget(budget)) continue;
      const limit = toleratedDispersion(to.optics);
      const collected = dispersionOf(group, from.optics, budget.length);
      if (!judge.exceeds(collected, limit, countedLinks(budget))) continue;
      const [is, most] = printApart(collected, limit);
      reports.push({
        message: `${linkSentence(facts.fabric, budget, { one: 'accumulates', many: 'accumulate' }, `${is} of dispersion`)}; ${to.optics.name} compensates ${most}.`,
        help: 'Shorten the link, or use optics that compensate more.',
        origin: group.medium.length?.origin ?? group.origin,
        subjects: linksOf(budget),
        label: 'too much dispersion',
        derivation: collected,
      });
    }
    return reports;
  },
});
