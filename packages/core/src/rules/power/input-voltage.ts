// A busbar voltage outside the input range of what is connected to it.

import type { Facts } from '../../answers/index.ts';
import { busbarVoltage, hasConverter, type InputRange, inputRange, moduleSupply } from '../../facts/index.ts';
import { type Derivation, figure, printAmountsApart, printValue } from '../../figures/index.ts';
import { allowedApart } from '../../findings/index.ts';
import type { Judge } from '../../findings/judge.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { blockOfRack, type Fabric, type Part, partOfRack, single } from '../../model/index.ts';
import { editable } from '../../source/index.ts';
import { classesInRacks } from '../../subjects/contents.ts';
import { rackSentence } from '../../subjects/naming.ts';
import { busbarWithin, converterWithin } from '../../subjects/remedies/index.ts';
import { exceeds } from '../../units/index.ts';

export const rule = defineRule({
  id: 'power/input-voltage',
  severity: 'error',
  level: 'assembly',
  title: 'The busbar voltage is outside the input range',
  why: "What is fed from a busbar without its own converter sees the busbar voltage: boxes, and the modules in them unless the box gives a `module-voltage`, takes a voltage that its modules don't, as in a rack of 800 V, or has supplies of its own on a busbar that would be wrong for them. There, the modules are judged by what the box gives them. XPO takes 40 to 60 V; ORv3 busbars run at 50 V, and their shelves hold 46 to 52 V. A single voltage on a type, such as `48 V`, is nominal: it suits a busbar within 20 %, as far as the range of XPO extends on both sides of 50 V, so 48 V gear works on a busbar of 50 V or 54 V, and 12 V or 230 V gear doesn't.",
  sources: ['XPO: 40 to 60 V DC (Molex)', 'OCP Open Rack V3: 48 V class, 50 V in operation, 46 to 52 V at the supply'],
  limit: 'input voltage',
  override:
    'Set `voltage` on the cage, switch or host type, `module-voltage` on a box with a converter, or `busbar-voltage` on the rack type.',
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
  edges: [
    {
      name: 'a converter between busbar and module',
      change: {
        'busbar-voltage 12.5 V': 'busbar-voltage 800 V',
        'height 1 OU': 'height 1 OU  voltage 780 V..820 V  module-voltage 50 V',
      },
    },
    {
      name: 'a box that takes another busbar voltage',
      change: {
        'busbar-voltage 12.5 V': 'busbar-voltage 400 V',
        'height 1 OU': 'height 1 OU  voltage 780 V..820 V  module-voltage 50 V',
      },
      finds: 'Box takes 780 V to 820 V',
    },
  ],
  check(facts, judge) {
    const { fabric, devices } = facts;
    const boxes: Report[] = [];
    // What is on a busbar, by part and type of rack, with all racks of that type that hold it.
    const onBusbars = new Map<string, { readonly part: Part; readonly racks: Set<number> }>();
    const add = (part: Part, type: number, racks: readonly number[]): void => {
      const key = `${part.index} ${type}`;
      const known = onBusbars.get(key) ?? { part, racks: new Set() };
      onBusbars.set(key, known);
      for (const rack of racks) known.racks.add(rack);
    };
    for (const { index, racks } of classesInRacks(facts)) {
      const part = devices.classes[index]?.part;
      if (part === undefined) continue;
      for (const [type, alike] of byType(fabric, racks)) add(part, type, alike);
    }
    const seen = new Set<string>();
    for (const { part, modules } of devices.classes) {
      if (part === undefined) continue;
      for (const cage of cagesOf(modules)) {
        // Devices of one type with other modules are another class.
        if (seen.has(`${part.index} ${cage.index}`)) continue;
        seen.add(`${part.index} ${cage.index}`);
        const wrong = behindBox(judge, part, cage);
        if (wrong !== undefined) boxes.push(wrong);
        for (const [type, alike] of byType(fabric, racksOf(facts, part))) {
          const volts = busbarVoltage(fabric, alike[0] ?? 0);
          const supply = moduleSupply(part, cage, volts);
          if (supply === volts) add(cage, type, alike);
          // What supplies of its own give the modules, on a busbar that would be wrong for them.
          else if (Number.isNaN(supply.value) && !hasConverter(part, cage) && inputRange(cage) !== undefined)
            judge.cannot(supply, { at: part.origin, of: single('part', part.index) });
        }
      }
    }
    const reports = [...onBusbars.values()].flatMap(({ part, racks }) => onBusbar({ facts, judge }, [...racks], part));
    return [...reports, ...boxes];
  },
});

