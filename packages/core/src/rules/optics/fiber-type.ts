// Optics on a fiber of the other mode, or a fiber between modules without optics.

import type { LinkBudget } from '../../facts/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { budgetsFor, linksOf, placesOf, plugOf, wantsNoFiber, wrongFiber } from '../../subjects/links.ts';
import { linkSentence } from '../../subjects/naming.ts';
import { fibersFor } from '../../subjects/remedies/index.ts';

export const rule = defineRule({
  id: 'optics/fiber-type',
  severity: 'error',
  level: 'value',
  title: "Optics don't suit the fiber",
  why: 'A multimode core is 50 µm wide, a single-mode core about 9 µm, and the lasers differ in wavelength too (850 nm and 1310 nm). A VCSEL couples almost no light into a single-mode core, and a single-mode signal is smeared over the modes of a multimode fiber. A copper or radio module emits no light: its PMD has `fibers 0`.',
  sources: ['IEEE 802.3 SR PMDs: OM3 to OM5; DR, FR and LR PMDs: single-mode (TIA FOTC)'],
  override: 'Set `mode` on the optics type or the fiber type, or `fibers` on the optics type.',
  bad: `import "std/osfp"

switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch a : Box
switch b : Box
plug Osfp800Sr8 into a.p, b.p
link a.p to b.p over OS2 { length 30 m  connectors 2 x MPO16 }
//                   ^^^
`,
  fix: { 'over OS2': 'over OM4' },
  perLink: true,
  check(facts) {
    const reports: Report[] = [];
    for (const budget of budgetsFor(facts, 'optics/fiber-type')) {
      const { group, from, to } = budget.class;
      const unlit = wantsNoFiber(budget, from) ? 'from' : wantsNoFiber(budget, to) ? 'to' : undefined;
      const wrong = unlit ?? (wrongFiber(budget, from) ? 'from' : wrongFiber(budget, to) ? 'to' : undefined);
      if (wrong === undefined) continue;
      const optics = budget.class[wrong].optics;
      const plug = plugOf(facts.fabric, budget, wrong);
      reports.push({
        message: `${linkSentence(facts.fabric, budget, { one: 'uses', many: 'use' }, `${optics?.name ?? 'optics'} on ${group.fiber?.name ?? 'fiber'}`)}; ${optics?.name ?? 'the PMD'} ${unlit === undefined ? `needs ${optics?.values.mode?.value ?? 'other'} fiber` : 'emits no light'}.`,
        help:
          unlit === undefined
            ? helpFor(budget, wrong)
            : 'Remove `over` and the fiber from the link, or plug optical modules.',
        origin: group.mediumOrigin ?? group.origin,
        subjects: linksOf(budget),
        label: unlit === undefined ? `${group.fiber?.values.mode?.value ?? 'other'} fiber` : 'no light',
        related:
          plug === undefined ? [] : [{ origin: plug, message: `${optics?.name ?? 'The module'} is plugged here.` }],
        blames: placesOf(budget),
        remedies: unlit === undefined ? fibersFor(budget, wrong) : [],
      });
    }
    return reports;
  },
});

/** What to change: the optics alone where the other end suits the fiber, since another fiber would only move the mistake there. */
function helpFor(budget: LinkBudget, wrong: 'from' | 'to'): string {
  const far = budget.class[wrong === 'from' ? 'to' : 'from'];
  const isMultimode = budget.class[wrong].optics?.values.mode?.value === 'multimode';
  if (far.optics?.values.mode !== undefined && !wrongFiber(budget, far))
    return `Use ${far.optics.name} at both ends: the far end has it, and it suits the fiber.`;
  return isMultimode ? 'Use OM4 or OM5, or single-mode optics (DR, FR, LR).' : 'Use OS2, or multimode optics (SR, VR).';
}
