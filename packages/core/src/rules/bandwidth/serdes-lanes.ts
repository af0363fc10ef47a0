// Cages with faster lanes than the SerDes of the chip.
import { moduleBandwidth } from '../../facts/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { single } from '../../model/index.ts';
import { originKey } from '../../source/index.ts';
import { fitsOf } from '../../subjects/fits.ts';
import { changedChip, isAsBase, switchTypes } from '../../subjects/switch-types.ts';
import { exceeds, printQuantity } from '../../units/index.ts';

export const rule = defineRule({
  id: 'bandwidth/serdes-lanes',
  severity: 'error',
  level: 'assembly',
  title: 'A cage has faster lanes than the chip',
  why: "A cage for 200 Gbps lanes on a chip with 100 Gbps SerDes runs at 100 Gbps: half of its bandwidth is missing, which is a warning. A module that needs more than these lanes carry doesn't come up, which is an error.",
  sources: [
    'Broadcom Tomahawk 6: 512 x 200G or 1,024 x 100G SerDes (ServeTheHome, 2025-06-03); Tomahawk 5: 512 x 100G',
  ],
  override: 'Set `lane-rate` on the asic type or the cage type.',
  bad: `import "std/osfp"
import "std/switches"

switch type Box {
    asic    Tomahawk5
    height  2 RU
    ports p[1..32] : OSFP1600
//        ^^^^^^^^^^^^^^^^^^^
}
switch a : Box
plug Osfp1600Dr8 into a.p[1]
`,
  fix: {
    OSFP1600: 'OSFP',
    Osfp1600Dr8: 'Osfp800Dr8',
  },
  check(facts) {
    const { fabric } = facts;
    const reports: Report[] = [];
    const fits = fitsOf(facts);
    for (const part of switchTypes(fabric)) {
      const asic = part.values.asic;
      const serdes = asic?.value.values['lane-rate'];
      if (asic === undefined || serdes === undefined) continue;
      if (isAsBase(part)) continue;
      for (const group of part.ports) {
        const { 'lane-rate': rate, lanes } = group.cage.values;
        if (rate === undefined || !exceeds(rate.value, serdes.value)) continue;
        const carried = (lanes?.value ?? Number.NaN) * serdes.value;
        const dead = fits.find(
          (each) =>
            originKey(each.group.origin) === originKey(group.origin) &&
            exceeds(moduleBandwidth(each.module).value, carried),
        );
        const chip = changedChip(part, group);
        const plug = dead === undefined ? undefined : fabric.plugs[dead.plug]?.origin;
        const bits = (value: number): string => printQuantity(value, 'bit rate');
        reports.push({
          ...(dead === undefined ? { severity: 'warning' } : {}),
          message: `\`${group.name}\` (${group.cage.name}) has lanes of ${bits(rate.value)}; ${asic.value.name} drives ${bits(serdes.value)}${dead === undefined ? '' : `, so ${dead.module.name} doesn't come up`}.`,
          help: 'Use a cage with the lane rate of the chip, or a chip with the lane rate of the cage.',
          origin: chip ?? group.origin,
          label: chip === undefined ? 'faster than the SerDes' : 'slower than the cages',
          related: [
            chip === undefined
              ? { origin: asic.origin, message: `The chip is ${asic.value.name}.` }
              : { origin: group.origin, message: `\`${group.name}\` is declared here.` },
            ...(dead === undefined || plug === undefined
              ? []
              : [
                  {
                    origin: plug,
                    message: `${dead.module.name} needs ${bits(moduleBandwidth(dead.module).value)}; it gets ${bits(carried)} here.`,
                  },
                ]),
          ],
          subjects: single('part', part.index),
          restsOn: [chip ?? group.origin],
        });
      }
    }
    return reports;
  },
});
