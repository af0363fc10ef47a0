// More cages in a rack unit than the form factor is designed for, within what the densest products have.

import { faceplateOf, rackUnitOf } from '../../facts/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { single } from '../../model/index.ts';
import { fewerCages } from '../../subjects/remedies/index.ts';
import { groupOver, switchTypes } from '../../subjects/switch-types.ts';
import { exceeds, printNumber } from '../../units/index.ts';

export const rule = defineRule({
  id: 'density/osfp-per-unit',
  severity: 'warning',
  level: 'value',
  title: 'More OSFP cages in a rack unit than the form factor is designed for',
  why: 'OSFP is designed for 32 modules in an EIA rack unit. Guides of some vendors count 36: eighteen columns of 22.58 mm take 406 mm of the 450 mm between the rails and leave little room for air, management ports and handles. Density figures on that basis flatter OSFP: 57.6 instead of 51.2 Tbps/RU.',
  sources: ['OSFP: 32 for each RU (OSFP MSA); 36 in vendor guides'],
  override: 'Set `per-RU` on the cage type.',
  bad: `import "std/osfp"

switch type Dense {
    height 1 RU
    ports p[1..36] : OSFP1600
//        ^^^^^^^^^^^^^^^^^^^
}
`,
  fix: { 'ports p[1..36]': 'ports p[1..32]' },
  check(facts) {
    const reports: Report[] = [];
    for (const part of switchTypes(facts.fabric)) {
      const unit = rackUnitOf(part);
      for (const { cage, count, published, densest } of faceplateOf(part)) {
        if (unit === undefined || !exceeds(count.value, published.value) || !(densest.value >= count.value)) continue;
        const units = (part.values.height?.value ?? Number.NaN) / unit.size;
        const origin = groupOver(part, cage, published.value)?.origin ?? part.origin;
        reports.push({
          message: `${part.name} has ${printNumber(count.value)} ${cage.name} cages in ${printNumber(units)} ${unit.name}; the form factor is designed for ${printNumber(published.value)}.`,
          help: `Use ${printNumber(published.value)} cages, unless the vendor has a product with ${printNumber(count.value)}.`,
          origin,
          remedies: fewerCages(part, groupOver(part, cage, published.value), published.value),
          label: `designed for ${printNumber(published.value)}`,
          subjects: single('part', part.index),
          derivation: published,
          restsOn: [origin],
        });
      }
    }
    return reports;
  },
});
