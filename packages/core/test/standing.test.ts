// What stands while lengths of links change: it is worked out without any, and whoever asks for one is found out.
import { describe, expect, it } from 'vitest';
import { Standing } from '../src/answers/standing.ts';
import { defineAnswer, type Fabric, type Facts, linkGroupWith, type Quantity, reads } from '../src/index.ts';
import { given, smallFabric } from './fabrics.ts';

const whole = smallFabric();

/** The fabric with one length for all links. */
function ofLength(value: number): Fabric {
  const length = given(value as Quantity<'length'>);
  const linkGroups = whole.linkGroups.map((each) => linkGroupWith(each, { medium: { ...each.medium, length } }));
  return { ...whole, linkGroups };
}

const longest = defineAnswer(reads('fabric'), ({ fabric }) =>
  Math.max(...fabric.linkGroups.map(({ medium }) => medium.length?.value ?? 0)),
);
const counted = defineAnswer(reads('fabric'), ({ fabric }) => ({ links: fabric.links.count }));
const lazily = defineAnswer(
  reads('fabric'),
  ({ fabric }) =>
    () =>
      fabric.linkGroups[0]?.medium.length?.value,
);

const standing = (): Standing => new Standing(ofLength(30), 'worst-case', new Set());

describe('what stands', () => {
  it('is one and the same for all lengths', () => {
    const kept = standing();
    const [short, long] = [kept.measured(ofLength(30)), kept.measured(ofLength(500))] as [Facts, Facts];
    expect(counted(short)).toBe(counted(long));
    expect(counted(long)).toEqual({ links: whole.links.count });
    expect(kept.isSure).toBe(true);
  });

  it('is not what asks for a length', () => {
    const kept = standing();
    expect(longest(kept.measured(ofLength(30)))).toBe(30);
    // Something was begun in vain, and is known from now on.
    expect(kept.isSure).toBe(false);
    expect(kept.attempt(longest, () => 0)).toBeUndefined();
    expect(longest(kept.measured(ofLength(500)))).toBe(500);
  });

  it('is not sure any more when a length is asked for later, and the answer is that of now', () => {
    const kept = standing();
    const ask = lazily(kept.measured(ofLength(30)));
    expect(kept.isSure).toBe(true);
    kept.measured(ofLength(500));
    expect(ask()).toBe(500);
    expect(kept.isSure).toBe(false);
  });
});
