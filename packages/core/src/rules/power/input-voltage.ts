// A busbar whose voltage is outside the window of what hangs on it.

import type { Facts } from '../../answers/index.ts';
import { busbarVoltage, nominalVoltage, voltageWindow } from '../../facts/index.ts';
import { printValue } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { type Fabric, type Part, partOfRack } from '../../model/index.ts';
import { editable, type Origin } from '../../source/index.ts';
import { classesInRacks } from '../../subjects/contents.ts';
import { firstOf } from '../../subjects/subjects.ts';
import { exceeds } from '../../units/index.ts';

export const rule = defineRule({
  id: 'power/input-voltage',
  severity: 'error',
  level: 'assembly',
  title: 'The busbar is outside the supply window',
  why: 'What is fed from a busbar without a converter of its own sees the voltage of the busbar. XPO takes 40 to 60 V; ORv3 busbars work at 50 V, and their shelves hold 46 to 52 V. A single voltage on a type, as `48 V`, is nominal: it goes with a busbar at most 20 % from it, as far as the window of XPO reaches on both sides of 50 V, so that 48 V gear stands on a busbar of 50 V or 54 V and what is made for 12 V or 230 V does not.',
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
  good: `import "std/xpo"
import "std/racks"
import "std/cooling"

rack type New is OpenRackV3 { busbar-voltage 50 V }
module type Dr is Xpo { channels 16 x 800GBASE-DR4 }
switch type Box { height 1 OU  ports down[1..2] : XPO }
loop primary { coolant PG25  supply 40 °C }
rack r : New { cooled by primary }
switch box : Box
plug Dr into box.down
place box in r
`,
  check(facts) {
    const { fabric } = facts;
    const reports: Report[] = [];
    const told = new Set<string>();
    for (const { index, racks } of classesInRacks(facts)) {
      for (const seen of windowsOf(facts, index)) {
        const { part, low, high, takes, origin } = seen;
        for (const [type, wrong] of byType(fabric, racks)) {
          const [first] = wrong;
          if (first === undefined) continue;
          const volts = busbarVoltage(fabric, first);
          const key = `${part.index} ${type}`;
          if ((!exceeds(low, volts.value) && !exceeds(volts.value, high)) || told.has(key)) continue;
          told.add(key);
          const block = fabric.blocks[fabric.racks.block[first] as number];
          reports.push({
            message: `The busbar of ${firstOf(fabric, 'rack', wrong)} works at ${printValue(volts)}; ${part.name} ${takes}.`,
            help: 'Take a rack with another busbar, or what is made for its voltage.',
            // The rack is what the user chose, where its voltage is of the library.
            origin: editable(volts.origin, block?.origin, part.origin),
            label: `${part.name} ${takes}`,
            related: origin === undefined ? [] : [{ origin, message: 'What it says.' }],
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

/** Racks by the part they are: all of one have the same busbar. */
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

/** How far from a busbar a nominal voltage may be: XPO takes 40 to 60 V, 50 V ± 20 %. */
const nominalTolerance = 0.2;

interface Windowed {
  readonly part: Part;
  /** The lowest and the highest busbar voltage it can hang on, in V. */
  readonly low: number;
  readonly high: number;
  /** What it says, as a message tells it. */
  readonly takes: string;
  readonly origin: Origin | undefined;
}

/** What of a device sees the busbar: the device where it says a window, and the cages of modules that do. */
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
  return { part, low, high, takes: `is made for ${printValue(nominal)}`, origin };
}
