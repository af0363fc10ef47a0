// How findings speak of the CDUs of a loop.
import type { CdusLeft } from '../facts/index.ts';
import type { Selected } from '../model/index.ts';

/** `its CDU gives`, `its 3 CDUs give`, `1 of its 2 CDUs gives`. */
export function cdusGive({ left, all }: CdusLeft): string {
  const verb = left === 1 ? 'gives' : 'give';
  if (left < all) return `${left} of its ${all} CDUs ${verb}`;
  return all === 1 ? `its CDU ${verb}` : `its ${all} CDUs ${verb}`;
}

/** What is added to a figure where a redundancy is said. */
export function usedUp({ redundancy }: Selected): string {
  return redundancy === undefined ? '' : ' with the redundancy used up';
}
