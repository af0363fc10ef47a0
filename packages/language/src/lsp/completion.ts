// Completion: what could be written at the cursor.
import {
  allRules,
  inLibrary,
  type Kind,
  patterns,
  propertiesOf,
  requirableFacts,
  unitsOf,
  type ValueSpec,
} from '@lightloom/core';
import { AstUtils, type LangiumDocument } from 'langium';
import type { CompletionProvider } from 'langium/lsp';
import type { CompletionParams } from 'vscode-languageserver';
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  type Range,
  type TextEdit,
} from 'vscode-languageserver-types';
import { kindOfBody, statementsOf } from '../catalogue/bodies.ts';
import type * as ast from '../generated/ast.ts';
import { extentOf, networkKinds } from '../parse/index.ts';
import type { Named } from '../references/symbols.ts';
import type { FabricEditorServices } from '../services.ts';
import { libraryNames } from '../workspace/library.ts';
import { type Place, type Situation, situationAt } from './completion-place.ts';
import { headline } from './headline.ts';
import { shapeText } from './shapes.ts';
import { statementSnippets } from './statement-snippets.ts';

type Item = Omit<CompletionItem, 'textEdit'> & { readonly insert?: string };

export class FabricCompletionProvider implements CompletionProvider {
  readonly completionOptions = { triggerCharacters: ['.', ':', '"', '/'] };
  private readonly services: FabricEditorServices;

  constructor(services: FabricEditorServices) {
    this.services = services;
  }

  getCompletion(document: LangiumDocument, params: CompletionParams): CompletionList {
    const text = document.textDocument.getText();
    const offset = document.textDocument.offsetAt(params.position);
    const situation = situationAt(document.parseResult.value as ast.FabricFile, text, offset);
    const range: Range = {
      start: document.textDocument.positionAt(situation.start),
      end: document.textDocument.positionAt(situation.end),
    };
    const items = this.itemsFor(situation.place, situation, document);
    return {
      isIncomplete: false,
      items: items.map(({ insert, ...item }) => ({ ...item, textEdit: { range, newText: insert ?? item.label } })),
    };
  }

  private itemsFor(place: Place, situation: Situation, document: LangiumDocument): Item[] {
    switch (place.kind) {
      case 'statement':
        return statementItems(place.body);
      case 'value':
        return this.values(place, situation, document);
      case 'part':
        return this.parts(place.part, situation, document);
      case 'template':
        return this.named(situation, (each) => each.$type === 'Template');
      case 'things':
        return this.things(place.path, situation);
      case 'pattern':
        return [...patterns.values()].map((each) => ({
          label: each.name,
          kind: CompletionItemKind.EnumMember,
          detail: 'pattern',
          documentation: each.doc,
        }));
      case 'fact':
        return Object.entries(requirableFacts).map(([name, fact]) => ({
          label: name,
          kind: CompletionItemKind.Function,
          detail: `fact of a ${fact.subjects.join(' or ')}`,
          documentation: fact.doc,
          insert: `${name}($1)`,
          insertTextFormat: InsertTextFormat.Snippet,
        }));
      case 'rule':
        return ruleItems(place.family);
      case 'network kind':
        return words(networkKinds, 'network');
      case 'words':
        return words(place.words, 'keyword', CompletionItemKind.Keyword);
      case 'import':
        return this.imports(document);
      case 'nothing':
        return [];
    }
  }

  /** Values of a property, by its shape. */
  private values(place: Place & { kind: 'value' }, situation: Situation, document: LangiumDocument): Item[] {
    const kind = kindOfBody(place.body);
    const spec = kind === undefined ? undefined : propertiesOf(kind)[place.property];
    if (spec === undefined) return [];
    const items = this.ofShape(spec.value, place.number, situation, document);
    return [
      ...items,
      ...words(['source', 'assumed'], 'where it comes from', CompletionItemKind.Keyword).map((each) => ({
        ...each,
        insert: `${each.label} "$1"`,
        insertTextFormat: InsertTextFormat.Snippet,
        sortText: `z${each.label}`,
      })),
    ];
  }

  private ofShape(
    spec: ValueSpec,
    number: string | undefined,
    situation: Situation,
    document: LangiumDocument,
  ): Item[] {
    switch (spec.type) {
      case 'quantity':
      case 'table':
      case 'per part':
      case 'range':
        return unitsOf(spec.dimension).map((unit) => ({
          label: number === undefined ? `… ${unit.name}` : unit.name,
          kind: CompletionItemKind.Unit,
          detail: spec.dimension,
          insert: number === undefined ? `\${1:1} ${unit.name}` : unit.name,
          filterText: unit.name,
          insertTextFormat: number === undefined ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
        }));
      case 'supplies':
        return [
          {
            label: '3 x 1.5 kW, n+1',
            kind: CompletionItemKind.Snippet,
            insert: '${1:3} x ${2:1.5 kW}, ${3:n+1}',
            insertTextFormat: InsertTextFormat.Snippet,
          },
        ];
      case 'word':
        return words(spec.words, 'value');
      case 'part':
      case 'parts':
        return this.parts(spec.kind, situation, document);
      case 'selection':
        return this.named(situation, (each) =>
          spec.of === 'any' ? isInstalled(each) : each.$type === 'Instance' && each.kind === spec.of,
        );
      default:
        return [];
    }
  }

