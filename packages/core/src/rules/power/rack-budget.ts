// A rack that is asked for more power than it delivers.

import { rackPowerLimit } from '../../facts/index.ts';
import { printValue } from '../../figures/index.ts';
import { defineRule } from '../../findings/rule.ts';
import { overLimit } from '../../subjects/racks.ts';
import { firstOf } from '../../subjects/subjects.ts';

export const rule = defineRule({
  id: 'power/rack-budget',
  severity: 'error',
  level: 'assembly',
  title: 'A rack draws more than it delivers',
  why: 'Shelves, busbar and connectors of a rack deliver a power. The maxima of all devices in it, modules included, must stay within: a breaker does not know that it was an average.',
  sources: ['OCP Open Rack V3 power shelves: 18, 33 and 72 kW; busbar connector 2,000 A'],
  override: 'Set `power` on the rack type.',
  bad: `import "std/racks"

switch type Box { height 1 OU  power 3 kW }
rack type Small is OpenRackV3 { power 10 kW }
rack r : Small
switch box[1..4] : Box
place box[*] in r
//    ^^^^^^^^^^^
`,
  good: `import "std/racks"

switch type Box { height 1 OU  power 3 kW }
rack type Small is OpenRackV3 { power 10 kW }
rack r[1..2] : Small
switch box[1..4] : Box
place box[*] in r[*]
`,
  check: (facts) =>
    overLimit(facts, facts.power.rack, (rack) => rackPowerLimit(facts.fabric, rack)).map(
      ({ racks, value, limit, placement }) => ({
        message: `${firstOf(facts.fabric, 'rack', racks)} ${racks.length === 1 ? 'draws' : 'draw'} ${printValue(value, value.known)}; the rack delivers ${printValue(limit)}.`,
        help: 'Spread the devices over more racks, or take a rack with more power.',
        origin: placement,
        label: 'is more than the rack delivers',
        related:
          limit.origin === undefined
            ? []
            : [{ origin: limit.origin, message: `The rack delivers ${printValue(limit)}.` }],
        subjects: { of: 'rack', ids: Uint32Array.from(racks) },
        derivation: value,
        restsOn: [placement],
      }),
    ),
});
