// Remedies of findings written into the text: a fix for each that the text has a place for.
import {
  type CurableFinding,
  type DesignChange,
  type Edit,
  type Finding,
  type Fix,
  libraryScheme,
  type Origin,
  type Remedy,
} from '@lightloom/core';
import type { LangiumDocument } from 'langium';
import type * as ast from '../generated/ast.ts';
import { extentOf } from '../parse/index.ts';
import { importEdit } from '../problems/import-edit.ts';
import type { Symbols } from '../references/symbols.ts';
import type { LibraryNames } from '../workspace/library-names.ts';
import { propertyEdit, statementEdit, wordIn } from './body-edits.ts';
import { multiplied } from './multiplied.ts';
import { narrowed } from './narrowed.ts';
import { declarationAt, outermost, statementAt } from './statement-at.ts';

/** What remedies are written with. */
export interface RemedyServices {
  readonly symbols: Symbols;
  readonly library: LibraryNames;
}

export class Remedies {
  private readonly files: ReadonlyMap<string, LangiumDocument>;
  private readonly services: RemedyServices;

  /** @param documents the files of the design */
  constructor(documents: readonly LangiumDocument[], services: RemedyServices) {
    this.files = new Map(documents.map((each) => [each.uri.toString(), each]));
    this.services = services;
  }

  /** A finding with its remedies as fixes, behind those it has. */
  written(finding: CurableFinding): Finding {
    const { remedies, ...rest } = finding;
    if (remedies === undefined) return finding;
    return { ...rest, fixes: [...finding.fixes, ...remedies.flatMap((each) => this.fixOf(each) ?? [])] };
  }

  /** A remedy as a fix; undefined where the text has no place for one of its changes. */
  fixOf({ title, changes }: Remedy): Fix | undefined {
    const written = changes.map((each) => this.change(each));
    const [first] = written;
    if (first === undefined || written.some((each) => each === undefined || each.edits.length === 0)) return undefined;
    const edits = written.flatMap((each) => each?.edits ?? []);
    return { title: title ?? first.title, edits, isSafe: false, changesDesign: true };
  }

  private change(change: DesignChange): { readonly title: string; readonly edits: readonly Edit[] } | undefined {
    switch (change.kind) {
      case 'set': {
        return this.set(change);
      }
      case 'resize':
        return this.resize(change.at, change.count);
      case 'multiply':
        return multiplied(this.at(change.at, statementAt), change.count, [...this.files.values()]);
      case 'use':
        return this.use(change.at, change.part, change.inPlaceOf);
      case 'add': {
        const found = this.at(change.at, statementAt);
        const node = change.isAtTop === true ? found && outermost(found) : found;
        if (node === undefined) return undefined;
        const [line = ''] = change.text.split('\n');
        return {
          title: `Add \`${line}\``,
          edits: [statementEdit(change.at.uri, node, change.text, change.before === true)],
        };
      }
      case 'narrow': {
        const node = this.at(change.at, statementAt);
        return node?.$type === 'Plug' ? narrowed(node, change) : undefined;
      }
      case 'write': {
        if (!this.isOwn(change.at)) return undefined;
        const { at, text } = change;
        const origin = change.isAdded === true ? { ...at, start: at.end } : at;
        return {
          title: change.isAdded === true ? `Add \`${text.trim()}\`` : `Change to \`${text}\``,
          edits: [{ origin, text }],
        };
      }
    }
  }

  /** Gives a property a value, and imports the file of the library that declares the part it names. */
  private set({ at, property, value, part }: Extract<DesignChange, { kind: 'set' }>) {
    const node = this.at(at, declarationAt);
    const document = this.files.get(at.uri);
    if (node === undefined || document === undefined) return undefined;
    const imports: Edit[] = [];
    const name = part === undefined ? undefined : this.nameOf(part, node, document, imports);
    const text = part === undefined || name === undefined ? value : value.replace(part, name);
    const edit = part !== undefined && name === undefined ? undefined : propertyEdit(at.uri, node, property, text);
    return edit && { title: `Set \`${property}\` to \`${value}\``, edits: [...imports, edit] };
  }

  /** Changes the upper bound of an array of one dimension, where it is a number. */
  private resize(at: Origin, count: number) {
    const node = this.at(at, statementAt);
    if (node === undefined || !('dimensions' in node)) return undefined;
    const [only, ...more] = node.dimensions;
    const [range, ...others] = only?.items ?? [];
    const { low, high } = range ?? {};
    if (more.length > 0 || others.length > 0 || low?.$type !== 'Numeral' || high?.$type !== 'Numeral') return undefined;
    const upper = low.value + count - 1;
    return {
      title: `Change \`${node.name}[${low.value}..${high.value}]\` to \`${node.name}[${low.value}..${upper}]\``,
      edits: [{ origin: { uri: at.uri, ...extentOf(high) }, text: `${upper}` }],
    };
  }

  /** Names another part, and imports the file of the library that declares it. */
  private use(places: readonly Origin[], part: string, inPlaceOf: string) {
    const edits: Edit[] = [];
    for (const at of places) {
      const node = this.at(at, statementAt);
      const document = this.files.get(at.uri);
      if (node === undefined || document === undefined) return undefined;
      const found = wordIn(
        document.textDocument.getText(),
        { start: at.start, end: Math.max(at.end, extentOf(node).end) },
        inPlaceOf,
      );
      const name = this.nameOf(part, node, document, edits);
      if (found === undefined || name === undefined) return undefined;
      edits.push({ origin: { uri: at.uri, ...found }, text: name });
    }
    return { title: `Use \`${part}\``, edits };
  }

  /** How a part is named at a statement: with an alias where its import has one, after an import where it has none. */
  private nameOf(part: string, node: ast.Statement, document: LangiumDocument, edits: Edit[]): string | undefined {
    const { symbols, library } = this.services;
    if (symbols.find(node, part) !== undefined) return part;
    const alias = symbols.aliasOf(part, document);
    if (alias !== undefined) return `${alias}.${part}`;
    const file = library.fileOf(part);
    if (file === undefined) return undefined;
    const edit = importEdit(document, `std/${file}`);
    if (!edits.some((each) => each.text === edit.text && each.origin.uri === edit.origin.uri)) edits.push(edit);
    return part;
  }

  private at<T>(at: Origin, find: (file: ast.FabricFile, offset: number) => T | undefined): T | undefined {
    const document = this.isOwn(at) ? this.files.get(at.uri) : undefined;
    return document === undefined ? undefined : find(document.parseResult.value as ast.FabricFile, at.start);
  }

  /** Whether a place is in a file that may be changed. */
  private isOwn({ uri }: Origin): boolean {
    return this.files.has(uri) && !uri.startsWith(`${libraryScheme}:`);
  }
}
