// A liquid-cooled module in a rack without coolant.
import { isLiquidCooled } from '../../facts/index.ts';
import { type Part, rackName } from '../../model/index.ts';
import { defineRule, type Report } from '../rule.ts';
import { firstOf } from '../subjects.ts';

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
    for (const block of fabric.blocks) {
      if (block.kind !== 'rack') continue;
      const racks: number[] = [];
      let module: Part<'module'> | undefined;
      for (let device = 0; device < fabric.devices.count; device++) {
        const rack = fabric.devices.rack[device] as number;
        if (rack < block.first || rack >= block.first + block.count || fabric.racks.loop[rack] !== -1) continue;
        const found = facts.devices.classes[facts.devices.of[device] as number]?.modules.find(
          (each) => isLiquidCooled(each.module) === true,
        );
        if (found === undefined) continue;
        module ??= found.module;
        if (racks.at(-1) !== rack) racks.push(rack);
      }
      if (module === undefined) continue;
      const ids = [...new Set(racks)];
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
