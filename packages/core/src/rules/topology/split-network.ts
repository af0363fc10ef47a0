// A network whose parts no link joins.

import { defineRule, type Report } from '../../findings/rule.ts';
import { deviceName } from '../../model/index.ts';
import { printCount } from '../../units/index.ts';

export const rule = defineRule({
  id: 'topology/split-network',
  severity: 'warning',
  level: 'assembly',
  title: 'A network falls into parts that no link joins',
  why: 'Hosts of one network are meant to reach each other. Where no path leads from one part to the other, a job can’t span them. Planes and rails that meet in the hosts alone count as joined: traffic between them goes through a host.',
  sources: ['A network is what its links join'],
  override: 'Write the parts as networks of their own where they are meant to be apart.',
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
  good: `import "std/osfp"

switch type Box { height 2 RU  ports p[1..3] : OSFP }
host type Node { height 2 RU  ports nic : OSFP }
network backend : scale-out {
    host   node[1..4] : Node
    switch leaf[1..2] : Box
    plug Osfp800Dr8 into node.nic, leaf.p
    link node[1..2].nic to leaf[1].p[1..2] over OS2 { length 30 m  connectors 2 x MPO16 }
    link node[3..4].nic to leaf[2].p[1..2] over OS2 { length 30 m  connectors 2 x MPO16 }
    link leaf[1].p[3] to leaf[2].p[3] over OS2 { length 30 m  connectors 2 x MPO16 }
}
`,
  check(facts) {
    const { fabric, connectivity } = facts;
    const reports: Report[] = [];
    for (const network of fabric.networks) {
      if (fabric.linkGroups.some((group) => group.network === network && group.fault !== undefined)) continue;
      // Planes of routers alone are joined by the networks behind them.
      const [largest, ...others] = connectivity.hostParts(network.index);
      if (largest === undefined || others.length === 0) continue;
      const name = (part: readonly number[]): string =>
        `${deviceName(fabric, part[0] as number)}${part.length === 1 ? '' : ` and ${printCount(part.length - 1, 'more', 'more')}`}`;
      const rest = others.length === 1 ? '' : `, in ${printCount(others.length + 1, 'part', 'parts')} in all`;
      reports.push({
        message: `No path of ${network.name} joins ${name(largest)} to ${name(others[0] as readonly number[])}${rest}.`,
        help: 'Link the parts, over a spine or from host to host, or make them networks of their own.',
        origin: network.origin,
        label: `${others.length + 1} parts`,
        blames: [network.origin],
        subjects: { of: 'network', ids: Uint32Array.of(network.index) },
      });
    }
    return reports;
  },
});
