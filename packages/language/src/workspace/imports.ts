// Which files a file imports, and whose names it sees: an import brings a file with all that it imports.
import { type LangiumDocument, type LangiumDocuments, type URI, UriUtils } from 'langium';
import type * as ast from '../generated/ast.ts';
import { namesOf } from '../parse/index.ts';
import { libraryUri } from './library.ts';

/** Why an import brings nothing: it leads out of the workspace, or the file can't be read. */
export type Refusal = { readonly outside: true } | { readonly reason: string };

/** Half of a character of two, which no address can hold. */
const halfCharacter = /\p{Surrogate}/u;

/** The files that import each address. */
export type Importers = ReadonlyMap<string, readonly LangiumDocument[]>;

export class Imports {
  private readonly documents: LangiumDocuments;
  /** By the key of the names of a file, some of which imports bring. */
  private readonly known = new WeakMap<object, ast.Import[]>();
  /** Why files may not import others, or can't: by the address of the imported file, then of the importing one. */
  private readonly refused = new Map<string, Map<string, Refusal>>();
  /** Where files are that links lead to, by the address of the link. */
  private readonly linked = new Map<string, URI>();
  private readonly led = new WeakMap<object, ReadonlyMap<ast.Import, URI>>();
  /** How often has changed what is refused or linked. */
  private notes = 0;
  private last: { readonly notes: number; readonly names: ReadonlyMap<LangiumDocument, object> } | undefined;

  constructor(documents: LangiumDocuments) {
    this.documents = documents;
  }

  /** The address of an import path; undefined when the path is neither `std/…` nor relative. */
  resolve(path: string, from: URI): URI | undefined {
    if (halfCharacter.test(path)) return undefined;
    const file = /\.fabric$/.test(path) ? path : `${path}.fabric`;
    if (path.startsWith('std/')) return libraryUri(file.slice(4, -'.fabric'.length));
    if (path.startsWith('./') || path.startsWith('../')) return UriUtils.joinPath(UriUtils.dirname(from), file);
    return undefined;
  }

  /** The imports of a file; none of a file that is new and not read yet. */
  of(file: ast.FabricFile): ast.Import[] {
    if (file.statements === undefined) return [];
    const names = namesOf(file);
    let found = this.known.get(names);
    if (found === undefined) this.known.set(names, (found = file.statements.filter((each) => each.$type === 'Import')));
    return found;
  }

  /** The file of an import, when it is loaded. */
  fileOf(statement: ast.Import): ast.FabricFile | undefined {
    const document = this.documentOf(statement);
    return document === undefined ? undefined : fileIn(document);
  }

  /** The document of an import, when it is loaded. */
  documentOf(statement: ast.Import): LangiumDocument | undefined {
    const file = statement.$container as ast.FabricFile | undefined;
    const from = file?.$document;
    const uri = from === undefined ? undefined : this.ledFrom(from).get(statement);
    return from === undefined || uri === undefined ? undefined : this.loaded(from, uri);
  }

  /** Why a file that another one imports isn't part of it; undefined where it is, or where there is no such file. */
  refusalOf(uri: URI, importing: URI): Refusal | undefined {
    return this.refused.get(uri.toString())?.get(importing.toString());
  }

  /** Notes why an import brings nothing, or that nothing is known against it. */
  noteRefusal(uri: URI, importing: URI, refusal: Refusal | undefined): void {
    const key = uri.toString();
    const known = this.refused.get(key);
    if (refusal !== undefined || known?.has(importing.toString()) === true) this.notes++;
    if (refusal !== undefined) this.refused.set(key, (known ?? new Map()).set(importing.toString(), refusal));
    else if (known?.delete(importing.toString()) === true && known.size === 0) this.refused.delete(key);
  }

  /** Notes where the file is that an address leads to. */
  noteLink(uri: URI, place: URI): void {
    const key = uri.toString();
    if (this.placeOf(uri).toString() === place.toString()) return;
    this.notes++;
    if (place.toString() === key) this.linked.delete(key);
    else this.linked.set(key, place);
  }

  /** Where the file is that an address leads to. */
  placeOf(uri: URI): URI {
    return this.linked.get(uri.toString()) ?? uri;
  }

  /** One and the same as long as the same files are loaded, and each of them leads to the same files. */
  state(): object {
    const { last, notes } = this;
    const names = new Map<LangiumDocument, object>();
    let isSame = last?.notes === notes;
    for (const each of this.documents.all) {
      const own = namesOf(fileIn(each));
      isSame &&= last?.names.get(each) === own;
      names.set(each, own);
    }
    if (last !== undefined && isSame && last.names.size === names.size) return last;
    this.last = { notes, names };
    return this.last;
  }

  /** Addresses that a file imports directly, as it names them. */
  namedBy(document: LangiumDocument): URI[] {
    return [...this.ledFrom(document).values()];
  }

  /** Addresses of the files that a file imports directly. */
  addressesFrom(document: LangiumDocument): URI[] {
    return this.namedBy(document).map((each) => this.placeOf(each));
  }

  /** The files that a file imports, directly or not, nearest first, each once, without the file itself. */
  *visibleFrom(document: LangiumDocument): Iterable<ast.FabricFile> {
    for (const each of this.reachedFrom(document, () => true)) yield fileIn(each);
  }

