// What can be folded: bodies, comments, runs of imports. Of a text that stays it is kept.
import type { LangiumDocument } from 'langium';
import type { FoldingRangeProvider } from 'langium/lsp';
import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type * as ast from '../../generated/ast.ts';
import { extentOf, isFolded } from '../../parse/index.ts';

/** A comment that begins its line; behind a port, in a text or in another comment `/*` may be something else. */
const blockComment = /^[ \t]*\/\*[\s\S]*?\*\//gm;
/** Where a comment runs into the next one: it isn't closed. */
const nextComment = /[\r\n][ \t]*\/\*/;
const lineComments = /^[ \t]*\/\/[^\n]*(?:\n[ \t]*\/\/[^\n]*)+/gm;

export class FoldingProvider implements FoldingRangeProvider {
  /** By the parsed text. */
  private readonly known = new WeakMap<object, FoldingRange[]>();

  getFoldingRanges(document: LangiumDocument): FoldingRange[] {
    const { parseResult } = document;
    let found = this.known.get(parseResult);
    if (found === undefined) this.known.set(parseResult, (found = this.rangesIn(document)));
    return found;
  }

  private rangesIn(document: LangiumDocument): FoldingRange[] {
    const text = document.textDocument.getText();
    const found: FoldingRange[] = [];
    const add = (start: number, end: number, kind?: FoldingRangeKind, keepLast = true): void => {
      const startLine = document.textDocument.positionAt(start).line;
      const endLine = document.textDocument.positionAt(end).line - (keepLast ? 0 : 1);
      if (endLine > startLine) found.push(kind === undefined ? { startLine, endLine } : { startLine, endLine, kind });
    };
    const visit = (statements: readonly ast.Statement[]): void => {
      const imports = statements.filter((each) => each.$type === 'Import');
      const [first, last] = [imports[0], imports.at(-1)];
      if (first !== undefined && last !== undefined)
        add(extentOf(first).start, extentOf(last).end, FoldingRangeKind.Imports);
      for (const each of statements) {
        // A deferred link is on one line.
        if (!('statements' in each) || isFolded(each)) continue;
        // The closing brace stays visible.
        if (each.hasBody) add(extentOf(each).start, extentOf(each).end, undefined, false);
        visit(each.statements);
      }
    };
    visit((document.parseResult.value as ast.FabricFile).statements);
    for (const match of text.matchAll(blockComment))
      if (!nextComment.test(match[0].trimStart()))
        add(match.index, match.index + match[0].length, FoldingRangeKind.Comment);
    for (const match of text.matchAll(lineComments))
      add(match.index, match.index + match[0].length, FoldingRangeKind.Comment);
    return found;
  }
}
