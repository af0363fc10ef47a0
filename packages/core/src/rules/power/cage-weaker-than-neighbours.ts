// A module in a cage that delivers too little power, while others of the same device deliver enough.
import { printAmountsApart } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { type PortGroup, printAxes } from '../../model/index.ts';
import { nowhere } from '../../source/index.ts';
import { deliveredBy, strongerNeighbour } from '../../subjects/cage-power.ts';
import { cagesOf } from '../../subjects/fits.ts';
import { soundFits } from '../../subjects/sound.ts';
import { printCount, printQuantity } from '../../units/index.ts';

export const rule = defineRule({
  id: 'power/cage-weaker-than-neighbours',
  severity: 'error',
  level: 'value',
  title: 'A module is in one of the weaker cages of its switch',
  why: 'Not every cage of a switch delivers the same power. An SN5400 delivers 21 W to 16 ports (1, 5, 9 to 61) and 12 W to the other 48; a coherent or long-reach module works in the first and is rejected by the second.',
  sources: ['NVIDIA SN5000 hardware manual: SN5400 12 W, 21 W on 16 ports'],
  override: 'Plug the module into the stronger cages, or set `power` on the port group.',
  bad: `import "std/switches"
import "std/qsfp"

module type Zr {
    form-factor QSFP-DD
    channels    1 x 400ZR
    power       20 W
}
switch edge : SN5400
plug Zr into edge.p[2]
//   ^^^^^^^^^^^^^^^^^
`,
  fix: { 'edge.p[2]': 'edge.high[1]' },
  check(facts) {
    const reports: Report[] = [];
    for (const fit of soundFits(facts, 'power/cage-weaker-than-neighbours')) {
      const better = strongerNeighbour(fit);
      if (better === undefined) continue;
      const { module, group, plug, device } = fit;
      const origin = facts.fabric.plugs[plug]?.origin ?? nowhere;
      const limit = (each: PortGroup): string => printQuantity(deliveredBy(each) ?? Number.NaN, 'power');
      reports.push({
        message: `${module.name} draws ${printAmountsApart('power', module.values.power?.value ?? Number.NaN, deliveredBy(group) ?? Number.NaN)[0]}; \`${group.name}\` of ${device} delivers ${limit(group)}, \`${better.name}\` ${limit(better)}.`,
        help: `Plug it into \`${better.name}${printAxes(better.axes)}\`: ${printCount(better.count, 'cage')} ${better.count === 1 ? 'delivers' : 'deliver'} ${limit(better)}.`,
        origin,
        label: `delivers ${limit(group)}`,
        related: [{ origin: better.origin, message: `These deliver ${limit(better)}.` }],
        subjects: cagesOf(facts, fit),
        blames: [origin, ...(module.values.power === undefined ? [] : [module.values.power.origin])],
      });
    }
    return reports;
  },
});
