// End faces that don't mate: flat ones in a path that needs angled ones, or the reverse.

import { connectorsOf } from '../../facts/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import type { Part } from '../../model/index.ts';
import { rememberedFaces } from '../../subjects/connectors.ts';
import { budgetsFor, linksOf } from '../../subjects/links.ts';
import { linkSentence } from '../../subjects/naming.ts';
import { ofConnector } from '../../subjects/remedies/index.ts';

export const rule = defineRule({
  id: 'optics/end-face',
  severity: 'error',
  level: 'value',
  title: 'A flat end face where an angled one is needed, or the reverse',
  why: 'Multi-fiber connectors of single-mode fiber are polished at an angle (APC), so that reflected light leaves the core: the lasers of these PMDs have no isolator to spare. A flat end face touches an angled one only at its edge, loses several dB and reflects; two flat ones reflect more than the PMD allows. So each end of a path needs a connector with the end face of its module; between panels, pairs of the other kind are fine where they are duplex. Multimode parallel optics at 100 Gbps per lane need APC too.',
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
  edges: [
    {
      name: 'duplex: angled ones at the panels, flat ones at the modules',
      change: {
        'connector type Trunk16 is MPO16 { end-face flat }':
          'connector type Lc is LC { end-face flat }\nconnector type Apc is LC { end-face angled }',
        'plug Osfp800Dr8': 'plug Osfp2x400Fr4',
        '2 x Trunk16': '2 x Lc, 2 x Apc',
      },
    },
    {
      name: 'multimode: one end of the path has no angled one for its module',
      change: {
        'plug Osfp800Dr8': 'plug Osfp800Sr8',
        'over OS2': 'over OM4',
        'connectors ': 'connectors 1 x MPO16 low-loss, ',
        '30 m': '10 m',
        'MPO16 { end-face flat }': 'MPO16 { loss 0.4 dB  end-face flat }',
      },
      finds: 'the modules have angled ones',
    },
    {
      name: 'multimode: flat between panels',
      change: {
        'plug Osfp800Dr8': 'plug Osfp800Sr8',
        'over OS2': 'over OM4',
        '2 x Trunk16': '2 x MPO16 low-loss, 2 x Trunk16 low-loss',
      },
    },
  ],
  perLink: true,
  check(facts) {
    const reports: Report[] = [];
    const facesOf = rememberedFaces();
    for (const budget of budgetsFor(facts, 'optics/end-face')) {
      const { group, from, to } = budget.class;
      const path = connectorsOf(group);
      if (!path.some(({ part }) => part.values['end-face'] !== undefined)) continue;
      const isSingleMode = group.fiber?.values.mode?.value === 'single-mode';
      const never = isSingleMode
        ? path.find(({ part }) => isFlat(part) && (part.values.fibers?.value ?? 0) > 2)
        : undefined;
      const wrong = never ?? unmated(group.medium.connectors?.value ?? [], [facesOf(from) ?? [], facesOf(to) ?? []]);
      if (wrong === undefined) continue;
      const [is, other] = isFlat(wrong.part) ? ['a flat', 'angled'] : ['an angled', 'flat'];
      const asked =
        never === undefined
          ? `the modules have ${other} ones (${polish[other]})`
          : 'multi-fiber connectors of single-mode fiber are angled (APC)';
      reports.push({
        message: `${linkSentence(facts.fabric, budget, { one: 'uses', many: 'use' }, `${wrong.part.name}, which has ${is} end face`)}; ${asked}.`,
        help: `Use the ${other} connector (${polish[other]}).`,
        origin: wrong.origin,
        subjects: linksOf(budget),
        remedies: ofConnector(wrong.part, 'end-face', other),
        label: `${is.replace(/^an? /, '')} end face`,
      });
    }
    return reports;
  },
});

type Path = ReturnType<typeof connectorsOf>;

const polish: Readonly<Record<string, string>> = { angled: 'APC', flat: 'PC, UPC' };

const isFlat = (part: Part<'connector'>): boolean => part.values['end-face']?.value === 'flat';

/**
 * A connector whose end face is not that of the modules, where the path has too few that are: each end needs one. Between panels both
 * kinds are right, as pairs mate within each kind.
 */
function unmated(path: Path, ends: readonly (readonly Part<'connector'>[])[]): Path[number] | undefined {
  for (const { values } of ends.flat()) {
    const [face, fibers] = [values['end-face']?.value, values.fibers?.value];
    if (face === undefined) continue;
    const alike = path.filter(({ part }) => part.values.fibers?.value === fibers);
    const wrong = alike.find(({ part }) => (part.values['end-face']?.value ?? face) !== face);
    if (wrong === undefined) continue;
    const needed = ends.filter((end) => end.some((each) => each.values['end-face']?.value === face)).length;
    const there = alike.reduce(
      (all, { part, count }) => all + (part.values['end-face']?.value === face ? count : 0),
      0,
    );
    if (there < needed) return wrong;
  }
  return undefined;
}
