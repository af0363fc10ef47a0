// Loads that several feeds share: alike ones are counted once.
import { type Derivation, derived, figure, times } from '../../figures/derivation.ts';
import { printCount } from '../../units/index.ts';
import type { PowerBasis } from '../conditions/basis.ts';

/** Power on one basis. */
export interface PowerSums {
  readonly basis: PowerBasis;
  /** Power of a device with its modules, by device class, in W. */
  readonly device: readonly Derivation[];
  /** Power of a rack, in W. */
  rack(rack: number): Derivation;
  /** Power a rack draws from its feeds, in W: in the worst case with the short peaks of its devices. */
  fed(rack: number): Derivation;
  /** Power of all modules, in W. */
  readonly modules: Derivation;
  /** Power of every device, placed or not, in W. */
  readonly total: Derivation;
}

/** Racks on a feed, grouped by equal contents and number of feeds. */
export type Shares = Map<string, { readonly load: Derivation; readonly feeds: number; count: number }>;

/** Adds a rack that shares its load equally among so many feeds. Devices of one type may hold other modules: what counts is the power too. */
export function addShare(shares: Shares, load: Derivation, feeds: number): void {
  const contents = load.terms.map(({ label, value, known, times: each }) => `${each} ${label} ${value} ${known}`);
  const key = `${feeds} ${contents.join()}`;
  const known = shares.get(key);
  if (known === undefined) shares.set(key, { load, feeds, count: 1 });
  else known.count++;
}

/** The shares as terms of a sum. */
export function shareTerms(shares: Shares): Derivation[] {
  return [...shares.values()].map(({ load, feeds, count }) => {
    const label = count === 1 ? load.label : `${load.label} and ${printCount(count - 1, 'more', 'more')}`;
    if (feeds === 1) return count === 1 ? load : times(count, { ...load, label });
    const value = load.value / feeds;
    const terms = [load, figure('feeds that share it', 'count', feeds)];
    const share = derived(`share of the ${label}`, 'power', 'load ÷ feeds', terms, value);
    const whole = Number.isNaN(value) ? { ...share, known: load.known / feeds } : share;
    return count === 1 ? whole : times(count, whole);
  });
}
