// What a new name would clash with: everything of that name wherever the declaration, or a use of it, is visible.
import { libraryScheme } from '@lightloom/core';
import { type AstNode, AstUtils, type LangiumDocument, type LangiumDocuments } from 'langium';
import * as ast from '../../generated/ast.ts';
import { nameExtentOf } from '../../parse/index.ts';
import { declarationFor } from '../../references/binding.ts';
import type { FabricReferences } from '../../references/references.ts';
import type { Named, Symbols } from '../../references/symbols.ts';
import type { Imports } from '../../workspace/imports.ts';

/** What names are looked up in. */
interface ClashServices {
  readonly symbols: Symbols;
  readonly references: FabricReferences;
  readonly imports: Imports;
  readonly documents: LangiumDocuments;
}

export class Clashes {
  private readonly services: ClashServices;

  constructor(services: ClashServices) {
    this.services = services;
  }

  /** Why a declaration can't have another name, as a sentence; undefined where it can. */
  of(target: Named, name: string): string | undefined {
    if (name === target.name) return undefined;
    const own = this.declaredBeside(target, name);
    if (own !== undefined) return `\`${name}\` is already declared here${placeOf(own, target)}.`;
    const found =
      this.visibleFrom(target, name) ?? this.visibleToUses(target, name) ?? this.visibleToImporters(target, name);
    return found === undefined
      ? undefined
      : `\`${name}\` is the name of something else${placeOf(found, target)}, which is visible where \`${target.name ?? ''}\` is used.`;
  }

  /** What has the name in the same body, or in a type that has the same port groups. */
  private declaredBeside(target: Named, name: string): Named | undefined {
    const { symbols } = this.services;
    // What a `for` or an `if` installs belongs to the body around it.
    for (let body = target.$container as AstNode | undefined; body !== undefined; body = body.$container) {
      const found = symbols.declaredIn(body).get(name);
      if (found !== undefined) return found;
      if (body.$type !== 'For' && body.$type !== 'If' && body.$type !== 'Else') break;
    }
    return target.$type === 'Ports' ? this.portsOfRelatives(target, name) : undefined;
  }

  /** A port group of this name in a base of the type, or in a type derived from it. */
  private portsOfRelatives({ $container: type }: ast.Ports, name: string): Named | undefined {
    const { symbols, documents } = this.services;
    if (!ast.isTypeDeclaration(type)) return undefined;
    const groupIn = (each: ast.TypeDeclaration | undefined): Named | undefined =>
      each === undefined ? undefined : symbols.declaredIn(each).get(name);
    for (const base of symbols.chain(type)) if (groupIn(base) !== undefined) return groupIn(base);
    for (const { parseResult, uri } of documents.all) {
      if (uri.scheme === libraryScheme) continue;
      for (const each of (parseResult.value as ast.FabricFile).statements ?? [])
        if (ast.isTypeDeclaration(each) && groupIn(each) !== undefined && [...symbols.chain(each)].includes(type))
          return groupIn(each);
    }
    return undefined;
  }

  /** What the name means where the declaration is: the new name would hide it. */
  private visibleFrom(target: Named, name: string): Named | undefined {
    return target.$container === undefined ? undefined : this.services.symbols.find(target.$container, name);
  }

  /** What the name means where the declaration is used: it would hide the new name. */
  private visibleToUses(target: Named, name: string): Named | undefined {
    for (const use of this.services.references.usesOf(target)) {
      const found = declarationFor(use, name, this.services.symbols);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** What the name means in files that see the declaration, used there or not. */
  private visibleToImporters(target: Named, name: string): Named | undefined {
    const { imports, documents, symbols } = this.services;
    const document = AstUtils.getDocument(target);
    // An alias is for its own file, and members of types and templates are reached through these.
    const container = target.$container;
    const isVisible = container.$type === 'FabricFile' || container.$type === 'Network';
    if (!isVisible || target.$type === 'Import') return undefined;
    const seeing = imports.thoseThatSee([document.uri.toString()], imports.importers(documents.all));
    for (const each of seeing as Iterable<LangiumDocument>) {
      const found = symbols.find(each.parseResult.value, name);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

/** ` (line 12)`, ` (site.fabric, line 12)`, ` (std/xpo)`. */
function placeOf(node: Named, target: Named): string {
  const [document, own] = [AstUtils.getDocument(node), AstUtils.getDocument(target)];
  const file = document.uri.path.replace(/^.*\//, '');
  if (document.uri.scheme === libraryScheme) return ` (std/${file.replace(/\.fabric$/, '')})`;
  const line = `line ${document.textDocument.positionAt(nameExtentOf(node).start).line + 1}`;
  return document === own ? ` (${line})` : ` (${file}, ${line})`;
}
