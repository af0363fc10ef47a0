// A supply temperature that the table of the coolant doesn't reach, so its heat can't be judged.
import { densityOf, specificHeatOf } from '../../facts/index.ts';
import type { Derivation } from '../../figures/index.ts';
import type { Remedy } from '../../findings/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { type Loop, single, type TableRow } from '../../model/index.ts';
import { withinWindow } from '../../subjects/remedies/index.ts';
import { printQuantity } from '../../units/index.ts';

export const rule = defineRule({
  id: 'cooling/coolant-table',
  severity: 'warning',
  level: 'value',
  title: 'The table of a coolant does not reach the supply temperature',
  why: 'Density and specific heat say how much heat a flow carries. Outside the temperatures of their tables they are unknown, and with them the rise, the return and the headroom of the loop: none of its limits can be judged.',
  sources: [
    'PG25: Airedale DeltaChill manual, p. 53, 0 to 45 °C; ASHRAE Handbook 2001, to 70 °C',
    'Water: IAPWS-95, 0 to 80 °C',
  ],
  override: 'Set `density` and `specific-heat` on the coolant type.',
  bad: `coolant type Short {
    density       1023.7 kg/m³ at 20 °C, 1011.6 kg/m³ at 45 °C
    specific-heat 3.95 kJ/kg·K
}
loop primary {
    coolant Short
    supply  46 °C
//  ^^^^^^^^^^^^^
    flow    40 L/min
}
`,
  fix: { '1011.6 kg/m³ at 45 °C': '1011.6 kg/m³ at 45 °C, 1009.0 kg/m³ at 50 °C' },
  edges: [
    {
      name: 'below the table',
      change: { 'supply  46 °C': 'supply  19 °C' },
      finds: 'the density of Short is given from 20 °C to 45 °C',
    },
    {
      name: 'the last row',
      change: { 'supply  46 °C': 'supply  45 °C' },
    },
    {
      name: 'a single value, which holds everywhere',
      change: { '1023.7 kg/m³ at 20 °C, 1011.6 kg/m³ at 45 °C': '1020 kg/m³' },
    },
  ],
  check({ fabric }) {
    return fabric.loops.flatMap((loop) => {
      const missing = outsideOf(loop);
      const { supply } = loop.values;
      if (missing === undefined || supply === undefined) return [];
      const { what, range, origin, why } = missing;
      const report: Report = {
        message: `${loop.name} supplies at ${printQuantity(supply.value, 'temperature')}; the ${what} is given from ${range}, so its temperatures aren't judged.`,
        help: 'Give the coolant values at that temperature, or change the supply temperature.',
        origin: supply.origin,
        label: 'outside the table',
        related: origin === undefined ? [] : [{ origin, message: 'The table.' }],
        subjects: single('loop', loop.index),
        open: why === undefined ? [] : [why],
        remedies: withinTables(loop),
      };
      return [report];
    });
  },
});

/** The first property of the coolant of a loop whose table doesn't reach its supply temperature. */
function outsideOf({ values }: Loop) {
  const [coolant, supply] = [values.coolant?.value, values.supply?.value];
  if (coolant === undefined || supply === undefined) return undefined;
  const tables = [
    ['density', coolant.values.density, densityOf],
    ['specific heat', coolant.values['specific-heat'], specificHeatOf],
  ] as const;
  for (const [what, given, at] of tables) {
    const found: Derivation = at(coolant, supply);
    if (given === undefined || !Number.isNaN(found.value)) continue;
    const { from, to } = windowOf(given.value);
    const range = `${printQuantity(from, 'temperature')} to ${printQuantity(to, 'temperature')}`;
    return { what: `${what} of ${coolant.name}`, range, origin: given.origin, why: found.unknown };
  }
  return undefined;
}

/** A supply temperature that both tables reach. */
function withinTables({ values: { coolant, supply } }: Loop): Remedy[] {
  const tables = [coolant?.value.values.density, coolant?.value.values['specific-heat']].flatMap((each) =>
    each === undefined ? [] : windowOf(each.value),
  );
  const [from, to] = [Math.max(...tables.map((each) => each.from)), Math.min(...tables.map((each) => each.to))];
  return supply === undefined || !(from <= to) ? [] : withinWindow(supply, 'supply', from, to);
}

/** The temperatures that a table reaches, in °C: all of them where it is a single value. */
function windowOf(rows: readonly Pick<TableRow<'density', 'temperature'>, 'at'>[]): { from: number; to: number } {
  if (rows.some(({ at }) => at === undefined)) return { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  const ends = rows.flatMap(({ at }) => at ?? []);
  return { from: Math.min(...ends), to: Math.max(...ends) };
}
