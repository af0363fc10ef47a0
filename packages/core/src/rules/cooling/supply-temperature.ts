// A loop with a supply temperature outside the range of its CDUs.

import { printAmountsApart } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { cduName, partOfCdu, single } from '../../model/index.ts';
import { exceeds, printQuantity } from '../../units/index.ts';

export const rule = defineRule({
  id: 'cooling/supply-temperature',
  severity: 'error',
  level: 'assembly',
  title: 'The supply temperature is outside the range of the CDUs',
  why: 'The pumps, seals and controls of a CDU are designed for a range of supply temperatures: 18 to 55 °C for Deschutes.',
  sources: ['OCP Deschutes v1.0.0: 18 to 55 °C', 'NVIDIA DA-12515-001: supply of at most 45 ± 1 °C'],
  limit: 'CDU supply',
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
  fix: { 'supply  15 °C': 'supply  20 °C' },
  edges: [
    {
      name: 'the lowest supply',
      change: { 'supply  15 °C': 'supply  18 °C' },
    },
    {
      name: 'the highest supply',
      change: { 'supply  15 °C': 'supply  55 °C' },
    },
    {
      name: 'just too warm',
      change: { 'supply  15 °C': 'supply  55.1 °C' },
      finds: 'supplies at 55.1 °C',
    },
  ],
  check({ fabric }, judge) {
    const reports: Report[] = [];
    for (const loop of fabric.loops) {
      const { supply, from } = loop.values;
      if (supply === undefined || from === undefined) continue;
      for (const id of from.value.selection.ids) {
        const range = partOfCdu(fabric, id)?.values.supply;
        if (range === undefined) continue;
        const { from: low, to: high } = range.value;
        judge.did(1);
        if (!exceeds(low, supply.value) && !exceeds(supply.value, high)) continue;
        const near = exceeds(low, supply.value) ? low : high;
        const [is] = printAmountsApart('temperature', supply.value, near);
        reports.push({
          message: `${loop.name} supplies at ${is}; ${cduName(fabric, id)} is designed for ${printQuantity(low, 'temperature')} to ${printQuantity(high, 'temperature')}.`,
          help: 'Change the supply temperature, or use a CDU that supports it.',
          origin: supply.origin,
          label: `${printQuantity(low, 'temperature')} to ${printQuantity(high, 'temperature')}`,
          related: [{ origin: range.origin, message: 'The range of the CDU.' }],
          subjects: single('loop', loop.index),
          blames: [supply.origin],
        });
        break;
      }
    }
    return reports;
  },
});
