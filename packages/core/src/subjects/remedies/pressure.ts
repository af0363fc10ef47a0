// Less pressure lost, or more head: what would cure findings about pumps.
import type { Facts } from '../../answers/index.ts';
import { type CdusLeft, headAt } from '../../facts/index.ts';
import { type Derivation, derived, leastOf } from '../../figures/index.ts';
import type { Remedy } from '../../findings/index.ts';
import { cduName, type Loop, partOfCdu, partOfRack } from '../../model/index.ts';
import { exceeds } from '../../units/index.ts';
import { maxGrowth, moreCdus, moreCouplings } from './hardware.ts';

/**
 * As many CDUs as have the head that a loop needs: the more of them share its flow, the more head each has.
 * @param needed in Pa
 */
export function cdusForHead({ fabric, cooling }: Facts, loop: Loop, cdus: CdusLeft, needed: number): Remedy[] {
  const flow = cooling.flow(loop);
  if (cdus.left === 0 || cdus.running.length < cdus.all || !Number.isFinite(needed)) return [];
  const suffice = (left: number): boolean =>
    cdus.running.every((id) => {
      const share = derived('flow of each CDU', 'volume flow', 'flow ÷ remaining CDUs', [flow], flow.value / left);
      return leastOf(headAt(cduName(fabric, id), partOfCdu(fabric, id), share)) >= needed;
    });
  for (let left = cdus.left + 1; left <= cdus.left * maxGrowth; left++)
    if (suffice(left)) return moreCdus(fabric, loop, cdus, left / cdus.left);
  return [];
}

/**
 * As many couplings of a rack as lose no more than is left for them: half the flow through each loses a quarter.
 * @param lost pressure drop of the rack, with a term for each kind of its couplings
 * @param limit head of the pumps, in Pa
 */
export function widerCouplings({ fabric }: Facts, rack: number, lost: Derivation, limit: number): Remedy[] {
  const given = partOfRack(fabric, rack)?.values.couplings;
  const [only, ...more] = given?.value ?? [];
  if (given === undefined || only === undefined || more.length > 0) return [];
  const own = lost.terms
    .filter(({ origin }) => origin === given.origin)
    .reduce((all, each) => all + (each.times ?? 1) * leastOf(each), 0);
  const left = limit - (leastOf(lost) - own);
  return left > 0 && exceeds(own, left) ? moreCouplings(given, only, Math.sqrt(own / left)) : [];
}
