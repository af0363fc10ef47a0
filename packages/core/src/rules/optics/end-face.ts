// Flat and angled end faces in one path.

import { defineRule, type Report } from '../../findings/rule.ts';
import { connectorsOf, faceOf } from '../../subjects/connectors.ts';
import { does, linkText } from '../../subjects/links.ts';

export const rule = defineRule({
  id: 'optics/end-face',
  severity: 'error',
  level: 'value',
  title: 'A flat end face where an angled one is needed',
  why: 'Multi-fiber connectors of single-mode fiber are polished at an angle (APC), so that what they reflect leaves the core: the lasers of these PMDs have no isolators to spare. A flat end face against an angled one touches at its edge only, loses several dB and reflects; flat against flat reflects more than the PMD allows. Multimode parallel optics at 100 Gbps a lane want APC too.',
  sources: [
    'Single-mode MPO is always APC (MPO notes); NVIDIA transceiver specifications, MPO-12/APC also for multimode',
  ],
  override: 'Set `end-face` on the connector type.',
  bad: `import "std/osfp"

connector type MPO16Flat is MPO16 { end-face flat }
switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch a : Box
switch b : Box
plug Osfp800Dr8 into a.p, b.p
link a.p to b.p over OS2 { length 30 m  connectors 2 x MPO16Flat }
//                                                 ^^^^^^^^^^^^^
`,
  good: `import "std/osfp"

switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch a : Box
switch b : Box
plug Osfp800Dr8 into a.p, b.p
link a.p to b.p over OS2 { length 30 m  connectors 2 x MPO16 }
`,
  check(facts) {
    const reports: Report[] = [];
    for (const budget of facts.optics.budgets) {
      const { group, from, to } = budget.class;
      const path = connectorsOf(group);
      const all = [...path, ...(faceOf(from) ?? []), ...(faceOf(to) ?? [])];
      const singleMode = group.fiber?.values.mode?.value === 'single-mode';
      const flat = path.find(({ part }) => {
        if (part.values['end-face']?.value !== 'flat') return false;
        const fibers = part.values.fibers?.value;
        // Duplex connectors come both ways: there the two sides have to differ.
        const angled = all.some(
          (other) => other.part.values['end-face']?.value === 'angled' && other.part.values.fibers?.value === fibers,
        );
        return angled || (singleMode && fibers !== undefined && fibers > 2);
      });
      if (flat === undefined) continue;
      reports.push({
        message: `${linkText(facts.fabric, budget)} ${does(budget, 'runs', 'run')} over ${flat.part.name}, which is flat; ${singleMode ? 'multi-fiber connectors of single-mode fiber are' : 'the others of its path are'} angled (APC).`,
        help: 'Take the angled connector (APC).',
        origin: flat.origin,
        label: 'flat end face',
      });
    }
    return reports;
  },
});
