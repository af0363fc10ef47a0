// Coolant that returns hotter than the loop or branch allows.

import { returnLimitOf } from '../../facts/index.ts';
import { printValue, stated } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { blockOfRack, branchOfRack, loopOfRack, numberAt, single } from '../../model/index.ts';
import { rackSentence } from '../../subjects/naming.ts';
import { flowForAll, printTemperature, withoutFlow } from '../../subjects/print-temperature.ts';
import { overLimit } from '../../subjects/racks.ts';
import { cooler, flowFactor, loopFlowOf } from '../../subjects/remedies/index.ts';
import { exceeds, printQuantity } from '../../units/index.ts';

export const rule = defineRule({
  id: 'cooling/return-temperature',
  severity: 'error',
  level: 'assembly',
  title: 'Coolant returns hotter than the loop allows',
  why: 'Q = ρ · cp · V̇ · ΔT: the heat of the racks, divided by the heat that the flow carries per kelvin, is the rise; supply plus rise is the return. It must stay within the limit of the loop, for the loop as a whole and for each rack with the flow it gets: hoses, couplings and the inhibitors of the coolant have limits of their own, and the facility relies on the temperature.',
  sources: [
    'PG25 density and specific heat by temperature: Airedale DeltaChill manual, p. 53',
    'OCP loops: PG25 49 °C typical, 66 °C at most; manifold 60 °C; NVL72 65 °C return',
  ],
  limit: 'return temperature',
  override: 'Set `return` on the loop or the branch, or raise `flow` on the loop or the racks.',
  bad: `import "std/racks"
import "std/cooling"

loop primary {
    coolant PG25
    supply  40 °C
    return  <= 55 °C
//  ^^^^^^^^^^^^^^^^
    flow    40 L/min
}
host type Node { height 8 RU  power 30 kW  liquid 90 % }
rack r : OpenRackV3 { cooled by primary }
host node[1..2] : Node
place node[*] in r
`,
  fix: { '40 L/min': '60 L/min' },
  edges: [
    {
      name: 'a flow that is not given',
      change: { '    flow    40 L/min\n': '' },
    },
  ],
  check(facts, judge) {
    const { fabric } = facts;
    const reports: Report[] = [];
    const hot = new Set<number>();
    for (const loop of fabric.loops) {
      const limit = loop.values.return;
      const back = facts.cooling.returnTemperature(loop);
      if (limit === undefined || !judge.exceeds(back, returnLimitOf(loop), { at: loop.origin })) continue;
      const is = printTemperature(back, returnLimitOf(loop));
      hot.add(loop.index);
      reports.push({
        message: `${loop.name} returns at ${is}; its limit is ${printQuantity(limit.value, 'temperature')}.`,
        help: exceeds(loop.values.supply?.value ?? Number.NaN, limit.value)
          ? 'Lower the supply temperature: it is above the return limit already.'
          : 'Raise the flow, lower the supply temperature, or reduce the heat on the loop.',
        origin: limit.origin,
        label: `returns at ${is}`,
        related:
          loop.values.flow === undefined ? [] : [{ origin: loop.values.flow.origin, message: 'The flow is set here.' }],
        subjects: single('loop', loop.index),
        derivation: back,
        remedies: loopFlowOf(
          loop,
          (loop.values.flow?.value ?? Number.NaN) *
            flowFactor(loop.values.supply?.value ?? Number.NaN, back.value, limit.value),
        ),
        blames: [limit.origin],
      });
    }
    const hotBranches = new Set<number>();
    for (const branch of fabric.branches) {
      const limit = branch.values.return;
      const back = facts.cooling.branches.outlet(branch);
      if (limit === undefined || hot.has(branch.loop)) continue;
      const most = stated(`return limit of ${branch.name}`, 'temperature', limit, '');
      if (!judge.exceeds(back, most, { at: branch.origin })) continue;
      hotBranches.add(branch.index);
      reports.push({
        message: `${branch.name} returns at ${printTemperature(back, most)}; its limit is ${printQuantity(limit.value, 'temperature')}.`,
        help: 'Raise the flow of the branch, or reduce its heat.',
        origin: limit.origin,
        label: `returns at ${printTemperature(back)}`,
        related:
          branch.values.flow === undefined
            ? []
            : [{ origin: branch.values.flow.origin, message: 'The flow is set here.' }],
        subjects: single('branch', branch.index),
        derivation: back,
        blames: [limit.origin],
      });
    }
    const limitOf = (rack: number) => {
      const loop = loopOfRack(fabric, rack);
      const branch = branchOfRack(fabric, rack);
      const reported = loop === undefined || hot.has(loop.index) || hotBranches.has(branch?.index ?? -1);
      const limit = reported ? undefined : (branch?.values.return ?? loop.values.return);
      return limit === undefined ? undefined : stated('return limit', 'temperature', limit, '');
    };
    for (const { racks, value, limit, placement } of overLimit(
      facts,
      'cooling/return-temperature',
      judge,
      facts.cooling.rackReturn,
      limitOf,
    )) {
      const rack = numberAt(racks, 0);
      const block = blockOfRack(fabric, rack);
      const isStill = value.value === Number.POSITIVE_INFINITY;
      reports.push({
        message: isStill
          ? withoutFlow(fabric, racks)
          : `${rackSentence(fabric, racks, { one: 'returns at', many: 'return at up to' }, printTemperature(value, limit))}; ${branchOfRack(fabric, rack)?.values.return === undefined ? 'the loop' : 'its branch'} allows ${printValue(limit)}.`,
        help: isStill ? flowForAll : 'Raise the flow of the rack, or place fewer devices in it.',
        origin: block.origin,
        label: isStill ? 'no coolant flow' : `returns at ${printTemperature(value)}`,
        related: limit.origin === undefined ? [] : [{ origin: limit.origin, message: 'The limit.' }],
        subjects: { of: 'rack', ids: Uint32Array.from(racks) },
        derivation: value,
        remedies: cooler(facts, rack, value.value, limit.value),
        restsOn: [placement, block.origin],
      });
    }
    return reports;
  },
});
