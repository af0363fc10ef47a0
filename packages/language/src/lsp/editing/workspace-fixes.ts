// Fixes that other files of the workspace suggest: an import of one that declares a name, a path that leads somewhere.
import { type Finding, type Fix, libraryScheme } from '@lightloom/core';
import type { LangiumDocument, LangiumDocuments } from 'langium';
import type * as ast from '../../generated/ast.ts';
import { closest } from '../../parse/index.ts';
import { importEdit } from '../../problems/import-edit.ts';
import { replacement } from '../../problems/problem.ts';
import type { Symbols } from '../../references/symbols.ts';
import { statementAt } from '../../remedies/statement-at.ts';
import { pathBetween } from './file-renames.ts';

/** Files that are offered for one name. */
const maxOffered = 3;

/** What a finding in a file is fixed by, given the other files of the workspace. */
export function workspaceFixes(
  finding: Finding,
  document: LangiumDocument,
  { documents, symbols }: { readonly documents: LangiumDocuments; readonly symbols: Symbols },
): readonly Fix[] {
  const others = documents.all.filter((each) => each !== document && each.uri.scheme !== libraryScheme).toArray();
  const written = document.textDocument.getText().slice(finding.origin.start, finding.origin.end);
  switch (finding.rule) {
    case 'name/unknown':
    case 'require/name':
      return others
        .filter((each) => symbols.declaredIn(each.parseResult.value).has(written))
        .slice(0, maxOffered)
        .map((each) => {
          const path = pathBetween(document.uri, each.uri);
          return { title: `Add import "${path}"`, edits: [importEdit(document, path)], isSafe: false };
        });
    case 'import/not-found': {
      const statement = statementAt(document.parseResult.value as ast.FabricFile, finding.origin.start);
      if (statement?.$type !== 'Import' || finding.fixes.length > 0) return [];
      const near = nearestPath(statement.path, document, others);
      const { start } = finding.origin;
      const at = { ...finding.origin, start: start + 1, end: start + 1 + statement.path.length };
      return near === undefined ? [] : [replacement([at], near)];
    }
    default:
      return [];
  }
}

/** The path of another file that is spelled nearly like one that doesn't exist, or of the only one with that name. */
function nearestPath(path: string, document: LangiumDocument, others: readonly LangiumDocument[]): string | undefined {
  const withEnding = path.endsWith('.fabric');
  const paths = others.map((each) => pathBetween(document.uri, each.uri, withEnding));
  const nameOf = (each: string): string => each.replace(/^.*\//, '');
  const [named, ...more] = paths.filter((each) => nameOf(each) === nameOf(path));
  return closest(path, paths) ?? (more.length === 0 ? named : undefined);
}
