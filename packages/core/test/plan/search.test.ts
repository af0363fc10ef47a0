// The search against trying everything, and the smallest conflict against all sets.
import { describe, expect, it } from 'vitest';
import { cheapest, smallestConflict } from '../../src/index.ts';

/** Numbers that look random and are the same each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/** All choices of some axes. */
function all(sizes: readonly number[]): number[][] {
  return sizes.reduce<number[][]>(
    (choices, size) => choices.flatMap((each) => Array.from({ length: size }, (_, place) => [...each, place])),
    [[]],
  );
}

describe('the cheapest choice', () => {
  it('is what trying everything finds', async () => {
    for (let seed = 1; seed <= 200; seed++) {
      const random = numbers(seed);
      const sizes = [1 + random(5), 1 + random(5), 1 + random(3)];
      const weights = sizes.map(() => random(4));
      const kinds = Array.from({ length: sizes[2] ?? 1 }, () => random(9));
      const bad = new Set(
        all(sizes)
          .filter(() => random(4) > 0)
          .map(String),
      );
      const costOf = ([a = 0, b = 0, c = 0]: readonly number[]): number =>
        a * (weights[0] ?? 0) + b * (weights[1] ?? 0) + (kinds[c] ?? 0);
      const axes = sizes.map((size, i) => ({ size, isOrdered: i < 2, isMonotone: false }));
      const { best, tried, isComplete } = await cheapest(
        axes,
        async (places) => ({
          cost: costOf(places),
          violated: new Map(bad.has(String(places)) ? [[0, { found: 'bad', excess: Number.NaN }]] : []),
        }),
        1000,
      );
      const good = all(sizes).filter((each) => !bad.has(String(each)));
      const least = good.length === 0 ? undefined : Math.min(...good.map(costOf));
      expect([seed, best === undefined ? undefined : costOf(best.places)]).toEqual([seed, least]);
      expect(isComplete).toBe(true);
      if (least === undefined) expect(tried.length).toBe(all(sizes).length);
    }
  });

  it('stops after a number of choices, and says so', async () => {
    const judge = async () => ({ cost: 0, violated: new Map([[1, { found: 'bad', excess: Number.NaN }]]) });
    const { best, tried, isComplete } = await cheapest([{ size: 100, isOrdered: true, isMonotone: false }], judge, 10);
    expect([best, tried.length, isComplete]).toEqual([undefined, 10, false]);
  });
});

describe('the smallest conflict', () => {
  const isConflict = (set: readonly number[], violated: readonly (readonly number[])[]): boolean =>
    violated.every((each) => each.some((one) => set.includes(one)));

  it('has no line too many, and no smaller set is one', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = numbers(seed);
      const violated = Array.from({ length: 1 + random(8) }, () =>
        Array.from({ length: 1 + random(4) }, () => random(8)),
      );
      const found = smallestConflict(violated);
      expect(isConflict(found, violated)).toBe(true);
      for (const one of found)
        expect(
          isConflict(
            found.filter((each) => each !== one),
            violated,
          ),
        ).toBe(false);
      const smallest = Array.from({ length: 256 }, (_, bits) => [0, 1, 2, 3, 4, 5, 6, 7].filter((i) => (bits >> i) & 1))
        .filter((set) => isConflict(set, violated))
        .reduce((least, { length }) => Math.min(least, length), 9);
      expect([seed, found.length]).toEqual([seed, smallest]);
    }
  });

  it('of more than five is minimal', () => {
    const violated = Array.from({ length: 9 }, (_, i) => [i, i + 100]);
    expect(smallestConflict(violated)).toHaveLength(9);
  });
});
