// Derivations: values, unknowns, bounds, and how they print.
import { describe, expect, it } from 'vitest';
import { noBetterThan, none, startPlus, unknown } from '../src/figures/derivation.ts';
import { remembered } from '../src/figures/remembered.ts';
import {
  derivationLines,
  derived,
  figure,
  originsOfUnknown,
  printApart,
  printBounded,
  printValue,
  restsOn,
  stated,
  sum,
  times,
} from '../src/index.ts';
import { given } from './fabrics.ts';

const origin = { uri: 'pod.fabric', start: 4, end: 9 };
const lost = unknown('fan', 'power', 'Fan has no `power`');

describe('a sum', () => {
  it('counts each term as often as it says', () => {
    expect(sum('power', 'power', 'a + b', [times(3, figure('a', 'power', 10)), figure('b', 'power', 1)]).value).toBe(
      31,
    );
  });

  it('with an unknown term is unknown, with the reason and the known part', () => {
    const all = sum('power', 'power', 'a + fan', [figure('a', 'power', 10), lost]);
    expect(all).toMatchObject({ value: Number.NaN, known: 10, unknown: 'Fan has no `power`' });
  });

  it('passes on the known part of a term', () => {
    const inner = sum('inner', 'power', 'a + fan', [figure('a', 'power', 10), lost]);
    expect(sum('outer', 'power', '2 × inner', [times(2, inner)]).known).toBe(20);
  });
});

describe('a value', () => {
  it('keeps its place, source and unit', () => {
    const value = stated('height', 'length', { ...given(0.096), unit: 'OU', origin }, '');
    expect([printValue(value), value.origin]).toEqual(['2 OU', origin]);
  });

  it('that is missing has a reason', () => {
    expect(stated('height', 'length', undefined, 'Leaf has no `height`')).toMatchObject({
      value: Number.NaN,
      unknown: 'Leaf has no `height`',
    });
  });

  it('that does not exist is none, not missing', () => {
    expect(none('ratio', 'ratio', 'it has no switches').isNone).toBe(true);
    expect(lost.isNone).toBeUndefined();
  });

  it('of any formula is unknown when a term is', () => {
    expect(derived('a − b', 'power', 'a − b', [lost], Number.NaN)).toMatchObject({
      known: 0,
      unknown: 'Fan has no `power`',
    });
  });
});

describe('bounds', () => {
  it('are those of the worst known value', () => {
    const worst = figure('margin', 'loss', 1.5);
    expect(noBetterThan('margin', worst, lost, 1).bounds).toEqual({ least: Number.NEGATIVE_INFINITY, most: 1.5 });
    expect(noBetterThan('loss', worst, lost, -1).bounds).toEqual({ least: 1.5, most: Number.POSITIVE_INFINITY });
    expect(printBounded(noBetterThan('margin', worst, lost, 1), 'most')).toBe('at most 1.5 dB');
  });

  it('start at what an unknown is added to', () => {
    const start = figure('supply', 'temperature', 30);
    const rise = unknown('rise', 'temperature difference', 'the flow is unknown');
    expect(startPlus('return', 'temperature', 'supply + rise', [start, rise])).toMatchObject({
      value: Number.NaN,
      known: 30,
      bounds: { least: 30, most: Number.POSITIVE_INFINITY },
    });
    expect(
      startPlus('return', 'temperature', 'supply + rise', [start, figure('rise', 'temperature difference', 5)]).value,
    ).toBe(35);
  });
});

describe('a derivation prints', () => {
  const total = sum('power of all', 'power', 'devices + fan', [
    times(2, { ...figure('power of Leaf', 'power', 500, origin), provenance: { kind: 'source', text: 'data sheet' } }),
    lost,
  ]);

  it('as lines with formula, factor, reason and source', () => {
    expect(derivationLines(total)).toEqual([
      'power of all: at least 1 kW = devices + fan',
      '  power of Leaf: 2 × 500 W (source: data sheet)',
      '  fan: unknown (Fan has no `power`)',
    ]);
  });

  it('with places where they are asked for', () => {
    expect(derivationLines(total, '', ({ uri, start }) => `${uri}:${start}`)[1]).toBe(
      '  power of Leaf: 2 × 500 W (source: data sheet, pod.fabric:4)',
    );
  });

  it('with the origins of what is unknown', () => {
    expect(originsOfUnknown({ ...total, origin })).toEqual([origin]);
  });

  it('with enough digits to differ from its limit', () => {
    expect(printApart(figure('a', 'loss', 3.0004), figure('b', 'loss', 3))).toEqual(['3.0004 dB', '3 dB']);
    expect(printApart(figure('a', 'loss', 3), figure('b', 'loss', 3))).toEqual(['3 dB', '3 dB']);
  });

  it.each([
    // Both in the unit of the smaller, unless one is ten times the other.
    [1_088_000, 900_000, ['1,088 kW', '900 kW']],
    [2_500_000, 2_000_000, ['2.5 MW', '2 MW']],
    [1050, 950, ['1,050 W', '950 W']],
    [30_000, 12_000_000, ['30 kW', '12 MW']],
    [0, 1_000_000, ['0 kW', '1 MW']],
    // 40 W more than 2 MW.
    [2_000_040, 2_000_000, ['2.00004 MW', '2 MW']],
  ] as const)('%d W and %d W are compared in one unit', (a, b, texts) => {
    expect(printApart(figure('a', 'power', a), figure('b', 'power', b))).toEqual(texts);
  });
});

describe('what a total rests on', () => {
  it('is split term by term', () => {
    const assumed = { ...figure('a', 'power', 10), provenance: { kind: 'assumed' as const, text: '' } };
    const draft = { ...figure('b', 'power', 20), provenance: { kind: 'source' as const, text: 'IEEE P802.3dj D2.0' } };
    const plain = { ...figure('c', 'power', 30), provenance: { kind: 'stated' as const, text: '' } };
    expect(
      restsOn(sum('all', 'power', 'a + b + c', [times(2, assumed), draft, plain, figure('d', 'power', 1)])),
    ).toEqual({
      assumed: 20,
      draft: 20,
      unsourced: 30,
      sourced: 1,
    });
  });
});

describe('a remembered function', () => {
  it('computes once for each argument, undefined included', () => {
    const asked: string[] = [];
    const length = remembered((text: string) => {
      asked.push(text);
      return text === '' ? undefined : text.length;
    });
    expect([length('ab'), length(''), length('ab'), length('')]).toEqual([2, undefined, 2, undefined]);
    expect(asked).toEqual(['ab', '']);
  });
});
