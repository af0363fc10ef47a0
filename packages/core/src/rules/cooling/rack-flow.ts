// A rack that gets less coolant than its devices need.
import { figure, printValue } from '../../figures/index.ts';
import { defineRule } from '../../findings/rule.ts';
import { needOf, shortLoops, takesShareOfLoop } from '../../subjects/flow-need.ts';
import { overLimit, placementsInto } from '../../subjects/racks.ts';
import { firstOf } from '../../subjects/subjects.ts';

export const rule = defineRule({
  id: 'cooling/rack-flow',
  severity: 'error',
  level: 'assembly',
  title: 'A rack gets less coolant than its devices need',
  why: 'Cold plates and modules side by side share the flow of their rack: what they need adds up. A rack whose mean temperature is fine still starves some of them when the sum is larger than its flow. Eight XPO modules of 0.35 L/min need 2.8 L/min, and the cold plate of the chip needs its own on top.',
  sources: [
    'Conservation of mass',
    'XPO: 0.35 to 0.7 L/min a module (EE Times)',
    'GB300 NVL72: required flow by supply temperature (Lenovo Press LP2357)',
  ],
  override: 'Set `flow` on the rack, `flow` on the module type, or `required-flow` on the switch or host type.',
  bad: `import "std/racks"
import "std/cooling"

loop primary { coolant PG25  supply 40 °C }
host type Node { height 8 RU  power 10 kW  liquid 90 %  required-flow 15 L/min }
rack r : OpenRackV3 { cooled by primary  flow 50 L/min }
//   ^^^^^^^^^^^^^^
host node[1..4] : Node
place node[*] in r
`,
  good: `import "std/racks"
import "std/cooling"

loop primary { coolant PG25  supply 40 °C }
host type Node { height 8 RU  power 10 kW  liquid 90 %  required-flow 15 L/min }
rack r : OpenRackV3 { cooled by primary  flow 60 L/min }
host node[1..4] : Node
place node[*] in r
`,
  check(facts) {
    const { fabric } = facts;
    const short = shortLoops(facts);
    // Where the loop has too little for all, that is told of the loop.
    const told = (rack: number) => takesShareOfLoop(fabric, rack) && short.has(fabric.racks.loop[rack] as number);
    const need = (rack: number) => (told(rack) ? figure('told of its loop', 'volume flow', 0) : needOf(facts, rack));
    return overLimit(facts, need, facts.cooling.branches.rackFlow).map(({ racks, value, limit, placement }) => {
      const block = fabric.blocks[fabric.racks.block[racks[0] ?? 0] as number];
      return {
        message: `The devices in ${firstOf(fabric, 'rack', racks)} need ${printValue(value, value.known)} of coolant; the rack gets ${printValue(limit)}.`,
        help: 'Give the rack more flow, or place fewer devices in it.',
        origin: block?.origin ?? placement,
        label: `gets ${printValue(limit)}`,
        related: [{ origin: placement, message: 'Placed here.' }],
        subjects: { of: 'rack' as const, ids: Uint32Array.from(racks) },
        derivation: value,
        blames: [block?.origin, limit.origin].filter((each) => each !== undefined),
        // A rack that is overfilled puts in question how all of them were filled.
        restsOn: block === undefined ? [placement] : placementsInto(fabric, block),
      };
    });
  },
});
