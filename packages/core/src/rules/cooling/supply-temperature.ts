// A loop set to a supply temperature its CDUs are not made for.

import { defineRule, type Report } from '../../findings/rule.ts';
import { cduName, partOfCdu, single } from '../../model/index.ts';
import { exceeds, printQuantity } from '../../units/index.ts';

export const rule = defineRule({
  id: 'cooling/supply-temperature',
  severity: 'error',
  level: 'assembly',
  title: 'The supply of a loop is outside what its CDUs are made for',
  why: 'Pumps, seals and controls of a CDU are made for a range of supply temperatures: Deschutes for 18 to 55 °C.',
  sources: ['OCP Deschutes v0.80: 18 to 55 °C', 'NVIDIA DA-12515-001: supply of at most 45 ± 1 °C'],
  override: 'Set `supply` as a range on the CDU type.',
  bad: `import "std/cooling"

cdu cdu : Deschutes
loop primary {
    coolant Water
    supply  15 °C
//  ^^^^^^^^^^^^^
    flow    600 L/min
    from    cdu
}
`,
  good: `import "std/cooling"

cdu cdu : Deschutes
loop primary {
    coolant Water
    supply  20 °C
    flow    600 L/min
    from    cdu
}
`,
  check({ fabric }) {
    const reports: Report[] = [];
    for (const loop of fabric.loops) {
      const { supply, from } = loop.values;
      if (supply === undefined || from === undefined) continue;
      for (const id of from.value.selection.ids) {
        const range = partOfCdu(fabric, id)?.values.supply;
        if (range === undefined) continue;
        const { from: low, to: high } = range.value;
        if (!exceeds(low, supply.value) && !exceeds(supply.value, high)) continue;
        reports.push({
          message: `${loop.name} supplies at ${printQuantity(supply.value, 'temperature')}; ${cduName(fabric, id)} is made for ${printQuantity(low, 'temperature')} to ${printQuantity(high, 'temperature')}.`,
          help: 'Set another supply temperature, or take a CDU that is made for this one.',
          origin: supply.origin,
          label: `${printQuantity(low, 'temperature')} to ${printQuantity(high, 'temperature')}`,
          related: [{ origin: range.origin, message: 'What the CDU is made for.' }],
          subjects: single('loop', loop.index),
          blames: [supply.origin],
        });
        break;
      }
    }
    return reports;
  },
});
