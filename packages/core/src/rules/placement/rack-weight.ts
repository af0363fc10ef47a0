// A rack that carries more weight than its limit.

import type { Facts } from '../../answers/index.ts';
import { weightLimit } from '../../facts/index.ts';
import { type Derivation, printApart, printAtLeast, printValue } from '../../figures/index.ts';
import { defineRule } from '../../findings/rule.ts';
import { inLibrary } from '../../source/index.ts';
import { rackSentence } from '../../subjects/naming.ts';
import { overLimit } from '../../subjects/racks.ts';
import { moreRacks } from '../../subjects/remedies/index.ts';

export const rule = defineRule({
  id: 'placement/rack-weight',
  severity: 'error',
  level: 'value',
  title: 'A rack carries more weight than its limit',
  why: "A frame, its casters and the floor below carry a limited payload: 1,400 kg for an ORv3 frame. Modules, cables, manifolds and coolant add to the weight of the devices and aren't counted, so the real weight is at least what is reported.",
  sources: ['OCP Open Rack V3 base specification: payload of 1,400 kg'],
  limit: 'rack weight',
  override: 'Set `weight` on the rack type, or on the switch and host types.',
  bad: `import "std/racks"

host type Node { height 10 RU  power 10 kW  weight 400 kg }
rack r : OpenRackV3
host node[1..4] : Node
place node[*] in r
//    ^^^^^^^^^^^^
`,
  fix: { 'weight 400 kg': 'weight 350 kg' },
  edges: [
    {
      name: 'one kilogram over',
      change: { '400 kg': '350.25 kg' },
      finds: 'carries 1,401 kg of devices; the limit is 1,400 kg',
    },
    {
      name: 'a weight that is not given',
      change: { '  weight 400 kg': '' },
    },
  ],
  check: (facts, judge) =>
    overLimit(facts, 'placement/rack-weight', judge, facts.placement.weight, (rack) => limitOf(facts, rack)).map(
      ({ racks, value, limit, placement }) => ({
        message: `${rackSentence(facts.fabric, racks, { one: 'carries', many: 'carry up to' }, `${printApart(value, limit)[0]} of devices`)}; the limit is ${printApart(value, limit)[1]}.`,
        help: 'Spread the devices over more racks.',
        origin: placement,
        label: `weigh ${printAtLeast(value)}`,
        related:
          limit.origin === undefined ? [] : [{ origin: limit.origin, message: `The limit is ${printValue(limit)}.` }],
        subjects: { of: 'rack', ids: Uint32Array.from(racks) },
        derivation: value,
        remedies: moreRacks(facts, racks[0] ?? 0, value.value, limit.value),
        over: { value, limit: limit.value },
        blames: [placement],
      }),
    ),
});

/** What a rack carries; none where nobody weighs: no device in it has a weight, and the limit is that of the part library alone. */
function limitOf({ fabric, placement }: Facts, rack: number): Derivation | undefined {
  const limit = weightLimit(fabric, rack);
  const isOwn = limit.origin !== undefined && !inLibrary(limit.origin);
  return Number.isNaN(limit.value) || !(isOwn || placement.weight(rack).known > 0) ? undefined : limit;
}
