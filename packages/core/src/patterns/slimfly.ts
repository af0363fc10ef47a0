// Slim Fly: the largest known graphs of diameter two.
import { itemAt, numberAt } from '../model/index.ts';
import { type Field, fieldOf, primePower } from './galois.ts';
import type { OneSided } from './pattern.ts';
import { impossible, layWiring, type Wiring, wrongCount } from './wiring.ts';

/**
 * A graph of McKay, Miller and Širáň as Slim Fly uses it (Besta and Hoefler, SC 2014): 2q² routers `(half, x, y)`.
 * `(0, x, y)` is joined to `(0, x, y + g)` for each g of the first set, `(1, m, c)` to `(1, m, c + g)` for each of the
 * second, and `(0, x, y)` to `(1, m, c)` where `y = m·x + c`.
 */
function slimflyWiring(field: Field, sets: readonly [readonly number[], readonly number[]]): Wiring {
  const { order: q, add, subtract, multiply } = field;
  const inner = sets[0].length;
  const degree = inner + q;
  // Both sets hold the negative of each of their elements: the slot that leads back.
  const backs = sets.map((set) => set.map((each) => set.indexOf(subtract(0, each))));
  return {
    devices: 2 * q * q,
    degree,
    peer(end) {
      const router = Math.floor(end / degree);
      const slot = end - router * degree;
      const half = router < q * q ? 0 : 1;
      const within = router - half * q * q;
      const x = Math.floor(within / q);
      const y = within - x * q;
      if (slot < inner) {
        const other = half * q * q + x * q + add(y, numberAt(itemAt(sets, half), slot));
        return other * degree + numberAt(itemAt(backs, half), slot);
      }
      const across = slot - inner;
      const shift = multiply(x, across);
      const other = half === 0 ? q * q + across * q + subtract(y, shift) : across * q + add(y, shift);
      return other * degree + inner + x;
    },
  };
}

/** The two sets of differences, from the powers of a generator; undefined where q is not 4w - 1, 4w or 4w + 1. */
function differences({ order: q, powers }: Field): [number[], number[]] | undefined {
  const every = (from: number, to: number): number[] => {
    const found: number[] = [];
    for (let power = from; power <= to; power += 2) found.push(numberAt(powers, power % (q - 1)));
    return found;
  };
  const w = Math.round(q / 4);
  switch (q - 4 * w) {
    case 1:
      return [every(0, q - 3), every(1, q - 2)];
    case 0:
      return [every(0, q - 2), every(1, q - 1)];
    case -1:
      return [
        [...every(0, 2 * w - 2), ...every(2 * w - 1, 4 * w - 3)],
        [...every(1, 2 * w - 1), ...every(2 * w, 4 * w - 2)],
      ];
    default:
      return undefined;
  }
}

/** Whether a Slim Fly of this q exists: a prime power from three up. */
function exists(q: number): boolean {
  return q > 2 && primePower(q) !== undefined;
}

export const slimfly: OneSided = {
  name: 'slimfly',
  form: 'slimfly(5)',
  doc: 'The graph of diameter two with 2q² devices and about 3q/2 neighbours each; q is a prime power.',
  takes: { names: ['q'], repeated: false },
  sides: 1,
  lay(side, [q = 0]) {
    if (q > largest)
      return impossible(`A Slim Fly of q ${q} has more routers than a fabric can hold`, `q is at most ${largest}.`);
    const field = exists(q) ? fieldOf(q) : undefined;
    const sets = field === undefined ? undefined : differences(field);
    if (field === undefined || sets === undefined)
      return impossible(`There is no Slim Fly of q ${q}: q is a prime power from 3 up`, nearestHelp(q));
    return wrongCount(side, 2 * q * q) ?? layWiring(side, slimflyWiring(field, sets));
  },
};

/** 2q² routers are then about ten million, as many as a fabric holds. */
const largest = 2_213;

function nearestHelp(q: number): string {
  let below = q - 1;
  while (below > 2 && !exists(below)) below--;
  let above = Math.max(3, q + 1);
  while (!exists(above)) above++;
  const near = (below > 2 ? [below, above] : [above]).map((each) => `${each}, with ${2 * each * each} devices`);
  return `The nearest that ${near.length > 1 ? 'exist are' : 'exists is'} ${near.join(', and ')}.`;
}
