// Cages with faster lanes than the SerDes of the chip.
import { single } from '../../model/index.ts';
import { exceeds, printQuantity } from '../../units/index.ts';
import { defineRule, type Report } from '../rule.ts';
import { switchTypes } from '../subjects.ts';

export const rule = defineRule({
  id: 'bandwidth/serdes-lanes',
  severity: 'warning',
  level: 'assembly',
  title: 'A cage whose lanes are faster than those of the chip',
  why: 'A cage made for lanes of 200 Gbps on a chip with SerDes of 100 Gbps runs at 100: half of its bandwidth is not there, and a module with electrical lanes of 200 Gbps does not come up. A port runs at the rate of its slowest lane.',
  sources: [
    'Broadcom Tomahawk 6: 512 x 200G or 1,024 x 100G SerDes (ServeTheHome, 2025-06-03); Tomahawk 5: 512 x 100G',
  ],
  override: 'Set `lane-rate` on the asic type or the cage type.',
  bad: `import "std/switches"

switch type Box {
    asic    Tomahawk5
    height  2 RU
    ports p[1..32] : OSFP1600
//        ^^^^^^^^^^^^^^^^^^^
}
`,
  good: `import "std/switches"

switch type Box {
    asic    Tomahawk5
    height  2 RU
    ports p[1..32] : OSFP
}
`,
  check({ fabric }) {
    const reports: Report[] = [];
    for (const part of switchTypes(fabric)) {
      if (part.base !== undefined && part.base.ports.length === part.ports.length) continue;
      const asic = part.values.asic;
      const serdes = asic?.value.values['lane-rate'];
      if (asic === undefined || serdes === undefined) continue;
      for (const group of part.ports) {
        const rate = group.cage.values['lane-rate'];
        if (rate === undefined || !exceeds(rate.value, serdes.value)) continue;
        reports.push({
          message: `The lanes of \`${group.name}\` (${group.cage.name}) are made for ${printQuantity(rate.value, 'bit rate')}; ${asic.value.name} drives ${printQuantity(serdes.value, 'bit rate')}.`,
          help: 'Take a cage for the lanes of the chip, or a chip for the lanes of the cage.',
          origin: group.origin,
          label: 'faster than the SerDes',
          related: [{ origin: asic.origin, message: `The chip is ${asic.value.name}.` }],
          subjects: single('part', part.index),
          restsOn: [group.origin],
        });
      }
    }
    return reports;
  },
});
