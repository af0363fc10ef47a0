// An 800GbE link to an adapter that offers two ports of half that rate.
import { opticsRate } from '../../facts/index.ts';
import { printValue } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { deviceOfPort, type Fabric, isPart, type Part, partOfDevice, single, unsignedAt } from '../../model/index.ts';
import { plugsOf } from '../../subjects/links.ts';
import { linkSentence } from '../../subjects/naming.ts';
import { exceeds } from '../../units/index.ts';

export const rule = defineRule({
  id: 'bandwidth/connectx8-800gbe',
  severity: 'error',
  level: 'value',
  title: 'An Ethernet port runs faster than the adapter supports',
  why: "ConnectX-8 runs 800 Gbps as one InfiniBand XDR port. As Ethernet it offers two ports of 400 Gbps; a single 800GbE port is not supported, whatever the module and the switch can do. The link doesn't come up.",
  sources: ['NVIDIA ConnectX-8 firmware release notes 40.44.0208: a single 800GbE port is not supported'],
  override:
    'Set `ethernet-port-rate` on the nic type for firmware that supports it, or `protocol InfiniBand` on the asic type of the switch.',
  bad: `import "std/hosts"
import "std/switches"

host type Node { nic ConnectX8  height 10 RU  ports nic : OSFP }
switch type Leaf { asic Tomahawk5  height 2 RU  ports down : OSFP }
host node : Node
switch leaf : Leaf
plug Osfp800Dr8 into node.nic, leaf.down
link node.nic to leaf.down over OS2 { length 30 m  connectors 2 x MPO16 }
//   ^^^^^^^^^^^^^^^^^^^^^
`,
  fix: {
    Osfp800Dr8: 'Osfp2x400Dr4',
    MPO16: 'MPO12',
  },
  check(facts) {
    const { fabric } = facts;
    const reports: Report[] = [];
    if (!fabric.parts.some((part) => isPart(part, 'nic') && part.values['ethernet-port-rate'] !== undefined))
      return reports;
    for (const budget of facts.optics.budgets) {
      const { sample } = budget.class;
      for (const side of ['from', 'to'] as const) {
        const nic = nicAt(fabric, unsignedAt(fabric.links[side], sample));
        const limit = nic?.values['ethernet-port-rate'];
        if (nic === undefined || limit === undefined) continue;
        const asic = asicAt(fabric, unsignedAt(fabric.links[side === 'from' ? 'to' : 'from'], sample));
        if (asic?.values.protocol?.value !== 'Ethernet') continue;
        const { group } = budget.class;
        const rate = group.cable === undefined ? opticsRate(budget.class[side].optics) : budget.rate;
        if (!exceeds(rate.value, limit.value)) continue;
        reports.push({
          message: `${linkSentence(fabric, budget, { one: 'is', many: 'are' }, `one ${printValue(rate)} Ethernet port${budget.class.count === 1 ? '' : ' each'}`)}; ${nic.name} supports ${printValue({ ...rate, value: limit.value })} on an Ethernet port.`,
          help: 'Plug twin-port modules (two channels of half the rate) into both ends, or use an InfiniBand switch.',
          origin: group.origin,
          label: `one port of ${printValue(rate)} is not supported`,
          related: plugsOf(fabric, budget),
          subjects: single('part', nic.index),
          blames: [group.origin],
        });
        break;
      }
    }
    return reports;
  },
});

function nicAt(fabric: Fabric, port: number): Part<'nic'> | undefined {
  const part = partOfDevice(fabric, deviceOfPort(fabric, port));
  return part !== undefined && isPart(part, 'host') ? part.values.nic?.value : undefined;
}

function asicAt(fabric: Fabric, port: number): Part<'asic'> | undefined {
  const part = partOfDevice(fabric, deviceOfPort(fabric, port));
  return part !== undefined && isPart(part, 'switch') ? part.values.asic?.value : undefined;
}
