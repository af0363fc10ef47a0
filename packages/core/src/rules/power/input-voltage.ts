// A busbar whose voltage is outside the window of what hangs on it.
import { busbarVoltage, type Derivation, type Facts, printValue, voltageWindow } from '../../facts/index.ts';
import { type Part, partOfRack } from '../../model/index.ts';
import { exceeds } from '../../units/index.ts';
import { classesInRacks } from '../contents.ts';
import { defineRule, type Report } from '../rule.ts';
import { firstOf } from '../subjects.ts';

export const rule = defineRule({
  id: 'power/input-voltage',
  severity: 'error',
  level: 'assembly',
  title: 'The busbar is outside the supply window',
  why: 'What is fed from a busbar without a converter of its own sees the voltage of the busbar. XPO takes 40 to 60 V; ORv3 busbars work at 50 V, and their shelves hold 46 to 52 V. A single voltage on a type, as `48 V`, is nominal and is not judged.',
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
      for (const { part, window } of windowsOf(facts, index)) {
        const wrong = racks.filter((rack) => {
          const volts = busbarVoltage(fabric, rack).value;
          return exceeds(window.low.value, volts) || exceeds(volts, window.high.value);
        });
        const [first] = wrong;
        if (first === undefined) continue;
        const volts = busbarVoltage(fabric, first);
        const key = `${part.index} ${partOfRack(fabric, first)?.index}`;
        if (told.has(key)) continue;
        told.add(key);
        reports.push({
          message: `The busbar of ${firstOf(fabric, 'rack', wrong)} works at ${printValue(volts)}; ${part.name} takes ${printValue(window.low)} to ${printValue(window.high)}.`,
          help: 'Take a rack with another busbar, or what is made for its voltage.',
          origin: volts.origin ?? fabric.blocks[fabric.racks.block[first] as number]?.origin ?? part.origin,
          label: `${part.name} takes ${printValue(window.low)} to ${printValue(window.high)}`,
          related: window.low.origin === undefined ? [] : [{ origin: window.low.origin, message: 'Its window.' }],
          subjects: { of: 'rack', ids: Uint32Array.from(wrong) },
          derivation: volts,
          blames: volts.origin === undefined ? [] : [volts.origin],
        });
      }
    }
    return reports;
  },
});

interface Windowed {
  readonly part: Part;
  readonly window: { readonly low: Derivation; readonly high: Derivation };
}

/** What of a device sees the busbar: the device where it says a window, and the cages of modules that do. */
function windowsOf({ devices }: Facts, index: number): Windowed[] {
  const each = devices.classes[index];
  const parts: (Part | undefined)[] = [
    each?.part,
    ...new Set(each?.modules.map(({ module }) => module.values['form-factor']?.value)),
  ];
  return parts.flatMap((part) => {
    const window = part === undefined ? undefined : voltageWindow(part);
    return part === undefined || window === undefined ? [] : [{ part, window }];
  });
}
