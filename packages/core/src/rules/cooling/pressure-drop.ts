// Racks that lose more pressure than the pumps of their loop give.
import { type Derivation, densityOf, deviceDrop, type Facts, lineDrop, printValue, sum } from '../../facts/index.ts';
import { type Loop, partOfCdu, partOfRack, rackName } from '../../model/index.ts';
import { nowhere } from '../../source/index.ts';
import { exceeds, printQuantity } from '../../units/index.ts';
import { classesInRacks } from '../contents.ts';
import { defineRule, type Report } from '../rule.ts';
import { firstOf } from '../subjects.ts';

export const rule = defineRule({
  id: 'cooling/pressure-drop',
  severity: 'error',
  level: 'assembly',
  title: 'A rack loses more pressure than the pumps give',
  why: 'Pumps give a head at their flow; couplings and cold plates take it. A coupling takes ΔP = SG · (Q ÷ Cv)², in psi with Q in GPM: UQD04 at 1.7 GPM loses 4.6 psi in PG25, and there is one on the way in and one on the way out. Hoses, valves and filters come on top and are not counted, so that what is refused here is refused for certain.',
  sources: [
    'OCP UQD: Cv 0.25, 0.8, 1.6 and 2.5 for sizes 02, 04, 06 and 08',
    'OCP liquid-to-liquid CDU white paper R1: head of at least 40 psi in row, 25 psi in rack; NVIDIA DA-12515-001: 35 psi',
    'GB300 NVL72: pressure drop by flow (Lenovo Press LP2357)',
  ],
  override:
    'Set `head` on the CDU type, `flow-coefficient` on the coupling type, or `pressure-drop` on the switch or host type.',
  bad: `import "std/racks"
import "std/cooling"

cdu type Weak { capacity 200 kW  flow 200 L/min  head 20 psi }
cdu cdu : Weak
loop primary { coolant PG25  supply 40 °C  flow 60 L/min  from cdu }
rack type Narrow is OpenRackV3 { couplings 2 x UQD08 }
host type Node { height 8 RU  power 10 kW  liquid 90 % }
rack r : Narrow { cooled by primary  flow 50 L/min }
//   ^^^^^^^^^^
host node : Node
place node in r
allow cooling/coupling-flow because "to be tested" on r
`,
  good: `import "std/racks"
import "std/cooling"

cdu type Weak { capacity 200 kW  flow 200 L/min  head 20 psi }
cdu cdu : Weak
loop primary { coolant PG25  supply 40 °C  flow 60 L/min  from cdu }
rack type Narrow is OpenRackV3 { couplings 2 x UQD08 }
host type Node { height 8 RU  power 10 kW  liquid 90 % }
rack r : Narrow { cooled by primary  flow 17 L/min }
host node : Node
place node in r
`,
  check(facts) {
    const { fabric } = facts;
    const devices = devicesByRack(facts);
    const reports: Report[] = [];
    for (const block of fabric.blocks) {
      if (block.kind !== 'rack') continue;
      const over: { rack: number; drop: Derivation; head: number }[] = [];
      for (let rack = block.first; rack < block.first + block.count; rack++) {
        const loop = fabric.loops[fabric.racks.loop[rack] as number];
        const head = loop === undefined ? Number.NaN : headOf(facts, loop);
        if (loop === undefined || Number.isNaN(head)) continue;
        const drop = dropOf(facts, rack, loop, devices.get(rack) ?? []);
        if (exceeds(drop.known, head)) over.push({ rack, drop, head });
      }
      const [worst] = over.sort((a, b) => b.drop.known - a.drop.known || a.rack - b.rack);
      if (worst === undefined) continue;
      const racks = over.map(({ rack }) => rack);
      reports.push({
        message: `${firstOf(fabric, 'rack', racks)} ${racks.length === 1 ? 'loses' : 'lose'} ${printValue(worst.drop, worst.drop.known)} in couplings and cold plates; the CDUs give ${printQuantity(worst.head, 'pressure')}.`,
        help: 'Take larger couplings, more of them, less flow, or CDUs with more head.',
        origin: block.origin ?? nowhere,
        label: `loses ${printValue(worst.drop, worst.drop.known)}`,
        subjects: { of: 'rack', ids: Uint32Array.from(racks) },
        derivation: worst.drop,
      });
    }
    return reports;
  },
});

/** The least head among the CDUs of a loop, in Pa. */
function headOf({ fabric }: Facts, loop: Loop): number {
  const heads = [...(loop.values.from?.value.selection.ids ?? [])].map(
    (id) => partOfCdu(fabric, id)?.values.head?.value ?? Number.NaN,
  );
  return heads.length === 0 ? Number.NaN : Math.min(...heads);
}

function devicesByRack(facts: Facts): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const { index, racks } of classesInRacks(facts)) {
    for (const rack of racks) {
      const known = found.get(rack);
      if (known === undefined) found.set(rack, [index]);
      else known.push(index);
    }
  }
  return found;
}

/** What the coolant loses through a rack and the worst of its devices, in Pa. */
function dropOf(facts: Facts, rack: number, loop: Loop, classes: readonly number[]): Derivation {
  const { fabric, cooling, flows, devices } = facts;
  const supply = loop.values.supply?.value ?? Number.NaN;
  const coolant = loop.values.coolant?.value;
  const density =
    coolant === undefined
      ? { label: 'density', dimension: 'density' as const, value: Number.NaN, known: 0, terms: [] }
      : densityOf(coolant, supply);
  const through = cooling.branches.rackFlow(rack);
  const terms = lineDrop(partOfRack(fabric, rack)?.values.couplings?.value ?? [], through, density);
  let worst: Derivation | undefined;
  for (const index of classes) {
    const part = devices.classes[index]?.part;
    if (part === undefined) continue;
    // A whole rack that is one device takes the flow of the rack; others what they need.
    const alone = classes.length === 1 && facts.placement.devices(rack) === 1;
    const flow = alone ? through : flows.device(index, supply);
    const drops = [
      ...lineDrop(part.values.couplings?.value ?? [], flow, density),
      ...(part.values['pressure-drop'] === undefined ? [] : [deviceDrop(part, flow)]),
    ];
    if (drops.length === 0) continue;
    const each = sum(`pressure drop through ${part.name}`, 'pressure', 'couplings + cold plates', drops);
    if (worst === undefined || each.known > worst.known) worst = each;
  }
  return sum(`pressure drop of ${rackName(fabric, rack)}`, 'pressure', 'its couplings + its worst device', [
    ...terms,
    ...(worst === undefined ? [] : [worst]),
  ]);
}
