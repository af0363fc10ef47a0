// Panels, connectors or splices in the path of a cable whose ends are attached.
import { defineRule, type Report } from '../../findings/rule.ts';
import type { LinkGroup } from '../../model/index.ts';
import { budgetsFor, linksOf } from '../../subjects/links.ts';
import { allOf, linkSentence } from '../../subjects/naming.ts';

/** What can lie between two modules on fiber, and not on a cable from cage to cage. */
const between = ['connectors', 'panels', 'splices', 'polarity', 'amplifiers', 'spans'] as const;

export const rule = defineRule({
  id: 'optics/attached-ends',
  severity: 'error',
  level: 'value',
  title: 'A cable with attached ends has something in its path',
  why: 'Copper and active optical cables (DAC, ACC, AEC, AOC) are made in one piece, from cage to cage: they pass no patch panel, mate no connectors on the way, and can be neither spliced nor amplified. A path that has such things is one of fiber between modules, with a loss budget.',
  sources: ['NVIDIA cable specifications, MCP4Y10 and MCP7Y00: cables with a module fixed to each end'],
  override: 'Give `panels`, `connectors` and `splices` to links over fiber, between modules.',
  bad: `import "std/osfp"
import "std/copper"

switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch a : Box
switch b : Box
link a.p to b.p over AOC { length 30 m  panels 2 x MpoPanel }
//                                      ^^^^^^^^^^^^^^^^^^^ error: 2 links have \`panels\`
`,
  fix: { '  panels 2 x MpoPanel': '' },
  edges: [
    {
      name: 'connectors',
      change: { 'panels 2 x MpoPanel': 'connectors 2 x MPO12' },
      finds: 'have `connectors`',
    },
    { name: 'a slack', change: { 'length 30 m  panels 2 x MpoPanel': 'length auto  slack 2 m' } },
  ],
  perLink: true,
  check(facts) {
    const reports: Report[] = [];
    for (const budget of budgetsFor(facts, 'optics/attached-ends')) {
      const { group } = budget.class;
      const given = group.cable === undefined ? [] : between.filter((each) => originOf(group, each) !== undefined);
      const [first] = given;
      if (first === undefined || group.cable === undefined) continue;
      const what = allOf(given.map((each) => `\`${each}\``));
      reports.push({
        message: `${linkSentence(facts.fabric, budget, { one: 'has', many: 'have' }, what)}; ${group.cable.name} is one piece from cage to cage.`,
        help: `Remove ${given.length === 1 ? 'it' : 'them'}, or use fiber and modules.`,
        origin: originOf(group, first) ?? group.origin,
        label: `not in the path of ${group.cable.name}`,
        subjects: linksOf(budget),
        remedies: [
          {
            title: `Remove ${what}`,
            changes: given.flatMap((each) => {
              const at = originOf(group, each);
              return at === undefined ? [] : [{ kind: 'write' as const, at, text: '' }];
            }),
          },
        ],
        related:
          group.mediumOrigin === undefined
            ? []
            : [{ origin: group.mediumOrigin, message: 'The cable is chosen here.' }],
      });
    }
    return reports;
  },
});

const originOf = ({ medium }: LinkGroup, name: (typeof between)[number]) => medium[name]?.origin;
