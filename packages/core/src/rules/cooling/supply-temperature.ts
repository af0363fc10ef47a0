// A loop with a supply temperature outside the range of its CDUs.

import type { Facts } from '../../answers/index.ts';
import { printAmountsApart } from '../../figures/index.ts';
import { allowedApart } from '../../findings/index.ts';
import type { Judge } from '../../findings/judge.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { type Loop, type Part, partOfCdu } from '../../model/index.ts';
import { cduSentence } from '../../subjects/naming.ts';
import { withinWindow } from '../../subjects/remedies/index.ts';
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
  check(facts, judge) {
    const { fabric } = facts;
    const reports: Report[] = [];
    for (const loop of fabric.loops) {
      const { supply } = loop.values;
      if (supply === undefined) continue;
      for (const [range, outside] of outOfRange(facts, loop, judge)) {
        const { from: low, to: high } = range.value;
        const near = exceeds(low, supply.value) ? low : high;
        const [is] = printAmountsApart('temperature', supply.value, near);
        const within = `${printQuantity(low, 'temperature')} to ${printQuantity(high, 'temperature')}`;
        for (const cdus of allowedApart(facts, 'cooling/supply-temperature', 'cdu', outside)) {
          reports.push({
            message: `${loop.name} supplies at ${is}; ${cduSentence(fabric, cdus, { one: 'is', many: 'are' }, `designed for ${within}`)}.`,
            help: 'Change the supply temperature, or use a CDU that supports it.',
            origin: supply.origin,
            label: within,
            related: [{ origin: range.origin, message: 'The range of the CDU.' }],
            subjects: { of: 'cdu', ids: Uint32Array.from(cdus) },
            blames: [supply.origin],
            remedies: withinWindow(supply, 'supply', low, high),
          });
        }
      }
    }
    return reports;
  },
});

/** The CDUs of a loop that aren't designed for its supply temperature, by the range that they are designed for. */
function outOfRange({ fabric }: Facts, { values: { supply, from } }: Loop, judge: Judge): Map<Range, number[]> {
  const found = new Map<Range, number[]>();
  for (const id of from?.value.selection.ids ?? []) {
    const range = partOfCdu(fabric, id)?.values.supply;
    if (range === undefined || supply === undefined) continue;
    judge.did(1);
    if (!exceeds(range.value.from, supply.value) && !exceeds(supply.value, range.value.to)) continue;
    found.set(range, [...(found.get(range) ?? []), id]);
  }
  return found;
}

type Range = NonNullable<Part<'cdu'>['values']['supply']>;
