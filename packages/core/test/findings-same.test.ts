// When two findings are the same one, in which order they come, and what severity they have.
import { describe, expect, it } from 'vitest';
import {
  byPlace,
  distinctFindings,
  findingKey,
  type Judgement,
  mergeJudgements,
  milderOf,
  saidOfOthers,
  severityOf,
  single,
} from '../src/index.ts';
import { at, findingOf, judgement } from './findings-kit.ts';

describe('the key of a finding', () => {
  it('is equal for one rule at one place, whatever else differs', () => {
    const other = { ...findingOf('power/budget', at(3)), message: 'Another number.' };
    expect(findingKey(findingOf('power/budget', at(3)))).toBe(findingKey(other));
  });

  it('differs by rule, file, start and end', () => {
    const all = [
      findingOf('power/budget', at(3)),
      findingOf('power/feed', at(3)),
      findingOf('power/budget', at(3, 5, 'b.fabric')),
      findingOf('power/budget', at(4, 4)),
      findingOf('power/budget', at(3, 6)),
    ];
    expect(new Set(all.map(findingKey)).size).toBe(all.length);
    expect(distinctFindings([...all, ...all], findingKey)).toEqual(all);
  });
});

describe('judgements of one rule at one place', () => {
  it('are one, the first, which tells of those that differ', () => {
    const [worst, second] = [
      judgement('power/budget', { message: '90 kW.' }),
      judgement('power/budget', { message: '70 kW.' }),
    ];
    const elsewhere = judgement('power/budget', { origin: at(50) });
    const another = judgement('power/feed', {});
    const merged = mergeJudgements([worst, second, worst, elsewhere, another]);
    expect(merged.map(({ report }) => report.message)).toEqual([
      '90 kW.',
      elsewhere.report.message,
      another.report.message,
    ]);
    expect(merged[0]?.others).toEqual([second]);
  });

  it('are told as far as three beside the first, and the rest are counted', () => {
    const all = [9, 8, 7, 6, 5, 4].map((kw) => judgement('power/budget', { message: `${kw} kW.` }));
    expect(saidOfOthers(mergeJudgements(all)[0] as Judgement)).toEqual([
      '8 kW.',
      '7 kW.',
      '6 kW.',
      '2 more of the same kind here.',
    ]);
    expect(saidOfOthers(mergeJudgements(all.slice(0, 5))[0] as Judgement)).toEqual([
      '8 kW.',
      '7 kW.',
      '6 kW.',
      '5 kW.',
    ]);
  });

  it('keep what all of them are about', () => {
    const [some, others] = [single('device', 1), single('device', 2)];
    const judgements = [some, others].map((subjects) => judgement('power/budget', { subjects }));
    const [merged] = mergeJudgements(judgements);
    expect(merged?.report.subjects).toBe(some);
    expect(merged?.report.alike).toEqual([{ subjects: others, derivation: undefined }]);
  });
});

describe('the order of findings', () => {
  it('is by file, start, end and rule', () => {
    const sorted = [
      findingOf('z/z', at(0)),
      findingOf('a/a', at(2, 1)),
      findingOf('a/a', at(2, 2)),
      findingOf('b/b', at(2, 2)),
      findingOf('a/a', at(0, 5, 'b.fabric')),
    ];
    expect([...sorted].reverse().sort(byPlace)).toEqual(sorted);
  });
});

describe('a severity', () => {
  it('is the one set for the rule, else for its family, else its own', () => {
    const severities = new Map([
      ['power', 'off'],
      ['power/budget', 'note'],
    ] as const);
    expect(severityOf(severities, 'power/budget', 'error')).toBe('note');
    expect(severityOf(severities, 'power/feed', 'error')).toBe('off');
    expect(severityOf(severities, 'optics/reach', 'warning')).toBe('warning');
  });

  it('is the milder of two', () => {
    expect(milderOf('error', 'note')).toBe('note');
    expect(milderOf('note', 'warning')).toBe('note');
  });
});
