// A flat end face in a path that needs angled ones.

import { connectorsOf } from '../../facts/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { rememberedFaces } from '../../subjects/connectors.ts';
import { budgetsFor, linksOf } from '../../subjects/links.ts';
import { linkSentence } from '../../subjects/naming.ts';
import { ofConnector } from '../../subjects/remedies/index.ts';

export const rule = defineRule({
  id: 'optics/end-face',
  severity: 'error',
  level: 'value',
  title: 'A flat end face where an angled one is needed',
  why: 'Multi-fiber connectors of single-mode fiber are polished at an angle (APC), so that reflected light leaves the core: the lasers of these PMDs have no isolator to spare. A flat end face touches an angled one only at its edge, loses several dB and reflects; two flat ones reflect more than the PMD allows. Multimode parallel optics at 100 Gbps per lane need APC too.',
  sources: [
    'Single-mode MPO is always APC (MPO notes); NVIDIA transceiver specifications, MPO-12/APC also for multimode',
  ],
  override: 'Set `end-face` on the connector type.',
  bad: `import "std/osfp"

connector type Trunk16 is MPO16 { end-face flat }
switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch a : Box
switch b : Box
plug Osfp800Dr8 into a.p, b.p
link a.p to b.p over OS2 { length 30 m  connectors 2 x Trunk16 }
//                                                 ^^^^^^^^^^^
`,
  fix: {
    'end-face flat': 'end-face angled',
  },
  perLink: true,
  check(facts) {
    const reports: Report[] = [];
    const faceOf = rememberedFaces();
    for (const budget of budgetsFor(facts, 'optics/end-face')) {
      const { group, from, to } = budget.class;
      const path = connectorsOf(group);
      const all = [...path.map(({ part }) => part), ...(faceOf(from) ?? []), ...(faceOf(to) ?? [])];
      const singleMode = group.fiber?.values.mode?.value === 'single-mode';
      const flat = path.find(({ part }) => {
        if (part.values['end-face']?.value !== 'flat') return false;
        const fibers = part.values.fibers?.value;
        // Duplex connectors exist in both versions: only a mixed pair is wrong.
        const angled = all.some(
          (other) => other.values['end-face']?.value === 'angled' && other.values.fibers?.value === fibers,
        );
        return angled || (singleMode && fibers !== undefined && fibers > 2);
      });
      if (flat === undefined) continue;
      reports.push({
        message: `${linkSentence(facts.fabric, budget, { one: 'uses', many: 'use' }, `${flat.part.name}, which has a flat end face`)}; ${singleMode ? 'multi-fiber connectors of single-mode fiber are' : 'the other connectors of the path are'} angled (APC).`,
        help: 'Use the angled connector (APC).',
        origin: flat.origin,
        subjects: linksOf(budget),
        remedies: ofConnector(flat.part, 'end-face', 'angled'),
        label: 'flat end face',
      });
    }
    return reports;
  },
});
