// A rack with more rack units of devices than its height, or devices without a rack.

import type { Facts } from '../../answers/index.ts';
import { printApart } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import type { Part } from '../../model/index.ts';
import { nowhere } from '../../source/index.ts';
import { allOf, rackSentence } from '../../subjects/naming.ts';
import { overLimit } from '../../subjects/racks.ts';
import { moreRacks, racksFor } from '../../subjects/remedies/index.ts';
import { printCount } from '../../units/index.ts';

export const rule = defineRule({
  id: 'placement/rack-full',
  severity: 'error',
  level: 'value',
  title: 'A rack is too small for its devices',
  why: 'A rack has a number of rack units. An open rack counts in OU of 48 mm, an EIA rack in RU of 44.45 mm: a 44 OU rack is as tall as 47 RU. Heights are added in millimeters: devices, power shelves, patch panels and CDUs that are placed in it. What has no height makes the sum a lower bound; but a panel, it takes some, so that a rack filled by the heights that are known has no room for it.',
  sources: ['OCP ORv3 base specification: 44 OU or 47 RU', 'EIA-310: 44.45 mm'],
  limit: 'rack height',
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
      name: 'full with a shelf of 1 OU',
      change: {
        'rack r : OpenRackV3': 'rack type Fed is OpenRackV3 { shelves 1 x PowerShelf33 }\nrack r : Fed',
        'box[1..45]': 'box[1..43]',
        'power 1 kW': 'power 500 W',
      },
    },
    {
      name: 'one more with a shelf of 1 OU',
      change: {
        'rack r : OpenRackV3': 'rack type Fed is OpenRackV3 { shelves 1 x PowerShelf33 }\nrack r : Fed',
        'box[1..45]': 'box[1..44]',
        'power 1 kW': 'power 500 W',
      },
      finds: 'holds 44 devices and 1 power shelf',
    },
    {
      name: 'full by what is known, and a box of unknown height',
      change: {
        'switch box[1..45] : Box': 'switch type Other { power 1 kW }\nswitch box[1..44] : Box\nswitch other : Other',
        'box[*] in r': 'box[*], other in r',
      },
      finds: 'holds 45 devices of more than 44 OU in all; the rack has 44 OU',
    },
    {
      name: 'room for a box of unknown height',
      change: {
        'switch box[1..45] : Box': 'switch type Other { power 1 kW }\nswitch box[1..43] : Box\nswitch other : Other',
        'box[*] in r': 'box[*], other in r',
      },
    },
    {
      name: '48 RU in 44 OU',
      change: { 'height 1 OU': 'height 1 RU', 'box[1..45]': 'box[1..48]' },
      finds: 'holds 48 devices',
    },
  ],
  check(facts, judge) {
    const { fabric, placement } = facts;
    const reports: Report[] = overLimit(facts, 'placement/rack-full', judge, placement.used, (rack) =>
      placement.devices(rack) === 0 ? undefined : placement.height(rack),
    ).map(({ racks, value, limit, placement: origin }) => ({
      message: `${rackSentence(fabric, racks, { one: 'holds', many: 'hold up to' }, `${contentsOf(facts, racks[0] ?? 0)} of ${printApart(value, limit)[0]} in all`)}; ${racks.length === 1 ? 'the rack' : 'a rack'} has ${printApart(value, limit)[1]}.`,
      help: 'Spread the devices over more racks, or place fewer.',
      origin,
      label: printApart(value, limit).join(' in '),
      subjects: { of: 'rack', ids: Uint32Array.from(racks) },
      derivation: value,
      remedies: moreRacks(facts, racks[0] ?? 0, value.value, limit.value),
      blames: [origin],
    }));
    for (const each of fabric.placements) {
      const left = each.left.length;
      if (left === 0) continue;
      reports.push({
        message: `${left} of ${printCount(each.devices, each.of === 'cdu' ? 'CDU' : 'device')} ${left === 1 ? "doesn't" : "don't"} fit: ${printCount(each.racks, 'rack')} at ${each.each} each ${each.racks === 1 ? 'takes' : 'take'} ${each.racks * each.each}.`,
        help: `Select ${printCount(Math.ceil(each.devices / Math.max(1, each.each)), 'rack')}, or place more in each.`,
        origin: each.origin ?? nowhere,
        label: `${left} left over`,
        remedies: racksFor(facts, each),
        subjects: { of: each.of, ids: each.left },
        blames: [each.origin],
      });
    }
    return reports;
  },
});

/** `4 devices`, `4 devices, 2 power shelves and 1 CDU` */
function contentsOf({ placement }: Facts, rack: number): string {
  const count = (kind: Part['kind']): number =>
    placement.mounted(rack).reduce((all, each) => all + (each.part.kind === kind ? each.count : 0), 0);
  const [shelves, panels, cdus] = [count('shelf'), count('panel'), count('cdu')];
  return allOf([
    printCount(placement.devices(rack), 'device'),
    ...(shelves === 0 ? [] : [printCount(shelves, 'power shelf', 'power shelves')]),
    ...(panels === 0 ? [] : [printCount(panels, 'panel')]),
    ...(cdus === 0 ? [] : [printCount(cdus, 'CDU')]),
  ]);
}
