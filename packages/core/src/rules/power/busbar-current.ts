// More current than the busbar connector of a rack carries.
import { busbarCurrent, busbarLimit, rackPowerLimit } from '../../facts/index.ts';
import { printValue } from '../../figures/index.ts';
import { defineRule } from '../../findings/rule.ts';
import { overLimit } from '../../subjects/racks.ts';
import { firstOf } from '../../subjects/subjects.ts';
import { exceeds } from '../../units/index.ts';

export const rule = defineRule({
  id: 'power/busbar-current',
  severity: 'error',
  level: 'assembly',
  title: 'The busbar carries more current than its connector',
  why: 'I = P ÷ V over the whole rack. The connector of a high-power rack (HPR) carries 2,000 A, which is 100 kW at 50 V, and less where the busbar works lower.',
  sources: ['OCP HPR busbar connector: 2,000 A', 'OCP Open Rack V3: 50 V in operation'],
  override: 'Set `busbar-current` or `busbar-voltage` on the rack type.',
  bad: `import "std/racks"

rack type Strong is OpenRackV3Hpr { power 140 kW }
host type Node { height 10 RU  power 30 kW }
rack r : Strong
host node[1..4] : Node
place node[*] in r
//    ^^^^^^^^^^^^
`,
  good: `import "std/racks"

rack type Strong is OpenRackV3Hpr { power 140 kW }
host type Node { height 10 RU  power 24 kW }
rack r : Strong
host node[1..4] : Node
place node[*] in r
`,
  check(facts) {
    const { fabric, power } = facts;
    const current = (rack: number) => {
      const value = busbarCurrent(fabric, rack, power.rack(rack));
      const volts = value.terms[1]?.value ?? Number.NaN;
      // A lower bound of the power gives one of the current.
      return Number.isNaN(value.value) ? { ...value, known: power.rack(rack).known / volts || 0 } : value;
    };
    const limitOf = (rack: number) => {
      const limit = busbarLimit(fabric, rack);
      const over = exceeds(power.rack(rack).known, rackPowerLimit(fabric, rack).value);
      return over ? { ...limit, value: Number.NaN } : limit;
    };
    return overLimit(facts, current, limitOf).map(({ racks, value, limit, placement }) => ({
      message: `The busbar of ${firstOf(fabric, 'rack', racks)} carries ${printValue(value, value.known)}; its connector carries ${printValue(limit)}.`,
      help: 'Place fewer devices in it, or feed some of them another way.',
      origin: placement,
      label: `${printValue(value, value.known)} on the busbar`,
      related: limit.origin === undefined ? [] : [{ origin: limit.origin, message: 'The connector.' }],
      subjects: { of: 'rack', ids: Uint32Array.from(racks) },
      derivation: value,
      restsOn: [placement],
    }));
  },
});
