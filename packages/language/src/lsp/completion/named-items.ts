// Completion items for names: of parts, elements, parameters and files.
import {
  eachPoint,
  type Fabric,
  inLibrary,
  isFeedKind,
  type Part,
  pointsOfFact,
  requirableFacts,
} from '@lightloom/core';
import { visible } from '@lightloom/print/shown';
import { type LangiumDocument, URI } from 'langium';
import { type CompletionItem, CompletionItemKind, InsertTextFormat, MarkupKind } from 'vscode-languageserver-types';
import type { Analysis } from '../../analysis/analysis.ts';
import { toTextEdit } from '../../diagnostics/to-text-edit.ts';
import { textOfNode } from '../../parse/index.ts';
import { importEdit } from '../../problems/import-edit.ts';
import { failingPartsOf } from '../../references/points.ts';
import type { Named } from '../../references/symbols.ts';
import type { FabricEditorServices } from '../../services/services.ts';
import { libraryNames } from '../../workspace/library.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { headline } from '../wording/headline.ts';
import { code } from '../wording/markdown.ts';
import { declaredItem, resolvedItem } from './declared.ts';
import { type Fit, fitOfEnd } from './fitting.ts';
import { freeText } from './installed.ts';
import { type Item, wordItems } from './items.ts';
import type { Place } from './place.ts';
import type { Situation } from './situation.ts';
import { isInstalled, isSubject, isWanted, takesPorts } from './wanted.ts';

/** Names for which the free cages are counted: with more, that would take long. */
const maxCounted = 100;

export class NamedItems {
  private readonly services: FabricEditorServices;
  private readonly catalogue: Catalogue;

  constructor(services: FabricEditorServices, catalogue: Catalogue) {
    this.services = services;
    this.catalogue = catalogue;
  }

  /**
   * Types of a kind: those in scope, then those of library files that an import would add; of these, those that fit first.
   * @param fit how well a part fits
   */
  parts(
    kind: string,
    situation: Situation,
    document: LangiumDocument,
    {
      path,
      fit = () => ({ rank: 1 }),
    }: { readonly path?: readonly string[] | undefined; readonly fit?: (part: Part) => Fit } = {},
  ): Item[] {
    const { Symbols } = this.services.references;
    const wanted = (each: Named): boolean => {
      const type = Symbols.typeOf(each);
      return type?.$type === 'TypeDeclaration' && type.kind === kind && each !== situation.writing;
    };
    // Of those that fit alike, the library lists the most frequent ones first.
    const rated = (item: Item, place: string, rank: number): Item =>
      this.rated(item, { kind, place: `${place}${String(rank).padStart(4, '0')}`, fit }, document);
    if (path !== undefined) return this.members(path, situation, wanted).map((each, i) => rated(each, '0', i));
    const inScope = this.named(situation, wanted).map((each, i) =>
      rated(each, each.isOfLibrary === true ? '1' : '0', i),
    );
    const known = new Set(inScope.map((each) => each.label));
    const beyond = [...this.services.workspace.LibraryNames.all]
      .filter(([name, entry]) => entry.kind === kind && !known.has(name))
      .map(([name, entry]) => ({
        label: name,
        kind: CompletionItemKind.Class,
        detail: `${kind} type, from std/${entry.file}`,
        documentation: entry.doc ?? `Adds \`import "std/${entry.file}"\`.`,
        additionalTextEdits: [toTextEdit(importEdit(document, `std/${entry.file}`), document)],
      }))
      .map((each, i) => rated(each, '2', i));
    return [...inScope, ...beyond];
  }

  /** An item of a part with its figures, in the order of how it fits. @param place its place among those that fit alike */
  private rated(
    item: Item,
    { kind, place, fit }: { readonly kind: string; readonly place: string; readonly fit: (part: Part) => Fit },
    document: LangiumDocument,
  ): Item {
    const part = partNamed(this.last(document)?.fabric, item.label) ?? this.catalogue.find(item.label);
    const { rank, note, isUsed = false }: Fit = part === undefined ? { rank: 1 } : fit(part);
    const figures = part === undefined ? '' : this.catalogue.figuresOf(part, (uri) => this.textOf(uri));
    const from = place.startsWith('2') ? (item.detail ?? '') : `${kind} type`;
    const detail = [note, figures, from].filter((each) => each !== undefined && each !== '').join(' · ');
    return { ...item, detail: visible(detail), sortText: `${rank}${isUsed ? 0 : 1}${place}` };
  }

  /** The last state of the design that is known, however old. */
  last(document: LangiumDocument): Analysis | undefined {
    return this.services.workspace.Analyses.last(document);
  }

