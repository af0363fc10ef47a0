// A module without a gearbox whose optical lanes are faster than its electrical ones.

import { defineRule, type Report } from '../../findings/rule.ts';
import { nowhere } from '../../source/index.ts';
import { cagesOf, fitsCage, fitsOf } from '../../subjects/fits.ts';
import { printQuantity, same } from '../../units/index.ts';

export const rule = defineRule({
  id: 'optics/lane-rate-mismatch',
  severity: 'error',
  level: 'value',
  title: 'A linear module has other lane rates than its cage',
  why: 'Converting eight electrical lanes of 100 Gbps to four optical lanes of 200 Gbps takes a gearbox, which is part of a DSP. A linear module has none, and a half-retimed one has none on its receive side: each optical lane is one electrical lane, at the same rate.',
  sources: [
    'LPO MSA: linear from host lane to optical lane',
    'Retimed, half-retimed and linear interfaces (ECOC 2026)',
  ],
  override: 'Set `interface retimed` on the module type if it has a gearbox, or `lane-rate` on the cage type.',
  bad: `import "std/osfp"

module type NoGearbox is Osfp800Dr8Lpo { channels 1 x 800GBASE-DR4 }
switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch box : Box
plug NoGearbox into box.p
//   ^^^^^^^^^^^^^^^^^^^^
`,
  fix: { '800GBASE-DR4': '800G-DR8-LPO' },
  check(facts) {
    const reports: Report[] = [];
    for (const fit of fitsOf(facts)) {
      const { module, group, plug } = fit;
      const form = module.values['form-factor']?.value;
      // A module that doesn't fit is reported as such.
      if (form !== undefined && !fitsCage(module, form, group.cage)) continue;
      const { interface: host, channels } = module.values;
      const electrical = group.cage.values['lane-rate']?.value;
      if (host === undefined || host.value === 'retimed' || electrical === undefined) continue;
      const other = channels?.value.find(({ part }) => {
        const optical = part.values['lane-rate']?.value;
        return optical !== undefined && !same(optical, electrical) && optical > electrical;
      });
      if (other === undefined) continue;
      const optical = printQuantity(other.part.values['lane-rate']?.value ?? Number.NaN, 'bit rate');
      const origin = facts.fabric.plugs[plug]?.origin ?? nowhere;
      reports.push({
        message: `${module.name} is ${host.value} and has optical lanes of ${optical}; \`${group.name}\` (${group.cage.name}) has electrical lanes of ${printQuantity(electrical, 'bit rate')}.`,
        help: 'Plug a retimed module, or one whose optical lanes have the rate of the cage.',
        origin,
        label: 'no gearbox',
        related: [{ origin: group.origin, message: `\`${group.name}\` is ${group.cage.name}.` }],
        subjects: cagesOf(facts, fit),
      });
    }
    return reports;
  },
});
