// Files that import each other in a circle: one mistake, however many imports the circle has.
import type { Finding } from '@lightloom/core';
import type { LangiumDocument } from 'langium';
import type * as ast from '../generated/ast.ts';
import { extentOf } from '../parse/index.ts';
import type { Imports } from '../workspace/imports.ts';

/**
 * Leaves one finding of each circle of imports, the same from whichever of its files it is looked at.
 * @param findings what is wrong with the imports of some files
 */
export function onePerCircle(
  findings: readonly Finding[],
  documents: readonly LangiumDocument[],
  imports: Imports,
): Finding[] {
  const circular = findings.filter(({ rule }) => rule === 'import/cycle');
  if (circular.length < 2) return [...findings];
  const targets = targetsOf(documents, imports);
  const targetOf = ({ origin: { uri, end } }: Finding): string => targets.get(`${uri}#${end}`) ?? uri;
  // Files that circular imports join, each with the first address among them.
  const firsts = new Map<string, string>();
  const firstOf = (uri: string): string => {
    let at = uri;
    for (let up = firsts.get(at); up !== undefined && up !== at; up = firsts.get(at)) at = up;
    return at;
  };
  for (const each of circular) {
    const [a = '', b = ''] = [firstOf(each.origin.uri), firstOf(targetOf(each))].sort();
    firsts.set(a, a);
    firsts.set(b, a);
  }
  const shown = new Set<string>();
  const ordered = [...circular].sort(
    (a, b) => (a.origin.uri < b.origin.uri ? -1 : 1) || a.origin.start - b.origin.start,
  );
  const kept = ordered.filter((each) => {
    const circle = firstOf(each.origin.uri);
    return !shown.has(circle) && shown.add(circle);
  });
  return findings.filter((each) => each.rule !== 'import/cycle' || kept.includes(each));
}

/** The address that each import leads to, by the file and the offset where the import ends. */
function targetsOf(documents: readonly LangiumDocument[], imports: Imports): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const document of documents)
    for (const statement of imports.of(document.parseResult.value as ast.FabricFile)) {
      const target = imports.resolve(statement.path, document.uri);
      if (target !== undefined) found.set(`${document.uri.toString()}#${extentOf(statement).end}`, target.toString());
    }
  return found;
}
