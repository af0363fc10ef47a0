import { describe, expect, it } from 'vitest';
import { signed, unsigned } from '../src/model/column.ts';
import { FabricBuilder } from '../src/model/index.ts';

describe('a column', () => {
  it('holds stretches of equal values in the order in which they came, with what was written between them', () => {
    const column = signed();
    column.fill(-1, 100);
    column.set(99, 4);
    column.fill(7, 3);
    column.fill(7, 0);
    column.push(9);
    column.fill(5, 2);
    expect(column.size).toBe(106);
    expect([98, 99, 100, 102, 103, 104, 105].map((at) => column.at(at))).toEqual([-1, 4, 7, 7, 9, 5, 5]);
    expect([...column.take().slice(98)]).toEqual([-1, 4, 7, 7, 7, 9, 5, 5]);
  });

  it('holds many stretches', () => {
    const column = unsigned();
    for (let i = 0; i < 200_000; i++) column.fill(i, 1 + (i % 2));
    const taken = column.take();
    expect(taken.length).toBe(300_000);
    expect([...taken.subarray(299_997)]).toEqual([199_998, 199_999, 199_999]);
  });

  it('that starts with a list grows without changing that list', () => {
    const list = Uint32Array.from({ length: 1000 }, (_, i) => 2 * i);
    const column = unsigned();
    column.append(list);
    column.push(5);
    column.append(Uint32Array.of(6, 7));
    expect([...column.take().subarray(998)]).toEqual([1996, 1998, 5, 6, 7]);
    expect(list.length).toBe(1000);
  });
});

describe('ids that follow each other', () => {
  it('are the same whatever was asked for before', () => {
    const builder = new FabricBuilder('file:///a.fabric');
    const few = builder.range(3, 4);
    const many = builder.range(10, 5000);
    const others = builder.range(4000, 3000);
    const next = builder.range(5010, 5);
    expect([...few]).toEqual([3, 4, 5, 6]);
    expect([many[0], many.at(-1), many.length]).toEqual([10, 5009, 5000]);
    expect([others[0], others.at(-1), others.length]).toEqual([4000, 6999, 3000]);
    expect([...next]).toEqual([5010, 5011, 5012, 5013, 5014]);
  });
});
