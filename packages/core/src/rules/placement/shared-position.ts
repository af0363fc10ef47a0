// Racks at a place in the hall where another one stands.
import { allowedApart } from '../../findings/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { blockOfRack, rackName, signedAt } from '../../model/index.ts';
import { allOf } from '../../subjects/naming.ts';
import { printCount } from '../../units/index.ts';

export const rule = defineRule({
  id: 'placement/shared-position',
  severity: 'warning',
  level: 'value',
  title: 'Two racks are at the same position',
  why: 'A position of a row holds one rack. Where two declarations give the same, one of them is mistaken, and with it the lengths of cables, the air of the row and its density. The racks of a declaration follow each other from the position it gives, so a second declaration in the row has to start after the last of them.',
  sources: ['Geometry of the hall'],
  override:
    'Give the racks other positions, or none; or `allow placement/shared-position because "…" on RACKS`, as for racks of several sites.',
  bad: `import "std/racks"

rack net[1..3] : OpenRackV3 at row 1 position 1
rack gpu[1..8] : OpenRackV3 at row 1 position 3
//   ^^^^^^^^^^^^^^^^^^^^^^
`,
  fix: { 'row 1 position 3': 'row 1 position 4' },
  edges: [
    { name: 'another row', change: { 'row 1 position 3': 'row 2 position 3' } },
    { name: 'a row without positions', change: { ' at row 1 position 3': ' at row 1' } },
    {
      name: 'several',
      change: { 'row 1 position 3': 'row 1 position 2' },
      finds: '2 positions hold several racks (row 1 position 2: gpu[1] and net[2], …)',
    },
  ],
  check(facts) {
    const { fabric } = facts;
    const { racks } = fabric;
    const at = new Map<string, number[]>();
    for (let rack = 0; rack < racks.count; rack++) {
      const [row, position] = [signedAt(racks.row, rack), signedAt(racks.position, rack)];
      if (row === 0 || position === 0) continue;
      const place = `row ${row} position ${position}`;
      at.set(place, [...(at.get(place) ?? []), rack]);
    }
    const shared = [...at].filter(([, there]) => there.length > 1);
    const reports: Report[] = [];
    for (const ids of allowedApart(facts, rule.id, 'rack', [...new Set(shared.flatMap(([, there]) => there))])) {
      // The one to name first is that of the smallest row and position, in whatever order they are declared.
      const places = shared.filter(([, there]) => there.some((rack) => ids.includes(rack)));
      places.sort(([one], [other]) => one.localeCompare(other, 'en', { numeric: true }));
      const [first] = places;
      if (first === undefined) continue;
      const [place, there] = first;
      const names = allOf(there.map((rack) => rackName(fabric, rack)).sort());
      const last = blockOfRack(fabric, Math.max(...places.flatMap(([, each]) => each)));
      reports.push({
        message:
          places.length === 1
            ? `${names} are at one position, ${place}.`
            : `${printCount(places.length, 'position')} hold several racks (${place}: ${names}, …).`,
        help: 'Give one of the declarations other positions: its racks follow each other from the one it gives.',
        origin: last.origin,
        label: 'positions that are taken',
        subjects: { of: 'rack', ids: Uint32Array.from(ids).sort() },
      });
    }
    return reports;
  },
});
