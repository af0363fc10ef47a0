// What a coolant loop circulates: the flow it is set to, or less where CDUs or pumps have failed.
import { type Derivation, derived, stated, sum } from '../../figures/derivation.ts';
import { type Fabric, type Loop, missingOf, signedAt } from '../../model/index.ts';
import { losesCooling } from '../conditions/scenario.ts';
import { flowAsSet } from './branch-flow.ts';
import { cdusLeft } from './cdus.ts';
import type { CoolingInputs } from './cooling-inputs.ts';

type FlowInputs = Pick<CoolingInputs, 'fabric' | 'losses'>;

/** The flow a loop is set to, in m³/s: its own, or what its branches take where they hold all its racks. */
export function loopFlowAsSet(fabric: Fabric, loop: Loop): Derivation {
  const label = `flow of ${loop.name}`;
  const own = fabric.branches.filter((each) => each.loop === loop.index);
  const whole =
    own.length > 0 &&
    fabric.racks.loop.every((each, rack) => each !== loop.index || signedAt(fabric.racks.branch, rack) >= 0);
  if (loop.values.flow !== undefined || !whole)
    return stated(label, 'volume flow', loop.values.flow, missingOf('loop', loop, 'flow'));
  const firsts = own.filter((each) => each.after < 0);
  return sum(
    label,
    'volume flow',
    'sum of its branches',
    firsts.map((each) => flowAsSet(fabric, each)),
  );
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
