// A link longer than the reach of its optics.
import { isCoherent, type LinkBudget } from '../../facts/index.ts';
import { printApart } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { assumedHelp, severityCap } from '../../subjects/assumed-limit.ts';
import { wantsNoFiber } from '../../subjects/links.ts';
import { linkSentence } from '../../subjects/naming.ts';
import { exceeds } from '../../units/index.ts';

export const rule = defineRule({
  id: 'optics/reach',
  severity: 'error',
  level: 'value',
  title: 'A link is longer than its optics reach',
  why: 'Reach is a limit of its own: a short-reach PMD on a long fiber runs into dispersion, modal bandwidth and reflections even if the loss is within its budget. Both must hold.',
  sources: ['IEEE 802.3: DR 500 m, FR 2 km, LR 10 km; SR by fiber type (TIA FOTC)'],
  override: 'Set `reach` on the optics type.',
  bad: `import "std/osfp"

switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch a : Box
switch b : Box
plug Osfp800Dr8 into a.p, b.p
link a.p to b.p over OS2 { length 600 m  connectors 2 x MPO16 low-loss }
//                         ^^^^^^^^^^^^ error: 800GBASE-DR8 reaches 500 m
`,
  fix: { 'length 600 m': 'length 500 m' },
  edges: [
    {
      name: 'one meter over',
      change: { '600 m': '501 m' },
      finds: '2 links are 501 m long (a.p[1] to b.p[1], …)',
    },
    {
      name: 'a single link',
      change: { 'p[1..2]': 'p' },
      finds: 'The link from a.p to b.p is 600 m long',
    },
    {
      name: 'a length that is not given',
      change: { 'length 600 m  ': '' },
    },
  ],
  check(facts) {
    const reports: Report[] = [];
    const failing = facts.optics.budgets.filter(
      // Cables with attached ends have a rule of their own.
      (each) => each.class.group.cable === undefined && exceeds(each.length.value, each.reach.value) && !isUnlit(each),
    );
    failing.sort((a, b) => b.length.value - b.reach.value - (a.length.value - a.reach.value));
    for (const budget of failing) {
      const { length, reach } = budget;
      const group = budget.class.group;
      const cap = severityCap(reach);
      const [is, reaches] = printApart(length, reach);
      reports.push({
        message: `${linkSentence(facts.fabric, budget, { one: 'is', many: 'are' }, `${is} long`)}; ${budget.class.from.optics?.name ?? 'the optics'} reaches ${reaches}${group.fiber === undefined ? '' : ` on ${group.fiber.name}`}.`,
        help: `${isCoherent(budget.class.from.optics) ? 'Use optics with a longer reach' : 'Use optics with a longer reach (DR 500 m, FR 2 km, LR 10 km)'}, or shorten the link.${assumedHelp(cap)}`,
        ...cap,
        origin: group.medium.length?.origin ?? group.origin,
        label: `reaches ${reaches}`,
        related: [{ origin: group.origin, message: 'The links are made here.' }],
        derivation: reach,
        restsOn: group.medium.length === undefined ? [] : [group.medium.length.origin],
        blames: group.medium.length === undefined ? [] : [group.medium.length.origin],
      });
    }
    return reports;
  },
});

/** Whether an end emits no light at all, which `optics/fiber-type` reports. */
function isUnlit(budget: LinkBudget): boolean {
  return wantsNoFiber(budget, budget.class.from) || wantsNoFiber(budget, budget.class.to);
}
