// Modules that are too wide or too tall for the front panel.

import { faceplateOf, rackUnitOf } from '../../facts/index.ts';
import type { Derivation } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { type Part, single } from '../../model/index.ts';
import { fewerCages } from '../../subjects/remedies/index.ts';
import { groupOver, limitOfType, placeOfType, switchTypes } from '../../subjects/switch-types.ts';
import { exceeds, printNumber, printQuantity } from '../../units/index.ts';

export const rule = defineRule({
  id: 'density/faceplate',
  severity: 'warning',
  level: 'value',
  title: "Modules don't fit on the front panel",
  why: 'The front panel holds as many columns as fit between the rails, times as many rows as fit the height: eight XPO modules of 60.8 mm take 486 mm, which fits the 537 mm bay of an open rack but not the 450 mm of a 19-inch rack, where a row holds seven. The estimate ignores walls between cages, so a panel that fails is certainly too full if the dimensions are right.',
  sources: ['XPO 60.8 × 111.8 × 21.3 mm (EE Times)', 'ORv3 bay 537 mm; EIA-310 opening about 450 mm'],
  limit: 'panel room',
  override: 'Set `width` and `height` on the cage type.',
  bad: `import "std/xpo"

switch type Wide {
    height 1 RU
    ports down[1..16] : XPO
//        ^^^^^^^^^^^^^^^^^
}
`,
  fix: { 'down[1..16]': 'down[1..14]' },
  check(facts, judge) {
    const reports: Report[] = [];
    for (const part of switchTypes(facts.fabric)) {
      for (const { cage, count, published, geometric } of faceplateOf(part)) {
        // A published figure is better than the estimate; another rule reports it.
        if (exceeds(count.value, published.value)) continue;
        // Co-packaged engines are not on the front panel. The size of a form factor is a limit where it is given, or where nothing else is.
        if (Number.isNaN(geometric.value) && (isInside(cage) || !Number.isNaN(published.value))) continue;
        if (!judge.exceeds(count, limitOfType(facts.fabric, part, geometric), { at: placeOfType(facts.fabric, part) }))
          continue;
        const inOpenRack = rackUnitOf(part)?.name === 'RU' ? cage.values['per-OU']?.value : undefined;
        const group = groupOver(part, cage, geometric.value);
        reports.push({
          message: `${part.name} has ${printNumber(count.value)} ${cage.name} cages; its front panel has room for ${printNumber(geometric.value)}.`,
          help: `${cage.name} modules are ${size(geometric)}${inOpenRack === undefined ? '' : `; an open rack unit holds ${printNumber(inOpenRack)}`}.`,
          origin: group?.origin ?? part.origin,
          label: `room for ${printNumber(geometric.value)}`,
          subjects: single('part', part.index),
          derivation: geometric,
          remedies: fewerCages(part, group, geometric.value),
        });
      }
    }
    return reports;
  },
});

/** Whether engines sit beside the chip, fed by light from outside, rather than in the front panel. */
function isInside(cage: Part<'cage'>): boolean {
  return cage.values['light-source']?.value === 'external';
}

/** `60.8 mm wide and 21.3 mm tall` */
function size(geometric: Derivation): string {
  const [, width, , height] = geometric.terms;
  return `${printQuantity(width?.value ?? Number.NaN, 'length')} wide and ${printQuantity(height?.value ?? Number.NaN, 'length')} tall`;
}
