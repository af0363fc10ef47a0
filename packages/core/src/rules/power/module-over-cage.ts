// A module, or the end of a cable, that draws more power than its cage delivers and cools.

import type { Facts } from '../../answers/index.ts';
import { cableEndPower, cagePower, modulePower } from '../../facts/index.ts';
import { printApart } from '../../figures/index.ts';
import type { Judge } from '../../findings/judge.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { editable } from '../../source/index.ts';
import { assumedHelp, severityCap } from '../../subjects/assumed-limit.ts';
import { cableEndsOf } from '../../subjects/cable-ends.ts';
import { cagesOf } from '../../subjects/fits.ts';
import { strongerCages } from '../../subjects/remedies/index.ts';
import { soundFits } from '../../subjects/sound.ts';

export const rule = defineRule({
  id: 'power/module-over-cage',
  severity: 'error',
  level: 'value',
  title: 'A module draws more power than its cage delivers',
  why: 'A cage feeds and cools its module up to a limit; a module above it is rejected by the host or throttles. XPO is designed for 400 W per module, and a platform may declare that its cages deliver up to 480 W. The ends of active cables (AEC, ACC, AOC) take their power from the cage too. Not every cage of a switch delivers the same. If no source gives the power of a form factor, as for QSFP28, this is a warning.',
  sources: [
    'XPO: up to 400 W (Converge Digest, 2026-03-12); 480 W at most (Molex)',
    'NVIDIA SN5000 hardware manual: 18 W on SN5600, 12 W and 21 W on SN5400',
  ],
  limit: 'cage power',
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
  fix: { 'XPO }': 'XPO { power 480 W } }' },
  edges: [
    {
      name: 'exactly at the limit',
      change: { '420 W': '400 W' },
    },
    {
      name: 'one watt over',
      change: { '420 W': '401 W' },
      finds: 'draws 401 W; its XPO cage delivers 400 W',
    },
    {
      name: 'a power that is not given',
      change: { '    power    420 W\n': '' },
    },
  ],
  check(facts, judge) {
    const reports: Report[] = [];
    for (const fit of soundFits(facts, 'power/module-over-cage')) {
      const { module, group, plug, device, count } = fit;
      const limit = cagePower(group);
      // An engine beside the chip is fed by its board: a site has a limit of its own only where it is given.
      if (group.cage.values['light-source']?.value === 'external' && Number.isNaN(limit.value)) continue;
      const draws = modulePower(module);
      const plugged = facts.fabric.plugs[plug]?.origin;
      const { power } = module.values;
      if (!judge.exceeds(draws, limit, { count, at: plugged }) || power === undefined) continue;
      const cap = severityCap(limit);
      const [is, most] = printApart(draws, limit);
      reports.push({
        message: `${module.name} draws ${is}; its ${group.cage.name} cage delivers ${most}.`,
        help: `Use a module that draws less, or set what this platform delivers on the ports: \`{ power … }\`.${assumedHelp(cap)}`,
        ...cap,
        origin: editable(power.origin, plugged),
        label: `the cage delivers ${most}`,
        related:
          plugged === undefined
            ? []
            : [{ origin: plugged, message: `Plugged into \`${group.name}\` of ${device} here.` }],
        subjects: cagesOf(facts, fit),
        blames: [power.origin],
        remedies: strongerCages(facts, fit, draws.value),
      });
    }
    return [...reports, ...overfedEnds(facts, judge)];
  },
});

/** Ends of cables that draw more than their cages deliver. */
function overfedEnds(facts: Facts, judge: Judge): Report[] {
  return cableEndsOf(facts).flatMap(({ cable, group, device, link, cages, count }) => {
    const [draws, limit] = [cableEndPower(cable), cagePower(group)];
    const at = link.mediumOrigin ?? link.origin;
    const { power } = cable.values;
    if (!judge.exceeds(draws, limit, { count, at }) || power === undefined) return [];
    const cap = severityCap(limit);
    const [is, most] = printApart(draws, limit);
    return {
      message: `Each end of ${cable.name} draws ${is}; its ${group.cage.name} cage delivers ${most}.`,
      help: `Use a cable that draws less, or set what this platform delivers on the ports: \`{ power … }\`.${assumedHelp(cap)}`,
      ...cap,
      origin: editable(power.origin, at),
      label: `the cage delivers ${most}`,
      related: [{ origin: at, message: `Its ends are in \`${group.name}\` of ${device.name} here.` }],
      subjects: cages,
      blames: [power.origin],
    };
  });
}
