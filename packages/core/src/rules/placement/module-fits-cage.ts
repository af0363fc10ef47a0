// A module in a cage of another form factor.
import { single } from '../../model/index.ts';
import { nowhere } from '../../source/index.ts';
import { fitsOf } from '../fits.ts';
import { defineRule, type Report } from '../rule.ts';

export const rule = defineRule({
  id: 'placement/module-fits-cage',
  severity: 'error',
  level: 'value',
  title: 'A module does not fit its cage',
  why: 'A cage takes the modules of its form factor: connector, width, keying and cooling differ. An XPO is 2.7 times as wide as an OSFP, and OSFP does not take QSFP without an adapter.',
  sources: ['OSFP MSA; XPO MSA (EE Times: 60.8 mm against 22.58 mm)'],
  override: 'Set `form-factor` on the module type, or the cage of the port group.',
  bad: `import "std/xpo"
import "std/osfp"

switch type Box { height 2 RU  ports p[1..2] : XPO }
switch box : Box
plug Osfp800Dr8 into box.p
//   ^^^^^^^^^^^^^^^^^^^^^
`,
  good: `import "std/xpo"
import "std/osfp"

switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch box : Box
plug Osfp800Dr8 into box.p
`,
  check(facts) {
    const reports: Report[] = [];
    for (const { module, group, plug, device } of fitsOf(facts)) {
      const form = module.values['form-factor']?.value;
      if (form === undefined || form === group.cage) continue;
      const origin = facts.fabric.plugs[plug]?.origin ?? nowhere;
      reports.push({
        message: `${module.name} is made for ${form.name}; \`${group.name}\` of ${device} is ${group.cage.name}.`,
        help: `Plug a module for ${group.cage.name}, or change the cage.`,
        origin,
        label: `${form.name} into ${group.cage.name}`,
        related: [{ origin: group.origin, message: `\`${group.name}\` is ${group.cage.name}.` }],
        subjects: single('part', module.index),
        blames: [origin],
      });
    }
    return reports;
  },
});
