// When files are renamed or moved: the imports that lead to them, and their own, are changed with them.
import { type LangiumDocument, URI, UriUtils } from 'langium';
import type { FileOperationHandler } from 'langium/lsp';
import type { FileOperationOptions, FileRename, RenameFilesParams } from 'vscode-languageserver';
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type * as ast from '../../generated/ast.ts';
import { extentOf } from '../../parse/index.ts';
import type { FabricEditorServices } from '../../services/services.ts';

export class FileRenames implements FileOperationHandler {
  readonly fileOperationOptions: FileOperationOptions = {
    willRename: {
      filters: [{ pattern: { glob: '**/*.fabric', matches: 'file' } }, { pattern: { glob: '**', matches: 'folder' } }],
    },
  };
  private readonly services: () => FabricEditorServices;

  /** @param services asked for when first needed */
  constructor(services: () => FabricEditorServices) {
    this.services = services;
  }

  willRenameFiles({ files }: RenameFilesParams): WorkspaceEdit | null {
    const changes: Record<string, TextEdit[]> = {};
    for (const document of this.services().shared.workspace.LangiumDocuments.all) {
      const edits = this.editsOf(document, files);
      if (edits.length > 0) changes[document.uri.toString()] = edits;
    }
    return Object.keys(changes).length === 0 ? null : { changes };
  }

  /** The changed paths of a file's imports. */
  private editsOf(document: LangiumDocument, renames: readonly FileRename[]): TextEdit[] {
    const { Imports } = this.services().workspace;
    const from = document.uri;
    return Imports.of(document.parseResult.value as ast.FabricFile).flatMap((statement) => {
      const named = statement.path.startsWith('.') ? Imports.resolve(statement.path, from) : undefined;
      if (named === undefined) return [];
      // A link leads where it led; what is renamed behind it is named by its own path.
      const place = Imports.placeOf(named);
      const target = movedTo(place, renames) === place ? named : place;
      const [movedFrom, movedTarget] = [movedTo(from, renames), movedTo(target, renames)];
      const range = pathRange(document, statement);
      if ((movedFrom === from && movedTarget === target) || range === undefined) return [];
      const path = pathBetween(movedFrom, movedTarget, statement.path.endsWith('.fabric'));
      return path === statement.path ? [] : [{ range, newText: path }];
    });
  }
}

/** Where a file is after some renames of files and folders; the same address where none is about it. */
function movedTo(uri: URI, renames: readonly FileRename[]): URI {
  const address = uri.toString();
  for (const { oldUri, newUri } of renames) {
    const [before, after] = [URI.parse(oldUri).toString(), URI.parse(newUri).toString()];
    if (address === before) return URI.parse(after);
    if (address.startsWith(`${before}/`)) return URI.parse(after + address.slice(before.length));
  }
  return uri;
}

/** The path that an import of one file writes for another. */
export function pathBetween(from: URI, to: URI, withEnding = false): string {
  const path = UriUtils.relative(UriUtils.dirname(from), to);
  const relative = path.startsWith('.') ? path : `./${path}`;
  return withEnding ? relative : relative.replace(/\.fabric$/, '');
}

/** The place of the path of an import, between its quotes. */
function pathRange({ textDocument }: LangiumDocument, statement: ast.Import) {
  const { start, end } = extentOf(statement);
  const text = textDocument.getText().slice(start, end);
  const open = text.indexOf('"');
  const close = text.indexOf('"', open + 1);
  if (open < 0 || close < 0) return undefined;
  return { start: textDocument.positionAt(start + open + 1), end: textDocument.positionAt(start + close) };
}
