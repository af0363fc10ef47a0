// More in a rack than it is tall, or devices that find no rack.
import { printValue } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { nowhere } from '../../source/index.ts';
import { overLimit } from '../../subjects/racks.ts';
import { firstOf } from '../../subjects/subjects.ts';
import { printCount } from '../../units/index.ts';

export const rule = defineRule({
  id: 'placement/rack-full',
  severity: 'error',
  level: 'value',
  title: 'A rack holds less than is placed in it',
  why: 'A rack has a number of rack units. An open rack counts in OU of 48 mm, an EIA rack in RU of 44.45 mm: a 44 OU rack is as tall as 47 RU, and equipment is summed up by its real height.',
  sources: ['OCP ORv3 base specification: 44 OU or 47 RU', 'EIA-310: 44.45 mm'],
  override: 'Set `height` on the rack type or on the switch and host types.',
  bad: `import "std/racks"

switch type Box { height 1 OU  power 1 kW }
rack r : OpenRackV3
switch box[1..45] : Box
place box[*] in r
//    ^^^^^^^^^^^
`,
  good: `import "std/racks"

switch type Box { height 1 OU  power 1 kW }
rack r[1..2] : OpenRackV3
switch box[1..45] : Box
place box[*] in r[*]
`,
  check(facts) {
    const { fabric, placement } = facts;
    const reports: Report[] = overLimit(facts, placement.used, placement.height).map(
      ({ racks, value, limit, placement: origin }) => ({
        message: `${firstOf(fabric, 'rack', racks)} ${racks.length === 1 ? 'is' : 'are'} filled with ${printCount(placement.devices(racks[0] ?? 0), 'device')} of ${printValue(value, value.known)}; the rack has ${printValue(limit)}.`,
        help: 'Place them in more racks, or fewer of them.',
        origin,
        label: `${printValue(value, value.known)} in ${printValue(limit)}`,
        subjects: { of: 'rack', ids: Uint32Array.from(racks) },
        derivation: value,
        blames: [origin],
      }),
    );
    for (const each of fabric.placements) {
      if (each.left === 0) continue;
      reports.push({
        message: `${printCount(each.left, 'device')} of ${each.devices} find no rack: ${printCount(each.racks, 'rack')} at ${each.each} each take ${each.racks * each.each}.`,
        help: `Select ${printCount(Math.ceil(each.devices / Math.max(1, each.each)), 'rack')}, or place more in each.`,
        origin: each.origin ?? nowhere,
        label: `${each.left} left over`,
        blames: [each.origin],
      });
    }
    return reports;
  },
});
