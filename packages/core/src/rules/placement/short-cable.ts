// Cables whose given length is less than the way between their racks.
import { leastRun } from '../../facts/index.ts';
import { type Derivation, printApart, stated } from '../../figures/index.ts';
import { allowedApart, setting } from '../../findings/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { deviceOfPort, type Fabric, isAuto, type LinkGroup, rackOfDevice, unsignedAt } from '../../model/index.ts';
import { linkSentence } from '../../subjects/naming.ts';

export const rule = defineRule({
  id: 'placement/short-cable',
  severity: 'warning',
  level: 'assembly',
  title: 'A cable is shorter than the way between its racks',
  why: 'A cable climbs from its rack to the tray, follows it along the row and across the rows, and comes down to the other rack. Even from the top of both racks it is at least that long: a `length` below it can be ordered, but not laid. Racks beside each other are left out, as cables go through their sides too.',
  sources: ['Geometry of the hall: `rack-pitch`, `row-pitch` and `tray-height`, as for `length auto`'],
  limit: 'cable route',
  override: 'Give the real `length` or `length auto`, or correct the `hall` and the positions of the racks.',
  bad: `import "std/osfp"
import "std/racks"

hall main { rack-pitch 600 mm  row-pitch 3 m  tray-height 2.6 m }
rack a : OpenRackV3 at row 1 position 1
rack b : OpenRackV3 at row 3 position 2
switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch x : Box
switch y : Box
plug Osfp800Dr8 into x.p, y.p
link x.p to y.p over OS2 { length 5 m  connectors 2 x MPO16 }
//                         ^^^^^^^^^^
place x in a
place y in b
`,
  fix: { 'length 5 m': 'length 8 m' },
  edges: [
    // 2 × (2.6 − 2.112) + 0.6 + 2 × 3 = 7.576 m.
    { name: 'as long as the way', change: { 'length 5 m': 'length 7.576 m' } },
    { name: 'a bit shorter', change: { 'length 5 m': 'length 7.57 m' }, finds: 'at least 7.58 m apart' },
    { name: 'beside each other', change: { 'row 3 position 2': 'row 1 position 2', 'length 5 m': 'length 2 m' } },
    { name: 'without a position', change: { 'row 3 position 2': 'row 3' } },
  ],
  check(facts, judge) {
    const { fabric } = facts;
    const reports: Report[] = [];
    if (fabric.hall?.values['tray-height'] === undefined) return reports;
    for (const group of fabric.linkGroups) {
      const { length } = group.medium;
      if (length === undefined || isAuto(length)) continue;
      const given = stated('length', 'length', length, '');
      const ways = waysOf(fabric, group);
      const short = new Map<number, Derivation>();
      for (const [way, links] of ways) {
        const about = {
          count: links.length,
          at: group.origin,
          of: { of: 'link' as const, ids: Uint32Array.from(links) },
        };
        if (judge.exceeds(way, given, about)) for (const link of links) short.set(link, way);
      }
      const worst = [...short].sort(([, one], [, other]) => other.value - one.value).map(([link]) => link);
      for (const links of allowedApart(facts, rule.id, 'link', worst)) {
        const sample = links[0] ?? 0;
        const way = short.get(sample);
        if (way === undefined) continue;
        const [is, apart] = printApart(given, way);
        const alike = { class: { sample, count: links.length } };
        reports.push({
          message: `${linkSentence(fabric, alike, { one: 'is', many: 'are' }, `${is} long`)}; the racks are at least ${apart} apart along the tray.`,
          help: 'Give a longer cable, or `length auto`, which follows the tray.',
          origin: length.origin ?? group.origin,
          label: `the way is at least ${apart}`,
          subjects: { of: 'link', ids: Uint32Array.from(links) },
          derivation: way,
          remedies: length.origin === undefined ? [] : [setting(length.origin, 'length', 'auto')],
          blames: [length.origin],
        });
      }
    }
    return reports;
  },
});

/** The links of a statement by the least way between their racks; those for which it isn't known are left out. */
function waysOf(fabric: Fabric, { first, count }: LinkGroup): [way: Derivation, links: number[]][] {
  const { links } = fabric;
  const ways = new Map<number, [Derivation, number[]] | undefined>();
  for (let link = first; link < first + count; link++) {
    const a = rackOfDevice(fabric, deviceOfPort(fabric, unsignedAt(links.from, link)));
    const b = rackOfDevice(fabric, deviceOfPort(fabric, unsignedAt(links.to, link)));
    if (a < 0 || b < 0 || a === b) continue;
    const key = Math.min(a, b) * fabric.racks.count + Math.max(a, b);
    if (!ways.has(key)) {
      const way = leastRun(fabric, a, b);
      ways.set(key, way === undefined ? undefined : [way, []]);
    }
    ways.get(key)?.[1].push(link);
  }
  return [...ways.values()].filter((each) => each !== undefined);
}
