// Two ends that do not speak the same PMD.
import { type LinkEnd, opticsRate, printValue } from '../../facts/index.ts';
import type { Part } from '../../model/index.ts';
import { printQuantity } from '../../units/index.ts';
import { linkText, placesOf, plugOf, wrongFiber } from '../links.ts';
import { defineRule, type Report } from '../rule.ts';

export const rule = defineRule({
  id: 'optics/pmd-mismatch',
  severity: 'error',
  level: 'value',
  title: 'The ends of a link do not speak the same PMD',
  why: 'Both ends must send and expect the same lanes, lane rate, wavelengths and FEC. An 800G port of 8 lanes at 100 Gbps and one of 4 lanes at 200 Gbps are both 800G and do not link up: that takes a gearbox in one of the modules, on its electrical side, and the same PMD on the fiber.',
  sources: ['IEEE 802.3df clause 124 (100 Gbps lanes), IEEE P802.3dj clause 180 (200 Gbps lanes, draft)'],
  override: 'Plug modules with the same channels at both ends.',
  bad: `import "std/osfp"

switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch a : Box
switch b : Box
plug Osfp800Dr8 into a.p
plug Osfp800Dr4 into b.p
link a.p to b.p over OS2 { length 30 m  connectors 2 x MPO16 }
//   ^^^^^^^^^^
`,
  good: `import "std/osfp"

switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch a : Box
switch b : Box
plug Osfp800Dr8 into a.p, b.p
link a.p to b.p over OS2 { length 30 m  connectors 2 x MPO16 }
`,
  check(facts) {
    const reports: Report[] = [];
    for (const budget of facts.optics.budgets) {
      const { group, from, to } = budget.class;
      if (from.optics === undefined || to.optics === undefined || from.optics === to.optics) continue;
      // The wrong fiber at one end is told on its own.
      if (wrongFiber(budget, from) || wrongFiber(budget, to)) continue;
      const ends: [LinkEnd, 'from' | 'to'][] = [
        [from, 'from'],
        [to, 'to'],
      ];
      reports.push({
        message: `${linkText(facts.fabric, budget)} ${budget.class.count === 1 ? 'joins' : 'join'} ${describe(from.optics)} to ${describe(to.optics)}.`,
        help: 'Plug modules with the same channels at both ends.',
        origin: group.origin,
        label: difference(from.optics, to.optics),
        related: ends.flatMap(([end, side]) => {
          const origin = plugOf(facts.fabric, budget, side);
          return origin === undefined
            ? []
            : [
                {
                  origin,
                  message: `${end.module?.name ?? 'The module'} with ${end.optics?.name ?? 'no optics'} is plugged here.`,
                },
              ];
        }),
        blames: placesOf(budget),
      });
    }
    return reports;
  },
});

/** `800GBASE-DR4 (4 lanes of 200 Gbps)` */
function describe(optics: Part<'optics'>): string {
  const lanes = optics.values.lanes?.value;
  const rate = optics.values['lane-rate']?.value;
  return lanes === undefined || rate === undefined
    ? optics.name
    : `${optics.name} (${lanes} ${lanes === 1 ? 'lane' : 'lanes'} of ${printQuantity(rate, 'bit rate')})`;
}

/** What differs first: lane rate, rate, wavelength, else the standard. */
function difference(a: Part<'optics'>, b: Part<'optics'>): string {
  const rates = [a.values['lane-rate']?.value, b.values['lane-rate']?.value];
  if (rates[0] !== undefined && rates[1] !== undefined && rates[0] !== rates[1]) {
    return `lanes of ${printQuantity(rates[0], 'bit rate')} against ${printQuantity(rates[1], 'bit rate')}`;
  }
  const [rateA, rateB] = [opticsRate(a), opticsRate(b)];
  if (rateA.value !== rateB.value) return `${printValue(rateA)} against ${printValue(rateB)}`;
  const waves = [a.values.wavelength?.value, b.values.wavelength?.value];
  if (waves[0] !== undefined && waves[1] !== undefined && waves[0] !== waves[1]) {
    return `${printQuantity(waves[0], 'length')} against ${printQuantity(waves[1], 'length')}`;
  }
  return `${a.name} against ${b.name}`;
}
