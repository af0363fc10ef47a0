// A module in a cage of another form factor.

import { defineRule, type Report } from '../../findings/rule.ts';
import type { Part, PortGroup } from '../../model/index.ts';
import { nowhere } from '../../source/index.ts';
import { cagesOf, fitsCage, fitsOf, topOf, topsDiffer } from '../../subjects/fits.ts';

export const rule = defineRule({
  id: 'placement/module-fits-cage',
  severity: 'error',
  level: 'value',
  title: "A module doesn't fit its cage",
  why: "A cage takes modules of its own form factor and of those that it accepts: connector, width, keying and cooling differ. An XPO is 2.7 times as wide as an OSFP, and OSFP doesn't take QSFP without an adapter. Finned modules go into the air-cooled cages of switches; flat ones go into adapters and under cold plates, where the heat sink is on the cage. The two aren't interchangeable.",
  sources: [
    'OSFP MSA; XPO MSA (EE Times: 60.8 mm against 22.58 mm)',
    'QSFP-DD takes QSFP28, QSFP56 and QSFP112 (form-factor notes)',
    'NVIDIA MCP7Y00 specification: finned tops for switches, flat tops for ConnectX-7 and liquid-cooled switches',
  ],
  override: 'Set `form-factor` on the module type, `accepts` on the cage type, or the cage of the port group.',
  bad: `import "std/xpo"
import "std/osfp"

switch type Box { height 2 RU  ports p[1..2] : XPO }
switch box : Box
plug Osfp800Dr8 into box.p
//   ^^^^^^^^^^^^^^^^^^^^^
`,
  fix: { XPO: 'OSFP' },
  check(facts) {
    const reports: Report[] = [];
    for (const fit of fitsOf(facts)) {
      const { module, group, plug, device } = fit;
      const form = module.values['form-factor']?.value;
      if (form === undefined || fitsCage(module, form, group.cage)) continue;
      const origin = facts.fabric.plugs[plug]?.origin ?? nowhere;
      reports.push({
        message: misfitText(module, form, group, device),
        help: `Plug a module for ${group.cage.name}, or change the cage.`,
        origin,
        label: `${form.name} into ${group.cage.name}`,
        related: [{ origin: group.origin, message: `\`${group.name}\` is ${group.cage.name}.` }],
        subjects: cagesOf(facts, fit),
        blames: [origin],
      });
    }
    return reports;
  },
});

function misfitText(module: Part<'module'>, form: Part<'cage'>, group: PortGroup, device: string): string {
  const name = `\`${group.name}\` of ${device}`;
  if (topsDiffer(module, form, group.cage))
    return `${module.name} has a ${topOf(module, form)} top; ${name} is ${group.cage.name}, which takes ${group.cage.values.top?.value} tops.`;
  return `${module.name} has the form factor ${form.name}; ${name} is ${group.cage.name}.`;
}
