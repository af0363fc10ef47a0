// Multimode optics on single-mode fiber, or the other way round, or a fiber between modules that send no light.

import { defineRule, type Report } from '../../findings/rule.ts';
import type { Part } from '../../model/index.ts';
import { linkText, placesOf, plugOf, wantsNoFiber, wrongFiber } from '../../subjects/links.ts';

export const rule = defineRule({
  id: 'optics/fiber-type',
  severity: 'error',
  level: 'value',
  title: 'Optics made for the other kind of fiber, or for none',
  why: 'A multimode core is 50 µm wide, a single-mode core about 9 µm, and the lasers differ in wavelength too (850 nm against 1310 nm). A VCSEL couples almost no light into a single-mode core, and a single-mode signal comes out of a multimode fiber smeared over its modes. A module of copper or radio sends no light: its PMD says `fibers 0`.',
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
  good: `import "std/osfp"

switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch a : Box
switch b : Box
plug Osfp800Sr8 into a.p, b.p
link a.p to b.p over OM4 { length 30 m  connectors 2 x MPO16 }
`,
  check(facts) {
    const reports: Report[] = [];
    for (const budget of facts.optics.budgets) {
      const { group, from, to } = budget.class;
      const unlit = wantsNoFiber(budget, from) ? 'from' : wantsNoFiber(budget, to) ? 'to' : undefined;
      const wrong = unlit ?? (wrongFiber(budget, from) ? 'from' : wrongFiber(budget, to) ? 'to' : undefined);
      if (wrong === undefined) continue;
      const optics = budget.class[wrong].optics;
      const plug = plugOf(facts.fabric, budget, wrong);
      reports.push({
        message: `${linkText(facts.fabric, budget)} ${budget.class.count === 1 ? 'runs' : 'run'} ${optics?.name ?? 'optics'} on ${group.fiber?.name ?? 'fiber'}; ${optics?.name ?? 'the PMD'} ${unlit === undefined ? `needs ${optics?.values.mode?.value ?? 'other'} fiber` : 'sends no light'}.`,
        help:
          unlit === undefined ? helpFor(optics) : 'Take `over` and the fiber out of the link, or plug optical modules.',
        origin: group.mediumOrigin ?? group.origin,
        label: unlit === undefined ? `${group.fiber?.values.mode?.value ?? 'other'} fiber` : 'no light',
        related:
          plug === undefined ? [] : [{ origin: plug, message: `${optics?.name ?? 'The module'} is plugged here.` }],
        blames: placesOf(budget),
      });
    }
    return reports;
  },
});

function helpFor(optics: Part<'optics'> | undefined): string {
  return optics?.values.mode?.value === 'multimode'
    ? 'Take OM4 or OM5, or single-mode optics (DR, FR, LR).'
    : 'Take OS2, or multimode optics (SR, VR).';
}
