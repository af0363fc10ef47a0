// What follows from another finding is listed with it: by level, by place, by severity, and from warnings to errors.
import { describe, expect, it } from 'vitest';
import { attachConsequences, type Derivation, type Judgement } from '../src/index.ts';
import { at, judgement } from './findings-kit.ts';

const value = at(100);
const elsewhere = at(200);

const warning = { severity: 'warning' } as const;
/** Findings by rule, each with its consequences. */
function attached(...judgements: Judgement[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(attachConsequences(judgements).map((each) => [each.rule, each.consequences]));
}

const blaming = judgement('value/wrong', { blames: [value] });
const depending = judgement('rack/budget', { origin: elsewhere, restsOn: [value] }, { level: 'whole' });

describe('a finding that depends on a blamed value', () => {
  it('is a consequence of the one that blames it, in whichever order they come', () => {
    expect(attached(blaming, depending)).toEqual({ 'value/wrong': ['rack/budget fails.'] });
    expect(attached(depending, blaming)).toEqual({ 'value/wrong': ['rack/budget fails.'] });
  });

  it('is its own where it depends on another value', () => {
    const other = judgement('rack/budget', { restsOn: [at(300)] }, { level: 'whole' });
    expect(attached(blaming, other)).toEqual({ 'value/wrong': [], 'rack/budget': [] });
  });

  it('is its own on the same level, but at another place', () => {
    const sameLevel = { origin: elsewhere, restsOn: [value] };
    expect(attached(blaming, judgement('value/other', sameLevel))).toEqual({ 'value/wrong': [], 'value/other': [] });
    expect(attached(blaming, judgement('value/other', { ...sameLevel, origin: at(0) }))).toEqual({
      'value/wrong': ['value/other fails.'],
    });
  });

  it('keeps what its rule lists with it', () => {
    expect(attached(judgement('value/wrong', { blames: [value], also: ['More fails.'] }), depending)).toEqual({
      'value/wrong': ['More fails.', 'rack/budget fails.'],
    });
  });

  it('blames no value while it is a note', () => {
    const note = judgement('value/wrong', { blames: [value] }, { severity: 'note' });
    const mild = judgement('rack/budget', { restsOn: [value] }, { ...warning, level: 'whole' });
    expect(attached(note, mild)).toEqual({ 'value/wrong': [], 'rack/budget': [] });
  });
});

describe('a derivation', () => {
  const figure = (at: number, more: Partial<Derivation> = {}): Derivation => ({
    label: 'power',
    dimension: 'power',
    value: 1,
    known: 1,
    terms: [],
    origin: { uri: 'a.fabric', start: at, end: at + 5 },
    ...more,
  });
  const sum = figure(500, { value: Number.NaN, terms: [figure(100), figure(300, { value: Number.NaN })] });
  const deriving = (restsOnUnknown?: true): Judgement =>
    judgement(
      'rack/budget',
      { origin: elsewhere, derivation: sum, ...(restsOnUnknown === undefined ? {} : { restsOnUnknown }) },
      { level: 'whole' },
    );

  it('depends on each of its terms', () => {
    expect(attached(blaming, deriving())).toEqual({ 'value/wrong': ['rack/budget fails.'] });
  });

  it('depends on its unknown terms only, where these alone are the reason', () => {
    expect(attached(blaming, deriving(true))).toEqual({ 'value/wrong': [], 'rack/budget': [] });
    const unknown = judgement('value/wrong', { blames: [at(300)] });
    expect(attached(unknown, deriving(true))).toEqual({ 'value/wrong': ['rack/budget fails.'] });
  });
});

describe('what is over a limit', () => {
  const watts = (value: number, more: Partial<Derivation> = {}): Derivation => ({
    label: 'power',
    dimension: 'power',
    value,
    known: value,
    terms: [],
    ...more,
  });
  const module = watts(401, { origin: value, times: 2 });
  /** A rack of 1,000 W and two modules of 401 W, over a limit. */
  const rack = (limit: number): Judgement =>
    judgement(
      'rack/budget',
      {
        origin: elsewhere,
        derivation: watts(1802, { terms: [watts(1000), module] }),
        over: { value: watts(1802, { terms: [watts(1000), module] }), limit },
      },
      { level: 'whole' },
    );

  it('is a consequence of a value without which it would not be', () => {
    expect(attached(blaming, rack(1000))).toEqual({ 'value/wrong': ['rack/budget fails.'] });
  });

  it('is its own where it is over the limit even without that value', () => {
    expect(attached(blaming, rack(999))).toEqual({ 'value/wrong': [], 'rack/budget': [] });
  });

  it('is a consequence of what it depends on without being computed from it', () => {
    const { report } = rack(999);
    const placed = judgement('rack/budget', { ...report, restsOn: [at(700)] }, { level: 'whole' });
    const full = judgement('rack/full', { origin: elsewhere, blames: [at(700)] }, { level: 'assembly' });
    expect(attached(full, placed)).toEqual({ 'rack/full': ['rack/budget fails.'] });
  });

  it('takes over no warning about such a value', () => {
    const warned = judgement('value/near', { blames: [value] }, { ...warning, level: 'assembly' });
    expect(attached(warned, rack(1000))).toEqual({ 'rack/budget': ['value/near fails.'] });
    expect(attached(warned, rack(999))).toEqual({ 'value/near': [], 'rack/budget': [] });
  });

  it('depends in full on a value that is a factor of it', () => {
    const current = watts(8, { formula: 'power ÷ voltage', terms: [watts(400, { origin: value }), watts(50)] });
    const over = judgement(
      'rack/current',
      { origin: elsewhere, derivation: current, over: { value: current, limit: 1 } },
      { level: 'whole' },
    );
    expect(attached(blaming, over)).toEqual({ 'value/wrong': ['rack/current fails.'] });
  });
});

describe('a finding that is folded', () => {
  it('is a finding of its cause, with what is listed with it', () => {
    const [cause] = attachConsequences([blaming, depending]);
    expect(cause?.folded?.map(({ rule, message }) => [rule, message])).toEqual([['rack/budget', 'rack/budget fails.']]);
  });
});

describe('a warning about a value', () => {
  const warned = judgement('value/near', { blames: [value] }, { ...warning, level: 'assembly' });

  it('is listed with the error that depends on the value, and so is all else that does', () => {
    const later = judgement('whole/sum', { origin: at(400), restsOn: [value] }, { level: 'demand' });
    expect(attached(warned, depending, later)).toEqual({ 'rack/budget': ['value/near fails.', 'whole/sum fails.'] });
  });

  it('takes other warnings with it, but no error', () => {
    const mild = judgement('rack/near', { origin: elsewhere, restsOn: [value] }, { ...warning, level: 'whole' });
    expect(attached(warned, mild)).toEqual({ 'value/near': ['rack/near fails.'] });
    expect(attached(warned, mild, depending)).toEqual({ 'rack/budget': ['value/near fails.', 'rack/near fails.'] });
  });

  it('is its own where the error on the same level is at another place', () => {
    const error = judgement('value/far', { origin: elsewhere, restsOn: [value] }, { level: 'assembly' });
    expect(attached(warned, error)).toEqual({ 'value/near': [], 'value/far': [] });
  });

  it('moves once, though it blames two values', () => {
    const both = judgement('value/near', { blames: [value, at(300)] }, { ...warning, level: 'assembly' });
    const one = judgement('rack/budget', { origin: elsewhere, restsOn: [value] }, { level: 'whole' });
    const two = judgement('feed/budget', { origin: at(400), restsOn: [at(300)] }, { level: 'whole' });
    expect(attached(both, one, two)).toEqual({ 'rack/budget': ['value/near fails.'], 'feed/budget': [] });
  });
});
