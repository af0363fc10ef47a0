// A module whose coolant flow is unusual for its form factor.

import { printAmountsApart, stated } from '../../figures/index.ts';
import { setting } from '../../findings/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { missingIn, single } from '../../model/index.ts';
import { editable } from '../../source/index.ts';
import { atLeastText, atMostText, exceeds, printQuantity } from '../../units/index.ts';

export const rule = defineRule({
  id: 'cooling/module-flow',
  severity: 'warning',
  level: 'value',
  title: 'A module has an unusual coolant flow',
  why: 'XPO modules have been shown with 0.3 L/min and are described with 0.35 to 0.7 L/min. Less flow means a hotter module: 400 W warm PG25 by 17 K at 0.35 L/min and by 30 K at 0.2 L/min. More flow exceeds what its couplings and the manifold are designed for. No specification has been published yet, so this is a warning.',
  sources: ['XPO: 0.3 L/min (Arista and TeraHop at ECOC 2026); 0.35 to 0.7 L/min (EE Times)'],
  limit: 'module flow',
  override: 'Set `flow` as a range on the cage type: `flow 0.2 L/min..1 L/min`.',
  bad: `import "std/xpo"

module type Slow is Xpo {
    channels 16 x 800GBASE-DR4
    flow     0.15 L/min
//  ^^^^^^^^^^^^^^^^^^^
}
`,
  fix: { '0.15 L/min': '0.35 L/min' },
  check(facts, judge) {
    const { fabric } = facts;
    const installed = new Set(fabric.plugs.map(({ module }) => module));
    const reports: Report[] = [];
    for (const part of fabric.parts) {
      if (part.kind !== 'module' || (part.library && !installed.has(part as never))) continue;
      const { flow, 'form-factor': form } = (part as Exclude<(typeof fabric.plugs)[number]['module'], undefined>)
        .values;
      const range = form?.value.values.flow;
      if (range === undefined) continue;
      const { from, to } = range.value;
      if (flow === undefined) {
        // Without a loop nothing is cooled by one.
        if (fabric.loops.length > 0 && installed.has(part as never))
          judge.cannot(stated(`flow of ${part.name}`, 'volume flow', flow, missingIn(part, 'flow')), {
            at: part.origin,
            of: single('part', part.index),
          });
        continue;
      }
      judge.did(1);
      if (!exceeds(from, flow.value) && !exceeds(flow.value, to)) continue;
      const [takes] = printAmountsApart('volume flow', flow.value, exceeds(from, flow.value) ? from : to);
      reports.push({
        message: `${part.name} takes ${takes}; ${form?.value.name} modules take ${printQuantity(from, 'volume flow')} to ${printQuantity(to, 'volume flow')}.`,
        help: 'Correct the flow, or set the range that the vendor allows on the cage type.',
        origin: editable(flow.origin, part.origin),
        label: `outside ${printQuantity(from, 'volume flow')} to ${printQuantity(to, 'volume flow')}`,
        subjects: single('part', part.index),
        remedies: [
          setting(
            flow.origin,
            'flow',
            exceeds(from, flow.value) ? atLeastText(from, 'volume flow') : atMostText(to, 'volume flow'),
          ),
        ],
      });
    }
    return reports;
  },
});
