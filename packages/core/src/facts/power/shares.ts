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

/** A way that power takes to a load. */
export interface PowerPath {
  /** How many share the load, of all steps of the way together. */
  readonly feeds: number;
  /** Whether it is many ways as one: `feeds` is what makes the power that all of them draw. */
  readonly isMany?: true;
  /** UPSs and PDUs on the way, nearest to the load first: name and efficiency. */
  readonly through: readonly { readonly name: string; readonly efficiency: Derivation }[];
}

/** Racks on a feed, grouped by equal contents and equal ways to them. */
export type Shares = Map<string, { readonly load: Derivation; readonly path: PowerPath; count: number }>;

/** Adds the share of a rack that takes a way. Devices of one type may hold other modules: what counts is the power too. */
export function addShare(shares: Shares, load: Derivation, path: PowerPath): void {
  const contents = load.terms.map(({ label, value, known, times: each }) => `${each} ${label} ${value} ${known}`);
  const key = [path.feeds, ...path.through.map(({ name }) => name), ...contents].join();
  const known = shares.get(key);
  if (known === undefined) shares.set(key, { load, path, count: 1 });
  else known.count++;
}

/** Power that a way takes for each watt of its load: more than the share by what is lost on it; at least that where it is unknown. */
export function drawnPerWatt({ feeds, through }: PowerPath): Pick<Derivation, 'value' | 'known'> {
  let [value, known] = [1 / feeds, 1 / feeds];
  for (const { efficiency } of through) {
    value /= efficiency.value;
    if (!Number.isNaN(efficiency.value)) known /= efficiency.value;
  }
  return { value, known };
}

/** The shares as terms of a sum. */
export function shareTerms(shares: Shares): Derivation[] {
  return [...shares.values()].map(({ load, path, count }) => {
    const { feeds, through, isMany } = path;
    const label = count === 1 ? load.label : `${load.label} and ${printCount(count - 1, 'more', 'more')}`;
    if (feeds === 1 && through.length === 0) return count === 1 ? load : times(count, { ...load, label });
    const each = drawnPerWatt(path);
    const value = load.value * each.value;
    const terms = [
      load,
      ...(isMany ? [figure('drawn for each watt, by all ways together', 'count', 1 / feeds)] : []),
      ...(feeds === 1 || isMany ? [] : [figure('feeds that share it', 'count', feeds)]),
      ...through.map(({ efficiency }) => efficiency),
    ];
    const shared = isMany ? ['load × all ways'] : feeds === 1 ? ['load'] : ['load', 'feeds'];
    const formula = [...shared, ...through.map(() => 'efficiency')].join(' ÷ ');
    const ways = [...through.map(({ name }) => name), ...(isMany ? ['many ways'] : [])].reverse();
    const what = ways.length === 0 ? 'share of the' : `through ${ways.join(', ')} for the`;
    const share = derived(`${what} ${label}`, 'power', formula, terms, value);
    const whole = Number.isNaN(value) ? { ...share, known: load.known * each.known } : share;
    return count === 1 ? whole : times(count, whole);
  });
}
