// Air that is too warm or too cold for the devices it reaches.

import { allowedApart } from '../../findings/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { editable } from '../../source/index.ts';
import { classesInRacks } from '../../subjects/contents.ts';
import { racksText } from '../../subjects/naming.ts';
import { withinWindow } from '../../subjects/remedies/index.ts';
import { exceeds, printQuantity } from '../../units/index.ts';

export const rule = defineRule({
  id: 'cooling/air-inlet',
  severity: 'error',
  level: 'assembly',
  title: 'The air of the hall is outside the inlet range of a device',
  why: 'Every device has a range of air temperatures at its inlet, often by its ASHRAE class: 15 to 32 °C for A1, 10 to 35 °C for A2, 5 to 40 °C for A3. Above it, it throttles or stops.',
  sources: ['ASHRAE TC 9.9: A1 15 to 32 °C, A2 10 to 35 °C, A3 5 to 40 °C, A4 5 to 45 °C; recommended 18 to 27 °C'],
  limit: 'air inlet',
  override: 'Set `air-inlet` on the switch or host type, or `air-supply` on the hall.',
  bad: `import "std/racks"

hall main {
    air-supply 36 °C
//  ^^^^^^^^^^^^^^^^
}
switch type Box { height 1 RU  power 1 kW  air-inlet 10 °C..35 °C }
rack r : Eia42
switch box : Box
place box in r
`,
  fix: { 'air-supply 36 °C': 'air-supply 35 °C' },
  edges: [
    {
      name: 'too cold',
      change: { 'air-supply 36 °C': 'air-supply 9 °C' },
      finds: 'Box is designed for 10 °C to 35 °C',
    },
    {
      name: 'a device without air',
      change: { 'power 1 kW ': 'power 1 kW  liquid 100 % ' },
    },
  ],
  check(facts, judge) {
    const { fabric, devices, heat } = facts;
    const air = fabric.hall?.values['air-supply'];
    if (air === undefined) return [];
    const reports: Report[] = [];
    for (const { index, racks } of classesInRacks(facts)) {
      const part = devices.classes[index]?.part;
      const given = part?.values['air-inlet'];
      if (part === undefined || given === undefined || heat.air[index]?.value === 0) continue;
      const { from, to } = given.value;
      judge.did(racks.length);
      if (!exceeds(from, air.value) && !exceeds(air.value, to)) continue;
      const range = `${printQuantity(from, 'temperature')} to ${printQuantity(to, 'temperature')}`;
      for (const some of allowedApart(facts, rule.id, 'rack', racks))
        reports.push({
          message: `Air of ${printQuantity(air.value, 'temperature')} enters ${racksText(fabric, some)}; ${part.name} is designed for ${range}.`,
          help: 'Change the temperature of the air, or use devices for it.',
          origin: editable(air.origin, part.origin),
          label: `${part.name}: ${range}`,
          related: [{ origin: given.origin, message: `The inlet range of ${part.name}.` }],
          subjects: { of: 'rack', ids: Uint32Array.from(some) },
          blames: [air.origin],
          remedies: withinWindow(air, 'air-supply', from, to),
        });
    }
    return reports;
  },
});
