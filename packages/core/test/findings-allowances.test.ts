// What an allowance covers, and which allowances cover nothing.
import { describe, expect, it } from 'vitest';
import { applyAllowances, type Part, type Selection } from '../src/index.ts';
import { at, fabricWith, judgement } from './findings-kit.ts';

const found = judgement('power/rack-budget', { origin: at(10) });
const racks = (...ids: number[]): Selection => ({ of: 'rack', ids: Uint32Array.from(ids) });

describe('an allowance', () => {
  it.each(['power/rack-budget', 'power'])('of %s covers the rule', (rule) => {
    const fabric = fabricWith([{ rule }]);
    expect(applyAllowances(fabric, [found], [])).toEqual({ kept: [], unused: [] });
  });

  it.each(['power/rack', 'pow', 'power/rack-budget/x'])('of %s covers something else', (rule) => {
    const fabric = fabricWith([{ rule }]);
    expect(applyAllowances(fabric, [found], [])).toEqual({ kept: [found], unused: fabric.allowances });
  });

  it('in a body covers what is reported in that body', () => {
    const fabric = fabricWith([{ scope: at(0, 20) }]);
    const outside = judgement('power/rack-budget', { origin: at(18) });
    expect(applyAllowances(fabric, [found, outside], [])).toEqual({ kept: [outside], unused: [] });
  });

  it('on a declaration covers what is reported in it', () => {
    const fabric = fabricWith([{ on: [{ declaration: at(8, 10), selection: racks(0) }] }]);
    expect(applyAllowances(fabric, [found], []).kept).toEqual([]);
  });

  it('on some elements covers a finding that is about those only', () => {
    const fabric = fabricWith([{ on: [{ declaration: undefined, selection: racks(1, 2) }] }]);
    const about = (subjects: Selection) => judgement('power/rack-budget', { origin: at(10), subjects });
    const covered = [about(racks(2)), about(racks(1, 2))];
    const others = [about(racks(2, 3)), about({ of: 'feed', ids: Uint32Array.of(1) }), about(racks()), found];
    expect(applyAllowances(fabric, [...covered, ...others], []).kept).toEqual(others);
  });

  it('on a part covers what is derived from it', () => {
    const base = { kind: 'switch', name: 'Base', index: 0, base: undefined } as Part;
    const derived = { kind: 'switch', name: 'Derived', index: 1, base } as Part;
    const parts = (id: number): Selection => ({ of: 'part', ids: Uint32Array.of(id) });
    const allowing = (id: number) => ({
      ...fabricWith([{ on: [{ declaration: undefined, selection: parts(id) }] }]),
      parts: [base, derived],
    });
    const ofDerived = judgement('power/rack-budget', { subjects: parts(1) });
    const ofBase = judgement('power/rack-budget', { subjects: parts(0) });
    expect(applyAllowances(allowing(0), [ofDerived, ofBase], []).kept).toEqual([]);
    expect(applyAllowances(allowing(1), [ofDerived, ofBase], []).kept).toEqual([ofBase]);
  });

  it('is used although another covers the same', () => {
    const fabric = fabricWith([{ rule: 'power' }, { rule: 'power/rack-budget' }]);
    expect(applyAllowances(fabric, [found], []).unused).toEqual([]);
  });

  it('of a rule that was not run is not unused', () => {
    const fabric = fabricWith([{ rule: 'power' }, { rule: 'optics/reach' }]);
    const { unused } = applyAllowances(fabric, [], ['power/rack-budget']);
    expect(unused.map((each) => each.rule)).toEqual(['optics/reach']);
  });
});
