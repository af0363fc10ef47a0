// One Ethernet port of an adapter that splits its rate over two.
import { opticsRate } from '../../facts/index.ts';
import { printValue } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { deviceOfPort, type Fabric, isPart, type Part, partOfDevice, single } from '../../model/index.ts';
import { does, linkText, plugsOf } from '../../subjects/links.ts';
import { exceeds } from '../../units/index.ts';

export const rule = defineRule({
  id: 'bandwidth/connectx8-800gbe',
  severity: 'error',
  level: 'value',
  title: 'One Ethernet port at a rate the adapter has on two only',
  why: 'ConnectX-8 runs 800 Gbps as one InfiniBand XDR port. As Ethernet it offers two ports of 400 Gbps; a single 800GbE port is not supported, whatever module is in the cage and whatever the switch offers. The link would not come up.',
  sources: ['NVIDIA ConnectX-8 firmware release notes 40.44.0208: a single 800GbE port is not supported'],
  override:
    'Set `ethernet-port-rate` on the nic type for a firmware that does, or `protocol InfiniBand` on the asic type of the switch.',
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
  good: `import "std/hosts"
import "std/switches"

host type Node { nic ConnectX8  height 10 RU  ports nic : OSFP }
switch type Leaf { asic Tomahawk5  height 2 RU  ports down : OSFP }
host node : Node
switch leaf : Leaf
plug Osfp2x400Dr4 into node.nic, leaf.down
link node.nic to leaf.down over OS2 { length 30 m  connectors 2 x MPO12 }
`,
  check(facts) {
    const { fabric } = facts;
    const reports: Report[] = [];
    for (const budget of facts.optics.budgets) {
      const { sample, group } = budget.class;
      for (const side of ['from', 'to'] as const) {
        const nic = nicAt(fabric, fabric.links[side][sample] as number);
        const limit = nic?.values['ethernet-port-rate'];
        const asic = asicAt(fabric, fabric.links[side === 'from' ? 'to' : 'from'][sample] as number);
        const rate = group.cable === undefined ? opticsRate(budget.class[side].optics) : budget.rate;
        if (nic === undefined || limit === undefined || asic?.values.protocol?.value !== 'Ethernet') continue;
        if (!exceeds(rate.value, limit.value)) continue;
        reports.push({
          message: `${linkText(fabric, budget)} ${does(budget, 'is', 'are')} one Ethernet port of ${printValue(rate)}; ${nic.name} has ${printValue({ ...rate, value: limit.value })} for each Ethernet port.`,
          help: 'Plug a twin-port module, two channels of half the rate, at both ends; or an InfiniBand switch.',
          origin: group.origin,
          label: `not one port of ${printValue(rate)}`,
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
