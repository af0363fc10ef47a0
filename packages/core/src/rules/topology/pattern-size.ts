// A pattern whose sides do not fit each other.

import { defineRule } from '../../findings/rule.ts';
import type { LinkFault, LinkGroup } from '../../model/index.ts';
import { inTurns } from '../../subjects/links.ts';
import { printCount, printNumber } from '../../units/index.ts';

export const rule = defineRule({
  id: 'topology/pattern-size',
  severity: 'error',
  dependsOn: ['plugs', 'values'],
  level: 'value',
  title: 'The sides of a pattern have the wrong sizes',
  why: '`pairs` joins the first port to the first and needs as many ports on both sides; `rails` joins port k of every host to switch k and needs as many switches as a host has ports; a mesh needs ports enough on the far side; a torus, a dragonfly or a Slim Fly joins a certain number of switches with a certain number of ports each. Where sizes differ, some ports would hang in the air, and nobody can say which were meant.',
  sources: [
    'Rail-optimised fabrics: one rail for each adapter of a host',
    'Kim, Dally, Scott and Abts, Technology-Driven, Highly-Scalable Dragonfly Topology, ISCA 2008',
    'Besta and Hoefler, Slim Fly: A Cost Effective Low-Diameter Network Topology, SC 2014',
  ],
  override: 'Select the ports that are meant.',
  bad: `import "std/osfp"

switch type Box { height 2 RU  ports p[1..4] : OSFP }
switch a : Box
switch b : Box
plug Osfp800Dr8 into a.p, b.p
link a.p[1..3] to b.p[1..2] over OS2 { length 30 m  connectors 2 x MPO16 }
//   ^^^^^^^^^^^^^^^^^^^^^^
`,
  good: `import "std/osfp"

switch type Box { height 2 RU  ports p[1..4] : OSFP }
switch a : Box
switch b : Box
plug Osfp800Dr8 into a.p, b.p
link a.p[1..3] to b.p[1..3] over OS2 { length 30 m  connectors 2 x MPO16 }
`,
  check: ({ fabric }) =>
    fabric.linkGroups.flatMap((group) => {
      const text = group.fault === undefined ? undefined : explain(group, group.fault);
      return text === undefined
        ? []
        : [
            {
              ...text,
              message: inTurns(group, text.message),
              origin: group.origin,
              label: 'the sides do not fit',
              blames: [group.origin],
            },
          ];
    }),
});

function explain(group: LinkGroup, fault: LinkFault): { message: string; help: string } | undefined {
  const { from, to } = group;
  if (fault.kind === 'too few ports') {
    return {
      message: `Each device of ${to.text} needs ${printNumber(fault.needed)} ports for this ${group.pattern}; it has ${printNumber(fault.have)}.`,
      help: 'Add ports there, add devices, or link fewer from the other side.',
    };
  }
  switch (fault.kind) {
    case 'devices':
      return {
        message: `${group.pattern} joins ${printNumber(fault.needed)} devices; ${from.text} selects ${printNumber(fault.have)}.`,
        help: `Select ${printNumber(fault.needed)} devices, or change the numbers of the pattern.`,
      };
    case 'degree':
      return {
        message: Number.isNaN(fault.have)
          ? `The devices of ${from.text} have different numbers of ports; ${group.pattern} needs as many on each.`
          : `Each device of ${from.text} has ${printCount(fault.have, 'port', 'ports')}; ${group.pattern} joins it to ${printNumber(fault.needed)} others, evenly.`,
        help: `Select ${printNumber(fault.needed)} ports of each device, or a multiple of that.`,
      };
    case 'too few hosts':
      return {
        message: `${group.pattern} gives each router ${printCount(fault.needed, 'host', 'hosts')}; besides the ports of ${from.text} it has ${printNumber(fault.have)}.`,
        help: 'Add ports for the hosts, or select fewer for the pattern.',
      };
    case 'impossible':
      return { message: `${fault.why}.`, help: fault.help };
    case 'unequal':
      return unequal(group, fault);
    default:
      return undefined;
  }
}

function unequal({ from, to }: LinkGroup, fault: LinkFault & { kind: 'unequal' }): { message: string; help: string } {
  if (fault.what === 'rails') {
    return {
      message: `Each device of ${from.text} has ${printNumber(fault.from)} ports, one for each rail; ${to.text} selects ${printNumber(fault.to)} devices.`,
      help: 'Rails join port k to device k: select as many devices as each host has ports.',
    };
  }
  return {
    message: `${from.text} selects ${printNumber(fault.from)} ports and ${to.text} ${printNumber(fault.to)}; pairs need as many on both sides.`,
    help: 'Select as many ports on both sides, or say how they are spread: `as mesh`, `as rails`.',
  };
}
