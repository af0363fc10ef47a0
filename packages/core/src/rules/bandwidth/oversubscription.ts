// An oversubscribed switch without a requirement that allows it.
import type { Facts } from '../../answers/index.ts';
import { figure } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { blockOf, deviceName, factsIn, kindOfDevice, type Requirement } from '../../model/index.ts';
import { soundNetworks } from '../../subjects/sound.ts';
import { exceeds, printNumber } from '../../units/index.ts';

export const rule = defineRule({
  id: 'bandwidth/oversubscription',
  severity: 'warning',
  level: 'assembly',
  title: 'A tier is oversubscribed and no requirement allows it',
  why: 'Collective operations of training jobs load every host at once, so a tier with less bandwidth away from the hosts than towards them slows the whole job. Oversubscription can be intended, for storage or for cost; a requirement then states the ratio, and this rule is silent.',
  sources: [
    'Definition: bandwidth of the links of a switch towards the hosts over that of its links away from them, one direction',
  ],
  limit: 'oversubscription',
  override: 'Write `require oversubscription(NETWORK) <= N` with the intended ratio.',
  bad: `import "std/optics"
import "std/osfp"
import "std/switches"
import "std/hosts"

switch type Leaf  { asic Tomahawk5  height 2 RU  ports down[1..4] : OSFP  ports up[1..2] : OSFP }
switch type Spine { asic Tomahawk5  height 2 RU  ports down[1..2] : OSFP }
host type Node { nic ThorUltra  ports nic[1] : OSFP }

network backend : scale-out {
    host   node[1..4] : Node
    switch leaf       : Leaf
//         ^^^^^^^^^^^^^^^^^
    switch spine      : Spine
    plug Osfp800Dr8 into node[*].*, leaf.*, spine.*
    link node[*].nic to leaf.down  over OS2 { length 10 m  connectors 2 x MPO16 }
    link leaf.up     to spine.down over OS2 { length 10 m  connectors 2 x MPO16 }
}
`,
  fix: {
    'spine.down over OS2 { length 10 m  connectors 2 x MPO16 }\n}':
      'spine.down over OS2 { length 10 m  connectors 2 x MPO16 }\n}\n\nrequire oversubscription(backend) <= 2',
  },
  check(facts, judge) {
    const reports: Report[] = [];
    const { fabric } = facts;
    for (const network of soundNetworks(facts, 'bandwidth/oversubscription')) {
      const ratio = facts.bandwidth.oversubscription(network.index);
      // A split network is reported by `topology/split-network`.
      if (ratio.value === Number.POSITIVE_INFINITY) continue;
      if (!judge.exceeds(ratio, even, { at: network.origin })) continue;
      const device = facts.bandwidth.worstSwitch(network.index);
      if (fabric.requirements.some((each) => states(facts, each, network.index, device))) continue;
      reports.push({
        message: `${deviceName(fabric, device)} is oversubscribed ${printNumber(ratio.value)} to 1; no requirement allows it.`,
        help: `Add links away from the hosts, or state the intended ratio: \`require oversubscription(${network.name}) <= ${printNumber(ratio.value)}\`.`,
        origin: blockOf(fabric, device).origin,
        label: `${printNumber(ratio.value)} to 1`,
        subjects: { of: 'device', ids: Uint32Array.from(oversubscribed(facts, network.index)) },
        derivation: ratio,
        remedies: [
          {
            changes: [
              {
                kind: 'add',
                at: network.origin,
                text: `require oversubscription(${network.name}) <= ${printNumber(ratio.value).replace(/,/g, '')}`,
              },
            ],
          },
        ],
      });
    }
    return reports;
  },
});

/** As much bandwidth away from the hosts as towards them. */
const even = figure('ratio without oversubscription', 'count', 1);

/** The switches of a network whose links towards the hosts carry more than those away from them. */
function oversubscribed({ fabric, bandwidth }: Facts, network: number): number[] {
  const { down, up } = bandwidth.linked(network);
  const found: number[] = [];
  for (let device = 0; device < fabric.devices.count; device++)
    if (
      kindOfDevice(fabric, device) === 'switch' &&
      exceeds(down[device] ?? 0, up[device] ?? 0) &&
      (up[device] ?? 0) > 0
    )
      found.push(device);
  return found;
}

/** Whether a requirement limits the oversubscription of the network, of its worst switch or of a block that holds that switch. */
function states({ fabric }: Facts, { value, limit }: Requirement, network: number, device: number): boolean {
  return [value, limit].flatMap(factsIn).some(({ fact, subject: { of, ids } }) => {
    if (fact !== 'oversubscription') return false;
    if (of === 'network') return ids.includes(network);
    if (of === 'device') return ids.includes(device);
    for (let group = blockOf(fabric, device).group; group !== undefined; group = group.parent)
      if (of === 'group' && ids.includes(group.index)) return true;
    return false;
  });
}
