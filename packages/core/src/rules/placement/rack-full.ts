// A rack with more rack units of devices than its height, or devices without a rack.
import { printValue } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { nowhere } from '../../source/index.ts';
import { rackSentence } from '../../subjects/naming.ts';
import { overLimit } from '../../subjects/racks.ts';
import { printCount } from '../../units/index.ts';

export const rule = defineRule({
  id: 'placement/rack-full',
  severity: 'error',
  level: 'value',
  title: 'A rack is too small for its devices',
  why: 'A rack has a number of rack units. An open rack counts in OU of 48 mm, an EIA rack in RU of 44.45 mm: a 44 OU rack is as tall as 47 RU. Heights are added in millimeters.',
  sources: ['OCP ORv3 base specification: 44 OU or 47 RU', 'EIA-310: 44.45 mm'],
  override: 'Set `height` on the rack type or on the switch and host types.',
  bad: `import "std/racks"

switch type Box { height 1 OU  power 1 kW }
rack r : OpenRackV3
switch box[1..45] : Box
place box[*] in r
//    ^^^^^^^^^^^ error: r holds 45 devices
`,
  fix: {
    'rack r': 'rack r[1..2]',
    'box[*] in r': 'box[*] in r[*]',
  },
  edges: [
    {
      name: 'exactly full',
      change: { 'box[1..45]': 'box[1..44]' },
    },
    {
      name: '47 RU in 44 OU',
      change: { 'height 1 OU': 'height 1 RU', 'box[1..45]': 'box[1..47]' },
    },
    {
      name: '48 RU in 44 OU',
      change: { 'height 1 OU': 'height 1 RU', 'box[1..45]': 'box[1..48]' },
      finds: 'holds 48 devices',
    },
  ],
  check(facts) {
    const { fabric, placement } = facts;
    const reports: Report[] = overLimit(facts, 'placement/rack-full', placement.used, placement.height).map(
      ({ racks, value, limit, placement: origin }) => ({
        message: `${rackSentence(fabric, racks, { one: 'holds', many: 'hold up to' }, `${printCount(placement.devices(racks[0] ?? 0), 'device')} of ${printValue(value, value.known)} in all`)}; ${racks.length === 1 ? 'the rack' : 'a rack'} has ${printValue(limit)}.`,
        help: 'Spread the devices over more racks, or place fewer.',
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
        message: `${each.left} of ${printCount(each.devices, 'device')} ${each.left === 1 ? "doesn't" : "don't"} fit: ${printCount(each.racks, 'rack')} at ${each.each} each ${each.racks === 1 ? 'takes' : 'take'} ${each.racks * each.each}.`,
        help: `Select ${printCount(Math.ceil(each.devices / Math.max(1, each.each)), 'rack')}, or place more devices in each.`,
        origin: each.origin ?? nowhere,
        label: `${each.left} left over`,
        blames: [each.origin],
      });
    }
    return reports;
  },
});
