// Hosts that are said to draw less than the modules in their cages.

import { modulePower } from '../../facts/index.ts';
import { knownOf, printApart, stated, sum, times } from '../../figures/index.ts';
import { setting } from '../../findings/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { isPart, single } from '../../model/index.ts';
import { editable } from '../../source/index.ts';
import { exceeds } from '../../units/index.ts';

const kilo = 1000;

export const rule = defineRule({
  id: 'power/modules-over-host',
  severity: 'warning',
  level: 'assembly',
  title: 'A host draws less than the modules in it',
  why: 'A server with its accelerators and adapters draws many times what its pluggable modules draw. If the known power of the modules alone is more, the power of the host is likely in the wrong unit, watts for kilowatts, and racks, feeds and cooling are computed without it. Modules whose power is unknown aren’t counted.',
  sources: [
    'By definition: `power` of a host is its maximum without pluggable modules, accelerators and adapters included',
    'NVIDIA DGX H100 user guide: 10.2 kW; NVIDIA transceiver specifications, 800G 2xDR4: 17 W, four to eight of them',
  ],
  override: 'Correct `power` on the host or the module type; write `unknown` for an unknown figure.',
  bad: `import "std/osfp"

host type Node {
    height 8 RU
    power  14.5 W
//  ^^^^^^^^^^^^^
    ports  nic[1..8] : OSFP
}
host node : Node
plug Osfp800Dr4 into node.nic
`,
  fix: { '14.5 W': '14.5 kW' },
  edges: [
    {
      name: 'as much as its modules',
      change: { 'power  14.5 W': 'power  120 W' },
    },
    {
      name: 'a power that is unknown',
      change: { 'power  14.5 W': 'power  unknown' },
    },
  ],
  check({ devices }) {
    const reports = new Map<number, Report>();
    for (const { part, modules } of devices.classes) {
      if (part === undefined || !isPart(part, 'host') || part.values.power === undefined || reports.has(part.index))
        continue;
      const host = stated(`power of ${part.name}`, 'power', part.values.power, '');
      const all = sum(
        'power of its modules',
        'power',
        'sum of its modules',
        modules.map(({ module, count }) => times(count, modulePower(module))),
      );
      const drawn = { ...all, value: knownOf(all) };
      if (!exceeds(drawn.value, host.value)) continue;
      const [is, most] = printApart(drawn, host);
      reports.set(part.index, {
        message: `The modules in each ${part.name} draw ${is}; the host without them draws ${most}.`,
        help: 'Check the unit of its power, or correct the power of the modules.',
        origin: editable(part.values.power.origin, part.origin),
        label: `less than ${is}`,
        subjects: single('part', part.index),
        derivation: all,
        // Watts that were meant as kilowatts.
        remedies:
          host.value < kilo && drawn.value <= host.value * kilo
            ? [setting(part.values.power.origin, 'power', `${Number(host.value.toPrecision(12))} kW`)]
            : [],
        blames: [part.values.power.origin],
      });
    }
    return [...reports.values()];
  },
});
