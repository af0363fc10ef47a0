// More power than the connector of a form factor carries on any platform.

import { defineRule, type Report } from '../../findings/rule.ts';
import { type Part, single } from '../../model/index.ts';
import { editable, nowhere } from '../../source/index.ts';
import { fitsOf } from '../../subjects/fits.ts';
import { switchTypes } from '../../subjects/switch-types.ts';
import { exceeds, printQuantity } from '../../units/index.ts';

export const rule = defineRule({
  id: 'power/module-over-connector',
  severity: 'error',
  level: 'value',
  title: 'A module or cage exceeds the power of the connector',
  why: "Cooling and the power budget of a platform can be increased; contacts can't. The XPO connector carries 10 A, which is 500 W on a 50 V busbar; a module is designed for 400 W, and platforms deliver 480 W at most. None of the three is what a module typically draws.",
  sources: [
    'XPO: 500 W, 50 V busbar and 10 A connector (Arista at ECOC 2026); 480 W at most (Molex); up to 400 W (Converge Digest, 2026-03-12)',
    'QSFP-DD hardware specification 6.0: 25 W, contacts of 1.5 A',
  ],
  override: 'Set `connector-power` on the cage type.',
  bad: `import "std/xpo"

module type Huge is Xpo {
    channels 8 x 1600ZR
    power    520 W
//  ^^^^^^^^^^^^^^
}
switch type Box { height 1 OU  ports down[1..2] : XPO { power 480 W } }
switch box : Box
plug Huge into box.down
`,
  fix: { 'power    520 W': 'power    470 W' },
  check(facts) {
    const { fabric } = facts;
    const reports: Report[] = [];
    for (const part of switchTypes(fabric)) {
      for (const group of part.ports) {
        const limit = group.cage.values['connector-power'];
        if (group.power === undefined || limit === undefined || !exceeds(group.power.value, limit.value)) continue;
        reports.push({
          message: `\`${group.name}\` of ${part.name} delivers ${printQuantity(group.power.value, 'power')} to each cage; the ${group.cage.name} connector carries ${printQuantity(limit.value, 'power')}.`,
          help: 'Lower the power of the cages.',
          origin: group.power.origin,
          label: `the connector carries ${printQuantity(limit.value, 'power')}`,
          subjects: single('part', part.index),
          blames: [group.power.origin],
        });
      }
    }
    const reported = new Set<Part>();
    for (const { module, plug } of fitsOf(facts)) {
      const power = module.values.power;
      if (power === undefined || reported.has(module) || !overConnector(module)) continue;
      reported.add(module);
      const form = module.values['form-factor']?.value;
      const limit = form?.values['connector-power'];
      reports.push({
        message: `${module.name} draws ${printQuantity(power.value, 'power')}; the ${form?.name} connector carries ${printQuantity(limit?.value ?? Number.NaN, 'power')}.`,
        help: 'Use a module that draws less: no platform can feed this one.',
        origin: editable(power.origin, fabric.plugs[plug]?.origin ?? nowhere),
        label: `the connector carries ${printQuantity(limit?.value ?? Number.NaN, 'power')}`,
        subjects: single('part', module.index),
        blames: [power.origin],
      });
    }
    return reports;
  },
});

/** Whether a module draws more than the connector of its form factor carries. */
export function overConnector(module: Part<'module'>): boolean {
  const limit = module.values['form-factor']?.value.values['connector-power'];
  return limit !== undefined && module.values.power !== undefined && exceeds(module.values.power.value, limit.value);
}
