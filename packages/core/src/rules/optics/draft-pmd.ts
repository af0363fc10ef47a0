// A PMD whose standard is a draft.

import type { LinkClass } from '../../facts/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { type Part, single } from '../../model/index.ts';
import { plugOf } from '../../subjects/links.ts';
import { printCount } from '../../units/index.ts';

export const rule = defineRule({
  id: 'optics/draft-pmd',
  severity: 'note',
  level: 'value',
  title: 'A PMD is defined by a draft standard',
  why: 'The limits of a draft may still change: channel insertion loss, TDECQ, FEC and reach of 200 Gbps lanes are those of a draft of IEEE P802.3dj. Modules of two vendors built to different drafts may not interoperate, and a budget with little margin may not hold in the end.',
  sources: ['IEEE P802.3dj, draft 1.3; OIF agreements under way'],
  override: 'Set `status published` on the optics type once the standard is published.',
  bad: `import "std/osfp"

switch type Box { height 2 RU  ports p[1..2] : OSFP1600 }
switch a : Box
switch b : Box
plug Osfp1600Dr8 into a.p, b.p
//   ^^^^^^^^^^^^^^^^^^^^^^^^^
link a.p to b.p over OS2 { length 30 m  connectors 2 x MPO16 }
`,
  fix: {
    OSFP1600: 'OSFP',
    Osfp1600Dr8: 'Osfp800Dr8',
  },
  check(facts) {
    // One note for each PMD, where it is first plugged, with all its links.
    const drafts = new Map<Part<'optics'>, { report: Report; links: number }>();
    // Most links have the ends of the one before.
    let published: Pick<LinkClass, 'from' | 'to'> | undefined;
    for (const budget of facts.optics.budgets) {
      const { from, to, count } = budget.class;
      if (published?.from === from && published.to === to) continue;
      if (!isDraft(from.optics) && !isDraft(to.optics)) {
        published = { from, to };
        continue;
      }
      for (const side of ['from', 'to'] as const) {
        const optics = (side === 'from' ? from : to).optics;
        if (optics === undefined || !isDraft(optics) || (side === 'to' && optics === from.optics)) continue;
        const known = drafts.get(optics);
        if (known !== undefined) {
          known.links += count;
          continue;
        }
        const report = {
          message: '',
          origin: plugOf(facts.fabric, budget, side) ?? budget.class.group.origin,
          label: 'a draft',
          subjects: single('part', optics.index),
        };
        drafts.set(optics, { report, links: count });
      }
    }
    return [...drafts].map(([optics, { report, links }]) => ({
      ...report,
      message: `${optics.name} is a draft${optics.values.standard === undefined ? '' : ` (${optics.values.standard.value})`}; ${printCount(links, 'link')} ${links === 1 ? 'uses' : 'use'} it.`,
      help: 'Keep some margin: its limits may change.',
    }));
  },
});

const isDraft = (optics: Part<'optics'> | undefined): boolean => optics?.values.status?.value === 'draft';
