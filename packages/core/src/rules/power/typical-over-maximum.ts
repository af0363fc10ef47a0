// A part whose typical power is higher than its maximum.

import { printAmountsApart } from '../../figures/index.ts';
import { setting } from '../../findings/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { type Part, single } from '../../model/index.ts';
import { editable } from '../../source/index.ts';
import { atLeastText, exceeds, printQuantity } from '../../units/index.ts';

type Drawing = Part<'module'> | Part<'switch'> | Part<'host'>;

export const rule = defineRule({
  id: 'power/typical-over-maximum',
  severity: 'error',
  level: 'value',
  title: 'The typical power is higher than the maximum',
  why: 'The maximum determines the size of supplies, feeds and cooling; the typical power is for energy and cost. If the typical one is higher, the two are swapped or belong to different models, and every sum on either basis is wrong.',
  sources: ['By definition: `power` is the maximum, `typical-power` the typical draw'],
  override: 'Correct `power` or `typical-power` on the type; write `unknown` for an unknown figure.',
  bad: `switch type Box {
    height        1 OU
    power         800 W
    typical-power 940 W
//  ^^^^^^^^^^^^^^^^^^^
}
switch box : Box
`,
  fix: { 'power         800 W': 'power         1.6 kW' },
  edges: [
    {
      name: 'equal',
      change: { 'power         800 W': 'power         940 W' },
    },
    {
      name: 'an unknown maximum',
      change: { 'power         800 W': 'power         unknown' },
    },
  ],
  check(facts) {
    const reports: Report[] = [];
    for (const each of facts.fabric.parts) {
      if (each.library || (each.kind !== 'module' && each.kind !== 'switch' && each.kind !== 'host')) continue;
      const part = each as Drawing;
      const { power, 'typical-power': typical } = part.values;
      if (power === undefined || typical === undefined || !exceeds(typical.value, power.value)) continue;
      // Figures inherited from a base type are reported there.
      const base = part.base as Drawing | undefined;
      if (
        base !== undefined &&
        !base.library &&
        base.values.power === power &&
        base.values['typical-power'] === typical
      )
        continue;
      const [is, most] = printAmountsApart('power', typical.value, power.value);
      reports.push({
        message: `${part.name} typically draws ${is}; its maximum is ${most}.`,
        help: 'Correct one of the two figures.',
        origin: editable(typical.origin, power.origin, part.origin),
        label: `above the maximum of ${printQuantity(power.value, 'power')}`,
        related: [{ origin: power.origin, message: 'The maximum.' }],
        subjects: single('part', part.index),
        blames: [typical.origin, power.origin],
        remedies: [setting(power.origin, 'power', atLeastText(typical.value, 'power', power.unit))],
      });
    }
    return reports;
  },
});
