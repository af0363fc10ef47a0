// Completion items for names: of parts, elements, parameters and files.
import { eachPoint, inLibrary, pointsOfFact, requirableFacts } from '@lightloom/core';
import { prose, visible } from '@lightloom/print/shown';
import type { LangiumDocument } from 'langium';
import { CompletionItemKind, InsertTextFormat, MarkupKind } from 'vscode-languageserver-types';
import { toTextEdit } from '../../diagnostics/to-text-edit.ts';
import type * as ast from '../../generated/ast.ts';
import { textOfNode } from '../../parse/index.ts';
import { importEdit } from '../../problems/import-edit.ts';
import { failingPartsOf } from '../../references/points.ts';
import type { Named } from '../../references/symbols.ts';
import type { FabricEditorServices } from '../../services/services.ts';
import { libraryNames } from '../../workspace/library.ts';
import { headline } from '../wording/headline.ts';
import { code } from '../wording/markdown.ts';
import { type Item, wordItems } from './items.ts';
import type { Place, Wanted } from './place.ts';
import type { Situation } from './situation.ts';

/** Maximum number of lines of a declaration that completion shows. */
const maxLines = 14;

export class NamedItems {
  private readonly services: FabricEditorServices;

  constructor(services: FabricEditorServices) {
    this.services = services;
  }

  /** Types of a kind: those in scope, then those of library files that an import would add. */
  parts(kind: string, situation: Situation, document: LangiumDocument, path?: readonly string[]): Item[] {
    const { Symbols } = this.services.references;
    const wanted = (each: Named): boolean => {
      const type = Symbols.typeOf(each);
      return type?.$type === 'TypeDeclaration' && type.kind === kind && each !== situation.writing;
    };
    if (path !== undefined) return this.members(path, situation, wanted);
    const inScope = this.named(situation, wanted);
    const known = new Set(inScope.map((each) => each.label));
    const beyond = [...this.services.workspace.LibraryNames.all]
      .filter(([name, entry]) => entry.kind === kind && !known.has(name))
      .map(([name, entry]) => ({
        label: name,
        kind: CompletionItemKind.Class,
        detail: `${kind} type, from std/${entry.file}`,
        documentation: entry.doc ?? `Adds \`import "std/${entry.file}"\`.`,
        sortText: `z${name}`,
        additionalTextEdits: [toTextEdit(importEdit(document, `std/${entry.file}`), document)],
      }));
    return [...inScope, ...beyond];
  }

  templates(situation: Situation, path?: readonly string[]): Item[] {
    const wanted = (each: Named): boolean => each.$type === 'Template' && each !== situation.writing;
    return path === undefined ? this.named(situation, wanted) : this.members(path, situation, wanted);
  }

  /** Parameters of a template, as named arguments. */
  parameters(situation: Situation, template: string): Item[] {
    const found = this.services.references.Symbols.find(situation.body, template);
    if (found?.$type !== 'Template') return [];
    return found.parameters.map((each) => ({
      label: `${each.name} = `,
      kind: CompletionItemKind.Field,
      detail: `parameter of ${template}`,
      documentation: { kind: MarkupKind.Markdown, value: code(headline(each)) },
    }));
  }

  /** Names that have a value: constants, parameters, types. */
  values(situation: Situation, numbers = false): Item[] {
    return this.named(
      situation,
      (each) =>
        each !== situation.writing &&
        (each.$type === 'LoopIndex' ||
          each.$type === 'Let' ||
          each.$type === 'Parameter' ||
          (each.$type === 'TypeDeclaration' && !numbers)),
    ).map((each) => (each.kind === CompletionItemKind.Class ? { ...each, sortText: `z${each.label}` } : each));
  }

  /** Elements that a property can select. */
  selectable(of: string, situation: Situation): Item[] {
    return this.named(
      situation,
      (each) => {
        if (of === 'any') return isInstalled(each);
        if (each.$type === 'TemplateInstance') return of.startsWith('group');
        const device = each.$type === 'Instance' && (each.kind === 'switch' || each.kind === 'host');
        return (device && of === 'group or device') || (each.$type === 'Instance' && each.kind === of);
      },
      true,
    );
  }

