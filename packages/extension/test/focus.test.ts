// Where the keyboard is after a drawing was drawn again.
import { expect, it } from 'vitest';
import { sameThing } from '../src/webview/stage/drawing.ts';

const folded = ['backend.su[1..2]', 'backend.su[1..2].leaf', 'backend.spine'];
const unfolded = ['backend.su[1]', 'backend.su[1].leaf', 'backend.su[2]', 'backend.spine[1]', 'backend.spine[2]'];

it.each([
  ['a thing that is still there', 'backend.su[1..2].leaf', folded, 'backend.su[1..2].leaf'],
  ['the first of those that it was unfolded to', 'backend.spine', unfolded, 'backend.spine[1]'],
  ['the first of an array of frames', 'backend.su[1..2]', unfolded, 'backend.su[1]'],
  ['what it was folded into', 'backend.spine[2]', folded, 'backend.spine'],
  ['the frame that it was folded into', 'backend.su[2]', folded, 'backend.su[1..2]'],
  ['nothing where it is gone', 'other', folded, undefined],
])('stays at %s', (_, id, ids, expected) => {
  expect(sameThing(id, ids)).toBe(expected);
});
