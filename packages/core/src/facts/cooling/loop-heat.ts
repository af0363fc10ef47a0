// Heat of coolant loops: what comes in, how much it warms the coolant, what the loop can carry away.
import { type Derivation, derived, knownOf, sum, times } from '../../figures/derivation.ts';
import { itemAt, type Loop } from '../../model/index.ts';
import { losesCooling } from '../conditions/scenario.ts';
import { cdusLeft } from './cdus.ts';
import type { CoolingInputs } from './cooling-inputs.ts';
import { loopFlow, loopFlowLeft } from './loop-flow.ts';
import { carriedHeat, returnLimitOf, riseFrom, supplyOf } from './loop-laws.ts';

/** Liquid heat of all racks on a loop, in W, by device class. */
export function loopHeat({ fabric, contents, heat }: CoolingInputs, loop: Loop): Derivation {
  const counts = new Map<number, number>();
  for (let rack = 0; rack < fabric.racks.count; rack++) {
    if (fabric.racks.loop[rack] !== loop.index) continue;
    for (const [index, count] of contents[rack] ?? []) counts.set(index, (counts.get(index) ?? 0) + count);
  }
  const terms = [...counts].map(([index, count]) => times(count, itemAt(heat.liquid, index)));
  return sum(`liquid heat on ${loop.name}`, 'power', 'sum of the devices in its racks', terms);
}

/** Rise from supply to return, in K. Infinite where more heat comes in than the remaining CDUs remove. */
export function loopRise(inputs: CoolingInputs, loop: Loop): Derivation {
  const label = `rise of ${loop.name}`;
  const removed = losesCooling(inputs.losses) ? cdusLeft(inputs.fabric, inputs.losses, loop)?.heat : undefined;
  const heat = loopHeat(inputs, loop);
  if (removed === undefined || !(knownOf(heat) > removed.value))
    return riseFrom(label, { heat, flow: loopFlow(inputs, loop), loop });
  // The loop warms until something stops.
  const formula = 'more heat than the remaining CDUs remove';
  return derived(label, 'temperature difference', formula, [heat, removed], Number.POSITIVE_INFINITY);
}

/** Heat a loop can carry up to its return limit and its remaining CDUs can remove, in W. */
export function loopCapacity(inputs: CoolingInputs, loop: Loop): Derivation {
  const label = `heat ${loop.name} can carry`;
  const flow = loopFlowLeft(inputs, loop);
  const can = carriedHeat(label, { flow, from: supplyOf(loop), limit: returnLimitOf(loop), loop });
  const removed = cdusLeft(inputs.fabric, inputs.losses, loop)?.heat;
  if (removed === undefined || !(removed.value < can.value)) return can;
  return derived(
    label,
    'power',
    'capacity of its CDUs, which is below what its flow carries',
    [removed, can],
    removed.value,
  );
}
