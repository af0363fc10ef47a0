// A link longer than its optics reach.
import type { LinkBudget } from '../../facts/index.ts';
import { printApart } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { assumedHelp, mostFor } from '../../subjects/assumed-limit.ts';
import { linkText, wantsNoFiber } from '../../subjects/links.ts';
import { exceeds } from '../../units/index.ts';

export const rule = defineRule({
  id: 'optics/reach',
  severity: 'error',
  level: 'value',
  title: 'A link is longer than its optics reach',
  why: 'Reach is a limit of its own: a short-reach PMD on a long fiber runs into dispersion, modal bandwidth and reflections even where the loss alone would still be within its budget. Both must hold.',
  sources: ['IEEE 802.3: DR 500 m, FR 2 km, LR 10 km; SR by fiber type (TIA FOTC)'],
  override: 'Set `reach` on the optics type.',
  bad: `import "std/osfp"

switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch a : Box
switch b : Box
plug Osfp800Dr8 into a.p, b.p
link a.p to b.p over OS2 { length 600 m  connectors 2 x MPO16 low-loss }
//                         ^^^^^^^^^^^^
`,
  good: `import "std/osfp"

switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch a : Box
switch b : Box
plug Osfp800Dr8 into a.p, b.p
link a.p to b.p over OS2 { length 500 m  connectors 2 x MPO16 low-loss }
`,
  check(facts) {
    const reports: Report[] = [];
    const failing = facts.optics.budgets.filter(
      // Cables with their ends fixed to them have a rule of their own.
      (each) => each.class.group.cable === undefined && exceeds(each.length.value, each.reach.value) && !isUnlit(each),
    );
    failing.sort((a, b) => b.length.value - b.reach.value - (a.length.value - a.reach.value));
    for (const budget of failing) {
      const { length, reach } = budget;
      const group = budget.class.group;
      const most = mostFor(reach);
      const [is, reaches] = printApart(length, reach);
      reports.push({
        message: `${linkText(facts.fabric, budget)} ${budget.class.count === 1 ? 'is' : 'are'} ${is} long; ${budget.class.from.optics?.name ?? 'the optics'} reaches ${reaches}${group.fiber === undefined ? '' : ` on ${group.fiber.name}`}.`,
        help: `Take optics with a longer reach (DR 500 m, FR 2 km, LR 10 km), or bring the ends closer.${assumedHelp(most)}`,
        ...most,
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

/** Whether an end sends no light into the fiber at all, which is told. */
function isUnlit(budget: LinkBudget): boolean {
  return wantsNoFiber(budget, budget.class.from) || wantsNoFiber(budget, budget.class.to);
}
