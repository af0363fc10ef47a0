// A busbar that carries more current than its connector tolerates.
import { busbarCurrent, busbarLimit } from '../../facts/index.ts';
import { printApart, printValue } from '../../figures/index.ts';
import { defineRule } from '../../findings/rule.ts';
import { rackSentence } from '../../subjects/naming.ts';
import { overLimit } from '../../subjects/racks.ts';
import { moreRacks } from '../../subjects/remedies/index.ts';

export const rule = defineRule({
  id: 'power/busbar-current',
  severity: 'error',
  level: 'assembly',
  title: 'A busbar carries more current than its connector tolerates',
  why: 'I = P ÷ V for the whole rack. The connector of a high-power rack (HPR) carries 2,000 A, which is 100 kW at 50 V, and less power at a lower busbar voltage.',
  sources: ['OCP HPR busbar connector: 2,000 A', 'OCP Open Rack V3: 50 V in operation'],
  limit: 'busbar current',
  override: 'Set `busbar-current` or `busbar-voltage` on the rack type.',
  bad: `import "std/racks"

rack type Strong is OpenRackV3Hpr { power 140 kW }
host type Node { height 10 RU  power 30 kW }
rack r : Strong
host node[1..4] : Node
place node[*] in r
//    ^^^^^^^^^^^^
`,
  fix: { 'power 30 kW': 'power 24 kW' },
  edges: [
    {
      name: 'exactly at the limit',
      change: { 'power 30 kW': 'power 25 kW' },
    },
    {
      name: 'just over',
      change: { 'power 30 kW': 'power 25.1 kW' },
      finds: '2,008 A',
    },
  ],
  check(facts, judge) {
    const { fabric, power, placement } = facts;
    const current = (rack: number) => {
      const value = busbarCurrent(fabric, rack, power.rack(rack));
      const volts = value.terms[1]?.value ?? Number.NaN;
      // A lower bound of the power is a lower bound of the current.
      return Number.isNaN(value.value) ? { ...value, known: power.rack(rack).known / volts || 0 } : value;
    };
    const limitOf = (rack: number) => {
      const limit = busbarLimit(fabric, rack);
      // A rack type without a figure has no busbar.
      return Number.isNaN(limit.value) || placement.devices(rack) === 0 ? undefined : limit;
    };
    return overLimit(facts, 'power/busbar-current', judge, current, limitOf).map(
      ({ racks, value, limit, placement: origin }) => ({
        message: `${rackSentence(fabric, racks, { one: 'draws', many: 'draw up to' }, `${printApart(value, limit)[0]} from ${racks.length === 1 ? 'its busbar' : 'their busbars'}`)}; the busbar connector is rated for ${printApart(value, limit)[1]}.`,
        help: 'Place fewer devices in the rack, or feed some of them another way.',
        origin,
        label: `${printValue(value, value.known)} on the busbar`,
        related: limit.origin === undefined ? [] : [{ origin: limit.origin, message: 'The connector.' }],
        subjects: { of: 'rack', ids: Uint32Array.from(racks) },
        derivation: value,
        remedies: moreRacks(facts, racks[0] ?? 0, value.value, limit.value),
        over: { value, limit: limit.value },
        restsOn: [origin],
      }),
    );
  },
});
