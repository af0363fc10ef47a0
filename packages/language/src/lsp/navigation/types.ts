// From things to their types and back: go to type definition, go to implementations, the hierarchy of `is`.
import type { LangiumDocument, LangiumDocuments, MaybePromise } from 'langium';
import { URI } from 'langium';
import type { ImplementationProvider, TypeDefinitionProvider, TypeHierarchyProvider } from 'langium/lsp';
import type {
  ImplementationParams,
  TextDocumentPositionParams,
  TypeDefinitionParams,
  TypeHierarchyPrepareParams,
  TypeHierarchySubtypesParams,
  TypeHierarchySupertypesParams,
} from 'vscode-languageserver';
import { type LocationLink, SymbolKind, type TypeHierarchyItem } from 'vscode-languageserver-types';
import * as ast from '../../generated/ast.ts';
import type { FabricReferences } from '../../references/references.ts';
import type { Symbols } from '../../references/symbols.ts';
import { statementAt } from '../../remedies/statement-at.ts';
import { linkTo, placeOf } from './declaration-place.ts';
import { leafAt } from './leaf-at.ts';

/** What types are looked up in. */
interface TypeServices {
  readonly documents: LangiumDocuments;
  readonly references: FabricReferences;
  readonly symbols: Symbols;
}

type Type = ast.TypeDeclaration | ast.Template;

export class Types implements TypeDefinitionProvider, ImplementationProvider, TypeHierarchyProvider {
  private readonly services: TypeServices;

  constructor(services: TypeServices) {
    this.services = services;
  }

  /** From what is installed, or a group of ports, to its type; from a parameter or a value to the type that it names. */
  getTypeDefinition(document: LangiumDocument, params: TypeDefinitionParams): MaybePromise<LocationLink[] | undefined> {
    const leaf = leafAt(document, params.position);
    const named = this.namedAt(document, params);
    const type = named === undefined ? undefined : this.typeOf(named);
    return leaf === undefined || type === undefined ? undefined : [linkTo(type, leaf.range)];
  }

  /** From a type to the types derived from it and to what is installed of it; from a template to its instances. */
  getImplementation(document: LangiumDocument, params: ImplementationParams): MaybePromise<LocationLink[] | undefined> {
    const leaf = leafAt(document, params.position);
    const type = this.typeAt(document, params);
    if (leaf === undefined || type === undefined) return undefined;
    return [...this.usersOf(type)].map((each) => linkTo(each, leaf.range));
  }

  prepareTypeHierarchy(document: LangiumDocument, params: TypeHierarchyPrepareParams) {
    const type = this.typeAt(document, params);
    return type?.$type === 'TypeDeclaration' ? [itemOf(type)] : undefined;
  }

  supertypes({ item }: TypeHierarchySupertypesParams): TypeHierarchyItem[] {
    const type = this.typeOfItem(item);
    const [, base] = type === undefined ? [] : [...this.services.symbols.chain(type)];
    return base === undefined ? [] : [itemOf(base)];
  }

  subtypes({ item }: TypeHierarchySubtypesParams): TypeHierarchyItem[] {
    const type = this.typeOfItem(item);
    return type === undefined
      ? []
      : [...this.usersOf(type)].filter((each) => each.$type === 'TypeDeclaration').map(itemOf);
  }

  private namedAt(document: LangiumDocument, { position }: TextDocumentPositionParams): ast.Named | undefined {
    const leaf = leafAt(document, position);
    const target = leaf === undefined ? undefined : this.services.references.findDeclarations(leaf)[0];
    return ast.isNamed(target) ? target : undefined;
  }

  private typeAt(document: LangiumDocument, params: TextDocumentPositionParams): Type | undefined {
    const named = this.namedAt(document, params);
    return named === undefined ? undefined : this.services.symbols.typeOf(named);
  }

  private typeOf(named: ast.Named): Type | undefined {
    const { symbols } = this.services;
    switch (named.$type) {
      case 'Instance':
      case 'TemplateInstance':
        return symbols.typeOf(named.type?.definition.ref);
      case 'Ports':
        return symbols.typeOf(named.cage.definition.ref);
      default:
        return symbols.typeOf(named);
    }
  }

  /** What is declared with a type: types derived from it, and what is installed of it. */
  private *usersOf(type: Type): Iterable<ast.TypeDeclaration | ast.Instance | ast.TemplateInstance> {
    for (const use of this.services.references.usesOf(type)) {
      const user = use.$type === 'TypeUse' ? use.$container : undefined;
      if (ast.isTypeDeclaration(user) || ast.isInstance(user) || ast.isTemplateInstance(user)) yield user;
    }
  }

  private typeOfItem({ uri, selectionRange }: TypeHierarchyItem): ast.TypeDeclaration | undefined {
    const document = this.services.documents.getDocument(URI.parse(uri));
    if (document === undefined) return undefined;
    const offset = document.textDocument.offsetAt(selectionRange.start);
    const statement = statementAt(document.parseResult.value as ast.FabricFile, offset);
    return statement?.$type === 'TypeDeclaration' ? statement : undefined;
  }
}

function itemOf(type: ast.TypeDeclaration): TypeHierarchyItem {
  return { name: type.name, kind: SymbolKind.Class, detail: `${type.kind} type`, ...placeOf(type) };
}
