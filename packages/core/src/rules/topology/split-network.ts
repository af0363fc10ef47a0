// A network in several parts without a link between them.

import { defineRule, type Report } from '../../findings/rule.ts';
import { deviceName, numberAt } from '../../model/index.ts';
import { soundNetworks } from '../../subjects/sound.ts';
import { printCount } from '../../units/index.ts';

export const rule = defineRule({
  id: 'topology/split-network',
  severity: 'warning',
  level: 'assembly',
  title: 'A network is split into parts',
  why: "Hosts of one network are expected to reach each other. A job can't span two parts without a path between them. Planes and rails that meet only in the hosts count as connected: traffic between them passes through a host.",
  sources: ['A network is what its links connect'],
  override: 'Declare the parts as separate networks if they are intended to be apart.',
  bad: `import "std/osfp"

switch type Box { height 2 RU  ports p[1..2] : OSFP }
host type Node { height 2 RU  ports nic : OSFP }
network backend : scale-out {
//      ^^^^^^^
    host   node[1..4] : Node
    switch leaf[1..2] : Box
    plug Osfp800Dr8 into node.nic, leaf.p
    link node[1..2].nic to leaf[1].p over OS2 { length 30 m  connectors 2 x MPO16 }
    link node[3..4].nic to leaf[2].p over OS2 { length 30 m  connectors 2 x MPO16 }
}
`,
  fix: {
    'ports p[1..2]': 'ports p[1..3]',
    '    link node[1..2].nic to leaf[1].p over OS2 { length 30 m  connectors 2 x MPO16 }\n    link node[3..4].nic to leaf[2].p over OS2 { length 30 m  connectors 2 x MPO16 }':
      '    link node[1..2].nic to leaf[1].p[1..2] over OS2 { length 30 m  connectors 2 x MPO16 }\n    link node[3..4].nic to leaf[2].p[1..2] over OS2 { length 30 m  connectors 2 x MPO16 }\n    link leaf[1].p[3] to leaf[2].p[3] over OS2 { length 30 m  connectors 2 x MPO16 }',
  },
  check(facts) {
    const { fabric, connectivity } = facts;
    const reports: Report[] = [];
    for (const network of soundNetworks(facts, 'topology/split-network')) {
      // Planes of routers only are connected by the networks behind them.
      const [largest, ...others] = connectivity.hostParts(network.index);
      if (largest === undefined || others.length === 0) continue;
      const name = (part: readonly number[]): string =>
        part.length === 1
          ? deviceName(fabric, numberAt(part, 0))
          : `${printCount(part.length, 'device')} (${deviceName(fabric, numberAt(part, 0))}, …)`;
      const rest = others.length === 1 ? '' : `; it has ${printCount(others.length + 1, 'part')}`;
      reports.push({
        message: `${network.name} has no path from ${name(largest)} to ${name(others[0] as readonly number[])}${rest}.`,
        help: 'Link the parts, through a spine or from host to host, or declare separate networks.',
        origin: network.origin,
        label: `${others.length + 1} parts`,
        blames: [network.origin],
        subjects: { of: 'network', ids: Uint32Array.of(network.index) },
      });
    }
    return reports;
  },
});
