// A path without the connector of the modules at its ends.

import { defineRule, type Report } from '../../findings/rule.ts';
import type { Part } from '../../model/index.ts';
import { connectorsOf, faceOf, mates } from '../../subjects/connectors.ts';
import { does, linkText, plugsOf } from '../../subjects/links.ts';
import { allOf } from '../../subjects/subjects.ts';

export const rule = defineRule({
  id: 'optics/connector-mismatch',
  severity: 'warning',
  level: 'value',
  title: 'No connector of a path fits the modules at its ends',
  why: 'A plug mates with its own kind: an MPO-16 has its key off the middle and pins of another size so that it does not go into an MPO-12, and neither goes where a duplex LC does. A path may change its connector in a cassette or a breakout cord, but at one module or the other it has to start with what the module has.',
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
  good: `import "std/osfp"

switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch a : Box
switch b : Box
plug Osfp800Dr4 into a.p, b.p
link a.p to b.p over OS2 { length 30 m  connectors 2 x MPO12 }
`,
  check(facts) {
    const reports: Report[] = [];
    for (const budget of facts.optics.budgets) {
      const { group, from, to } = budget.class;
      const connectors = connectorsOf(group);
      const faces = [faceOf(from), faceOf(to)];
      if (connectors.length === 0 || faces.some((face) => face === undefined || face.length === 0)) continue;
      const fits = faces.some((face) => face?.some((own) => connectors.some((each) => mates(own.part, each.part))));
      if (fits) continue;
      reports.push({
        message: `${linkText(facts.fabric, budget)} ${does(budget, 'runs', 'run')} over ${names(connectors.map((each) => each.part))}; its modules have ${names(faces.flatMap((face) => (face ?? []).map((each) => each.part)))}.`,
        help: 'Write the connectors the path has; a breakout cord or cassette counts with those of both its sides.',
        origin: group.medium.connectors?.origin ?? group.origin,
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
