// A busbar voltage outside the input range of what is connected to it.

import type { Facts } from '../../answers/index.ts';
import { busbarVoltage, nominalVoltage, voltageWindow } from '../../facts/index.ts';
import { printValue } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { blockOfRack, type Fabric, type Part, partOfRack } from '../../model/index.ts';
import { editable, type Origin } from '../../source/index.ts';
import { classesInRacks } from '../../subjects/contents.ts';
import { rackSentence } from '../../subjects/naming.ts';
import { exceeds } from '../../units/index.ts';

export const rule = defineRule({
  id: 'power/input-voltage',
  severity: 'error',
  level: 'assembly',
  title: 'The busbar voltage is outside the input range',
  why: "What is fed from a busbar without its own converter sees the busbar voltage. XPO takes 40 to 60 V; ORv3 busbars run at 50 V, and their shelves hold 46 to 52 V. A single voltage on a type, such as `48 V`, is nominal: it suits a busbar within 20 %, as far as the range of XPO extends on both sides of 50 V, so 48 V gear works on a busbar of 50 V or 54 V, and 12 V or 230 V gear doesn't.",
  sources: ['XPO: 40 to 60 V DC (Molex)', 'OCP Open Rack V3: 48 V class, 50 V in operation, 46 to 52 V at the supply'],
  override: 'Set `voltage` on the cage, switch or host type, or `busbar-voltage` on the rack type.',
  bad: `import "std/xpo"
import "std/racks"
import "std/cooling"

rack type Old is OpenRackV3 { busbar-voltage 12.5 V }
//                            ^^^^^^^^^^^^^^^^^^^^^
module type Dr is Xpo { channels 16 x 800GBASE-DR4 }
switch type Box { height 1 OU  ports down[1..2] : XPO }
loop primary { coolant PG25  supply 40 °C }
rack r : Old { cooled by primary }
switch box : Box
plug Dr into box.down
place box in r
`,
  fix: { 'busbar-voltage 12.5 V': 'busbar-voltage 50 V' },
  check(facts) {
    const { fabric } = facts;
    const reports: Report[] = [];
    const reported = new Set<string>();
    for (const { index, racks } of classesInRacks(facts)) {
      for (const seen of windowsOf(facts, index)) {
        const { part, low, high, takes, origin } = seen;
        for (const [type, wrong] of byType(fabric, racks)) {
          const [first] = wrong;
          if (first === undefined) continue;
          const volts = busbarVoltage(fabric, first);
          const key = `${part.index} ${type}`;
          if ((!exceeds(low, volts.value) && !exceeds(volts.value, high)) || reported.has(key)) continue;
          reported.add(key);
          const block = blockOfRack(fabric, first);
          reports.push({
            message: `${rackSentence(fabric, wrong, { one: 'has', many: 'have' }, `a busbar at ${printValue(volts)}`)}; ${part.name} ${takes}.`,
            help: 'Use a rack with another busbar voltage, or equipment for this one.',
            // If the voltage is from the part library, point at the rack, which the design chose.
            origin: editable(volts.origin, block.origin, part.origin),
            label: `${part.name} ${takes}`,
            related: origin === undefined ? [] : [{ origin, message: 'The input voltage.' }],
            types: [part],
            subjects: { of: 'rack', ids: Uint32Array.from(wrong) },
            derivation: volts,
            blames: volts.origin === undefined ? [] : [volts.origin],
          });
        }
      }
    }
    return reports;
  },
});

/** Racks by type: all racks of a type have the same busbar. */
function byType(fabric: Fabric, racks: readonly number[]): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  for (const rack of racks) {
    const type = partOfRack(fabric, rack)?.index ?? -1;
    const known = found.get(type);
    if (known === undefined) found.set(type, [rack]);
    else known.push(rack);
  }
  return found;
}

/** Tolerance of a nominal voltage, as a ratio: XPO takes 40 to 60 V, 50 V ± 20 %. */
const nominalTolerance = 0.2;

interface Windowed {
  readonly part: Part;
  /** The lowest and the highest busbar voltage it works on, in V. */
  readonly low: number;
  readonly high: number;
  /** The range, as in a message: `takes 40 V to 60 V`. */
  readonly takes: string;
  readonly origin: Origin | undefined;
}

/** The parts of a device that see the busbar voltage and have an input range: the device and the cages of its modules. */
function windowsOf({ devices }: Facts, index: number): Windowed[] {
  const each = devices.classes[index];
  const parts: (Part | undefined)[] = [
    each?.part,
    ...new Set(each?.modules.map(({ module }) => module.values['form-factor']?.value)),
  ];
  return parts.flatMap((part) => (part === undefined ? [] : (windowOf(part) ?? [])));
}

function windowOf(part: Part): Windowed | undefined {
  const window = voltageWindow(part);
  if (window !== undefined) {
    const takes = `takes ${printValue(window.low)} to ${printValue(window.high)}`;
    return { part, low: window.low.value, high: window.high.value, takes, origin: window.low.origin };
  }
  const nominal = nominalVoltage(part);
  if (nominal === undefined) return undefined;
  const { value, origin } = nominal;
  const [low, high] = [value * (1 - nominalTolerance), value * (1 + nominalTolerance)];
  return { part, low, high, takes: `is rated for ${printValue(nominal)}`, origin };
}
