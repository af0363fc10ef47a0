// The CDUs of a loop that are left when some, or some of their pumps, are lost.

import { type Derivation, derived, figure, stated, sum } from '../../figures/derivation.ts';
import { cduName, type Fabric, type Loop, partOfCdu } from '../../model/index.ts';
import { type CoolingLosses, losesCooling } from '../conditions/scenario.ts';

/** The CDUs of a loop that are left when those it may lose are lost. */
export interface CdusLeft {
  /** Heat they pass on, in W. */
  readonly heat: Derivation;
  /** Flow they give, in m³/s. */
  readonly flow: Derivation;
  readonly left: number;
  readonly all: number;
  /** Those that have not failed and have a pump left. */
  readonly running: readonly number[];
  /** Over those that are left, the share of its pumps each has left; `left` while no pump that is needed is lost. */
  readonly pumped: Derivation;
}

/** What is left of the CDUs of a loop: as far as they have failed, or as their redundancy allows; undefined without CDUs. */
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
    // The units that are lost are the ones that give most.
    const kept = running
      .map(of)
      .sort((a, b) => a.value - b.value)
      .slice(0, left);
    return { ...sum(labelOf(loop, left, all), dimension, 'sum of the CDUs left', kept), origin: from.origin };
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
  if (left === 0) return `what the CDUs of ${name} give, of which none is left`;
  if (left < all) return `what ${left} of the ${all} CDUs of ${name} ${left === 1 ? 'gives' : 'give'}`;
  return left === 1 ? `what the CDU of ${name} gives` : `what the ${left} CDUs of ${name} give`;
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
    `${part?.name ?? cduName(fabric, cdu)} has no \`${property}\``,
  );
}

/** Flow of a CDU with the pumps it has left, in m³/s. */
function flowOf(fabric: Fabric, cdu: number, losses: CoolingLosses): Derivation {
  const flow = cduValue(fabric, cdu, 'flow', 'volume flow');
  const share = pumpShare(fabric, cdu, losses);
  if (share === undefined) return flow;
  const formula = 'flow × pumps left ÷ pumps that give it';
  return derived(flow.label, 'volume flow', formula, [flow, ...share.terms], flow.value * share.value);
}

/** Share of its flow the pumps left of a CDU give: all while those lost are spare; undefined where none is lost or said. */
function pumpShare(fabric: Fabric, cdu: number, losses: CoolingLosses): Derivation | undefined {
  const lost = losses.pumps.get(cdu) ?? 0;
  const pumps = partOfCdu(fabric, cdu)?.values.pumps;
  if (lost === 0 || pumps === undefined) return undefined;
  const { count, redundancy } = pumps.value;
  const spare = redundancy === undefined ? 0 : 'mirrored' in redundancy ? Math.floor(count / 2) : redundancy.spare;
  const left = figure('pumps left', 'count', Math.max(0, count - lost), pumps.origin);
  const needed = figure('pumps that give the flow', 'count', Math.max(1, count - spare), pumps.origin);
  const label = `pumps left of ${cduName(fabric, cdu)}`;
  const value = Math.min(1, left.value / needed.value);
  return derived(label, 'ratio', 'pumps left ÷ pumps that give the flow', [left, needed], value);
}

/** CDUs left, each counted by its pumps: pumps side by side share the flow, so one with half its pumps takes half of it. */
function pumpedOf(fabric: Fabric, losses: CoolingLosses, running: readonly number[], left: number): Derivation {
  const plain = figure('CDUs left', 'count', left);
  const shares = running.flatMap((id) => {
    const share = pumpShare(fabric, id, losses);
    return share === undefined || share.value === 1 ? [] : [share];
  });
  if (shares.length === 0) return plain;
  const value = shares.reduce((rest, share) => rest - (1 - share.value), left);
  return derived(
    'CDUs left by their pumps',
    'count',
    'CDUs left − what they lack of their pumps',
    [plain, ...shares],
    value,
  );
}
