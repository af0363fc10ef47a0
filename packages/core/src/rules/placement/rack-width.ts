// A device in a rack that is too narrow for it.
import { neededOpening } from '../../facts/index.ts';
import { type Derivation, printApart, stated } from '../../figures/index.ts';
import { allowedApart, type Remedy, using } from '../../findings/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { blockOfRack, type Fabric, missingIn, type Part, partOfRack } from '../../model/index.ts';
import { nowhere } from '../../source/index.ts';
import { assumedHelp, severityCap } from '../../subjects/assumed-limit.ts';
import { classesInRacks } from '../../subjects/contents.ts';
import { rackSentence } from '../../subjects/naming.ts';
import { apartBy, placementOf } from '../../subjects/racks.ts';

export const rule = defineRule({
  id: 'placement/rack-width',
  severity: 'error',
  level: 'value',
  title: 'A device is wider than the rack',
  why: "Equipment with a height in OU fills the 537 mm bay of an open rack (21 inch) and can't be mounted in the 450 mm between the rails of a 19-inch rack. A row of eight XPO modules of 60.8 mm is 486 mm wide without any gap: 16 XPO in one unit need the 21-inch bay. The other way round, 19-inch equipment goes into an open rack with adapters.",
  sources: [
    'ORv3 bay 537 mm (OCP Open Rack V3 base specification); EIA-310 opening about 450 mm',
    'XPO 60.8 mm wide (EE Times), 16 for each OU in two rows (Converge Digest)',
  ],
  limit: 'rack width',
  override: 'Set `width` on the switch or host type, or `opening` on the rack type.',
  bad: `import "std/racks"

switch type Box { height 1 OU  power 1 kW }
rack r : Eia42
switch box : Box
place box in r
//    ^^^^^^^^ warning: needs an opening of 537 mm
`,
  fix: { Eia42: 'OpenRackV3' },
  check(facts, judge) {
    const { fabric, devices } = facts;
    const reports: Report[] = [];
    for (const { index, racks } of classesInRacks(facts)) {
      const part = devices.classes[index]?.part;
      if (part === undefined) continue;
      const needed = neededOpening(part);
      // A device that doesn't say how wide it is fits the rails of its kind of rack.
      if (Number.isNaN(needed.value)) continue;
      const tooNarrow = racks.filter((rack) =>
        judge.exceeds(needed, openingOf(partOfRack(fabric, rack)), { at: blockOfRack(fabric, rack).origin }),
      );
      const byOpening = [...apartBy(tooNarrow, (rack) => openingOf(partOfRack(fabric, rack)).value)];
      for (const narrow of byOpening.flatMap((alike) => allowedApart(facts, 'placement/rack-width', 'rack', alike))) {
        const first = narrow[0] ?? 0;
        const origin = placementOf(fabric, first) ?? nowhere;
        const opening = openingOf(partOfRack(fabric, first));
        const cap = severityCap(opening);
        const [is, has] = printApart(needed, opening);
        reports.push({
          message: `${part.name} needs an opening of ${is}; ${rackSentence(fabric, narrow, { one: 'has', many: 'have' }, has)}.`,
          help: `Place it in a 21-inch rack, such as \`OpenRackV3\`.${assumedHelp(cap)}`,
          ...cap,
          origin,
          label: `the rack has ${has}`,
          related: needed.origin === undefined ? [] : [{ origin: needed.origin, message: 'The width of the device.' }],
          types: [part],
          subjects: { of: 'rack', ids: Uint32Array.from(narrow) },
          derivation: needed,
          remedies: wideRack(fabric, first),
          blames: [origin],
        });
      }
    }
    return reports;
  },
});

function openingOf(rack: Part<'rack'> | undefined): Derivation {
  const label = 'opening of the rack';
  return rack === undefined
    ? stated(label, 'length', undefined, 'the type of the rack is unknown')
    : stated(label, 'length', rack.values.opening, missingIn(rack, 'opening'));
}

/** An open rack in place of one of 19 inches. */
function wideRack(fabric: Fabric, rack: number): Remedy[] {
  const part = partOfRack(fabric, rack);
  return part === undefined ? [] : [using([blockOfRack(fabric, rack).origin], 'OpenRackV3', part.name)];
}
