// A requirement that rests on figures of a draft.
import { type Derivation, isDraft, verdictsOf } from '../../facts/index.ts';
import { defineRule, type Report } from '../rule.ts';

export const rule = defineRule({
  id: 'provenance/draft-standard',
  severity: 'note',
  level: 'demand',
  title: 'A requirement rests on figures of a draft',
  why: 'A promise is as good as what it is computed from. A limit of a draft standard may move before it is published, and with it the verdict: a margin of 0.2 dB against a draft’s channel loss is not one yet.',
  sources: ['IEEE P802.3dj, draft 1.3: clauses 180 to 187'],
  override:
    'Keep more margin than the draft may take back, or give the figure on a type of your own with its `source`.',
  bad: `import "std/osfp"

switch type Box { height 2 RU  ports p[1..2] : OSFP1600 }
network n : scale-out {
    switch a : Box
    switch b : Box
    plug Osfp1600Dr8 into a.p, b.p
    link a.p to b.p over OS2 { length 30 m  connectors 2 x MPO16 }
}
require margin(n) >= 1 dB
//      ^^^^^^^^^^^^^^^^^
`,
  good: `import "std/osfp"

switch type Box { height 2 RU  ports p[1..2] : OSFP }
network n : scale-out {
    switch a : Box
    switch b : Box
    plug Osfp800Dr8 into a.p, b.p
    link a.p to b.p over OS2 { length 30 m  connectors 2 x MPO16 }
}
require margin(n) >= 1 dB
`,
  check(facts) {
    const reports: Report[] = [];
    for (const { requirement, value } of verdictsOf(facts)) {
      const draft = draftIn(value);
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

/** The first figure of a derivation that a draft gives. */
function draftIn(derivation: Derivation): Derivation | undefined {
  const { provenance } = derivation;
  if (provenance?.kind === 'source' && isDraft(provenance.text)) return derivation;
  for (const term of derivation.terms) {
    const found = draftIn(term);
    if (found !== undefined) return found;
  }
  return undefined;
}
