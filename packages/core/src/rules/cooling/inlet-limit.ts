// Coolant that enters a part outside its inlet temperatures.

import type { Facts } from '../../answers/index.ts';
import { figure, leastOf } from '../../figures/index.ts';
import { allowedApart } from '../../findings/index.ts';
import type { Judge } from '../../findings/judge.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { blockOfRack, type Given, loopOfRack, type Part, partOfRack } from '../../model/index.ts';
import { editable } from '../../source/index.ts';
import { classesInRacks, couplingsInRacks } from '../../subjects/contents.ts';
import { racksText } from '../../subjects/naming.ts';
import { printTemperature } from '../../subjects/print-temperature.ts';
import { apartBy } from '../../subjects/racks.ts';
import { supplyWithin } from '../../subjects/remedies/index.ts';
import { exceeds, printQuantity, same } from '../../units/index.ts';

type Window = Given<{ readonly from: number; readonly to: number }>;

export const rule = defineRule({
  id: 'cooling/inlet-limit',
  severity: 'error',
  level: 'assembly',
  title: 'Coolant enters outside the allowed temperatures',
  why: 'Cold plates are designed for a maximum inlet temperature, at which the chip still stays within its own limit; a minimum keeps condensation off the cooled parts. For racks in series, the inlet of one is the outlet of the one before.',
  sources: [
    'GB300 NVL72: 2 to 50 °C (Lenovo Press LP2357)',
    'Vera Rubin NVL72: 17 to 45 °C',
    'OCP OAM: cold-plate supply 15 to 50 °C',
    'OCP UQD: 17 to 65 °C; LQC v2.0: −5 to 60 °C',
  ],
  limit: 'inlet temperature',
  override: 'Set `inlet` as a range on the rack, switch or host type, or `lowest-temperature` on the coupling type.',
  bad: `import "std/racks"
import "std/cooling"

loop primary {
    coolant PG25
    supply  46 °C
    flow    400 L/min
}
rack vr : VeraRubinNvl72Rack { cooled by primary }
//   ^^^^^^^^^^^^^^^^^^^^^^^
`,
  fix: { 'supply  46 °C': 'supply  45 °C' },
  check(facts, judge) {
    const { fabric, devices } = facts;
    const reports: Report[] = [];
    const racksOf = new Map<Part, number[]>();
    for (let rack = 0; rack < fabric.racks.count; rack++) {
      const part = partOfRack(fabric, rack);
      if (part?.values.inlet === undefined) continue;
      const known = racksOf.get(part);
      if (known === undefined) racksOf.set(part, [rack]);
      else known.push(rack);
    }
    for (const [part, racks] of racksOf) {
      const found = outside(
        { facts, judge, rule: rule.id },
        part,
        (part as Part<'rack'>).values.inlet as Window,
        racks,
      );
      reports.push(...found);
    }
    for (const [part, racks] of couplingsInRacks(facts)) {
      const { 'lowest-temperature': lowest, 'temperature-limit': highest } = part.values;
      if (lowest === undefined) continue;
      // Coolant too hot for it is reported at the outlet, which is hotter still.
      const window = { ...lowest, value: { from: lowest.value, to: Number.POSITIVE_INFINITY } };
      const found = outside({ facts, judge, rule: rule.id }, part, window, racks, {
        upTo: highest?.value ?? Number.NaN,
      });
      reports.push(...found);
    }
    for (const { index, racks } of classesInRacks(facts)) {
      const part = devices.classes[index]?.part;
      if (part?.values.inlet === undefined || facts.heat.liquid[index]?.value === 0) continue;
      const found = outside({ facts, judge, rule: rule.id }, part, part.values.inlet, racks);
      reports.push(...found);
    }
    return reports;
  },
});

/**
 * Findings about the racks whose coolant enters a part outside a temperature window.
 * @param words `verb` relates the part to the window; `upTo` is the upper end as printed, in K, `NaN` for none
 */
export function outside(
  { facts, judge, rule: id }: { readonly facts: Facts; readonly judge: Judge; readonly rule: string },
  part: Part,
  window: Window,
  racks: readonly number[],
  { verb = 'is designed for', upTo = window.value.to }: { readonly verb?: string; readonly upTo?: number } = {},
): Report[] {
  const { fabric, cooling } = facts;
  const { from, to } = window.value;
  const wrong = racks.flatMap((rack) => {
    const loop = loopOfRack(fabric, rack);
    if (loop === undefined) return [];
    const inlet = cooling.branches.rackInlet(rack, loop);
    const isOff = exceeds(from, inlet.value) || exceeds(leastOf(inlet), to);
    if (isOff || !Number.isNaN(inlet.value)) judge.did(1);
    else judge.cannot(inlet, { at: loop.origin });
    return isOff ? [{ rack, inlet }] : [];
  });
  const off = (inlet: number): number => Math.max(from - inlet, inlet - to);
  wrong.sort((a, b) => off(leastOf(b.inlet)) - off(leastOf(a.inlet)) || a.rack - b.rack);
  const range = Number.isNaN(upTo)
    ? `${printQuantity(from, 'temperature')} or more`
    : `${printQuantity(from, 'temperature')} to ${printQuantity(upTo, 'temperature')}`;
  const inlets = new Map(wrong.map(({ rack, inlet }) => [rack, leastOf(inlet)]));
  const isCold = (rack: number): boolean => exceeds(from, inlets.get(rack) ?? Number.NaN);
  const bySide = [...apartBy([...inlets.keys()], isCold)];
  const racksApart = bySide.flatMap((alike) => allowedApart(facts, id, 'rack', alike));
  return racksApart.flatMap((ids): Report[] => {
    const first = wrong.find(({ rack }) => rack === ids[0]);
    if (first === undefined) return [];
    const differ = ids.some((rack) => !same(inlets.get(rack) ?? Number.NaN, leastOf(first.inlet)));
    const most = !differ ? '' : isCold(first.rack) ? 'as little as ' : 'up to ';
    const block = blockOfRack(fabric, first.rack);
    return [
      {
        message: `Coolant enters ${racksText(fabric, ids)} at ${most}${printTemperature(first.inlet, figure('limit', 'temperature', exceeds(from, leastOf(first.inlet)) ? from : to))}; ${part.name} ${verb} ${range}.`,
        help: 'Change the supply temperature; for racks in series, raise the flow of the branch.',
        origin: editable(block.origin, part.origin),
        label: `enters at ${printTemperature(first.inlet)}`,
        related: [{ origin: window.origin, message: `The inlet range of ${part.name}.` }],
        types: [part],
        subjects: { of: 'rack', ids: Uint32Array.from(ids) },
        derivation: first.inlet,
        remedies: supplyWithin(fabric, first.rack, first.inlet.value, { from, to: Number.isNaN(upTo) ? to : upTo }),
      },
    ];
  });
}
