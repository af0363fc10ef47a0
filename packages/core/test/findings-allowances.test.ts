// What an allowance covers, and which allowances cover nothing.
import { describe, expect, it } from 'vitest';
import { applyAllowances, type Fabric, type Part, type Selection, type Subjects } from '../src/index.ts';
import { at, fabricWith, judgement } from './findings-kit.ts';

const found = judgement('power/rack-budget', { origin: at(10) });
const racks = (...ids: number[]): Selection => ({ of: 'rack', ids: Uint32Array.from(ids) });

/** The same with some racks of one array. */
const withRacks = (count: number, fabric: Fabric): Fabric => ({
  ...fabric,
  blocks: [{ kind: 'rack', origin: at(300), group: undefined, first: 0, count } as unknown as Fabric['blocks'][number]],
  racks: { ...fabric.racks, count, block: new Uint32Array(count), part: new Int32Array(count).fill(-1) },
});

describe('an allowance', () => {
  it.each(['power/rack-budget', 'power'])('of %s covers the rule', (rule) => {
    const fabric = fabricWith([{ rule }]);
    expect(applyAllowances(fabric, [found], [])).toEqual({
      kept: [],
      allowed: [{ judgement: found, by: fabric.allowances }],
      unused: [],
    });
  });

  it.each(['power/rack', 'pow', 'power/rack-budget/x'])('of %s covers something else', (rule) => {
    const fabric = fabricWith([{ rule }]);
    expect(applyAllowances(fabric, [found], [])).toEqual({ kept: [found], allowed: [], unused: fabric.allowances });
  });

  it('in a body covers what is reported in that body', () => {
    const fabric = fabricWith([{ scope: at(0, 20) }]);
    const outside = judgement('power/rack-budget', { origin: at(18) });
    expect(applyAllowances(fabric, [found, outside], [])).toMatchObject({ kept: [outside], unused: [] });
  });

  it('on some elements covers a finding once each of its elements is named', () => {
    const about = (subjects: Subjects) => judgement('power/rack-budget', { origin: at(10), subjects });
    const covered = [about(racks(2)), about(racks(1, 2))];
    const others = [about({ of: 'feed', ids: Uint32Array.of(1) }), about(racks()), found];
    const fabric = withRacks(4, fabricWith([{ on: [racks(1, 2)] }]));
    expect(applyAllowances(fabric, [...covered, ...others], []).kept).toEqual(others);
    const apart = withRacks(4, fabricWith([{ on: [racks(1)], statement: at(800) }, { on: [racks(2)] }]));
    expect(applyAllowances(apart, covered, [])).toMatchObject({ kept: [], unused: [] });
  });

  it('on some elements of a finding is used, and noted with it', () => {
    const both = judgement('power/rack-budget', { origin: at(10), subjects: racks(2, 3) });
    const { kept, unused } = applyAllowances(withRacks(4, fabricWith([{ on: [racks(1, 2)] }])), [both], []);
    expect(unused).toEqual([]);
    expect(kept.map(({ report }) => report.related)).toEqual([
      [{ origin: at(900), message: 'Allowed for 1 of the 2 racks.' }],
    ]);
  });

  it('that one of its instances uses is not unused', () => {
    const fabric = withRacks(4, fabricWith([{ on: [racks(0)] }, { on: [racks(1)] }]));
    expect(applyAllowances(fabric, [judgement('power/rack-budget', { subjects: racks(1) })], []).unused).toEqual([]);
  });

  it('on a part covers what is derived from it', () => {
    const base = { kind: 'switch', name: 'Base', index: 0, base: undefined } as Part;
    const derived = { kind: 'switch', name: 'Derived', index: 1, base } as Part;
    const parts = (id: number): Selection => ({ of: 'part', ids: Uint32Array.of(id) });
    const allowing = (id: number) => ({
      ...fabricWith([{ on: [parts(id)] }]),
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
