// Which files a file imports, and whose names it sees: an import brings a file with all that it imports.
import { type LangiumDocument, type LangiumDocuments, type URI, UriUtils } from 'langium';
import type * as ast from '../generated/ast.ts';
import { libraryText, libraryUri } from './library.ts';

export class Imports {
  private readonly documents: LangiumDocuments;
  private readonly known = new WeakMap<ast.FabricFile, ast.Import[]>();

  constructor(documents: LangiumDocuments) {
    this.documents = documents;
  }

  /** The address of an import path; undefined when the path is neither `std/…` nor relative. */
  resolve(path: string, from: URI): URI | undefined {
    const file = /\.fabric$/.test(path) ? path : `${path}.fabric`;
    if (path.startsWith('std/')) return libraryUri(file.slice(4, -'.fabric'.length));
    if (path.startsWith('./') || path.startsWith('../')) return UriUtils.joinPath(UriUtils.dirname(from), file);
    return undefined;
  }

  /** The imports of a file; none of a file that is new and not read yet. */
  of(file: ast.FabricFile): ast.Import[] {
    if (file.statements === undefined) return [];
    let found = this.known.get(file);
    if (found === undefined) this.known.set(file, (found = file.statements.filter((each) => each.$type === 'Import')));
    return found;
  }

  /** The file of an import, when it is loaded. */
  fileOf(statement: ast.Import): ast.FabricFile | undefined {
    const document = this.documentOf(statement);
    return document === undefined ? undefined : (document.parseResult.value as ast.FabricFile);
  }

  /** The document of an import, when it is loaded. */
  documentOf(statement: ast.Import): LangiumDocument | undefined {
    const file = statement.$container as ast.FabricFile | undefined;
    const from = file?.$document?.uri;
    const uri = from === undefined ? undefined : this.resolve(statement.path, from);
    return uri === undefined ? undefined : this.documents.getDocument(uri);
  }

  /** Addresses of the files that a file imports directly. */
  addressesFrom(document: LangiumDocument, counts: (statement: ast.Import) => boolean = () => true): URI[] {
    const file = document.parseResult.value as ast.FabricFile;
    return this.of(file)
      .filter(counts)
      .map((each) => this.resolve(each.path, document.uri))
      .filter((uri) => uri !== undefined);
  }

  /** The files that a file imports, directly or not, nearest first, each once, without the file itself. */
  visibleFrom(document: LangiumDocument): ast.FabricFile[] {
    return this.reachedFrom(document, (each) => this.addressesFrom(each));
  }

  /** Those of them whose names need no alias before them. */
  plainlyVisibleFrom(document: LangiumDocument): ast.FabricFile[] {
    return this.reachedFrom(document, (each) => this.addressesFrom(each, (statement) => statement.name === undefined));
  }

  private reachedFrom(document: LangiumDocument, next: (document: LangiumDocument) => URI[]): ast.FabricFile[] {
    const seen = new Set([document.uri.toString()]);
    const found: ast.FabricFile[] = [];
    const queue = [document];
    for (let each = queue.shift(); each !== undefined; each = queue.shift()) {
      for (const uri of next(each)) {
        const imported = this.documents.getDocument(uri);
        if (imported === undefined || seen.has(uri.toString())) continue;
        seen.add(uri.toString());
        found.push(imported.parseResult.value as ast.FabricFile);
        queue.push(imported);
      }
    }
    return found;
  }

  /** A file and its imports in reading order: every file after those it imports, the given one last. */
  inOrder(document: LangiumDocument): ast.FabricFile[] {
    const seen = new Set<string>();
    const found: ast.FabricFile[] = [];
    const visit = (each: LangiumDocument): void => {
      if (seen.has(each.uri.toString())) return;
      seen.add(each.uri.toString());
      for (const uri of this.addressesFrom(each)) {
        const imported = this.documents.getDocument(uri);
        if (imported !== undefined) visit(imported);
      }
      found.push(each.parseResult.value as ast.FabricFile);
    };
    visit(document);
    return found;
  }

  /** Whether every import of a file, and of what it imports, leads to a file. */
  areComplete(document: LangiumDocument): boolean {
    return this.inOrder(document).every((file) => this.of(file).every((each) => this.documentOf(each) !== undefined));
  }

  /** Whether a library file of that name exists. */
  isLibrary(uri: URI): boolean {
    return libraryText(uri) !== undefined;
  }
}
