// How findings name the CDUs of a loop that remain when its redundancy is lost.
import type { CdusLeft } from '../facts/index.ts';
import { type Loop, type Selected, type Subjects, single } from '../model/index.ts';

/** The CDUs of a loop, as what a finding about them together is about; the loop where it has none. */
export function cdusOf({ index, values }: Loop): Subjects {
  const ids = values.from?.value.selection.ids ?? new Uint32Array(0);
  return ids.length === 0 ? single('loop', index) : { of: 'cdu', ids };
}

/** `its CDU delivers`, `its 3 CDUs deliver`, `the remaining CDU (1 of 2) delivers`, `the remaining 2 CDUs (of 3) deliver`. */
export function cdusDeliver({ left, all }: CdusLeft): string {
  if (left < all)
    return left === 1 ? `the remaining CDU (1 of ${all}) delivers` : `the remaining ${left} CDUs (of ${all}) deliver`;
  return all === 1 ? 'its CDU delivers' : `its ${all} CDUs deliver`;
}

/** What follows a figure where a redundancy is given. */
export function withRedundancyLost({ redundancy }: Selected): string {
  return redundancy === undefined ? '' : ' with the redundancy lost';
}