/** Racks of one type whose busbar is outside the input range of a part on it. */
function onBusbar(
  { facts, judge }: { readonly facts: Facts; readonly judge: Judge },
  all: readonly number[],
  part: Part,
): Report[] {
  const { fabric } = facts;
  const range = inputRange(part);
  const [first] = all;
  if (first === undefined || range === undefined) return [];
  const volts = busbarVoltage(fabric, first);
  // A rack without a busbar has nothing to compare with.
  if (!Number.isNaN(volts.value)) judge.did(all.length);
  if (isWithin(volts, range)) return [];
  const block = blockOfRack(fabric, first);
  return allowedApart(facts, rule.id, 'rack', all).map((racks) => ({
    message: `${rackSentence(fabric, racks, { one: 'has', many: 'have' }, `a busbar at ${printAmountsApart('voltage', volts.value, exceeds(range.low, volts.value) ? range.low : range.high)[0]}`)}; ${part.name} ${takes(range)}.`,
    help: 'Use a rack with another busbar voltage, or equipment for this one.',
    // If the voltage is from the part library, point at the rack, which the design chose.
    origin: editable(volts.origin, block.origin, part.origin),
    label: `${part.name} ${takes(range)}`,
    related: range.given.origin === undefined ? [] : [{ origin: range.given.origin, message: 'The input voltage.' }],
    types: [part],
    subjects: { of: 'rack', ids: Uint32Array.from(racks) },
    derivation: volts,
    remedies: busbarWithin(partOfRack(fabric, first), range),
    blames: volts.origin === undefined ? [] : [volts.origin],
  }));
}

/** A box whose converter gives its modules a voltage outside their range. */
function behindBox(judge: Judge, part: Part<'switch'> | Part<'host'>, cage: Part<'cage'>): Report | undefined {
  const range = inputRange(cage);
  if (range === undefined) return undefined;
  const given = moduleSupply(part, cage, figure('busbar', 'voltage', Number.NaN));
  if (part.values['module-voltage'] === undefined) {
    if (hasConverter(part, cage)) judge.cannot(given, { at: part.origin, of: single('part', part.index) });
    return undefined;
  }
  judge.did(1);
  return isWithin(given, range)
    ? undefined
    : {
        message: `${part.name} gives its modules ${printValue(given)}; ${cage.name} ${takes(range)}.`,
        help: 'Use modules for that voltage, or another converter.',
        origin: editable(given.origin, part.origin),
        label: `${cage.name} ${takes(range)}`,
        related:
          range.given.origin === undefined ? [] : [{ origin: range.given.origin, message: 'The input voltage.' }],
        subjects: single('part', part.index),
        derivation: given,
        remedies: converterWithin(part, range),
        blames: given.origin === undefined ? [] : [given.origin],
      };
}

function isWithin({ value }: Derivation, { low, high }: InputRange): boolean {
  return !exceeds(low, value) && !exceeds(value, high);
}

/** `takes 40 V to 60 V`, `is rated for 48 V` */
function takes({ given, upTo }: InputRange): string {
  return upTo === undefined ? `is rated for ${printValue(given)}` : `takes ${printValue(given)} to ${printValue(upTo)}`;
}

/** The form factors of some modules, each once. */
function cagesOf(modules: readonly { readonly module: Part<'module'> }[]): ReadonlySet<Part<'cage'>> {
  return new Set(modules.flatMap(({ module }) => module.values['form-factor']?.value ?? []));
}

/** The racks that hold devices of a part. */
function racksOf(facts: Facts, part: Part): readonly number[] {
  const found = new Set<number>();
  for (const { index, racks } of classesInRacks(facts))
    if (facts.devices.classes[index]?.part === part) for (const rack of racks) found.add(rack);
  return [...found];
}

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
