// A cable whose ends don't fit the cages, or meet a module there.
import { cableFits } from '../../facts/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { budgetsFor, linksOf, plugOf } from '../../subjects/links.ts';
import { linkSentence } from '../../subjects/naming.ts';

export const rule = defineRule({
  id: 'optics/cable-form-factor',
  severity: 'error',
  level: 'value',
  title: "The ends of a cable don't fit the cages",
  why: "A copper or active optical cable has its ends attached, made for one form factor, and they go where a module would go. A cage that holds a module has no room for one, and a cage of another form factor doesn't accept it.",
  sources: ['NVIDIA cable specifications, MCP4Y10 and MCP7Y00: by form factor and top', 'OSFP MSA, QSFP-DD MSA'],
  override: 'Set `form-factor` on the cable type, or `accepts` on the cage type.',
  bad: `import "std/osfp"
import "std/copper"

cable type Short is DAC { form-factor QSFP-DD800 }
switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch a : Box
switch b : Box
link a.p to b.p over Short { length 1 m }
//                   ^^^^^
`,
  fix: { 'form-factor QSFP-DD800': 'form-factor OSFP' },
  perLink: true,
  check(facts) {
    const reports: Report[] = [];
    for (const budget of budgetsFor(facts, 'optics/cable-form-factor')) {
      const { group, from, to } = budget.class;
      const { cable } = group;
      if (cable === undefined) continue;
      const origin = group.mediumOrigin ?? group.origin;
      const full = [from, to].find(({ module }) => module !== undefined);
      if (full !== undefined) {
        const plug = plugOf(facts.fabric, budget, full === from ? 'from' : 'to');
        reports.push({
          message: `${linkSentence(facts.fabric, budget, { one: 'uses', many: 'use' }, `${cable.name}, which has its ends attached`)}; the cage already holds ${full.module?.name}.`,
          help: `Remove the module where ${cable.name} ends, or ${full.optics?.values.fibers?.value === 0 ? 'link the modules without `over`' : 'use fiber between the modules'}.`,
          origin,
          subjects: linksOf(budget),
          label: 'no room for its end',
          related: plug === undefined ? [] : [{ origin: plug, message: `${full.module?.name} is plugged here.` }],
        });
        continue;
      }
      const misfit = [from, to].find(({ cage }) => cage !== undefined && cableFits(cable, cage) === false);
      if (misfit === undefined) continue;
      reports.push({
        message: `${linkSentence(facts.fabric, budget, { one: 'uses', many: 'use' }, `${cable.name} with ${cable.values['form-factor']?.value.name} ends`)}; the cage is ${misfit.cage?.name}.`,
        help: `Use a cable for ${misfit.cage?.name}.`,
        origin,
        subjects: linksOf(budget),
        label: "doesn't fit",
      });
    }
    return reports;
  },
});
