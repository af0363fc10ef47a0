// Devices without a rack in a design that places others.

import { allowedApart } from '../../findings/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import type { Block } from '../../model/index.ts';
import { placed } from '../../subjects/remedies/index.ts';
import { printCount } from '../../units/index.ts';

export const rule = defineRule({
  id: 'placement/unplaced',
  severity: 'note',
  level: 'assembly',
  title: "Devices aren't in any rack",
  why: 'A device without a rack is missing from the height, weight, power and coolant of every rack, and from every feed and loop. That is fine for a sketch, and a gap in a design that places other devices.',
  sources: ['Racks, feeds and loops add up the devices that are placed'],
  override: 'Place them with `place DEVICES in RACKS`, or `allow placement/unplaced because "…" on DEVICES`.',
  bad: `import "std/racks"

switch type Box { height 1 OU  power 1 kW }
rack r : OpenRackV3
switch box[1..4]   : Box
switch spare[1..2] : Box
//     ^^^^^^^^^^^^^^^^^
place box[*] in r
`,
  fix: { 'box[*]': 'box[*], spare[*]' },
  edges: [
    {
      name: 'one of two placed',
      change: { 'place box[*]': 'place box[*], spare[1]' },
      finds: "1 of 2 devices of spare isn't in any rack",
    },
    {
      name: 'nothing placed',
      change: { 'place box[*] in r\n': '' },
    },
  ],
  check(facts) {
    const { fabric } = facts;
    // Devices that don't fit are reported at their `place` statement.
    const placements = fabric.placements.filter(({ of }) => of === 'device');
    if (placements.length === 0 || placements.some(({ left }) => left.length > 0)) return [];
    const reports: Report[] = [];
    for (const block of fabric.blocks) {
      if (block.kind !== 'switch' && block.kind !== 'host') continue;
      const ids: number[] = [];
      for (let i = block.first; i < block.first + block.count; i++) if (fabric.devices.rack[i] === -1) ids.push(i);
      for (const some of allowedApart(facts, 'placement/unplaced', 'device', ids))
        reports.push({ ...unplaced(block, some), remedies: placed(facts, block, some) });
    }
    return reports;
  },
});

function unplaced(block: Block, ids: readonly number[]): Report {
  const count = ids.length;
  return {
    message: `${block.count === 1 ? block.path : `${count === block.count ? `The ${printCount(count, 'device')}` : `${count} of ${printCount(block.count, 'device')}`} of ${block.path}`} ${count === 1 ? "isn't" : "aren't"} in any rack.`,
    help: `Write \`place ${block.name} in RACKS\`.`,
    origin: block.origin,
    label: 'not in a rack',
    subjects: { of: 'device', ids: Uint32Array.from(ids) },
  };
}
