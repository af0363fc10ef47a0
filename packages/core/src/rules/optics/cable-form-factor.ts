// A cable whose ends do not fit, or find a module in their cage.
import { cableFits } from '../../facts/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { linkText, plugOf } from '../../subjects/links.ts';

export const rule = defineRule({
  id: 'optics/cable-form-factor',
  severity: 'error',
  level: 'value',
  title: 'The ends of a cable do not fit the cages',
  why: 'A copper or active optical cable brings its ends with it, made for one form factor: it goes where a module would go. A cage that holds a module has no room for it, and one of another form factor does not take it.',
  sources: ['NVIDIA cable specifications, MCP4Y10 and MCP7Y00: by form factor and top', 'OSFP MSA, QSFP-DD MSA'],
  override: 'Set `form-factor` on the cable type, or `accepts` on the cage type.',
  bad: `import "std/osfp"
import "std/copper"

cable type DacQsfp is DAC { form-factor QSFP-DD800 }
switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch a : Box
switch b : Box
link a.p to b.p over DacQsfp { length 1 m }
//                   ^^^^^^^
`,
  good: `import "std/osfp"
import "std/copper"

cable type DacOsfp is DAC { form-factor OSFP }
switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch a : Box
switch b : Box
link a.p to b.p over DacOsfp { length 1 m }
`,
  check(facts) {
    const reports: Report[] = [];
    for (const budget of facts.optics.budgets) {
      const { group, from, to } = budget.class;
      const { cable } = group;
      if (cable === undefined) continue;
      const origin = group.mediumOrigin ?? group.origin;
      const full = [from, to].find(({ module }) => module !== undefined);
      if (full !== undefined) {
        const plug = plugOf(facts.fabric, budget, full === from ? 'from' : 'to');
        reports.push({
          message: `${linkText(facts.fabric, budget)}: ${cable.name} brings its own ends, and the cage holds ${full.module?.name}.`,
          help: `Plug nothing where ${cable.name} ends, or ${full.optics?.values.fibers?.value === 0 ? 'link the modules without `over`' : 'run fiber between the modules'}.`,
          origin,
          label: 'no room for its end',
          related: plug === undefined ? [] : [{ origin: plug, message: `${full.module?.name} is plugged here.` }],
        });
        continue;
      }
      const misfit = [from, to].find(({ cage }) => cage !== undefined && cableFits(cable, cage) === false);
      if (misfit === undefined) continue;
      reports.push({
        message: `${linkText(facts.fabric, budget)}: ${cable.name} is made for ${cable.values['form-factor']?.value.name}; the cage is ${misfit.cage?.name}.`,
        help: `Take a cable for ${misfit.cage?.name}.`,
        origin,
        label: 'does not fit',
      });
    }
    return reports;
  },
});
