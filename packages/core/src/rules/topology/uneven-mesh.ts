// A mesh whose ports don't divide evenly.

import { defineRule } from '../../findings/rule.ts';
import { single } from '../../model/index.ts';
import { hasMisfit } from '../../subjects/fits.ts';
import { inIterations } from '../../subjects/links.ts';
import { meshSizesHelp } from '../../subjects/mesh-sizes.ts';
import { evenSizes } from '../../subjects/remedies/index.ts';
import { takenPortsText } from '../../subjects/spare-ports.ts';
import { printCount, printNumber } from '../../units/index.ts';

export const rule = defineRule({
  id: 'topology/uneven-mesh',
  severity: 'error',
  dependsOn: ['plugs', 'values'],
  level: 'value',
  title: "The ports of a mesh don't divide evenly",
  why: "Equal-cost routing sends the same share over every path. If one pair of switches has fewer links than another, that pair fills first and the rest of the bandwidth can't be used. So each switch must have the same number of links to every switch of the other side: its ports divided by the number of those switches must be a whole number.",
  sources: ['Folded Clos networks with ECMP: equal capacity on equal-cost paths'],
  override: 'Choose a size that divides the ports, or link the pairs one by one if an uneven split is intended.',
  bad: `import "std/osfp"

switch type Leaf  { height 2 RU  ports up[1..8]   : OSFP }
switch type Spine { height 2 RU  ports down[1..8] : OSFP }
switch leaf[1..2]  : Leaf
switch spine[1..3] : Spine
plug Osfp800Dr8 into leaf[*].*, spine[*].*
link leaf[*].up to spine[*].down as mesh over OS2 { length 30 m  connectors 2 x MPO16 }
//   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
  fix: { 'spine[1..3]': 'spine[1..4]' },
  edges: [
    {
      name: 'another size that divides',
      change: { 'spine[1..3]': 'spine[1..2]' },
    },
    {
      name: 'more switches than divide',
      change: { 'spine[1..3]': 'spine[1..5]' },
      finds: '1.6 each',
    },
  ],
  check: (facts) =>
    facts.fabric.linkGroups.flatMap((group) => {
      const fault = group.fault;
      if (fault?.kind !== 'uneven' || hasMisfit(facts, group)) return [];
      const each = group.from.portsEach;
      const message = Number.isNaN(each)
        ? `The devices of ${group.from.text} have different numbers of ports, so a mesh can't divide them evenly.`
        : `The ${printCount(each, 'port')} of each device of ${group.from.text} don't divide evenly among ${printCount(group.to.devices, 'device')} of ${group.to.text}: ${printNumber(fault.perPair, 2)} each.`;
      return [
        {
          message: inIterations(group, message),
          help: `${meshSizesHelp(group)}${takenPortsText(facts, group)}`,
          origin: group.origin,
          label: 'not a whole number of links per pair',
          subjects: single('link statement', group.index),
          remedies: evenSizes(facts.fabric, group),
          blames: [group.origin],
        },
      ];
    }),
});
