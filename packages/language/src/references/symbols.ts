// Which declaration a name refers to, from the text alone.
import { libraryScheme } from '@lightloom/core';
import { type AstNode, AstUtils, type LangiumDocument } from 'langium';
import * as ast from '../generated/ast.ts';
import { alteredIn, isUnread, namesOf } from '../parse/index.ts';
import type { Imports } from '../workspace/imports.ts';

/** Something with a name that can be referred to. */
export type Named = ast.Named & { readonly name?: string };

/** Names declared directly in a body. */
export type Table = ReadonlyMap<string, Named>;

/** The members that may follow a name after a dot; undefined where the text alone doesn't show them. */
export type Members = Table | undefined;

export class Symbols {
  private readonly imports: Imports;
  /** Those of files, by the key of their names. */
  private readonly tables = new WeakMap<object, Table>();
  private readonly exported = new WeakMap<object, Table>();
  private readonly imported = new WeakMap<ast.Import, Table>();
  private readonly atTop = new WeakMap<object, Map<string, Named | undefined>>();
  /** Port groups of types, until a file is linked again: a base may be another one then. */
  private ports = new WeakMap<ast.TypeDeclaration, Members>();

  constructor(imports: Imports) {
    this.imports = imports;
  }

  /** The declaration that a name refers to at a place: the innermost, then the file's, then those of imported files. */
  find(from: AstNode, name: string): Named | undefined {
    // `xpo.Xpo` goes through an alias; `1.6TBASE-DR8` is a name with a point in it.
    const dot = name.indexOf('.');
    if (dot > 0 && !/^[0-9]/.test(name)) {
      const alias = this.find(from, name.slice(0, dot));
      // Only an import brings types: what is installed has none, and may be of the very type that is looked up.
      return alias?.$type === 'Import' ? this.members(alias)?.get(name.slice(dot + 1)) : undefined;
    }
    let property: string | undefined;
    let container: AstNode | undefined = from;
    while (container !== undefined) {
      if (container.$type === 'Property') property = (container as ast.Property).name;
      // A branch may have the name of its racks: only `after` refers to branches.
      const apart = property !== undefined && property !== 'after' && isLoop(container);
      // The head of a library type has no names of its body.
      const skips = apart || nameless.has(container.$type) || isUnread(container);
      const found = skips ? undefined : this.declaredIn(container).get(name);
      if (found !== undefined) return found;
      container = container.$container;
    }
    return this.findAtTop(AstUtils.getDocument(from), name);
  }

  /** The declaration at the top of a file or of its imports. Kept until the file is linked again, as when an import changes. */
  private findAtTop(document: LangiumDocument, name: string): Named | undefined {
    const file = document.parseResult.value as ast.FabricFile;
    const names = namesOf(file);
    let known = this.atTop.get(names);
    if (known === undefined) this.atTop.set(names, (known = new Map()));
    if (!known.has(name)) {
      known.set(name, this.exportsOf(file).get(name) ?? this.findImported(document, name));
    }
    return known.get(name);
  }

