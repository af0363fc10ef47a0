// What makes a finding doubtful is data: it names rules that there are, and of a thing with such a fault only its own rule speaks.
import { expect, it } from 'vitest';
import { soundFor } from '../src/findings/doubt.ts';
import { allRules, type Facts } from '../src/index.ts';
import { doubts } from '../src/subjects/sound.ts';

it('names rules that there are, none of them twice', () => {
  const ids = new Set(allRules.map(({ id }) => id));
  for (const { reportedBy, doubtful } of doubts) {
    expect([...reportedBy, ...doubtful].filter((each) => !ids.has(each))).toEqual([]);
    expect(new Set([...reportedBy, ...doubtful]).size).toBe(reportedBy.length + doubtful.length);
  }
});

it('leaves a thing with a fault to the rule that reports it', () => {
  const facts = {} as Facts;
  const odd = { reportedBy: ['a/odd'], doubtful: ['b/large'], holds: (_: Facts, thing: number) => thing % 2 === 1 };
  const of = { things: [1, 2, 3, 4], doubts: [odd] };
  expect(soundFor(facts, 'b/large', of)).toEqual([2, 4]);
  expect(soundFor(facts, 'a/odd', of)).toEqual([1, 2, 3, 4]);
});
