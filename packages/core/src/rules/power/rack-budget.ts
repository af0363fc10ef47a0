// A rack whose devices draw more power than it delivers.

import type { Facts } from '../../answers/index.ts';
import { rackPowerLimit, shelfPower } from '../../facts/index.ts';
import { type Derivation, printApart, printValue } from '../../figures/index.ts';
import { defineRule } from '../../findings/rule.ts';
import { rackSentence } from '../../subjects/naming.ts';
import { overLimit } from '../../subjects/racks.ts';
import { moreRacks } from '../../subjects/remedies/index.ts';

export const rule = defineRule({
  id: 'power/rack-budget',
  severity: 'error',
  level: 'assembly',
  title: 'A rack draws more power than it delivers',
  why: 'The shelves, busbar and connectors of a rack deliver a limited power. The maximum power of all its devices, modules included, must stay within: a breaker trips on the peak, not on the average.',
  sources: ['OCP Open Rack V3 power shelves: 18, 33 and 72 kW; busbar connector 2,000 A'],
  limit: 'rack power',
  override: 'Set `power` on the rack type.',
  bad: `import "std/racks"

switch type Box { height 1 OU  power 3 kW }
rack type Small is OpenRackV3 { power 10 kW }
rack r : Small
switch box[1..4] : Box
place box[*] in r
//    ^^^^^^^^^^^ error: r draws 12 kW; the rack delivers 10 kW
`,
  fix: {
    'rack r': 'rack r[1..2]',
    'box[*] in r': 'box[*] in r[*]',
  },
  edges: [
    {
      name: 'exactly at the limit',
      change: { 'power 3 kW': 'power 2.5 kW' },
    },
    {
      name: 'one watt over',
      change: { 'power 3 kW': 'power 2.50025 kW' },
      finds: 'draws 10.001 kW',
    },
    {
      name: 'a power that is not given',
      change: { '  power 3 kW': '' },
    },
    {
      name: 'several racks',
      change: { 'rack r': 'rack r[1..2]', 'box[1..4]': 'box[1..8]', 'in r': 'in r[*]' },
      finds: '2 racks draw up to 12 kW (r[1], …); each rack delivers 10 kW',
    },
  ],
  check: (facts, judge) =>
    overLimit(facts, 'power/rack-budget', judge, facts.power.rack, (rack) => limitOf(facts, rack)).map(
      ({ racks, value, limit, placement }) => ({
        message: `${rackSentence(facts.fabric, racks, { one: 'draws', many: 'draw up to' }, printApart(value, limit)[0])}; ${racks.length === 1 ? 'the rack' : 'each rack'} delivers ${printApart(value, limit)[1]}.`,
        help: 'Spread the devices over more racks, or use a rack with more power.',
        origin: placement,
        label: 'more than the rack delivers',
        related:
          limit.origin === undefined
            ? []
            : [{ origin: limit.origin, message: `The rack delivers ${printValue(limit)}.` }],
        subjects: { of: 'rack', ids: Uint32Array.from(racks) },
        derivation: value,
        remedies: moreRacks(facts, racks[0] ?? 0, value.value, limit.value),
        over: { value, limit: limit.value },
        restsOn: [placement],
      }),
    ),
});

/** What a rack type delivers; none of an empty rack, nor of one that its shelves limit. */
function limitOf({ fabric, placement }: Facts, rack: number): Derivation | undefined {
  const limit = rackPowerLimit(fabric, rack);
  const isOpen = Number.isNaN(limit.value) && shelfPower(fabric, rack) === undefined;
  return placement.devices(rack) > 0 && (isOpen || !Number.isNaN(limit.value)) ? limit : undefined;
}