  private findImported(document: LangiumDocument, name: string): Named | undefined {
    for (const each of this.imports.plainlyVisibleFrom(document)) {
      const found = this.exportsOf(each).get(name);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Forgets what the names of a file refer to, before it is linked. */
  forget(document: LangiumDocument): void {
    this.ports = new WeakMap();
    const file = document.parseResult.value as ast.FabricFile;
    this.atTop.delete(namesOf(file));
    for (const each of this.imports.of(file)) this.imported.delete(each);
    for (const each of alteredIn(file)) this.tables.delete(each);
  }

  /** Every name visible at a place, the innermost first. */
  *visible(from: AstNode): Iterable<readonly [string, Named]> {
    for (let container: AstNode | undefined = from; container !== undefined; container = container.$container)
      yield* this.declaredIn(container);
    const document = AstUtils.getDocument(from);
    yield* this.exportsOf(document.parseResult.value as ast.FabricFile);
    for (const file of this.imports.plainlyVisibleFrom(document)) yield* this.exportsOf(file);
  }

  /** What may follow a name after a dot. */
  members(of: Named): Members {
    switch (of.$type) {
      case 'Import':
        return this.membersOfImport(of);
      case 'Network':
        return this.declaredIn(of);
      case 'TemplateInstance':
        return this.membersOfType(of.type);
      case 'Instance':
        // Another branch of the condition may install something else of this name.
        if (of.$container.$type === 'If' || of.$container.$type === 'Else') return undefined;
        return of.type === undefined ? undefined : this.membersOfType(of.type);
      default:
        return undefined;
    }
  }

  /** The names that an import brings: those of the file, and those of what the file imports. */
  private membersOfImport(statement: ast.Import): Members {
    const document = this.imports.documentOf(statement);
    if (document === undefined) return undefined;
    let table = this.imported.get(statement);
    if (table === undefined) {
      const files = [document.parseResult.value as ast.FabricFile, ...this.imports.plainlyVisibleFrom(document)];
      // The nearest file wins, as without the alias.
      table = new Map(files.reverse().flatMap((each) => [...this.exportsOf(each)]));
      this.imported.set(statement, table);
    }
    return table;
  }

  /** The alias through which a file can use a name: `xpo` for `Xpo`, which it must write `xpo.Xpo`. */
  aliasOf(name: string, document: LangiumDocument): string | undefined {
    return this.imports
      .of(document.parseResult.value as ast.FabricFile)
      .find((each) => each.name !== undefined && this.membersOfImport(each)?.has(name))?.name;
  }

  private membersOfType(use: ast.TypeUse): Members {
    const type = this.typeOf(use.definition?.ref);
    if (type === undefined) return undefined;
    if (type.$type === 'Template') return this.declaredIn(type);
    if (this.ports.has(type)) return this.ports.get(type);
    const found = this.portsOf(type);
    this.ports.set(type, found);
    return found;
  }

  /** Port groups of a type and its bases; undefined where some aren't known. */
  private portsOf(type: ast.TypeDeclaration): Members {
    const found = new Map<string, Named>();
    for (const each of this.chain(type)) {
      if (each === undefined || !isValid(each)) return undefined;
      for (const [name, named] of this.declaredIn(each))
        if (named.$type === 'Ports' && !found.has(name)) found.set(name, named);
    }
    return found;
  }

  /** A type and its bases; ends with undefined where a base isn't known. */
  *chain(type: ast.TypeDeclaration): Iterable<ast.TypeDeclaration | undefined> {
    const seen = new Set<ast.TypeDeclaration>();
    let each: ast.TypeDeclaration | undefined = type;
    while (each !== undefined && !seen.has(each)) {
      seen.add(each);
      yield each;
      if (each.base === undefined) return;
      const base: ast.Named | undefined = each.base.definition?.ref;
      each = base?.$type === 'TypeDeclaration' ? base : undefined;
      if (each === undefined) yield undefined;
    }
  }

  /** The type or template that a name refers to: itself, the default of a parameter, or what a `let` names. */
  typeOf(named: ast.Named | undefined): ast.TypeDeclaration | ast.Template | undefined {
    const seen = new Set<ast.Named>();
    for (let each = named; each !== undefined && !seen.has(each); ) {
      if (each.$type === 'TypeDeclaration' || each.$type === 'Template') return each;
      seen.add(each);
      const value: ast.Expression | undefined =
        each.$type === 'Parameter' ? each.default : each.$type === 'Let' ? each.value : undefined;
      if (value?.$type !== 'Selector' || value.segments.length !== 1) return undefined;
      const segment: ast.Segment | ast.Wildcard | undefined = value.segments[0];
      each = segment?.$type === 'Segment' ? segment.named?.ref : undefined;
    }
    return undefined;
  }

  /** Names declared directly in a body: the first of each. */
  declaredIn(node: AstNode): Table {
    const names = node.$type === 'FabricFile' ? namesOf(node) : node;
    let table = this.tables.get(names);
    if (table === undefined) this.tables.set(names, (table = collect(node)));
    return table;
  }

  /** Names a file offers: its own, and those declared in its networks, the first of each. */
  exportsOf(file: ast.FabricFile): Table {
    const names = namesOf(file);
    let table = this.exported.get(names);
    if (table === undefined) {
      const found = new Map(this.declaredIn(file));
      for (const statement of file.statements) {
        if (statement.$type !== 'Network') continue;
        for (const [name, named] of this.declaredIn(statement)) if (!found.has(name)) found.set(name, named);
      }
      this.exported.set(names, (table = found));
    }
    return table;
  }

  /** The user's own files that a document imports, directly or not, nearest first. */
  *importedBeside(document: LangiumDocument): Iterable<ast.FabricFile> {
    for (const file of this.imports.visibleFrom(document)) if (file.$document?.uri.scheme !== libraryScheme) yield file;
  }
}

/** Whether a type holds only what a type can hold: otherwise something else may have been meant as a port group. */
function isValid(type: ast.TypeDeclaration): boolean {
  return type.statements.every((each) => each.$type === 'Property' || each.$type === 'Ports' || each.$type === 'Allow');
}

function isLoop(node: AstNode): boolean {
  return node.$type === 'Instance' && (node as ast.Instance).kind === 'loop';
}

const nothing: Table = new Map();

/** Nodes that can't declare names, as most: they get no table. */
const nameless: ReadonlySet<string> = new Set([
  'TypeUse',
  'Selector',
  'Segment',
  'Dimension',
  'IndexItem',
  'Binary',
  'Item',
  'Property',
  'Link',
  'Plug',
  'Place',
]);

function collect(node: AstNode): Table {
  const statements = (node as { statements?: readonly ast.Statement[] }).statements;
  const parameters =
    node.$type === 'Template'
      ? (node as ast.Template).parameters
      : node.$type === 'For'
        ? (node as ast.For).indices
        : [];
  if (statements === undefined && parameters.length === 0) return nothing;
  const found = new Map<string, Named>();
  const add = (named: Named): void => {
    if (named.name !== undefined && named.name !== '' && !found.has(named.name)) found.set(named.name, named);
  };
  for (const each of parameters) add(each);
  for (const each of statements ?? []) if (ast.isNamed(each)) add(each);
  for (const each of installedWithin(statements ?? [])) add(each);
  return found;
}

/** What `for` and `if` among some statements install: its name belongs to the body around them. */
function installedWithin(statements: readonly ast.Statement[]): Named[] {
  return statements.flatMap((each) => {
    if (each.$type !== 'For' && each.$type !== 'If' && each.$type !== 'Else') return [];
    const own = each.statements.filter(
      (inner): inner is ast.Instance | ast.TemplateInstance =>
        inner.$type === 'Instance' || inner.$type === 'TemplateInstance',
    );
    return [...own, ...installedWithin(each.statements)];
  });
}
