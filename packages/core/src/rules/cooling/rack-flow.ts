// A rack that gets less coolant than its devices need.

import { leastOf, originsOf, printApart, printValue } from '../../figures/index.ts';
import { defineRule } from '../../findings/rule.ts';
import { blockOfRack, loopOfRack, numberAt, realAt, signedAt } from '../../model/index.ts';
import { needOf, shortLoops, takesShareOfLoop } from '../../subjects/flow-need.ts';
import { rackSentence } from '../../subjects/naming.ts';
import { overLimit, placementsInto } from '../../subjects/racks.ts';
import { rackFlowOf } from '../../subjects/remedies/index.ts';
import { exceeds } from '../../units/index.ts';

export const rule = defineRule({
  id: 'cooling/rack-flow',
  severity: 'error',
  level: 'assembly',
  title: 'A rack gets less coolant than its devices need',
  why: 'Parallel cold plates and modules share the flow of their rack; their needs add up. Even if the mean temperature of a rack is fine, some of them starve when the sum exceeds its flow. Eight XPO modules of 0.35 L/min need 2.8 L/min, and the cold plate of the chip needs its own flow on top.',
  sources: [
    'Conservation of mass',
    'XPO: 0.35 to 0.7 L/min a module (EE Times)',
    'GB300 NVL72: required flow by supply temperature (Lenovo Press LP2357)',
  ],
  limit: 'rack flow',
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
  fix: { '50 L/min': '60 L/min' },
  check(facts, judge) {
    const { fabric } = facts;
    const short = shortLoops(facts);
    // If the loop has too little for all, `cooling/loop-flow` reports it.
    const ofLoop = (rack: number) => takesShareOfLoop(fabric, rack) && short.has(signedAt(fabric.racks.loop, rack));
    const need = (rack: number) => needOf(facts, rack);
    // Where no device says what it needs, the return temperature is the limit.
    const given = (rack: number) =>
      loopOfRack(fabric, rack) === undefined || ofLoop(rack) || !(leastOf(need(rack)) > 0)
        ? undefined
        : facts.cooling.branches.rackFlow(rack);
    return overLimit(facts, 'cooling/rack-flow', judge, need, given).map(({ racks, value, limit, placement }) => {
      const block = blockOfRack(fabric, numberAt(racks, 0));
      return {
        message: `${rackSentence(fabric, racks, { one: 'needs', many: 'need up to' }, `${printApart(value, limit)[0]} of coolant for ${racks.length === 1 ? 'its' : 'their'} devices`)}; ${racks.length === 1 ? 'it gets' : 'each gets'} ${printApart(value, limit)[1]}.`,
        help: 'Raise the flow of the rack, or place fewer devices in it.',
        origin: block.origin,
        label: `gets ${printValue(limit)}`,
        related: [{ origin: placement, message: 'The devices are placed here.' }],
        subjects: { of: 'rack' as const, ids: Uint32Array.from(racks) },
        derivation: value,
        remedies: rackFlowOf(facts, numberAt(racks, 0), leastOf(value)),
        blames: limit.origin === undefined ? [block.origin] : [block.origin, limit.origin],
        // An overfilled rack puts the placement in all of them in doubt. So do flows that add up to more than there is, unless
        // what the rack is set to is too little anyway.
        restsOn: [
          ...placementsInto(fabric, block),
          ...(exceeds(leastOf(value), realAt(fabric.racks.flow, numberAt(racks, 0))) ? [] : originsOf(limit)),
        ],
      };
    });
  },
});
