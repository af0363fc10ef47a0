// What a coolant loop circulates: the flow it is set to, or less where CDUs or pumps have failed.
import { type Derivation, derived, knownOf, stated, sum, unknown } from '../../figures/derivation.ts';
import { type Fabric, type Loop, missingOf } from '../../model/index.ts';
import { losesCooling } from '../conditions/scenario.ts';
import { takersOf } from './branch-flow.ts';
import { cdusLeft } from './cdus.ts';
import type { CoolingInputs } from './cooling-inputs.ts';

type FlowInputs = Pick<CoolingInputs, 'fabric' | 'losses'>;

/**
 * The flow a loop is set to, in m³/s: its own, or what its branches and racks take where all of them say it; no less than what they say
 * where some don't.
 */
export function loopFlowAsSet(fabric: Fabric, loop: Loop): Derivation {
  const label = `flow of ${loop.name}`;
  if (loop.values.flow !== undefined) return stated(label, 'volume flow', loop.values.flow, '');
  const { asked, open } = takersOf(fabric, loop);
  const taken = sum(label, 'volume flow', 'sum of its branches and racks', asked);
  if (open === 0 && asked.length > 0) return taken;
  const none = unknown(label, 'volume flow', missingOf('loop', loop, 'flow'));
  const least = knownOf(taken);
  return least > 0 ? { ...none, bounds: { least, most: Number.POSITIVE_INFINITY } } : none;
}

/** The flow a loop is set to, or less where its remaining CDUs deliver less, in m³/s. */
export function loopFlowLeft({ fabric, losses }: FlowInputs, loop: Loop): Derivation {
  const set = loopFlowAsSet(fabric, loop);
  const pumped = cdusLeft(fabric, losses, loop)?.flow;
  if (pumped === undefined || !(pumped.value < set.value)) return set;
  return derived(`flow of ${loop.name}`, 'volume flow', 'flow of the remaining CDUs', [pumped], pumped.value);
}

/** What a loop circulates, in m³/s. */
export function loopFlow(inputs: FlowInputs, loop: Loop): Derivation {
  return losesCooling(inputs.losses) ? loopFlowLeft(inputs, loop) : loopFlowAsSet(inputs.fabric, loop);
}

/** Share of the flow a loop is set to that remains; undefined where all of it does. */
export function flowShareLeft(inputs: FlowInputs, loop: Loop): Derivation | undefined {
  const [set, now] = [loopFlowAsSet(inputs.fabric, loop), loopFlow(inputs, loop)];
  if (!(now.value < set.value)) return undefined;
  const share = now.value / set.value;
  return derived('remaining share of the flow', 'ratio', 'remaining flow ÷ flow as set', [now, set], share);
}
