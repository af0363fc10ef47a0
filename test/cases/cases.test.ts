// Every case shows its right value, unless it needs what isn't there yet; a case that is known to be red is red, and says why.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cases, nameOf, outcomeOf } from './table.ts';

const judged = cases.filter(({ open }) => open === undefined);
const right = judged.filter(({ knownRed }) => knownRed === undefined);
const red = judged.filter(({ knownRed }) => knownRed !== undefined);

describe('a case', () => {
  it.each(right.map((row) => [nameOf(row), row.right, row] as const))('%s: %s', async (_name, _right, row) => {
    expect(await outcomeOf(row)).toEqual([]);
  });

  it.each(red.map((row) => [nameOf(row), row.knownRed, row] as const))(
    '%s is known to be red: %s',
    async (_name, _why, row) => {
      // Once it is right, its `knownRed` goes.
      expect(await outcomeOf(row)).not.toEqual([]);
    },
  );

  it('is in the table for each file', () => {
    const files = ['drawings', 'found', 'public'].flatMap((folder) =>
      readdirSync(join(import.meta.dirname, folder)).map((name) => `${folder}/${name.replace(/\.fabric$/, '')}`),
    );
    expect([...new Set(cases.map(({ file }) => file))].sort()).toEqual(files.sort());
  });

  it('has a check or says what it needs', () => {
    expect(cases.filter(({ checks, open }) => (checks.length === 0) !== (open !== undefined)).map(nameOf)).toEqual([]);
  });
});
