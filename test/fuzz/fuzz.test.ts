// A slice of the random cases: `npm run fuzz -- --cases N --seed S` runs more.
import { expect, it } from 'vitest';
import { Dice } from './dice.ts';
import { fuzz } from './fuzz.ts';
import { mutated } from './mutations.ts';
import { smallTexts } from './texts.ts';

it('three hundred random cases go right', async () => {
  expect(await fuzz({ cases: 300, seed: 11 })).toEqual([]);
});

it('a seed gives the same case every time', () => {
  const text = (seed: number): string =>
    mutated(smallTexts[seed % smallTexts.length] ?? '', new Dice(seed), smallTexts);
  for (let seed = 0; seed < 50; seed++) expect(text(seed)).toBe(text(seed));
  expect(new Set(Array.from({ length: 200 }, (_, seed) => text(seed))).size).toBeGreaterThan(190);
});
