// A rail that ends on two switches within one unit.
import { splitRails } from '../../facts/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { deviceName, groupOfLink } from '../../model/index.ts';
import { allOf } from '../../subjects/naming.ts';
import { cablesSwapped } from '../../subjects/remedies/index.ts';
import { soundNetworks } from '../../subjects/sound.ts';
import { printCount, printNumber } from '../../units/index.ts';

export const rule = defineRule({
  id: 'topology/rail-on-two-leaves',
  severity: 'warning',
  level: 'assembly',
  title: 'Hosts of one rail are on two leaves',
  why: 'In a rail topology, adapter k of every host of a unit connects to switch k, so that accelerators of the same rank reach each other over one hop, which collective libraries rely on. One host with two cables swapped sends both rails through the spine, slows down every collective, and shows up in no link test.',
  sources: ['Rail-optimised fabrics: one rail per adapter of a host; MI355X nodes with 8 rails'],
  override: 'Link with `as rails`, or `allow` it if a rail is intended to span leaves.',
  bad: `import "std/osfp"

switch type Leaf { height 2 RU  ports down[1..3] : OSFP }
host type Node { height 2 RU  ports nic[1..2] : OSFP }
network backend : scale-out {
    host   node[1..3] : Node
    switch leaf[1..2] : Leaf
    plug Osfp800Dr8 into node[*].*, leaf[*].*
    link node[1..2].nic[1] to leaf[1].down[1..2] over OS2 { length 3 m  connectors 2 x MPO16 }
    link node[1..2].nic[2] to leaf[2].down[1..2] over OS2 { length 3 m  connectors 2 x MPO16 }
    link node[3].nic[1] to leaf[2].down[3] over OS2 { length 3 m  connectors 2 x MPO16 }
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    link node[3].nic[2] to leaf[1].down[3] over OS2 { length 3 m  connectors 2 x MPO16 }
}
`,
  fix: {
    '    link node[1..2].nic[1] to leaf[1].down[1..2] over OS2 { length 3 m  connectors 2 x MPO16 }\n    link node[1..2].nic[2] to leaf[2].down[1..2] over OS2 { length 3 m  connectors 2 x MPO16 }\n    link node[3].nic[1] to leaf[2].down[3] over OS2 { length 3 m  connectors 2 x MPO16 }\n    link node[3].nic[2] to leaf[1].down[3] over OS2 { length 3 m  connectors 2 x MPO16 }':
      '    link node[*].nic[*] to leaf[*].down as rails over OS2 { length 3 m  connectors 2 x MPO16 }',
  },
  check(facts) {
    const { fabric, connectivity } = facts;
    const reports: Report[] = [];
    for (const { index, ...network } of soundNetworks(facts, 'topology/rail-on-two-leaves')) {
      const split = splitRails(fabric, index, connectivity.graph(index));
      const [first] = split;
      if (first === undefined) continue;
      const where = allOf(
        first.switches
          .slice(0, 3)
          .map(({ device, hosts }) => `${printCount(hosts, 'host', 'hosts')} on ${deviceName(fabric, device)}`),
      );
      const more =
        split.length === 1
          ? ''
          : `; ${printCount(split.length - 1, 'other rail', 'other rails')} of ${network.name} ${split.length === 2 ? 'is' : 'are'} split too`;
      reports.push({
        message: `Rail ${printNumber(first.rail)} has ${where}${more}.`,
        help:
          first.swappedWith === undefined
            ? `Check ${first.odd}, which is on another switch than most of its rail; \`as rails\` keeps rails together.`
            : `Swap the cables of ${first.odd} and ${first.swappedWith}; \`as rails\` keeps rails together.`,
        origin: groupOfLink(fabric, first.link).origin,
        label: 'on another switch than the rest of its rail',
        remedies: cablesSwapped(fabric, first),
        subjects: { of: 'network', ids: Uint32Array.of(index) },
      });
    }
    return reports;
  },
});
