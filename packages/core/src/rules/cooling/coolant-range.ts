// Coolant outside its usable temperature range.

import { supplyOf } from '../../facts/index.ts';
import { figure, leastOf, printAmountsApart } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { single } from '../../model/index.ts';
import { printTemperature } from '../../subjects/print-temperature.ts';
import { flowFactor, loopFlowOf, withinWindow } from '../../subjects/remedies/index.ts';
import { exceeds, printQuantity } from '../../units/index.ts';

export const rule = defineRule({
  id: 'cooling/coolant-range',
  severity: 'error',
  level: 'assembly',
  title: 'A coolant is outside its usable temperature range',
  why: 'Below its freezing point a coolant bursts pipes; above its limit inhibitors break down and the loop corrodes. PG25 freezes at −10 °C and is usable up to 66 °C, and typically runs at up to 49 °C.',
  sources: [
    'ASHRAE Handbook: propylene glycol of 25 % by volume freezes at −10.0 °C; Airedale prints −9.6 °C',
    'PG25 guideline: 49 °C typical, 66 °C at most',
  ],
  limit: 'coolant temperature',
  override: 'Set `usable` on the coolant type.',
  bad: `import "std/cooling"
import "std/racks"

coolant type Planning is PG25 { density 1.02 kg/L  specific-heat 3.95 kJ/kg·K }
loop primary {
    coolant Planning
//  ^^^^^^^^^^^^^^^^
    supply  45 °C
    flow    20 L/min
}
host type Node { height 8 RU  power 30 kW  liquid 100 % }
rack r : Eia42 { cooled by primary }
host node : Node
place node in r
`,
  fix: { '20 L/min': '40 L/min' },
  check(facts, judge) {
    const reports: Report[] = [];
    for (const loop of facts.fabric.loops) {
      const { coolant, supply, return: limit } = loop.values;
      const usable = coolant?.value.values.usable;
      if (coolant === undefined || usable === undefined) continue;
      const { from, to } = usable.value;
      const back = facts.cooling.returnTemperature(loop);
      const alike = { at: loop.origin };
      const coldest = figure(`lowest temperature of ${coolant.value.name}`, 'temperature', from, usable.origin);
      const hottest = figure(`highest temperature of ${coolant.value.name}`, 'temperature', to, usable.origin);
      const cold = judge.exceeds(coldest, supplyOf(loop), alike);
      const hotSupply = supply !== undefined && exceeds(supply.value, to);
      // A return over the limit of the loop is reported by `cooling/return-temperature`.
      const hotReturn = judge.exceeds(back, hottest, alike) && !exceeds(leastOf(back), limit?.value ?? Number.NaN);
      if (!cold && !hotSupply && !hotReturn) continue;
      const what =
        supply !== undefined && (cold || hotSupply)
          ? `supplies at ${printAmountsApart('temperature', supply.value, cold ? from : to)[0]}`
          : `returns at ${printTemperature(back, hottest)}`;
      reports.push({
        message: `${loop.name} ${what}; ${coolant.value.name} is usable from ${printQuantity(from, 'temperature')} to ${printQuantity(to, 'temperature')}.`,
        help: cold
          ? 'Raise the supply temperature, or use a coolant with a lower freezing point.'
          : 'Raise the flow, lower the supply temperature, or use another coolant.',
        origin: coolant.origin,
        label: `usable from ${printQuantity(from, 'temperature')} to ${printQuantity(to, 'temperature')}`,
        subjects: single('loop', loop.index),
        ...(hotReturn ? { derivation: back } : {}),
        remedies:
          supply !== undefined && hotReturn
            ? loopFlowOf(loop, (loop.values.flow?.value ?? Number.NaN) * flowFactor(supply.value, back.value, to))
            : supply === undefined
              ? []
              : withinWindow(supply, 'supply', from, to),
      });
    }
    return reports;
  },
});