  /** Elements in scope, or the members after a path. */
  things(place: Place & { kind: 'things' }, situation: Situation): Item[] {
    const wanted = (each: Named): boolean => isWanted(each, place.wanted, place.fact);
    const { path } = place;
    if (path === undefined || path.length === 0)
      return this.named(situation, wanted, place.wanted === 'ports' || place.wanted === 'devices');
    if (place.wanted === 'subject') return this.subjects(path, situation, wanted, place.fact ?? '');
    const found = this.members(path, situation, (each) => wanted(each) || takesPorts(each, place.wanted));
    if (place.wanted === 'failing') {
      const target = this.target(path, situation);
      const parts = target?.$type === 'Instance' ? failingPartsOf(target.kind) : [];
      return [...found, ...wordItems(parts, 'parts that can fail')];
    }
    const ports = found.some((each) => each.kind === CompletionItemKind.Field);
    return ports && place.wanted === 'ports' ? [...found, allPorts] : found;
  }

  /** What can follow a path in the subject of a requirement: members that have the fact, and its points. */
  private subjects(
    path: readonly string[],
    situation: Situation,
    wanted: (each: Named) => boolean,
    fact: string,
  ): Item[] {
    const spec = Object.hasOwn(requirableFacts, fact) ? requirableFacts[fact] : undefined;
    if (spec === undefined) return [];
    const points = pointsOfFact(spec);
    const given = path.slice(1).filter((each) => points.includes(each));
    const target = this.target(path.slice(0, path.length - given.length), situation);
    if (target === undefined) return [];
    const family = target.$type === 'Instance' ? target.kind : undefined;
    const has =
      spec.pointless?.some((each) => each === family) !== true && (family === undefined || isSubject(target, fact));
    const remaining = given.some((each) => spec.points?.includes(each)) ? [] : (spec.points ?? []);
    const each = points.includes(eachPoint) && !given.includes(eachPoint) ? [eachPoint] : [];
    const items = has ? wordItems([...remaining, ...each], `point of \`${fact}\``) : [];
    return given.length > 0 ? items : [...this.members(path, situation, wanted), ...items];
  }

  /** Library files, and the files of the workspace beside this one. */
  files(document: LangiumDocument): Item[] {
    const { LibraryNames } = this.services.workspace;
    const library = libraryNames().map((name) => {
      const own = [...LibraryNames.all].flatMap(([each, { file }]) => (file === name ? [each] : []));
      const brought = [...LibraryNames.broughtBy(name)].map((each) => `std/${each}`);
      return {
        label: `std/${name}`,
        kind: CompletionItemKind.File,
        detail: 'part library',
        documentation: own.length > 0 ? own.join(', ') : `All of ${brought.slice(1).join(', ')}.`,
      };
    });
    const folder = document.uri.toString().replace(/[^/]*$/, '');
    const beside = this.services.shared.workspace.LangiumDocuments.all
      .filter(
        (each) =>
          each !== document &&
          each.uri.toString().startsWith(folder) &&
          !inLibrary({ uri: each.uri.toString(), start: 0, end: 0 }),
      )
      .map((each) => ({
        label: `./${decodeURIComponent(each.uri.toString().slice(folder.length))}`,
        kind: CompletionItemKind.File,
        detail: 'file',
        documentation: [...this.services.references.Symbols.declaredIn(each.parseResult.value).keys()].join(', '),
      }))
      .toArray();
    return [...beside, ...library];
  }

  private target(path: readonly string[], situation: Situation): Named | undefined {
    const { Symbols } = this.services.references;
    const [head, ...rest] = path;
    let target = head === undefined ? undefined : Symbols.find(situation.body, head);
    for (const name of rest) target = target === undefined ? undefined : Symbols.members(target)?.get(name);
    return target;
  }

  private members(path: readonly string[], situation: Situation, wanted: (each: Named) => boolean): Item[] {
    const target = this.target(path, situation);
    const members = target === undefined ? undefined : this.services.references.Symbols.members(target);
    return [...(members ?? [])].filter(([, each]) => wanted(each)).map(([name, each]) => this.item(name, each));
  }

