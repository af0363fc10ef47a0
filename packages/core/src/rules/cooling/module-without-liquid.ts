// A liquid-cooled module in a rack without coolant.
import type { Facts } from '../../answers/index.ts';
import { isLiquidCooled } from '../../facts/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { type Part, rackName } from '../../model/index.ts';
import { firstOf } from '../../subjects/subjects.ts';

export const rule = defineRule({
  id: 'cooling/module-without-liquid',
  severity: 'error',
  level: 'assembly',
  title: 'A liquid-cooled module where there is no coolant',
  why: 'XPO has its cold plate inside and no other way to shed heat. In a rack that hangs on no loop it can’t run at all.',
  sources: ['XPO: integral cold plate, liquid only (Converge Digest, Molex)'],
  override: 'Hang the rack on a loop with `cooled by`, or set `cooling air` on the cage type.',
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
  good: `import "std/xpo"
import "std/racks"
import "std/cooling"

module type Dr is Xpo { channels 16 x 800GBASE-DR4 }
switch type Box { height 1 OU  ports down[1..2] : XPO }
loop primary { coolant PG25  supply 40 °C }
rack lab : OpenRackV3 { cooled by primary }
switch box : Box
plug Dr into box.down
place box in lab
`,
  check(facts) {
    const { fabric } = facts;
    const reports: Report[] = [];
    const dry = withoutLiquid(facts);
    for (const block of fabric.blocks) {
      const found = dry.get(block.index);
      if (found === undefined) continue;
      const { module } = found;
      const ids = [...found.racks];
      reports.push({
        message: `${firstOf(fabric, 'rack', ids)} ${ids.length === 1 ? 'hangs' : 'hang'} on no coolant loop; ${module.name} is cooled by liquid only.`,
        help: `Write \`cooled by LOOP\` on ${block.name}.`,
        origin: block.origin,
        label: `${rackName(fabric, ids[0] ?? 0)} has no coolant`,
        subjects: { of: 'rack', ids: Uint32Array.from(ids) },
      });
    }
    return reports;
  },
});

/** Racks on no loop that hold liquid-cooled modules, by the block they are of; the first such module of each. */
function withoutLiquid({ fabric, devices }: Facts): Map<number, { module: Part<'module'>; racks: Set<number> }> {
  const dry = new Map<number, { module: Part<'module'>; racks: Set<number> }>();
  const liquid = devices.classes.map((each) => each.modules.find(({ module }) => isLiquidCooled(module) === true));
  for (let device = 0; device < fabric.devices.count; device++) {
    const rack = fabric.devices.rack[device] as number;
    const found = liquid[devices.of[device] as number];
    if (rack < 0 || found === undefined || fabric.racks.loop[rack] !== -1) continue;
    const block = fabric.racks.block[rack] as number;
    const known = dry.get(block);
    if (known === undefined) dry.set(block, { module: found.module, racks: new Set([rack]) });
    else known.racks.add(rack);
  }
  return dry;
}
