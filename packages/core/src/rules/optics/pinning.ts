// A pinned cord at a module port, which is pinned too.

import { defineRule, type Report } from '../../findings/rule.ts';
import { budgetsFor, linksOf } from '../../subjects/links.ts';
import { linkSentence } from '../../subjects/naming.ts';
import { ofConnector } from '../../subjects/remedies/index.ts';

export const rule = defineRule({
  id: 'optics/pinning',
  severity: 'error',
  level: 'value',
  title: 'A pinned cord is plugged into a pinned module',
  why: "Two guide pins align the fibers of an MPO: one side of a mated pair has them, the other has the holes. Module ports are pinned, so the cord must not be; two pinned sides don't mate and damage the end faces.",
  sources: ['MPO ports of equipment are male, patch cords female (alcadon.se)'],
  override:
    'Set `pins unpinned` on the connector type that ends at the module, or list the connectors in the order of the path.',
  bad: `import "std/osfp"

connector type Cord16 is MPO16 { pins pinned }
switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch a : Box
switch b : Box
plug Osfp800Dr8 into a.p, b.p
link a.p to b.p over OS2 { length 30 m  connectors 2 x Cord16 }
//                                                 ^^^^^^^^^^
`,
  fix: { 'pins pinned': 'pins unpinned' },
  perLink: true,
  check(facts) {
    const reports: Report[] = [];
    for (const budget of budgetsFor(facts, 'optics/pinning')) {
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
        message: `${linkSentence(facts.fabric, budget, { one: 'plugs', many: 'plug' }, `${wrong.connector.part.name}, which has pins, into ${wrong.end.module?.name ?? 'the module'}`)}; its port has pins too.`,
        help: 'Use unpinned cords at modules; trunks between panels may be pinned.',
        origin: wrong.connector.origin,
        subjects: linksOf(budget),
        remedies: ofConnector(wrong.connector.part, 'pins', 'unpinned'),
        label: 'both sides have pins',
      });
    }
    return reports;
  },
});
