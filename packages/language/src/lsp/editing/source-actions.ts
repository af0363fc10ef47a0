// Source actions: imports in order, properties in the order of the catalogue.
import type { LangiumDocument } from 'langium';
import type { TextEdit } from 'vscode-languageserver-types';
import type * as ast from '../../generated/ast.ts';
import { extentOf, isUnread } from '../../parse/index.ts';
import { propertiesOfBody } from '../../syntax/index.ts';

/** A stretch of whole lines with one statement. */
interface Line {
  readonly statement: ast.Statement;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Imports of the part library first, then the design's own, each by path; one that is written twice once, and none that is unused. */
export function organizedImports(document: LangiumDocument, unused: ReadonlySet<number>): TextEdit[] {
  const { statements } = document.parseResult.value as ast.FabricFile;
  const isImport = (each: ast.Statement): boolean => each.$type === 'Import';
  return runsOf(document, statements, isImport).flatMap((run) => {
    const seen = new Set<string>();
    const kept = run.filter(({ statement }) => {
      const { path, name = '' } = statement as ast.Import;
      const key = `${path} ${name}`;
      const isFirst = !seen.has(key);
      seen.add(key);
      return isFirst && !unused.has(extentOf(statement).start);
    });
    const rank = ({ statement }: Line): string => `${(statement as ast.Import).path.startsWith('std/') ? 0 : 1}`;
    const ordered = [...kept].sort(
      (a, b) =>
        rank(a).localeCompare(rank(b)) ||
        comparePaths((a.statement as ast.Import).path, (b.statement as ast.Import).path),
    );
    return replaced(document, run, ordered);
  });
}

/** The properties of each body in the order of the catalogue. */
export function sortedProperties(document: LangiumDocument): TextEdit[] {
  const edits: TextEdit[] = [];
  const visit = (node: ast.FabricFile | (ast.Statement & { readonly statements: readonly ast.Statement[] })): void => {
    const order = new Map(propertiesOfBody(node).map(([name], i) => [name, i]));
    const rank = ({ statement }: Line): number => order.get((statement as ast.Property).name) ?? order.size;
    const isKnown = (each: ast.Statement): boolean => each.$type === 'Property' && order.has(each.name);
    if (order.size > 0)
      for (const run of runsOf(document, node.statements, isKnown))
        edits.push(
          ...replaced(
            document,
            run,
            [...run].sort((a, b) => rank(a) - rank(b)),
          ),
        );
    for (const each of node.statements) if ('statements' in each && !isUnread(each)) visit(each);
  };
  visit(document.parseResult.value as ast.FabricFile);
  return edits;
}

/** Statements of a kind that follow each other on lines of their own, with nothing between them. */
function runsOf(
  { textDocument }: LangiumDocument,
  statements: readonly ast.Statement[],
  isWanted: (statement: ast.Statement) => boolean,
): Line[][] {
  const text = textDocument.getText();
  const runs: Line[][] = [];
  let end = -1;
  for (const statement of statements) {
    const extent = extentOf(statement);
    const start = text.lastIndexOf('\n', extent.start - 1) + 1;
    const next = text.indexOf('\n', extent.end);
    const lineEnd = next < 0 ? text.length : next;
    const isAlone =
      text.slice(start, extent.start).trim() === '' && /^\s*(?:\/\/.*)?$/.test(text.slice(extent.end, lineEnd));
    if (!isWanted(statement) || !isAlone) {
      end = -1;
      continue;
    }
    const line = { statement, start, end: lineEnd, text: text.slice(start, lineEnd) };
    if (end >= 0 && start === end + 1) runs.at(-1)?.push(line);
    else runs.push([line]);
    end = lineEnd;
  }
  return runs;
}

/** The edit that puts some lines in the place of a run; none where nothing changes. */
function replaced({ textDocument }: LangiumDocument, run: readonly Line[], lines: readonly Line[]): TextEdit[] {
  const [first, last] = [run[0], run.at(-1)];
  if (
    first === undefined ||
    last === undefined ||
    (lines.length === run.length && lines.every((each, i) => each === run[i]))
  )
    return [];
  const isGone = lines.length === 0;
  const end = isGone ? Math.min(last.end + 1, textDocument.getText().length) : last.end;
  const range = { start: textDocument.positionAt(first.start), end: textDocument.positionAt(end) };
  return [{ range, newText: lines.map(({ text }) => text).join('\n') }];
}

function comparePaths(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
