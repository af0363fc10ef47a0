// Fixes of a text: which go together, and what is left of a line.
import { describe, expect, it } from 'vitest';
import { applyFixes, type Fix } from '../src/index.ts';

const uri = 'file:///a.fabric';
const fix = (...edits: readonly (readonly [start: number, end: number, text: string])[]): Fix => ({
  title: 'Fix it',
  isSafe: true,
  edits: edits.map(([start, end, text]) => ({ origin: { uri, start, end }, text })),
});
const applied = (text: string, ...fixes: readonly Fix[]) => {
  const { changed, count } = applyFixes(new Map([[uri, text]]), fixes);
  return [changed.get(uri), count];
};

describe('fixes', () => {
  it('of different stretches are applied together, of the same stretch one', () => {
    expect(applied('abcdef', fix([4, 5, 'E']), fix([0, 1, 'A']), fix([4, 6, 'X']))).toEqual(['AbcdEf', 2]);
  });
  it('are applied as a whole or not at all', () => {
    expect(applied('abcdef', fix([0, 2, 'A']), fix([1, 3, 'B'], [5, 6, 'F']))).toEqual(['Acdef', 1]);
  });
  it('that are the same are one change', () => {
    expect(applied('abc', fix([0, 0, 'x']), fix([0, 0, 'x']), fix([0, 0, 'y']))).toEqual(['xabc', 2]);
  });
  it('of another text are left out', () => {
    const other = { ...fix([0, 1, 'A']), edits: [{ origin: { uri: 'std:/osfp', start: 0, end: 1 }, text: 'A' }] };
    expect(applied('abc', other)).toEqual([undefined, 0]);
  });
  it.each([
    ['a\n  b  \nc', 4, 5, 'a\nc'],
    ['a\r\nb\r\nc', 3, 4, 'a\r\nc'],
    ['\ufeffb\nc', 0, 2, '\ufeffc'],
    ['a\nb', 2, 3, 'a\n'],
    ['a b // c', 2, 3, 'a  // c'],
  ])('that remove all of a line of %j remove the line', (text, start, end, after) => {
    expect(applied(text, fix([start, end, '']))).toEqual([after, 1]);
  });
});
