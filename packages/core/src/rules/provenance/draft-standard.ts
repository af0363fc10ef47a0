// A requirement that depends on figures of a draft.

import { verdictsOf } from '../../answers/index.ts';
import { type Derivation, isDraft } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { type Fabric, type Given, isPart } from '../../model/index.ts';
import { originKey } from '../../source/index.ts';
import { subjectsOf } from '../../subjects/required.ts';

export const rule = defineRule({
  id: 'provenance/draft-standard',
  severity: 'note',
  level: 'demand',
  title: 'A requirement depends on figures of a draft',
  why: 'A verdict is as good as its figures. A figure from a draft of a standard or a data sheet may change before publication, and the verdict with it. PMDs of draft standards are reported where they are plugged, by optics/draft-pmd; this rule covers everything else.',
  sources: ['IEEE P802.3dj, draft 1.3, an example of figures that changed between drafts'],
  override: 'Keep enough margin for the draft to change, or give the published document as `source`.',
  bad: `import "std/osfp"

fiber type Soon is OS2 { attenuation 0.3 dB/km source "data sheet, draft 0.3" }
switch type Box { height 2 RU  ports p[1..2] : OSFP }
network n : scale-out {
    switch a : Box
    switch b : Box
    plug Osfp800Dr8 into a.p, b.p
    link a.p to b.p over Soon { length 300 m  connectors 2 x MPO16 }
}
require margin(n) >= 1 dB
//      ^^^^^^^^^^^^^^^^^
`,
  fix: { 'draft 0.3"': 'rev. 1"' },
  check(facts) {
    const reports: Report[] = [];
    const ofPmds = figuresOfDraftPmds(facts.fabric);
    for (const { requirement, value } of verdictsOf(facts)) {
      const draft = draftIn(value, ofPmds);
      if (draft === undefined) continue;
      reports.push({
        message: `${requirement.value.text} depends on a draft: ${draft.label}, ${draft.provenance?.text ?? ''}.`,
        help: 'The verdict may change when the standard is published.',
        origin: requirement.origin,
        label: 'depends on a draft',
        ...subjectsOf(requirement),
        derivation: value,
      });
    }
    return reports;
  },
});

/** Where the figures of PMDs with `status draft` are given. */
function figuresOfDraftPmds({ parts }: Fabric): ReadonlySet<string> {
  const drafts = parts.filter((part) => isPart(part, 'optics') && part.values.status?.value === 'draft');
  return new Set(
    drafts.flatMap((part) =>
      Object.values(part.values as Readonly<Record<string, Given<unknown>>>).map(({ origin }) => originKey(origin)),
    ),
  );
}

/** The first figure in a derivation whose source is a draft, except those of draft PMDs. */
function draftIn(derivation: Derivation, ofPmds: ReadonlySet<string>): Derivation | undefined {
  const { provenance, origin } = derivation;
  const isReported = origin !== undefined && ofPmds.has(originKey(origin));
  if (!isReported && provenance?.kind === 'source' && isDraft(provenance.text)) return derivation;
  for (const term of derivation.terms) {
    const found = draftIn(term, ofPmds);
    if (found !== undefined) return found;
  }
  return undefined;
}
