// A device that gives a share of its heat to liquid, in a rack without coolant.

import type { Facts } from '../../answers/index.ts';
import { allowedApart } from '../../findings/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { itemAt, type Part, rackName, rackOfDevice, unsignedAt } from '../../model/index.ts';
import { rackSentence } from '../../subjects/naming.ts';
import { onLoop } from '../../subjects/remedies/index.ts';
import { printQuantity } from '../../units/index.ts';

export const rule = defineRule({
  id: 'cooling/device-without-liquid',
  severity: 'warning',
  level: 'assembly',
  title: 'A liquid-cooled device is in a rack without coolant',
  why: 'A device with a `liquid` share has cold plates. In a rack on no loop that heat goes nowhere: it is in the heat of no loop and warms no air. Asked only where the design has loops; before there are any, cooling is not designed yet.',
  sources: ['Heat balance: all power of a device ends as heat in liquid or in air'],
  override: 'Connect the rack to a loop with `cooled by`, or set `liquid 0 %` on a type that is cooled by air.',
  bad: `import "std/racks"
import "std/cooling"

loop primary { coolant PG25  supply 40 °C  flow 30 L/min }
rack main : OpenRackV3 { cooled by primary }
rack spare : OpenRackV3
//   ^^^^^^^^^^^^^^^^^^
host type Node { height 2 OU  power 10 kW  liquid 80 % }
host a : Node
host b : Node
place a in main
place b in spare
`,
  fix: { 'rack spare : OpenRackV3': 'rack spare : OpenRackV3 { cooled by primary }' },
  edges: [
    {
      name: 'a device cooled by air',
      change: { 'liquid 80 %': 'liquid 0 %' },
    },
    {
      name: 'a design without loops',
      change: { 'loop primary { coolant PG25  supply 40 °C  flow 30 L/min }': '', ' { cooled by primary }': '' },
    },
  ],
  check(facts) {
    const { fabric } = facts;
    if (fabric.loops.length === 0) return [];
    const reports: Report[] = [];
    for (const [index, { part, racks }] of withoutLiquid(facts)) {
      const block = itemAt(fabric.blocks, index);
      for (const ids of allowedApart(facts, 'cooling/device-without-liquid', 'rack', [...racks]))
        reports.push({
          message: `${rackSentence(fabric, ids, { one: 'has', many: 'have' }, 'no coolant loop')}; ${part.name} gives ${printQuantity(part.values.liquid?.value ?? 0, 'ratio')} of its heat to liquid.`,
          help: `Add \`cooled by LOOP\` to ${block.name}.`,
          origin: block.origin,
          remedies: onLoop(fabric, block),
          label: `${rackName(fabric, ids[0] ?? 0)} has no coolant`,
          types: [part],
          subjects: { of: 'rack', ids: Uint32Array.from(ids) },
        });
    }
    return reports;
  },
});

/** By rack block, its racks on no loop that hold devices with a liquid share, and the type of the first. */
function withoutLiquid({
  fabric,
  devices,
}: Facts): Map<number, { part: Part<'switch'> | Part<'host'>; racks: Set<number> }> {
  const dry = new Map<number, { part: Part<'switch'> | Part<'host'>; racks: Set<number> }>();
  for (let device = 0; device < fabric.devices.count; device++) {
    const rack = rackOfDevice(fabric, device);
    const { part } = itemAt(devices.classes, unsignedAt(devices.of, device));
    if (rack < 0 || fabric.racks.loop[rack] !== -1) continue;
    if (part === undefined || !((part.values.liquid?.value ?? 0) > 0)) continue;
    const block = unsignedAt(fabric.racks.block, rack);
    const known = dry.get(block);
    if (known === undefined) dry.set(block, { part, racks: new Set([rack]) });
    else known.racks.add(rack);
  }
  return dry;
}
