// A switch that all paths between others go through.

import { defineRule, type Report } from '../../findings/rule.ts';
import { blockOf, deviceName } from '../../model/index.ts';
import { secondSwitch } from '../../subjects/remedies/index.ts';
import { soundNetworks } from '../../subjects/sound.ts';
import { printCount } from '../../units/index.ts';

export const rule = defineRule({
  id: 'topology/single-point-of-failure',
  severity: 'warning',
  level: 'assembly',
  title: 'The loss of one switch splits the network',
  why: "Switches fail and are taken down for updates. If every path between some leaves goes through one switch, its loss splits the network and ends every job that spans it. A leaf that takes only its own hosts down doesn't count: they are single-homed by choice, and hosts on rails have other rails.",
  sources: ['Folded Clos networks: two spines or more, so that every pair of leaves has two paths'],
  override: 'Add a second switch beside it, or `allow` it if the network may fail with it.',
  bad: `import "std/osfp"

switch type Leaf  { height 2 RU  ports up : OSFP  ports down : OSFP }
switch type Spine { height 2 RU  ports down[1..2] : OSFP }
host type Node { height 2 RU  ports nic : OSFP }
network backend : scale-out {
    host   node[1..2] : Node
    switch leaf[1..2] : Leaf
    switch spine      : Spine
//         ^^^^^^^^^^^^^^^^^^
    plug Osfp800Dr8 into node[*].*, leaf[*].*, spine.*
    link node[*].nic to leaf[*].down over OS2 { length 3 m  connectors 2 x MPO16 }
    link leaf[*].up to spine.down over OS2 { length 30 m  connectors 2 x MPO16 }
}
`,
  fix: {
    'ports up': 'ports up[1..2]',
    'spine     ': 'spine[1..2]',
    'spine.*': 'spine[*].*',
    'spine.down': 'spine[*].down as mesh',
  },
  edges: [
    {
      name: 'uplinks that two spines can share',
      change: {
        'ports up ': 'ports up[1..2] ',
        'ports down[1..2] : OSFP }\nhost': 'ports down[1..4] : OSFP }\nhost',
      },
      finds: 'The loss of backend.spine cuts off 1 switch with hosts',
    },
    {
      name: 'the same, in pairs by name',
      change: {
        'ports up ': 'ports up[1..2] ',
        'ports down[1..2] : OSFP }\nhost': 'ports down[1..4] : OSFP }\nhost',
        'spine.down over': 'spine.down as pairs over',
      },
      finds: 'The loss of backend.spine cuts off 1 switch with hosts',
    },
  ],
  check(facts) {
    const { fabric, connectivity } = facts;
    const reports: Report[] = [];
    for (const { index, ...network } of soundNetworks(facts, 'topology/single-point-of-failure')) {
      const points = [...connectivity.singlePoints(index)].sort((a, b) => b.cutOff - a.cutOff || a.device - b.device);
      const [worst] = points;
      if (worst === undefined) continue;
      const more =
        points.length === 1
          ? ''
          : `; ${printCount(points.length - 1, 'other switch', 'other switches')} of ${network.name} ${points.length === 2 ? 'splits' : 'split'} it too`;
      reports.push({
        message: `The loss of ${deviceName(fabric, worst.device)} cuts off ${printCount(worst.cutOff, 'switch', 'switches')} with hosts from the rest of ${network.name}${more}.`,
        help: 'Add a second switch beside it and spread the links over both.',
        origin: blockOf(fabric, worst.device).origin,
        label: 'all paths go through it',
        remedies: points.length === 1 ? secondSwitch(fabric, worst.device) : [],
        subjects: { of: 'device', ids: Uint32Array.from(points, (each) => each.device) },
      });
    }
    return reports;
  },
});
