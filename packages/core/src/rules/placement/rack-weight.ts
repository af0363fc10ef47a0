// A rack that carries more than it may.

import { weightLimit } from '../../facts/index.ts';
import { printValue } from '../../figures/index.ts';
import { defineRule } from '../../findings/rule.ts';
import { overLimit } from '../../subjects/racks.ts';
import { firstOf } from '../../subjects/subjects.ts';

export const rule = defineRule({
  id: 'placement/rack-weight',
  severity: 'error',
  level: 'value',
  title: 'A rack carries more weight than it may',
  why: 'A frame, its casters and the floor below it carry a payload: 1,400 kg for an ORv3 frame. Modules, cables, manifolds and coolant come on top of what devices weigh and are not counted, so that what is refused here is refused for certain.',
  sources: ['OCP Open Rack V3 base specification: payload of 1,400 kg'],
  override: 'Set `weight` on the rack type, or on the switch and host types.',
  bad: `import "std/racks"

host type Node { height 10 RU  power 10 kW  weight 400 kg }
rack r : OpenRackV3
host node[1..4] : Node
place node[*] in r
//    ^^^^^^^^^^^^
`,
  good: `import "std/racks"

host type Node { height 10 RU  power 10 kW  weight 350 kg }
rack r : OpenRackV3
host node[1..4] : Node
place node[*] in r
`,
  check: (facts) =>
    overLimit(facts, facts.placement.weight, (rack) => weightLimit(facts.fabric, rack)).map(
      ({ racks, value, limit, placement }) => ({
        message: `The devices in ${firstOf(facts.fabric, 'rack', racks)} weigh ${printValue(value, value.known)}; the rack carries ${printValue(limit)}.`,
        help: 'Spread the devices over more racks.',
        origin: placement,
        label: `weigh ${printValue(value, value.known)}`,
        related:
          limit.origin === undefined
            ? []
            : [{ origin: limit.origin, message: `The rack carries ${printValue(limit)}.` }],
        subjects: { of: 'rack', ids: Uint32Array.from(racks) },
        derivation: value,
        blames: [placement],
      }),
    ),
});
