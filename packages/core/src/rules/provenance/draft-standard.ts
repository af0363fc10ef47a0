// A requirement that rests on figures of a draft.

import { verdictsOf } from '../../answers/index.ts';
import { type Derivation, isDraft } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { type Fabric, type Given, isPart } from '../../model/index.ts';
import { originKey } from '../../source/index.ts';

export const rule = defineRule({
  id: 'provenance/draft-standard',
  severity: 'note',
  level: 'demand',
  title: 'A requirement rests on figures of a draft',
  why: 'A promise is as good as what it is computed from. A figure of a draft, of a standard or of a data sheet, may move before it is published, and with it the verdict. PMDs of draft standards are told where they are plugged, by optics/draft-pmd; here is everything else.',
  sources: ['IEEE P802.3dj, draft 1.3, as an example of figures that moved from draft to draft'],
  override: 'Keep more margin than the draft may take back, or name the published document as `source`.',
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
  good: `import "std/osfp"

fiber type Soon is OS2 { attenuation 0.3 dB/km source "data sheet, rev. 1" }
switch type Box { height 2 RU  ports p[1..2] : OSFP }
network n : scale-out {
    switch a : Box
    switch b : Box
    plug Osfp800Dr8 into a.p, b.p
    link a.p to b.p over Soon { length 300 m  connectors 2 x MPO16 }
}
require margin(n) >= 1 dB
`,
  check(facts) {
    const reports: Report[] = [];
    const told = figuresOfDraftPmds(facts.fabric);
    for (const { requirement, value } of verdictsOf(facts)) {
      const draft = draftIn(value, told);
      if (draft === undefined) continue;
      reports.push({
        message: `${requirement.fact}(${requirement.subjectText}) rests on a draft: ${draft.label}, ${draft.provenance?.text ?? ''}.`,
        help: 'The verdict may change when the standard is published.',
        origin: requirement.origin,
        label: 'rests on a draft',
        subjects: requirement.subject,
        derivation: value,
      });
    }
    return reports;
  },
});

/** Places of the figures of PMDs that say themselves that they are drafts. */
function figuresOfDraftPmds({ parts }: Fabric): ReadonlySet<string> {
  const drafts = parts.filter((part) => isPart(part, 'optics') && part.values.status?.value === 'draft');
  return new Set(
    drafts.flatMap((part) =>
      Object.values(part.values as Readonly<Record<string, Given<unknown>>>).map(({ origin }) => originKey(origin)),
    ),
  );
}

/** The first figure of a derivation that a draft gives, besides those that are told already. */
function draftIn(derivation: Derivation, told: ReadonlySet<string>): Derivation | undefined {
  const { provenance, origin } = derivation;
  const isTold = origin !== undefined && told.has(originKey(origin));
  if (!isTold && provenance?.kind === 'source' && isDraft(provenance.text)) return derivation;
  for (const term of derivation.terms) {
    const found = draftIn(term, told);
    if (found !== undefined) return found;
  }
  return undefined;
}
