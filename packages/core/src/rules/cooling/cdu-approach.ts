// Facility water too warm for the supply temperature of a loop.

import { approachOf, warmestFacility, waterClassWithin } from '../../facts/index.ts';
import { printApart, stated } from '../../figures/index.ts';
import { setting } from '../../findings/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { cdusOf } from '../../subjects/remaining-cdus.ts';
import { atLeastText, printQuantity } from '../../units/index.ts';

export const rule = defineRule({
  id: 'cooling/cdu-approach',
  severity: 'error',
  level: 'assembly',
  title: 'The facility water is too warm for the loop supply',
  why: "A CDU can't cool the coolant down to the temperature of the facility water: the approach lies between the two. With an approach of 4 K, a loop at 40 °C needs facility water of at most 36 °C, which ASHRAE class W40 doesn't guarantee and W32 does.",
  sources: [
    'Approach 5 K (OCP white paper R1), 4 K (OCP Loop Requirements Rev 2, NVIDIA DA-12515-001), 3 K (Deschutes v1.0.0)',
    'ASHRAE TC 9.9 classes W17, W27, W32, W40, W45, W+',
  ],
  limit: 'facility water',
  override: 'Set `facility` on the loop, or `approach` on the CDU type.',
  bad: `import "std/cooling"

cdu cdu[1..2] : NvidiaQualified600
loop primary {
    coolant  PG25
    supply   35 °C
    facility 32 °C
//  ^^^^^^^^^^^^^^
    flow     600 L/min
    from     cdu[*], n+1
}
`,
  fix: { 'supply   35 °C': 'supply   36 °C' },
  edges: [
    {
      name: 'a tenth of a kelvin short',
      change: { 'supply   35 °C': 'supply   35.9 °C' },
      finds: 'at most 31.9 °C',
    },
    {
      name: 'no facility temperature',
      change: { '    facility 32 °C\n': '' },
    },
  ],
  check({ fabric }, judge) {
    const reports: Report[] = [];
    for (const loop of fabric.loops) {
      const { facility, supply } = loop.values;
      if (facility === undefined || supply === undefined) continue;
      const closest = warmestFacility(fabric, loop);
      // Unknown as the approach may be, it isn't negative.
      const open = Number.isNaN(closest.value);
      const bounds = { least: Number.NEGATIVE_INFINITY, most: supply.value };
      const water = stated(`facility water of ${loop.name}`, 'temperature', facility, '');
      if (!judge.exceeds(water, open ? { ...closest, bounds } : closest, { at: loop.origin })) continue;
      const warmest = open ? stated(`supply of ${loop.name}`, 'temperature', supply, '') : closest;
      const [is, most] = printApart(water, warmest);
      const within = waterClassWithin(warmest.value);
      reports.push({
        message: `The facility water of ${loop.name} is at ${is}; its supply needs ${open ? 'less than' : 'at most'} ${most}.`,
        help: `Raise the supply ${open ? 'above that' : `to ${printQuantity(facility.value + approachOf(fabric, loop).value, 'temperature')}`}, or use colder water${within === undefined ? '' : ` (ASHRAE class ${within} or lower)`}${open ? '' : ' or a CDU with a smaller approach'}.`,
        origin: facility.origin,
        label: `${open ? 'less than' : 'at most'} ${most}`,
        subjects: cdusOf(loop),
        derivation: warmest,
        blames: [facility.origin],
        remedies: open
          ? []
          : [
              setting(
                supply.origin,
                'supply',
                atLeastText(facility.value + approachOf(fabric, loop).value, 'temperature'),
              ),
            ],
      });
    }
    return reports;
  },
});
