// A liquid-cooled module in a rack without coolant.

import type { Facts } from '../../answers/index.ts';
import { isLiquidCooled } from '../../facts/index.ts';
import { allowedApart } from '../../findings/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { type Part, rackName, rackOfDevice, unsignedAt } from '../../model/index.ts';
import { rackSentence } from '../../subjects/naming.ts';
import { onLoop } from '../../subjects/remedies/index.ts';

export const rule = defineRule({
  id: 'cooling/module-without-liquid',
  severity: 'error',
  level: 'assembly',
  title: 'A liquid-cooled module is in a rack without coolant',
  why: "An XPO has an internal cold plate and no other way to shed its heat. It can't run in a rack without a coolant loop.",
  sources: ['XPO: integral cold plate, liquid only (Converge Digest, Molex)'],
  override: 'Connect the rack to a loop with `cooled by`, or set `cooling air` on the cage type.',
  bad: `import "std/xpo"
import "std/racks"

module type Dr is Xpo { channels 16 x 800GBASE-DR4 }
switch type Box { height 1 OU  ports down[1..2] : XPO }
rack lab : OpenRackV3
//   ^^^^^^^^^^^^^^^^
switch box : Box
plug Dr into box.down
place box in lab
`,
  fix: {
    'import "std/racks"': 'import "std/racks"\nimport "std/cooling"',
    'rack lab : OpenRackV3': 'loop primary { coolant PG25  supply 40 °C }\nrack lab : OpenRackV3 { cooled by primary }',
  },
  check(facts) {
    const { fabric } = facts;
    const reports: Report[] = [];
    const dry = withoutLiquid(facts);
    for (const block of fabric.blocks) {
      const found = dry.get(block.index);
      if (found === undefined) continue;
      const { module } = found;
      for (const ids of allowedApart(facts, 'cooling/module-without-liquid', 'rack', [...found.racks]))
        reports.push({
          message: `${rackSentence(fabric, ids, { one: 'has', many: 'have' }, 'no coolant loop')}; ${module.name} is liquid-cooled only.`,
          help: `Add \`cooled by LOOP\` to ${block.name}.`,
          origin: block.origin,
          remedies: onLoop(fabric, block),
          label: `${rackName(fabric, ids[0] ?? 0)} has no coolant`,
          types: [module],
          subjects: { of: 'rack', ids: Uint32Array.from(ids) },
        });
    }
    return reports;
  },
});

/** By rack block, its racks that have liquid-cooled modules but no loop, and the first such module. */
function withoutLiquid({ fabric, devices }: Facts): Map<number, { module: Part<'module'>; racks: Set<number> }> {
  const dry = new Map<number, { module: Part<'module'>; racks: Set<number> }>();
  const liquid = devices.classes.map((each) => each.modules.find(({ module }) => isLiquidCooled(module) === true));
  for (let device = 0; device < fabric.devices.count; device++) {
    const rack = rackOfDevice(fabric, device);
    const found = liquid[unsignedAt(devices.of, device)];
    if (rack < 0 || found === undefined || fabric.racks.loop[rack] !== -1) continue;
    const block = unsignedAt(fabric.racks.block, rack);
    const known = dry.get(block);
    if (known === undefined) dry.set(block, { module: found.module, racks: new Set([rack]) });
    else known.racks.add(rack);
  }
  return dry;
}
