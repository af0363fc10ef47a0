// A link pattern whose sides don't fit each other.

import type { Facts } from '../../answers/index.ts';
import { defineRule } from '../../findings/rule.ts';
import type { LinkFault, LinkGroup } from '../../model/index.ts';
import { single } from '../../model/index.ts';
import { hasMisfit } from '../../subjects/fits.ts';
import { inIterations } from '../../subjects/links.ts';
import { meshSizes, meshSizesHelp, railSizesHelp } from '../../subjects/mesh-sizes.ts';
import { sameCount } from '../../subjects/remedies/index.ts';
import { morePortsText, takenPortsText } from '../../subjects/spare-ports.ts';
import { printCount, printNumber } from '../../units/index.ts';

/** The most links that one is broken out into: a lane each. */
const mostBrokenOut = 16;

export const rule = defineRule({
  id: 'topology/pattern-size',
  severity: 'error',
  dependsOn: ['plugs', 'values'],
  level: 'value',
  title: 'The sides of a pattern have the wrong sizes',
  why: "`pairs` links the first port to the first and needs the same number of ports on both sides; `rails` links port k of every host to switch k and needs as many switches as a host has ports; a mesh needs enough ports on the far side; a torus, a dragonfly or a Slim Fly links a given number of switches with a given number of ports each. If the sizes differ, some ports would stay unconnected, and which ones is anyone's guess.",
  sources: [
    'Rail-optimised fabrics: one rail for each adapter of a host',
    'Kim, Dally, Scott and Abts, Technology-Driven, Highly-Scalable Dragonfly Topology, ISCA 2008',
    'Besta and Hoefler, Slim Fly: A Cost Effective Low-Diameter Network Topology, SC 2014',
  ],
  override: 'Select the intended ports.',
  bad: `import "std/osfp"

switch type Box { height 2 RU  ports p[1..4] : OSFP }
switch a : Box
switch b : Box
plug Osfp800Dr8 into a.p, b.p
link a.p[1..3] to b.p[1..2] over OS2 { length 30 m  connectors 2 x MPO16 }
//   ^^^^^^^^^^^^^^^^^^^^^^
`,
  fix: { 'link a.p[1..3] to b.p[1..2]': 'link a.p[1..3] to b.p[1..3]' },
  check: (facts) =>
    facts.fabric.linkGroups.flatMap((group) => {
      const text = group.fault === undefined || hasMisfit(facts, group) ? undefined : explain(group, group.fault);
      return text === undefined
        ? []
        : [
            {
              ...text,
              help: `${text.help}${sparePorts(facts, group)}`,
              message: inIterations(group, text.message),
              origin: group.origin,
              label: "the sides don't fit",
              subjects: single('link statement', group.index),
              remedies: sameCount(group),
              blames: [group.origin],
            },
          ];
    }),
});

/** Which ports could be selected instead, and which of those that are can't. */
function sparePorts(facts: Facts, group: LinkGroup): string {
  const { fault } = group;
  const more =
    fault?.kind === 'too few ports' && group.pattern === 'mesh' ? morePortsText(facts, group, fault.needed) : '';
  return `${more}${takenPortsText(facts, group)}`;
}

function explain(group: LinkGroup, fault: LinkFault): { message: string; help: string } | undefined {
  const { from, to } = group;
  if (fault.kind === 'too few ports') {
    return {
      message: `Each device of ${to.text} needs ${printCount(fault.needed, 'port')} for this ${group.pattern}; it has ${printNumber(fault.have)}.`,
      help: group.pattern === 'rails' ? railSizesHelp(group) : meshSizesHelp(group),
    };
  }
  switch (fault.kind) {
    case 'devices':
      return {
        message: `${group.pattern} links ${printCount(fault.needed, 'device')}; ${from.text} selects ${printNumber(fault.have)}.`,
        help: `Select ${printCount(fault.needed, 'device')}, or change the size of the pattern.`,
      };
    case 'degree':
      return {
        message: Number.isNaN(fault.have)
          ? `The devices of ${from.text} have different numbers of ports; ${group.pattern} needs the same number on each.`
          : `Each device of ${from.text} has ${printCount(fault.have, 'port', 'ports')}; ${group.pattern} links it evenly to ${printCount(fault.needed, 'other')}.`,
        help: `Select ${printCount(fault.needed, 'port')} of each device, or a multiple of that.`,
      };
    case 'too few hosts':
      return {
        message: `${group.pattern} has ${printCount(fault.needed, 'host')} on each router; each router has ${printCount(fault.have, 'port')} besides ${from.text}.`,
        help: `Use a router with ${printCount(fault.needed - fault.have, 'more port', 'more ports')}, or give the pattern ${printCount(fault.have, 'host')} or fewer.`,
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
      message: `Each device of ${from.text} has ${printCount(fault.from, 'port')}, one per rail; ${to.text} selects ${printCount(fault.to, 'device')}.`,
      help: 'Select as many devices as each host has ports: rails link port k to device k.',
    };
  }
  return {
    message: `${from.text} selects ${printCount(fault.from, 'port')} and ${to.text} ${printNumber(fault.to)}; pairs need the same number on both sides.`,
    help: helpForPairs({ from, to }, fault),
  };
}

/** What links sides with different numbers of ports: a pattern that fits them, or modules that are broken out. */
function helpForPairs({ from, to }: Pick<LinkGroup, 'from' | 'to'>, fault: { from: number; to: number }): string {
  const isOne = from.devices === 1 && to.devices === 1;
  const patterns = [
    ...(!isOne && meshSizes({ from, to }).includes(to.devices) ? ['`as mesh`'] : []),
    ...(!isOne && from.portsEach === to.devices && from.devices <= to.portsEach ? ['`as rails`'] : []),
  ];
  const [fewer, more] = fault.from < fault.to ? [fault.from, fault.to] : [fault.to, fault.from];
  const few = fault.from < fault.to ? from : to;
  const isBreakout = fewer > 0 && more % fewer === 0 && more / fewer <= mostBrokenOut;
  return [
    `Select the same number of ports on both sides${patterns.length === 0 ? '' : `, or choose a pattern: ${patterns.join(', ')}`}.`,
    ...(isBreakout
      ? [`For a breakout, plug a module into ${few.text} whose \`channels\` are ${more / fewer} times as many.`]
      : []),
  ].join(' ');
}