  /** Names in scope; arrays with the brackets that select all of them. */
  private named(situation: Situation, wanted: (each: Named) => boolean, brackets = false): Item[] {
    const found = new Map<string, Item>();
    for (const [name, each] of this.services.references.Symbols.visible(situation.body)) {
      if (found.has(name) || !wanted(each)) continue;
      const array = brackets && 'dimensions' in each && each.dimensions.length > 0 && !situation.beforeBracket;
      found.set(name, array ? { ...this.item(name, each), insert: `${name}[*]` } : this.item(name, each));
    }
    return [...found.values()];
  }

  private item(name: string, node: Named): Item {
    const comment = this.services.documentation.CommentProvider.getComment(node);
    const lines = textOfNode(node).split(/\r?\n/);
    const text = lines.length > maxLines ? [...lines.slice(0, maxLines), '…'] : lines;
    return {
      label: name,
      kind: itemKinds[node.$type] ?? CompletionItemKind.Variable,
      detail: visible(headline(node as ast.Statement)),
      documentation: {
        kind: MarkupKind.Markdown,
        value: [...(comment === undefined ? [] : [prose(comment)]), code(text.join('\n'))].join('\n\n'),
      },
    };
  }
}

const allPorts: Item = {
  label: '*',
  kind: CompletionItemKind.Field,
  detail: 'all ports',
  documentation: 'Every port group of the device.',
  insertTextFormat: InsertTextFormat.PlainText,
};

const itemKinds: Partial<Record<Named['$type'], CompletionItemKind>> = {
  TypeDeclaration: CompletionItemKind.Class,
  Ports: CompletionItemKind.Field,
  Template: CompletionItemKind.Module,
  Let: CompletionItemKind.Constant,
  Parameter: CompletionItemKind.Constant,
  LoopIndex: CompletionItemKind.Variable,
};

function isInstalled(node: Named): boolean {
  return node.$type === 'Instance' || node.$type === 'TemplateInstance' || node.$type === 'Network';
}

function takesPorts(node: Named, wanted: Wanted): boolean {
  return (
    node.$type === 'Ports' &&
    (wanted === 'ports' || wanted === 'allowed' || wanted === 'failing' || wanted === 'growing')
  );
}

/** Whether a name can start a selector of what is wanted. */
function isWanted(node: Named, wanted: Wanted, fact: string | undefined): boolean {
  const holds = node.$type === 'TemplateInstance' || node.$type === 'Network';
  const device = node.$type === 'Instance' && (node.kind === 'switch' || node.kind === 'host');
  switch (wanted) {
    case 'ports':
    case 'devices':
      return holds || device;
    case 'racks':
      return node.$type === 'Instance' && node.kind === 'rack';
    case 'subject':
      return isSubject(node, fact ?? '');
    case 'failing':
      return holds || device || (node.$type === 'Instance' && ['cdu', 'feed', 'rack', 'loop'].includes(node.kind));
    case 'allowed':
      return isInstalled(node) || (node.$type === 'TypeDeclaration' && !isOfLibrary(node));
    case 'growing':
      return isInstalled(node) && !(node.$type === 'Instance' && node.kind === 'hall');
    case 'drawn':
      return isInstalled(node);
  }
}

function isSubject(node: Named, fact: string): boolean {
  const subjects = Object.hasOwn(requirableFacts, fact) ? (requirableFacts[fact]?.subjects ?? []) : [];
  if (node.$type === 'Network') return subjects.includes('network') || subjects.includes('device');
  if (node.$type === 'TemplateInstance') return subjects.includes('group') || subjects.includes('device');
  if (node.$type === 'Ports') return subjects.includes('cage');
  if (node.$type !== 'Instance') return false;
  const family = node.kind === 'switch' || node.kind === 'host' ? 'device' : node.kind;
  return subjects.some((each) => each === family);
}

function isOfLibrary(node: ast.TypeDeclaration): boolean {
  return inLibrary({ uri: node.$container?.$document?.uri.toString() ?? '', start: 0, end: 0 });
}
