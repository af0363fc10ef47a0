// A fiber that ends at an empty cage.

import { defineRule, type Report } from '../../findings/rule.ts';
import {
  cageOfPort,
  type Fabric,
  type LinkGroup,
  linksText,
  moduleIn,
  type Part,
  portName,
} from '../../model/index.ts';
import { budgetsFor, linksOf, placesOf } from '../../subjects/links.ts';
import { pluggedToo } from '../../subjects/remedies/index.ts';
import { printCount } from '../../units/index.ts';

export const rule = defineRule({
  id: 'optics/no-module',
  severity: 'error',
  dependsOn: ['plugs'],
  level: 'value',
  title: 'A fiber ends at a cage without a module',
  why: 'A link over fiber needs a module at each end to convert lanes to light. Without one, nothing is known about the link: rate, reach and loss are those of its optics.',
  sources: ['IEEE 802.3: the PMD is in the module'],
  override: 'Plug a module with `plug MODULE into …`.',
  bad: `import "std/osfp"

switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch a : Box
switch b : Box
plug Osfp800Dr8 into a.p
link a.p to b.p over OS2 { length 30 m  connectors 2 x MPO16 }
//   ^^^^^^^^^^
`,
  fix: { 'into a.p': 'into a.p, b.p' },
  perLink: true,
  check(facts) {
    const { fabric } = facts;
    const reports: Report[] = [];
    for (const budget of budgetsFor(facts, 'optics/no-module')) {
      const { group, sample, from, to } = budget.class;
      if (group.fiber === undefined || (from.module !== undefined && to.module !== undefined)) continue;
      const port = (from.module === undefined ? fabric.links.from[sample] : fabric.links.to[sample]) as number;
      if (moduleIn(fabric, cageOfPort(fabric, port)) !== undefined) continue;
      reports.push({
        message:
          budget.class.count === 1
            ? `${portName(fabric, port)} has no module; a fiber link ends there.`
            : `${printCount(budget.class.count, 'port')} (${portName(fabric, port)}, …) have no module; fiber links end there.`,
        help: `Plug a module: \`plug MODULE into ${from.module === undefined ? group.from.text : group.to.text}\`.`,
        origin: group.origin,
        subjects: linksOf(budget),
        label: 'no module at one end',
        blames: placesOf(budget),
        remedies: pluggedToo(fabric, budget),
      });
    }
    // With an unknown value, a cage may have fewer channels than it should.
    return fabric.gaps.values ? reports : [...reports, ...unlaid(fabric)];
  },
});

/** Link statements without links, since the ports of a cage without a module are unknown: one finding per cause. */
function unlaid(fabric: Fabric): Report[] {
  const byCause = new Map<Part | undefined, { group: LinkGroup; text: string }[]>();
  for (const group of fabric.linkGroups) {
    if (group.fault?.kind !== 'bare') continue;
    const { side, module } = group.fault;
    byCause.set(module, [...(byCause.get(module) ?? []), { group, text: group[side].text }]);
  }
  return [...byCause].map(([module, [first, ...others]]) => {
    const { group, text } = first as { group: LinkGroup; text: string };
    return {
      message:
        module === undefined
          ? `Cages of ${text} have no module, so the ${linksText(group)} can't be made.`
          : `${module.name}, the module of ${text}, ${Object.hasOwn(module.unknowns, 'channels') ? 'gives its `channels` as unknown' : 'has no `channels`'}, so the ${linksText(group)} can't be made.`,
      help:
        module === undefined
          ? `Plug a module: \`plug MODULE into ${text}\`.`
          : `Set the channels of ${module.name}, for example \`channels 16 x 800GBASE-DR4\`.`,
      origin: group.origin,
      subjects: {
        of: 'link statement',
        ids: Uint32Array.from([group, ...others.map((each) => each.group)], (each) => each.index),
      },
      label: 'unknown number of ports',
      also: [...new Set(others.map((each) => linksText(each.group)))]
        .filter((each) => each !== linksText(group))
        .map((each) => `The ${each} can't be made either.`),
      blames: [group.origin, ...others.map((each) => each.group.origin)],
    };
  });
}