  /** Those of them whose names need no alias before them. */
  *plainlyVisibleFrom(document: LangiumDocument): Iterable<ast.FabricFile> {
    for (const each of this.reachedFrom(document, ({ name }) => name === undefined)) yield fileIn(each);
  }

  /** The files among some that import each address directly, whether a file is loaded from there or not. */
  importers(among: Iterable<LangiumDocument>): Importers {
    const found = new Map<string, LangiumDocument[]>();
    for (const each of among)
      for (const uri of this.addressesFrom(each)) {
        const known = found.get(uri.toString());
        if (known === undefined) found.set(uri.toString(), [each]);
        else known.push(each);
      }
    return found;
  }

  /** The files that import some addresses, directly or not. */
  thoseThatSee(seen: Iterable<string>, importers: Importers): ReadonlySet<LangiumDocument> {
    const found = new Set<LangiumDocument>();
    for (const address of seen) for (const each of importers.get(address) ?? []) found.add(each);
    // A set that grows is walked to its new end.
    for (const each of found) for (const importer of importers.get(each.uri.toString()) ?? []) found.add(importer);
    return found;
  }

  /** Some files and all that they import, directly or not. */
  readBy(documents: Iterable<LangiumDocument>): ReadonlySet<LangiumDocument> {
    const found = new Set(documents);
    for (const each of found) for (const imported of this.importedBy(each)) found.add(imported);
    return found;
  }

  /** A file and its imports in reading order: every file after those it imports, the given one last. */
  inOrder(document: LangiumDocument): ast.FabricFile[] {
    return this.documentsInOrder(document).map(fileIn);
  }

  /**
   * The files that import each other with a given one, which is among them: each of them leads to the same files.
   * @param order the given file and its imports in reading order
   */
  circleOf(document: LangiumDocument, order: readonly ast.FabricFile[]): ReadonlySet<LangiumDocument> {
    const read = order.flatMap(({ $document }) => $document ?? []);
    return new Set([document, ...this.thoseThatSee([document.uri.toString()], this.importers(read))]);
  }

  /**
   * A number for each of some files: equal for files that import each other, directly or through others. By Kosaraju's
   * algorithm, of which the reading order is the first half.
   * @param order files in reading order
   */
  circlesIn(order: readonly LangiumDocument[]): ReadonlyMap<LangiumDocument, number> {
    const importers = new Map<LangiumDocument, LangiumDocument[]>(order.map((each) => [each, []]));
    for (const each of order) for (const imported of this.importedBy(each)) importers.get(imported)?.push(each);
    const circles = new Map<LangiumDocument, number>();
    for (const [number, first] of [...order].reverse().entries()) {
      const reached = circles.has(first) ? [] : [first];
      for (const each of reached) {
        circles.set(each, number);
        for (const importer of importers.get(each) ?? [])
          if (!circles.has(importer)) {
            circles.set(importer, number);
            reached.push(importer);
          }
      }
    }
    return circles;
  }

  /** Whether every import of some files leads to a file. */
  areComplete(documents: readonly LangiumDocument[]): boolean {
    return documents.every(
      (each) =>
        this.ledFrom(each).size === this.of(fileIn(each)).length &&
        this.namedBy(each).every((uri) => this.loaded(each, uri) !== undefined),
    );
  }

  /** Where the imports of a file lead, as far as their paths are valid. */
  private ledFrom(document: LangiumDocument): ReadonlyMap<ast.Import, URI> {
    const file = fileIn(document);
    const names = namesOf(file);
    let found = this.led.get(names);
    if (found === undefined) {
      const all = this.of(file).map((each) => [each, this.resolve(each.path, document.uri)] as const);
      found = new Map(all.filter((each): each is [ast.Import, URI] => each[1] !== undefined));
      // A file that isn't read yet has no imports so far.
      if (file.statements !== undefined) this.led.set(names, found);
    }
    return found;
  }

  private importedBy(document: LangiumDocument): LangiumDocument[] {
    return this.namedBy(document).flatMap((uri) => this.loaded(document, uri) ?? []);
  }

  private loaded(importing: LangiumDocument, uri: URI): LangiumDocument | undefined {
    return this.refusalOf(uri, importing.uri) !== undefined ? undefined : this.documents.getDocument(this.placeOf(uri));
  }

  private *reachedFrom(
    document: LangiumDocument,
    counts: (statement: ast.Import) => boolean,
  ): Iterable<LangiumDocument> {
    const seen = new Set([document]);
    for (const each of seen) {
      if (each !== document) yield each;
      for (const [statement, uri] of this.ledFrom(each)) {
        const imported = counts(statement) ? this.loaded(each, uri) : undefined;
        if (imported !== undefined) seen.add(imported);
      }
    }
  }

  /** A file and its imports in reading order, as documents. */
  documentsInOrder(document: LangiumDocument): LangiumDocument[] {
    const seen = new Set([document]);
    const found: LangiumDocument[] = [];
    // The files on the way from the given one, each with those it imports that are still to be read.
    const way = [{ document, rest: this.importedBy(document).reverse() }];
    for (let last = way.at(-1); last !== undefined; last = way.at(-1)) {
      const next = last.rest.pop();
      if (next === undefined) {
        found.push(last.document);
        way.pop();
      } else if (!seen.has(next)) {
        seen.add(next);
        way.push({ document: next, rest: this.importedBy(next).reverse() });
      }
    }
    return found;
  }
}

function fileIn(document: LangiumDocument): ast.FabricFile {
  return document.parseResult.value as ast.FabricFile;
}
