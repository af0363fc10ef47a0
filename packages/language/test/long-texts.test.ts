// Texts of more tokens than the scanner first has room for: what is read doesn't depend on where it needs more.
import { expect, it } from 'vitest';
import { parseFabric } from '../src/parse/index.ts';

// Each template has eleven tokens and is read by looking some of them ahead; each `let` before them has four. So each of the eleven is
// the first without room in one of these texts.
it.each(Array.from({ length: 11 }, (_, before) => before))(
  'a long text behind %i statements has no problem',
  (before) => {
    const values = Array.from({ length: before }, (_, i) => `let a${i} = 1`);
    const templates = Array.from({ length: 700 }, (_, i) => `template T${i}() { u : T${i + 1}() }`);
    expect(parseFabric([...values, ...templates].join('\n')).problems).toEqual([]);
  },
);
