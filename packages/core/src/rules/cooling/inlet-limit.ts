// Coolant too cold or too warm for what it enters.
import type { Facts } from '../../answers/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { type Given, type Part, partOfRack } from '../../model/index.ts';
import { editable } from '../../source/index.ts';
import { classesInRacks, couplingsInRacks } from '../../subjects/contents.ts';
import { printWarmth } from '../../subjects/print-warmth.ts';
import { firstOf } from '../../subjects/subjects.ts';
import { exceeds, printQuantity } from '../../units/index.ts';

type Window = Given<{ readonly from: number; readonly to: number }>;

export const rule = defineRule({
  id: 'cooling/inlet-limit',
  severity: 'error',
  level: 'assembly',
  title: 'The coolant enters outside the temperatures allowed',
  why: 'Cold plates are laid out for a highest inlet temperature, at which the chip is still within its own; a lowest one keeps dew off what is cooled. Where racks stand in series, the inlet of one is the outlet of the one before.',
  sources: [
    'GB300 NVL72: 2 to 50 °C (Lenovo Press LP2357)',
    'Vera Rubin NVL72: 17 to 45 °C',
    'OCP OAM: cold-plate supply 15 to 50 °C',
    'OCP UQD: 17 to 65 °C; LQC v2.0: −5 to 60 °C',
  ],
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
  good: `import "std/racks"
import "std/cooling"

loop primary {
    coolant PG25
    supply  45 °C
    flow    400 L/min
}
rack vr : VeraRubinNvl72Rack { cooled by primary }
`,
  check(facts) {
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
      const found = outside(facts, part, (part as Part<'rack'>).values.inlet as Window, racks);
      if (found !== undefined) reports.push(found);
    }
    for (const [part, racks] of couplingsInRacks(facts)) {
      const { 'lowest-temperature': lowest, 'temperature-limit': highest } = part.values;
      if (lowest === undefined) continue;
      // What is too hot for it is told of the outlet, which is warmer still.
      const window = { ...lowest, value: { from: lowest.value, to: Number.POSITIVE_INFINITY } };
      const found = outside(facts, part, window, racks, 'is made for', highest?.value ?? Number.NaN);
      if (found !== undefined) reports.push(found);
    }
    for (const { index, racks } of classesInRacks(facts)) {
      const part = devices.classes[index]?.part;
      const cooled = facts.heat.liquid[index]?.known ?? 0;
      if (part?.values.inlet === undefined || cooled === 0) continue;
      const found = outside(facts, part, part.values.inlet, racks);
      if (found !== undefined) reports.push(found);
    }
    return reports;
  },
});

/**
 * The racks whose coolant is outside a window.
 * @param verb what the window says of the part
 * @param upTo the upper end of the window as it is told
 */
export function outside(
  facts: Facts,
  part: Part,
  window: Window,
  racks: readonly number[],
  verb = 'is made for',
  upTo = window.value.to,
): Report | undefined {
  const { fabric, cooling } = facts;
  const { from, to } = window.value;
  const wrong = racks.flatMap((rack) => {
    const loop = fabric.loops[fabric.racks.loop[rack] as number];
    if (loop === undefined) return [];
    const inlet = cooling.branches.rackInlet(rack, loop);
    return exceeds(from, inlet.value) || exceeds(inlet.known, to) ? [{ rack, inlet }] : [];
  });
  const off = (inlet: number): number => Math.max(from - inlet, inlet - to);
  const [first] = wrong.sort((a, b) => off(b.inlet.known) - off(a.inlet.known) || a.rack - b.rack);
  if (first === undefined) return undefined;
  const ids = wrong.map(({ rack }) => rack);
  const block = fabric.blocks[fabric.racks.block[first.rack] as number];
  const made = Number.isNaN(upTo)
    ? `${printQuantity(from, 'temperature')} and more`
    : `${printQuantity(from, 'temperature')} to ${printQuantity(upTo, 'temperature')}`;
  return {
    message: `Coolant enters ${firstOf(fabric, 'rack', ids)} at ${printWarmth(first.inlet)}; ${part.name} ${verb} ${made}.`,
    help: 'Set another supply temperature, or give it more flow where it takes the outlet of others.',
    origin: editable(block?.origin, part.origin),
    label: `enters at ${printWarmth(first.inlet)}`,
    related: [{ origin: window.origin, message: `What ${part.name} is made for.` }],
    subjects: { of: 'rack', ids: Uint32Array.from(ids) },
    derivation: first.inlet,
  };
}
