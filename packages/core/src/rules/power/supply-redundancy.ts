// A device that its supplies can't carry once the redundancy they promise is used up.
import { printValue } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { single } from '../../model/index.ts';
import { editable } from '../../source/index.ts';
import { exceeds, printQuantity } from '../../units/index.ts';

export const rule = defineRule({
  id: 'power/supply-redundancy',
  severity: 'error',
  level: 'assembly',
  title: 'Supplies do not carry the device with their redundancy used up',
  why: 'Redundancy means that the device lives on when the supplies it may lose are lost: with `3 x 1.5 kW, n+1`, two must carry everything, modules included, at their maximum. A device that needs all of its supplies has none to spare.',
  sources: ['n+k: k supplies may fail; n+n: half of them'],
  override: 'Correct `supplies` on the switch or host type, or leave the redundancy out where none is promised.',
  bad: `import "std/xpo"

module type Dr is Xpo { channels 16 x 800GBASE-DR4  power 128 W }
switch type Box {
    height   1 OU
    power    2 kW
    supplies 2 x 1.5 kW, n+1
//  ^^^^^^^^^^^^^^^^^^^^^^^^
    ports down[1..8] : XPO
}
switch box : Box
plug Dr into box.down
`,
  good: `import "std/xpo"

module type Dr is Xpo { channels 16 x 800GBASE-DR4  power 128 W }
switch type Box {
    height   1 OU
    power    2 kW
    supplies 4 x 1.5 kW, n+1
    ports down[1..8] : XPO
}
switch box : Box
plug Dr into box.down
`,
  check(facts) {
    const reports: Report[] = [];
    for (const each of facts.devices.classes) {
      // What a supply must bear is the most there is, whatever figures are made of.
      const draw = facts.power['worst-case'].device[each.index];
      const given = facts.power.supplies[each.index];
      if (draw === undefined || given === undefined || !exceeds(draw.known, given.value)) continue;
      const block = facts.fabric.blocks[facts.fabric.devices.block[each.sample] as number];
      reports.push({
        message: `${each.part?.name ?? 'A device'} draws ${printValue(draw, draw.known)} with its modules; ${given.label} give ${printValue(given)}.`,
        help: `Add supplies, or larger ones: ${printQuantity(draw.known - given.value, 'power')} are missing.`,
        origin: editable(each.part?.values.supplies?.origin, block?.origin),
        label: `give ${printValue(given)} with the redundancy used up`,
        subjects: each.part === undefined ? single('device', each.sample) : single('part', each.part.index),
        derivation: draw,
      });
    }
    return reports;
  },
});
