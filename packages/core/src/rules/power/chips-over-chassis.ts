// Switch chips that draw more than the whole chassis.

import { figure, printApart, stated } from '../../figures/index.ts';
import { setting } from '../../findings/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { single } from '../../model/index.ts';
import { editable } from '../../source/index.ts';
import { switchTypes } from '../../subjects/switch-types.ts';
import { atLeastText, printCount } from '../../units/index.ts';

export const rule = defineRule({
  id: 'power/chips-over-chassis',
  severity: 'error',
  level: 'value',
  title: 'The chips of a switch draw more than its chassis',
  why: 'The power of a chassis without modules contains that of its chips. If the chips alone draw more, one of the two figures is wrong, and every sum with it.',
  sources: ['By definition: `power` of a switch is that of its chassis, chips included, without modules'],
  limit: 'chip power',
  override: 'Correct `power` on the switch or the chip type; write `unknown` for an unknown figure.',
  bad: `asic type Chip { capacity 51.2 Tbps  power 500 W }
switch type Box {
    height 1 OU
    asic   Chip
    asics  2
    power  900 W
//  ^^^^^^^^^^^^
}
switch box : Box
`,
  fix: { 'power  900 W': 'power  1.4 kW' },
  edges: [
    {
      name: 'the same',
      change: { 'power  900 W': 'power  1 kW' },
    },
  ],
  check({ fabric }, judge) {
    const reports: Report[] = [];
    for (const part of switchTypes(fabric)) {
      const { asic, asics, power } = part.values;
      const each = asic?.value.values.power;
      const count = asics?.value ?? 1;
      if (asic === undefined || each === undefined || power === undefined) continue;
      const chips = figure('power of its chips', 'power', count * each.value);
      const chassis = stated('power of the chassis', 'power', power, '');
      if (!judge.exceeds(chips, chassis, { at: part.origin })) continue;
      const [is, most] = printApart(chips, chassis);
      reports.push({
        message: `${printCount(count, `${asic.value.name}`)} of ${part.name} ${count === 1 ? 'draws' : 'draw'} ${is}; its chassis draws ${most}.`,
        help: 'Correct one of the two figures.',
        origin: editable(power.origin, part.origin),
        label: `less than ${is}`,
        related: [{ origin: each.origin, message: 'The power of one chip.' }],
        subjects: single('part', part.index),
        blames: [power.origin],
        remedies: [setting(power.origin, 'power', atLeastText(chips.value, 'power', power.unit))],
      });
    }
    return reports;
  },
});
