// A part that typically draws more than it draws at most.

import { defineRule, type Report } from '../../findings/rule.ts';
import { type Part, single } from '../../model/index.ts';
import { editable } from '../../source/index.ts';
import { exceeds, printQuantity } from '../../units/index.ts';

type Drawing = Part<'module'> | Part<'switch'> | Part<'host'>;

export const rule = defineRule({
  id: 'power/typical-over-maximum',
  severity: 'error',
  level: 'value',
  title: 'The typical power is higher than the maximum',
  why: 'The maximum sizes supplies, feeds and coolant; the typical power is for energy and money. When the typical one is higher, the two are mixed up or belong to different builds, and every sum on either basis is wrong.',
  sources: ['By definition: `power` is the maximum, `typical-power` what is drawn typically'],
  override: 'Correct `power` or `typical-power` on the type; a figure that is not known is `unknown`.',
  bad: `switch type Box {
    height        1 OU
    power         800 W
    typical-power 940 W
//  ^^^^^^^^^^^^^^^^^^^
}
switch box : Box
`,
  good: `switch type Box {
    height        1 OU
    power         1.6 kW
    typical-power 940 W
}
switch box : Box
`,
  check(facts) {
    const reports: Report[] = [];
    for (const each of facts.fabric.parts) {
      if (each.library || (each.kind !== 'module' && each.kind !== 'switch' && each.kind !== 'host')) continue;
      const part = each as Drawing;
      const { power, 'typical-power': typical } = part.values;
      if (power === undefined || typical === undefined || !exceeds(typical.value, power.value)) continue;
      // What a base says of both is told there.
      const base = part.base as Drawing | undefined;
      if (
        base !== undefined &&
        !base.library &&
        base.values.power === power &&
        base.values['typical-power'] === typical
      )
        continue;
      reports.push({
        message: `${part.name} typically draws ${printQuantity(typical.value, 'power')}; at most it draws ${printQuantity(power.value, 'power')}.`,
        help: 'Correct one of the two.',
        origin: editable(typical.origin, power.origin, part.origin),
        label: `more than the ${printQuantity(power.value, 'power')} of its maximum`,
        related: [{ origin: power.origin, message: 'The maximum.' }],
        subjects: single('part', part.index),
        blames: [typical.origin, power.origin],
      });
    }
    return reports;
  },
});
