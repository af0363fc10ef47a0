// Designs with the library types that they use, against the same with all types of the library files that they import.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { reportOf, tableExports } from '@lightloom/core';
import type { Design } from '@lightloom/language';
import { addressOfFile, openNodeSession } from '@lightloom/language/node';
import { describe, expect, it } from 'vitest';
import { libraryFiles } from '../packages/language/library/index.ts';
import { parseFabric } from '../packages/language/src/parse/index.ts';
import { largest } from './kit/examples.ts';
import { root } from './sources.ts';

const folders = ['examples', 'test/cases/drawings', 'test/cases/found', 'test/cases/public'];
const designs = folders.flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.fabric') && name !== largest)
    .map((name) => `${folder}/${name}`),
);
const used = openNodeSession({ libraryTypes: 'used' });
const all = openNodeSession({ libraryTypes: 'all' });

/** What comes out of a design, as text in which a part is its name: its number among all parts differs. */
function resultsOf({ fabric, facts, findings, judged }: Design): string[] {
  /** The numbers of a part itself, or of a part that something has. */
  const numbers = new Set(['index', 'declaration', 'part', 'module', 'cable']);
  const named = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
    if (Array.isArray(value)) return value.map(named);
    const { of, ids, toJSON } = value as { of?: unknown; ids?: ArrayLike<number>; toJSON?: () => unknown };
    if (of === 'part' && ids !== undefined) return Array.from(ids, (id) => fabric.parts[id]?.name);
    if (toJSON !== undefined) return named(toJSON.call(value));
    const entries = Object.entries(value).filter(([key, each]) => !(numbers.has(key) && typeof each === 'number'));
    return Object.fromEntries(entries.map(([key, each]) => [key, named(each)]));
  };
  const tables = tableExports.map((each) => [...each.rows(facts)]);
  return [findings, judged, reportOf(facts), ...tables].map((each) => JSON.stringify(named(each)));
}

describe('the library types that a design uses', () => {
  it.each(designs)('are all that matters for %s', async (path) => {
    const address = addressOfFile(join(root, path));
    const [few, many] = [await used.open(address), await all.open(address)];
    expect(resultsOf(few)).toEqual(resultsOf(many));
    const names = new Set(many.fabric.parts.map(({ name }) => name));
    expect(few.fabric.parts.filter(({ name }) => !names.has(name))).toEqual([]);
    expect(few.fabric.parts.length).toBeLessThanOrEqual(many.fabric.parts.length);
  });

  it('are few of the pod', async () => {
    const address = addressOfFile(join(root, 'examples/xpo-pod.fabric'));
    const [few, many] = [await used.open(address), await all.open(address)];
    expect(few.fabric.parts.length).toBeLessThan(many.fabric.parts.length / 4);
  });

  it.each([...libraryFiles])('have no allowances, which would be left out: std/%s', (_, text) => {
    const types = parseFabric(text).file.statements.filter((each) => each.$type === 'TypeDeclaration');
    expect(types.flatMap((each) => each.statements).filter(({ $type }) => $type === 'Allow')).toEqual([]);
  });
});
