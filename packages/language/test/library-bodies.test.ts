// The part library is read as far as a design asks, and what is read later is what would have been read at once.
import { describe, expect, it } from 'vitest';
import { libraryFiles } from '../library/index.ts';
import { isSameTree } from '../src/format/same.ts';
import type * as ast from '../src/generated/ast.ts';
import {
  allReferencesIn,
  extentOf,
  parseFabric,
  parseLibrary,
  referencesIn,
  referencesRead,
} from '../src/parse/index.ts';

/** The types of a file whose bodies nobody has asked for. */
const unread = ({ statements }: ast.FabricFile): ast.Statement[] =>
  statements.filter((each) => Object.getOwnPropertyDescriptor(each, 'statements')?.get !== undefined);

/** Every node with its type and place, depth first. */
function places(node: ast.FabricFile | ast.Statement): string[] {
  const { start, end } = extentOf(node);
  const within = 'statements' in node ? node.statements : [];
  return [`${node.$type} ${start} ${end}`, ...within.flatMap(places)];
}

describe.each([...libraryFiles])('std/%s', (_, text) => {
  it('reads the same later as at once', () => {
    const [whole, later] = [parseFabric(text), parseLibrary(text)];
    expect([whole.problems, later.problems]).toEqual([[], []]);
    const types = whole.file.statements.filter(({ $type }) => $type === 'TypeDeclaration');
    expect(unread(later.file).length).toBeGreaterThanOrEqual(Math.floor(types.length / 2));
    expect(places(later.file)).toEqual(places(whole.file));
    expect(isSameTree(whole.file, later.file)).toBe(true);
    expect(unread(later.file)).toEqual([]);
    for (const each of later.file.statements)
      if (each.$type === 'TypeDeclaration') for (const inner of each.statements) expect(inner.$container).toBe(each);
  });

  it('has the same references', () => {
    const names = (all: readonly { readonly $type: string }[]): string[] =>
      all.map((each) => `${each.$type} ${extentOf(each as ast.Segment).start}`).sort();
    const [whole, later] = [parseFabric(text).file, parseLibrary(text).file];
    expect(referencesRead(later).length).toBeLessThanOrEqual(referencesRead(whole).length);
    expect(names(referencesIn(later))).toEqual(names(referencesIn(whole)));
    expect(names(allReferencesIn(later))).toEqual(names(allReferencesIn(whole)));
  });
});
