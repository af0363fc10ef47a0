// Devices that stand in no rack, where others do.

import { defineRule, type Report } from '../../findings/rule.ts';
import { printCount } from '../../units/index.ts';

export const rule = defineRule({
  id: 'placement/unplaced',
  severity: 'note',
  level: 'assembly',
  title: 'Devices stand in no rack',
  why: 'What stands in no rack is in no rack’s height, weight, power and coolant, and on no feed and no loop. That is fine for a sketch, and a gap in a design in which other devices are placed.',
  sources: ['The sums of racks, feeds and loops are those of what is placed'],
  override: 'Place them with `place DEVICES in RACKS`, or `allow placement/unplaced because "…" on DEVICES`.',
  bad: `import "std/racks"

switch type Box { height 1 OU  power 1 kW }
rack r : OpenRackV3
switch box[1..4]   : Box
switch spare[1..2] : Box
//     ^^^^^^^^^^^^^^^^^
place box[*] in r
`,
  good: `import "std/racks"

switch type Box { height 1 OU  power 1 kW }
rack r : OpenRackV3
switch box[1..4]   : Box
switch spare[1..2] : Box
place box[*], spare[*] in r
`,
  check({ fabric }) {
    // What finds no rack is told where it is placed.
    if (fabric.placements.length === 0 || fabric.placements.some(({ left }) => left > 0)) return [];
    const reports: Report[] = [];
    for (const block of fabric.blocks) {
      if (block.kind !== 'switch' && block.kind !== 'host') continue;
      const ids: number[] = [];
      for (let i = block.first; i < block.first + block.count; i++) if (fabric.devices.rack[i] === -1) ids.push(i);
      const count = ids.length;
      if (count === 0) continue;
      reports.push({
        message: `${block.count === 1 ? block.path : `${count === block.count ? `All ${printCount(count, 'device')}` : printCount(count, 'device')} of ${block.path}`} ${count === 1 ? 'stands' : 'stand'} in no rack.`,
        help: `Write \`place ${block.name} in RACKS\`.`,
        origin: block.origin,
        label: 'in no rack',
        subjects: { of: 'device', ids: Uint32Array.from(ids) },
      });
    }
    return reports;
  },
});
