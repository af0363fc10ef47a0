// A cord with pins at a module, which has pins too.

import { defineRule, type Report } from '../../findings/rule.ts';
import { linkText } from '../../subjects/links.ts';

export const rule = defineRule({
  id: 'optics/pinning',
  severity: 'error',
  level: 'value',
  title: 'A pinned cord at a pinned module',
  why: 'Two guide pins align the fibers of an MPO: one side of a mated pair has them, the other has the holes. Ports of modules are pinned, so that the cord in them must not be; pins against pins do not mate and damage the end faces.',
  sources: ['MPO ports of equipment are male, patch cords female (alcadon.se)'],
  override:
    'Set `pins unpinned` on the connector type that ends at the module, or list the connectors in the order of the path.',
  bad: `import "std/osfp"

connector type MPO16Male is MPO16 { pins pinned }
switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch a : Box
switch b : Box
plug Osfp800Dr8 into a.p, b.p
link a.p to b.p over OS2 { length 30 m  connectors 2 x MPO16Male }
//                                                 ^^^^^^^^^^^^^
`,
  good: `import "std/osfp"

connector type MPO16Female is MPO16 { pins unpinned }
switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch a : Box
switch b : Box
plug Osfp800Dr8 into a.p, b.p
link a.p to b.p over OS2 { length 30 m  connectors 2 x MPO16Female }
`,
  check(facts) {
    const reports: Report[] = [];
    for (const budget of facts.optics.budgets) {
      const { group, from, to } = budget.class;
      const connectors = group.medium.connectors?.value ?? [];
      const ends = [
        { end: from, connector: connectors[0] },
        { end: to, connector: connectors.at(-1) },
      ];
      const wrong = ends.find(
        ({ end, connector }) => end.module !== undefined && connector?.part.values.pins?.value === 'pinned',
      );
      if (wrong?.connector === undefined) continue;
      reports.push({
        message: `${linkText(facts.fabric, budget)}: ${wrong.connector.part.name} has pins, and so has the port of ${wrong.end.module?.name ?? 'the module'}.`,
        help: 'Take cords without pins at modules; trunks between panels may have them.',
        origin: wrong.connector.origin,
        label: 'pins against pins',
      });
    }
    return reports;
  },
});
