// Coolant so cold that water of the air condenses on what carries it.
import { printAmountsApart } from '../../figures/index.ts';
import { setting } from '../../findings/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { single } from '../../model/index.ts';
import { atLeastText, exceeds, printQuantity } from '../../units/index.ts';

/** How much warmer than the dew point the coolant is to be, in K. */
const margin = 1;

export const rule = defineRule({
  id: 'cooling/dew-point',
  severity: 'error',
  level: 'assembly',
  title: 'Coolant is colder than the dew point of the hall allows',
  why: 'Hoses, manifolds and couplings are not insulated. Where they are colder than the dew point of the air, water condenses on them and drips on what is below. The supply must stay 1 K above the largest dew point: 18 °C in a hall that may have 17 °C.',
  sources: ['IBM 9009-22A, water for rear door heat exchangers: 18 °C ± 1 °C for a dew point of 17 °C at most'],
  limit: 'dew point',
  override: 'Set `dew-point` on the hall to the largest that its control allows.',
  bad: `import "std/cooling"

hall main { dew-point 17 °C }
loop primary { coolant PG25  supply 15 °C  flow 20 L/min }
//                           ^^^^^^^^^^^^
`,
  fix: { 'supply 15 °C': 'supply 18 °C' },
  edges: [{ name: 'just too cold', change: { 'supply 15 °C': 'supply 17.9 °C' }, finds: 'supplies at 17.9 °C' }],
  check({ fabric }, judge) {
    const dew = fabric.hall?.values['dew-point'];
    if (dew === undefined) return [];
    const least = dew.value + margin;
    const reports: Report[] = [];
    for (const loop of fabric.loops) {
      const { supply } = loop.values;
      if (supply === undefined) continue;
      judge.did(1);
      if (!exceeds(least, supply.value)) continue;
      const [is, needed] = printAmountsApart('temperature', supply.value, least);
      reports.push({
        message: `${loop.name} supplies at ${is}; a dew point of ${printQuantity(dew.value, 'temperature')} needs ${needed}.`,
        help: 'Raise the supply temperature, or dry the air of the hall.',
        origin: supply.origin,
        label: 'water condenses',
        related: [{ origin: dew.origin, message: 'The dew point.' }],
        subjects: single('loop', loop.index),
        blames: [supply.origin],
        remedies: [setting(supply.origin, 'supply', atLeastText(least, 'temperature'))],
      });
    }
    return reports;
  },
});