  private textOf(uri: string): string | undefined {
    return this.services.shared.workspace.LangiumDocuments.getDocument(URI.parse(uri))?.textDocument.getText();
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
      detail: `parameter of ${template}${each.default === undefined ? ', required' : `, otherwise ${textOfNode(each.default)}`}`,
      documentation: { kind: MarkupKind.Markdown, value: code(headline(each)) },
      ...(each.default === undefined ? { sortText: `0${each.name}` } : {}),
    }));
  }

  /** The kinds of part that the parameters of a template take: those of their defaults, and of what is installed of them. */
  kindsTaken(situation: Situation, template: string): readonly string[] {
    const { Symbols } = this.services.references;
    const found = Symbols.find(situation.body, template);
    if (found?.$type !== 'Template') return [];
    const names = new Set(found.parameters.map(({ name }) => name));
    const defaults = found.parameters.flatMap((each) => {
      const type = each.default === undefined ? undefined : Symbols.find(found, textOfNode(each.default));
      return type?.$type === 'TypeDeclaration' ? [type.kind] : [];
    });
    const installed = found.statements.flatMap((each) =>
      each.$type === 'Instance' && names.has(each.type?.definition.$refText ?? '') ? [each.kind] : [],
    );
    return [...defaults, ...installed];
  }

  /**
   * Names that have a value: constants, parameters, types, those that are likelier first.
   * @param numbers whether types don't fit
   * @param kinds the kinds of part that are likely
   */
  values(
    situation: Situation,
    { numbers = false, kinds = [] }: { readonly numbers?: boolean; readonly kinds?: readonly string[] } = {},
  ): Item[] {
    const likely = new Set<string>();
    const found = this.named(situation, (each) => {
      if (each === situation.writing) return false;
      if (each.$type !== 'TypeDeclaration') return ['LoopIndex', 'Let', 'Parameter'].includes(each.$type);
      if (kinds.includes(each.kind)) likely.add(each.name);
      return !numbers;
    });
    return found.map((each) => {
      if (each.kind !== CompletionItemKind.Class) return each;
      const rank = likely.has(each.label) ? (each.isOfLibrary === true ? 'x' : 'w') : 'z';
      return { ...each, sortText: `${rank}${each.label}` };
    });
  }

  /** Elements that a property can select. @param listed what its list has already */
  selectable(of: string, situation: Situation, listed: ReadonlySet<string> = new Set()): Item[] {
    return this.named(
      situation,
      (each) => {
        if (listed.has(each.name ?? '')) return false;
        if (of === 'any') return isInstalled(each);
        if (each === situation.body) return false;
        if (each.$type === 'TemplateInstance' || each.$type === 'Network') return of.startsWith('group');
        if (each.$type === 'Instance' && isFeedKind(each.kind)) return of === 'feed';
        const device = each.$type === 'Instance' && (each.kind === 'switch' || each.kind === 'host');
        return (device && of === 'group or device') || (each.$type === 'Instance' && each.kind === of);
      },
      true,
    );
  }

  /** Elements in scope, or the members after a path. */
  things(place: Place & { kind: 'things' }, situation: Situation, document: LangiumDocument): Item[] {
    const wanted = (each: Named): boolean => isWanted(each, place.wanted, place.fact);
    const { path } = place;
    if (path === undefined || path.length === 0) {
      const all = this.named(situation, wanted, place.wanted === 'ports' || place.wanted === 'devices');
      if (place.wanted !== 'ports' || all.length > maxCounted) return all;
      return all.map((each) => asEnd(each, this.last(document)?.fabric, [each.label], place.far));
    }
    if (place.wanted === 'subject') return this.subjects(path, situation, wanted, place.fact ?? '');
    const { fabric } = this.last(document) ?? {};
    const found = this.members(path, situation, (each) => wanted(each) || takesPorts(each, place.wanted)).map((each) =>
      asEnd(each, fabric, place.wanted === 'ports' ? [...path, each.label] : undefined, place.far),
    );
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
  named(situation: Situation, wanted: (each: Named) => boolean, brackets = false): Item[] {
    const found = new Map<string, Item>();
    for (const [name, each] of this.services.references.Symbols.visible(situation.body)) {
      if (found.has(name) || !wanted(each)) continue;
      const array = brackets && 'dimensions' in each && each.dimensions.length > 0 && !situation.beforeBracket;
      found.set(name, array ? { ...this.item(name, each), insert: `${name}[*]` } : this.item(name, each));
    }
    return [...found.values()];
  }

  private item(name: string, node: Named): Item {
    return declaredItem(name, node, this.services.documentation.CommentProvider);
  }

  /** An item with its documentation, which is put off until it is looked at. */
  resolved(item: CompletionItem): CompletionItem {
    const { LangiumDocuments } = this.services.shared.workspace;
    return resolvedItem(item, LangiumDocuments, this.services.documentation.CommentProvider);
  }
}

/** An item of something with ports, with its rates and how many of its cages are free: what fits the other end of a link comes first. */
function asEnd(item: Item, fabric: Fabric | undefined, path: readonly string[] | undefined, far: Ends = []): Item {
  const free = fabric === undefined || path === undefined ? undefined : freeText(fabric, path);
  if (fabric === undefined || path === undefined || free === undefined) return item;
  const { rank, note } = fitOfEnd(fabric, path, far);
  const detail = [note, free, item.detail].filter((each) => each !== undefined && each !== '').join(' · ');
  return { ...item, detail, sortText: `${free.startsWith('0 ') ? 1 : 0}${rank}${item.label}` };
}

/** Names that lead to the ends of links. */
type Ends = readonly (readonly string[])[];

const byName = new WeakMap<Fabric, ReadonlyMap<string, Part>>();

/** A part of a design by its name. */
function partNamed(fabric: Fabric | undefined, name: string): Part | undefined {
  if (fabric === undefined) return undefined;
  let known = byName.get(fabric);
  if (known === undefined) byName.set(fabric, (known = new Map(fabric.parts.map((each) => [each.name, each]))));
  return known.get(name);
}

const allPorts: Item = {
  label: '*',
  kind: CompletionItemKind.Field,
  detail: 'all ports',
  documentation: 'Every port group of the device.',
  insertTextFormat: InsertTextFormat.PlainText,
};
