// A path without a connector that fits the modules at its ends.

import { defineRule, type Report } from '../../findings/rule.ts';
import type { Part } from '../../model/index.ts';
import { connectorsOf, faceOf, mates } from '../../subjects/connectors.ts';
import { budgetsFor, linksOf, plugsOf } from '../../subjects/links.ts';
import { allOf, linkSentence } from '../../subjects/naming.ts';

export const rule = defineRule({
  id: 'optics/connector-mismatch',
  severity: 'warning',
  level: 'value',
  title: 'No connector of a path fits the modules at its ends',
  why: "A connector mates with its own kind: an MPO-16 has an offset key and pins of another size so that it doesn't go into an MPO-12, and neither mates with a duplex LC. A path may change its connector in a cassette or a breakout cord, but at least at one end it has to start with the connector of the module.",
  sources: [
    'Connectors by PMD: MPO-12 for DR4 and SR4, MPO-16 for DR8 and SR8, duplex LC for FR and LR (TIA FOTC)',
    'IEC 61754-7, TIA-604-5',
  ],
  override: 'Set `connector` on the optics type, or on the module type where channels share connectors.',
  bad: `import "std/osfp"

switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch a : Box
switch b : Box
plug Osfp800Dr4 into a.p, b.p
link a.p to b.p over OS2 { length 30 m  connectors 2 x MPO16 }
//                                      ^^^^^^^^^^^^^^^^^^^^
`,
  fix: { MPO16: 'MPO12' },
  check(facts) {
    const reports: Report[] = [];
    for (const budget of budgetsFor(facts, 'optics/connector-mismatch')) {
      const { group, from, to } = budget.class;
      const connectors = connectorsOf(group);
      const faces = [faceOf(from), faceOf(to)];
      if (connectors.length === 0 || faces.some((face) => face === undefined || face.length === 0)) continue;
      const fits = faces.some((face) => face?.some((own) => connectors.some((each) => mates(own.part, each.part))));
      if (fits) continue;
      reports.push({
        message: `${linkSentence(facts.fabric, budget, { one: 'has', many: 'have' }, `the connector ${names(connectors.map((each) => each.part))}`)}; the modules have ${names(faces.flatMap((face) => (face ?? []).map((each) => each.part)))}.`,
        help: 'Correct the connectors of the path; for a breakout cord or cassette, list the connectors of both sides.',
        origin: group.medium.connectors?.origin ?? group.origin,
        subjects: linksOf(budget),
        label: 'fits neither end',
        related: plugsOf(facts.fabric, budget),
      });
    }
    return reports;
  },
});

function names(parts: readonly Part[]): string {
  return allOf([...new Set(parts.map(({ name }) => name))]);
}