  /** Types of a kind: those in sight, then those of library files that an import would bring. */
  private parts(kind: string, situation: Situation, document: LangiumDocument): Item[] {
    const inSight = this.named(
      situation,
      (each) =>
        this.services.references.Symbols.typeOf(each)?.$type === 'TypeDeclaration' &&
        (this.services.references.Symbols.typeOf(each) as ast.TypeDeclaration).kind === kind,
    );
    const known = new Set(inSight.map((each) => each.label));
    const beyond = [...this.services.workspace.LibraryNames.all]
      .filter(([name, entry]) => entry.kind === kind && !known.has(name))
      .map(([name, entry]) => ({
        label: name,
        kind: CompletionItemKind.Class,
        detail: `${kind} type, from std/${entry.file}`,
        sortText: `z${name}`,
        additionalTextEdits: [importEdit(document, `std/${entry.file}`)],
      }));
    return [...inSight, ...beyond];
  }

  /** Things that are installed: those in sight, or the members behind a path. */
  private things(path: readonly string[], situation: Situation): Item[] {
    const { Symbols } = this.services.references;
    const [head, ...rest] = path;
    if (head === undefined)
      return this.named(situation, (each) => isInstalled(each) || each.$type === 'TypeDeclaration');
    let target = Symbols.find(situation.body, head);
    for (const name of rest) target = target === undefined ? undefined : Symbols.members(target)?.get(name);
    const members = target === undefined ? undefined : Symbols.members(target);
    if (members !== undefined) return [...members].map(([name, each]) => namedItem(name, each, this.comment(each)));
    return target?.$type === 'Instance' && target.kind === 'loop'
      ? words(['supply', 'return'], 'point of the loop')
      : [];
  }

  private named(situation: Situation, wanted: (each: Named) => boolean): Item[] {
    const found = new Map<string, Item>();
    for (const [name, each] of this.services.references.Symbols.visible(situation.body)) {
      if (!found.has(name) && wanted(each)) found.set(name, namedItem(name, each, this.comment(each)));
    }
    return [...found.values()];
  }

  private comment(node: Named): string | undefined {
    return this.services.documentation.CommentProvider.getComment(node);
  }

  /** Library files, and the files of the workspace that lie beside this one. */
  private imports(document: LangiumDocument): Item[] {
    const library = libraryNames().map((name) => ({
      label: `std/${name}`,
      kind: CompletionItemKind.File,
      detail: 'part library',
    }));
    const folder = document.uri.toString().replace(/[^/]*$/, '');
    const beside = this.services.shared.workspace.LangiumDocuments.all
      .filter(
        (each) =>
          each !== document &&
          each.uri.toString().startsWith(folder) &&
          !inLibrary({ uri: each.uri.toString(), start: 0, end: 0 }),
      )
      .map((each) => ({
        label: `./${each.uri.toString().slice(folder.length)}`,
        kind: CompletionItemKind.File,
        detail: 'file',
      }))
      .toArray();
    return [...beside, ...library];
  }
}

/** What may start in a body: its statements and its properties. */
function statementItems(body: Situation['body']): Item[] {
  const kind: Kind | undefined = kindOfBody(body);
  const given = new Set(
    ((body as { statements?: readonly ast.Statement[] }).statements ?? []).map((each) =>
      each.$type === 'Property' ? each.name : '',
    ),
  );
  const onType = body.$type === 'TypeDeclaration';
  const properties =
    kind === undefined
      ? []
      : Object.entries(propertiesOf(kind)).filter(([, spec]) => !(onType && spec.installedOnly === true));
  return [
    ...properties.map(([name, spec]) => ({
      label: name,
      kind: CompletionItemKind.Property,
      detail: shapeText(spec.value).replace(/`/g, ''),
      documentation: spec.doc,
      insert: `${name} `,
      // What is given already comes last.
      sortText: `${given.has(name) ? 'b' : 'a'}${name}`,
    })),
    ...statementSnippets(new Set(statementsOf(body))).map((each) => ({
      label: each.label,
      kind: CompletionItemKind.Keyword,
      detail: each.detail,
      insert: each.snippet,
      insertTextFormat: InsertTextFormat.Snippet,
      sortText: `c${each.label}`,
    })),
  ];
}

function ruleItems(family: string | undefined): Item[] {
  return allRules
    .filter((rule) => family === undefined || rule.id.startsWith(`${family}/`))
    .map((rule) => ({
      label: family === undefined ? rule.id : rule.id.slice(family.length + 1),
      kind: CompletionItemKind.Event,
      detail: rule.severity,
      documentation: `${rule.title}. ${rule.why}`,
    }));
}

function words(
  list: readonly string[],
  detail: string,
  kind: CompletionItemKind = CompletionItemKind.EnumMember,
): Item[] {
  return list.map((label) => ({ label, kind, detail }));
}

function namedItem(name: string, node: Named, comment: string | undefined): Item {
  const kind =
    node.$type === 'TypeDeclaration'
      ? CompletionItemKind.Class
      : node.$type === 'Ports'
        ? CompletionItemKind.Field
        : node.$type === 'Template'
          ? CompletionItemKind.Module
          : CompletionItemKind.Variable;
  return {
    label: name,
    kind,
    detail: headline(node as never),
    ...(comment === undefined ? {} : { documentation: comment }),
  };
}

function isInstalled(node: Named): boolean {
  return node.$type === 'Instance' || node.$type === 'TemplateInstance' || node.$type === 'Network';
}

/** Adds an import behind the last one, or at the top. */
function importEdit(document: LangiumDocument, path: string): TextEdit {
  const file = AstUtils.findRootNode(document.parseResult.value) as ast.FabricFile;
  const last = file.statements.filter((each) => each.$type === 'Import').at(-1);
  const line = last === undefined ? 0 : document.textDocument.positionAt(extentOf(last).end).line + 1;
  const position = { line, character: 0 };
  return { range: { start: position, end: position }, newText: `import "${path}"\n` };
}
