// The remaining CDUs of a loop when some of them, or some of their pumps, have failed.

import { type Derivation, derived, figure, stated, sum } from '../../figures/derivation.ts';
import { cduName, type Fabric, type Loop, missingIn, partOfCdu } from '../../model/index.ts';
import { printCount } from '../../units/index.ts';
import { type CoolingLosses, losesCooling } from '../conditions/scenario.ts';

/** The remaining CDUs of a loop. */
export interface CdusLeft {
  /** Heat they remove, in W. */
  readonly heat: Derivation;
  /** Flow they deliver, in m³/s. */
  readonly flow: Derivation;
  readonly left: number;
  readonly all: number;
  /** Those that have not failed and have a working pump. */
  readonly running: readonly number[];
  /** The remaining CDUs, each counted by its share of working pumps; equals `left` while every pump that is needed works. */
  readonly pumped: Derivation;
}

/** The remaining CDUs of a loop: without those that have failed, or with no redundancy left; undefined without CDUs. */
export function cdusLeft(fabric: Fabric, losses: CoolingLosses, loop: Loop): CdusLeft | undefined {
  const { from } = loop.values;
  if (from === undefined || from.value.selection.ids.length === 0) return undefined;
  const all = from.value.selection.ids.length;
  const running = [...from.value.selection.ids].filter(
    (id) => !losses.cdus.has(id) && pumpShare(fabric, id, losses)?.value !== 0,
  );
  const { redundancy } = from.value;
  const lost =
    losesCooling(losses) || redundancy === undefined
      ? 0
      : 'mirrored' in redundancy
        ? Math.floor(running.length / 2)
        : redundancy.spare;
  const left = Math.max(0, running.length - lost);
  const give = (dimension: 'power' | 'volume flow', of: (id: number) => Derivation): Derivation => {
    // In the worst case the strongest units fail.
    const kept = running
      .map(of)
      .sort((a, b) => a.value - b.value)
      .slice(0, left);
    return { ...sum(labelOf(loop, left, all), dimension, 'sum of the remaining CDUs', kept), origin: from.origin };
  };
  return {
    heat: give('power', (id) => cduValue(fabric, id, 'capacity', 'power')),
    flow: give('volume flow', (id) => flowOf(fabric, id, losses)),
    left,
    all,
    running,
    pumped: pumpedOf(fabric, losses, running, left),
  };
}

function labelOf({ name }: Loop, left: number, all: number): string {
  if (left === 0) return `remaining CDU capacity of ${name}, all CDUs failed`;
  if (left < all) return `remaining CDU capacity of ${name}, ${left} of ${all} CDUs`;
  return `CDU capacity of ${name}, ${printCount(left, 'CDU')}`;
}

function cduValue(
  fabric: Fabric,
  cdu: number,
  property: 'capacity' | 'flow',
  dimension: 'power' | 'volume flow',
): Derivation {
  const part = partOfCdu(fabric, cdu);
  return stated(
    `${property} of ${cduName(fabric, cdu)}`,
    dimension,
    part?.values[property],
    part === undefined ? `the type of ${cduName(fabric, cdu)} is unknown` : missingIn(part, property),
  );
}

/** Flow of a CDU with its working pumps, in m³/s. */
function flowOf(fabric: Fabric, cdu: number, losses: CoolingLosses): Derivation {
  const flow = cduValue(fabric, cdu, 'flow', 'volume flow');
  const share = pumpShare(fabric, cdu, losses);
  if (share === undefined) return flow;
  const formula = 'flow × working pumps ÷ pumps needed for it';
  return derived(flow.label, 'volume flow', formula, [flow, ...share.terms], flow.value * share.value);
}

/** Share of its flow that the working pumps of a CDU deliver; undefined where none has failed or none is given. */
function pumpShare(fabric: Fabric, cdu: number, losses: CoolingLosses): Derivation | undefined {
  const lost = losses.pumps.get(cdu) ?? 0;
  const pumps = partOfCdu(fabric, cdu)?.values.pumps;
  if (lost === 0 || pumps === undefined) return undefined;
  const { count, redundancy } = pumps.value;
  const spare = redundancy === undefined ? 0 : 'mirrored' in redundancy ? Math.floor(count / 2) : redundancy.spare;
  const left = figure('working pumps', 'count', Math.max(0, count - lost), pumps.origin);
  const needed = figure('pumps needed for the flow', 'count', Math.max(1, count - spare), pumps.origin);
  const label = `working pumps of ${cduName(fabric, cdu)}`;
  const value = Math.min(1, left.value / needed.value);
  return derived(label, 'ratio', 'working pumps ÷ pumps needed for the flow', [left, needed], value);
}

/** The remaining CDUs, each counted by its working pumps: parallel pumps share the flow, so half the pumps take half of it. */
function pumpedOf(fabric: Fabric, losses: CoolingLosses, running: readonly number[], left: number): Derivation {
  const plain = figure('remaining CDUs', 'count', left);
  const shares = running.flatMap((id) => {
    const share = pumpShare(fabric, id, losses);
    return share === undefined || share.value === 1 ? [] : [share];
  });
  if (shares.length === 0) return plain;
  const value = shares.reduce((rest, share) => rest - (1 - share.value), left);
  return derived(
    'remaining CDUs by their pumps',
    'count',
    'remaining CDUs − share of failed pumps',
    [plain, ...shares],
    value,
  );
}
