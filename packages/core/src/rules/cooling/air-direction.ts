// Devices in one rack that move their air in opposite directions.
import type { Facts } from '../../answers/index.ts';
import { allowedApart, type Remedy, setting } from '../../findings/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import type { Origin } from '../../source/index.ts';
import { classesInRacks } from '../../subjects/contents.ts';
import { rackSentence } from '../../subjects/naming.ts';

export const rule = defineRule({
  id: 'cooling/air-direction',
  severity: 'warning',
  level: 'assembly',
  title: 'Devices in a rack move their air in opposite directions',
  why: 'In a hall with cold and hot aisles, the air of every device must go the same way. A device that moves it the other way draws in the exhaust of the ones beside it and blows its own into the cold aisle. Many switches are sold in both versions, with fans and supplies of another color.',
  sources: [
    'NVIDIA SN5000 hardware manual: versions with power-to-connector and connector-to-power airflow',
    'ASHRAE TC 9.9: alternate cold and hot aisles',
  ],
  override: 'Set `air-direction` on the switch or host type, or `allow` it where ducts turn the air.',
  bad: `import "std/racks"

switch type Leaf  { height 1 RU  power 1 kW  air-direction front-to-rear }
switch type Other { height 1 RU  power 1 kW  air-direction rear-to-front }
rack r : Eia42
//   ^^^^^^^^^
switch leaf : Leaf
switch other : Other
place leaf, other in r
`,
  fix: { 'rear-to-front': 'front-to-rear' },
  edges: [
    {
      name: 'in two racks',
      change: { 'rack r :': 'rack r[1..2] :', 'in r\n': 'in r[*]\n' },
    },
    {
      name: 'a device without air',
      change: { 'power 1 kW  air-direction rear-to-front': 'power 1 kW  liquid 100 %  air-direction rear-to-front' },
    },
  ],
  check(facts) {
    const { fabric } = facts;
    const ways = waysByRack(facts);
    const reports: Report[] = [];
    for (const block of fabric.blocks) {
      if (block.kind !== 'rack') continue;
      // Racks with the same two types are in one finding.
      const mixed = new Map<string, number[]>();
      for (let rack = block.first; rack < block.first + block.count; rack++) {
        const both = [...(ways.get(rack)?.values() ?? [])].map(({ name }) => name);
        if (both.length > 1) mixed.set(both.join('\n'), [...(mixed.get(both.join('\n')) ?? []), rack]);
      }
      for (const racks of [...mixed.values()].flatMap((each) => allowedApart(facts, rule.id, 'rack', each))) {
        const [first] = racks;
        const [one, other] = first === undefined ? [] : [...(ways.get(first) ?? [])];
        if (first === undefined || one === undefined || other === undefined) continue;
        reports.push({
          message: `${rackSentence(fabric, racks, { one: 'holds', many: 'hold' }, `${one[1].name} with air ${one[0]} and ${other[1].name} with air ${other[0]}`)}.`,
          help: 'Use the version of the device whose air goes the other way, or place it in another rack.',
          origin: block.origin,
          label: 'air in both directions',
          related: [one, other].map(([way, { name, origin }]) => ({ origin, message: `${name}: ${way}.` })),
          subjects: { of: 'rack', ids: Uint32Array.from(racks) },
          remedies: [turned(other[1], one[0]), turned(one[1], other[0])],
        });
      }
    }
    return reports;
  },
});

/** The air of a type in another direction: of what the design declares, as both versions are sold. */
function turned({ name, origin }: Way, way: string): Remedy {
  return { title: `Set \`air-direction\` of ${name} to \`${way}\``, ...setting(origin, 'air-direction', way) };
}

/** A type of device, and where its direction is given. */
interface Way {
  readonly name: string;
  readonly origin: Origin;
}

/** The directions of the air in each rack, with the first type of each; devices that give no heat to air move none. */
function waysByRack(facts: Facts): ReadonlyMap<number, ReadonlyMap<string, Way>> {
  const found = new Map<number, Map<string, Way>>();
  for (const { index, racks } of classesInRacks(facts)) {
    const part = facts.devices.classes[index]?.part;
    const given = part?.values['air-direction'];
    if (part === undefined || given === undefined || facts.heat.air[index]?.value === 0) continue;
    for (const rack of racks) {
      const ways = found.get(rack) ?? new Map<string, Way>();
      if (!ways.has(given.value)) ways.set(given.value, { name: part.name, origin: given.origin });
      found.set(rack, ways);
    }
  }
  return found;
}
