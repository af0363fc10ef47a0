// A module that draws more than its cage feeds and cools.
import { stated } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { single } from '../../model/index.ts';
import { editable } from '../../source/index.ts';
import { assumedHelp, mostFor } from '../../subjects/assumed-limit.ts';
import { fitsCage, fitsOf } from '../../subjects/fits.ts';
import { exceeds, printQuantity } from '../../units/index.ts';
import { strongerNeighbour } from './cage-weaker-than-neighbours.ts';
import { overConnector } from './module-over-connector.ts';

export const rule = defineRule({
  id: 'power/module-over-cage',
  severity: 'error',
  level: 'value',
  title: 'A module draws more than its cage gives',
  why: 'A cage feeds and cools its module up to a limit; a module above it is refused by the host or throttles. XPO is sized for 400 W a module, and a platform may say that its cages give up to 480 W. Not every cage of a switch gives the same. Where no source says what a form factor gives, as for QSFP28, more is a warning.',
  sources: [
    'XPO: up to 400 W (Converge Digest, 2026-03-12); 480 W at most (Molex)',
    'NVIDIA SN5000 hardware manual: 18 W on SN5600, 12 W and 21 W on SN5400',
  ],
  override: 'Set `power` on the cage type, or on one port group: `ports up[1..4] : XPO { power 480 W }`.',
  bad: `import "std/xpo"

module type Hot is Xpo {
    channels 16 x 800GBASE-DR4
    power    420 W
//  ^^^^^^^^^^^^^^
}
switch type Box { height 1 OU  ports down[1..2] : XPO }
switch box : Box
plug Hot into box.down
`,
  good: `import "std/xpo"

module type Hot is Xpo {
    channels 16 x 800GBASE-DR4
    power    420 W
}
switch type Box { height 1 OU  ports down[1..2] : XPO { power 480 W } }
switch box : Box
plug Hot into box.down
`,
  check(facts) {
    const reports: Report[] = [];
    for (const fit of fitsOf(facts)) {
      const { module, group, plug, device } = fit;
      const limit = group.power ?? group.cage.values.power;
      const power = module.values.power;
      if (limit === undefined || power === undefined || !exceeds(power.value, limit.value)) continue;
      // Where no cage could feed it, another of the device could, or it does not fit at all, that is told in its place.
      if (overConnector(module) || strongerNeighbour(facts, fit) !== undefined) continue;
      const form = module.values['form-factor']?.value;
      if (form !== undefined && !fitsCage(module, form, group.cage)) continue;
      const plugged = facts.fabric.plugs[plug]?.origin;
      const most = mostFor(stated('power of the cage', 'power', limit, ''));
      reports.push({
        message: `${module.name} draws ${printQuantity(power.value, 'power')}; its ${group.cage.name} cage gives ${printQuantity(limit.value, 'power')}.`,
        help: `Take a module that draws less, or say on the ports what this platform gives: \`{ power … }\`.${assumedHelp(most)}`,
        ...most,
        origin: editable(power.origin, plugged),
        label: `the cage gives ${printQuantity(limit.value, 'power')}`,
        related:
          plugged === undefined
            ? []
            : [{ origin: plugged, message: `Plugged into \`${group.name}\` of ${device} here.` }],
        subjects: single('part', module.index),
        blames: [power.origin],
      });
    }
    return reports;
  },
});
