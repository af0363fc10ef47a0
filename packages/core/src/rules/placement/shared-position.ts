// Racks at a place in the hall where another one stands.
import { allowedApart } from '../../findings/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { rackName, signedAt } from '../../model/index.ts';

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
      finds: '2 racks are where others stand (gpu[1] at row 1 position 2, as net[2], …)',
    },
  ],
  check(facts) {
    const { fabric } = facts;
    const { racks } = fabric;
    const first = new Map<string, number>();
    const reports: Report[] = [];
    for (const block of fabric.blocks) {
      if (block.kind !== 'rack') continue;
      const found = new Map<number, number>();
      for (let rack = block.first; rack < block.first + block.count; rack++) {
        const [row, position] = [signedAt(racks.row, rack), signedAt(racks.position, rack)];
        if (row === 0 || position === 0) continue;
        const place = `row ${row} position ${position}`;
        const other = first.get(place);
        if (other === undefined) first.set(place, rack);
        else found.set(rack, other);
      }
      for (const some of allowedApart(facts, rule.id, 'rack', [...found.keys()])) {
        const rack = some[0] ?? 0;
        const place = `at row ${signedAt(racks.row, rack)} position ${signedAt(racks.position, rack)}`;
        const other = rackName(fabric, found.get(rack) ?? 0);
        reports.push({
          message:
            some.length === 1
              ? `${rackName(fabric, rack)} is ${place}, where ${other} stands.`
              : `${some.length} racks are where others stand (${rackName(fabric, rack)} ${place}, as ${other}, …).`,
          help: 'Give one of the declarations other positions: its racks follow each other from the one it gives.',
          origin: block.origin,
          label: 'positions that are taken',
          subjects: { of: 'rack', ids: Uint32Array.from(some) },
        });
      }
    }
    return reports;
  },
});
