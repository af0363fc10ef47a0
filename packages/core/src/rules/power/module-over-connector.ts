// More power than the connector of a form factor carries on any platform.

import { cagePower, modulePower } from '../../facts/index.ts';
import { type Derivation, printApart, stated } from '../../figures/index.ts';
import { setting } from '../../findings/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { missingIn, type Part, single } from '../../model/index.ts';
import { editable } from '../../source/index.ts';
import { fitsOf } from '../../subjects/fits.ts';
import { switchTypes } from '../../subjects/switch-types.ts';
import { atMostText } from '../../units/index.ts';

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
  limit: 'connector power',
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
  check(facts, judge) {
    const { fabric } = facts;
    const reports: Report[] = [];
    for (const part of switchTypes(fabric)) {
      for (const group of part.ports) {
        const limit = group.cage.values['connector-power'];
        if (group.power === undefined || limit === undefined) continue;
        const [delivers, carries] = [cagePower(group), connectorPower(group.cage)];
        if (!judge.exceeds(delivers, carries, { at: group.origin })) continue;
        const [is, most] = printApart(delivers, carries);
        reports.push({
          message: `\`${group.name}\` of ${part.name} delivers ${is} to each cage; the ${group.cage.name} connector carries ${most}.`,
          help: 'Lower the power of the cages.',
          origin: group.power.origin,
          label: `the connector carries ${most}`,
          subjects: single('part', part.index),
          remedies: [setting(group.power.origin, 'power', atMostText(limit.value, 'power', group.power.unit ?? 'W'))],
          blames: [group.power.origin],
        });
      }
    }
    const reported = new Set<Part>();
    for (const { module, plug, count } of fitsOf(facts)) {
      const power = module.values.power;
      const form = module.values['form-factor']?.value;
      const plugged = fabric.plugs[plug]?.origin;
      if (form?.values['connector-power'] === undefined) continue;
      const [draws, carries] = [modulePower(module), connectorPower(form)];
      const over = judge.exceeds(draws, carries, { count, at: plugged });
      if (power === undefined || reported.has(module) || !over) continue;
      reported.add(module);
      const [is, most] = printApart(draws, carries);
      reports.push({
        message: `${module.name} draws ${is}; the ${form.name} connector carries ${most}.`,
        help: 'Use a module that draws less: no platform can feed this one.',
        origin: editable(power.origin, plugged),
        label: `the connector carries ${most}`,
        subjects: single('part', module.index),
        blames: [power.origin],
      });
    }
    return reports;
  },
});

/** What the connector of a form factor carries, in W. */
function connectorPower(cage: Part<'cage'>): Derivation {
  const given = cage.values['connector-power'];
  return stated(`power of the connector of ${cage.name}`, 'power', given, missingIn(cage, 'connector-power'));
}
