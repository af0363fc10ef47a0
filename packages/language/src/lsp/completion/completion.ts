// Completion: what can be written at the cursor.
import { isPart, type Kind, type Part, type ValueSpec } from '@lightloom/core';
import type { AstNode, LangiumDocument } from 'langium';
import type { CompletionProvider } from 'langium/lsp';
import { type CompletionContext, type CompletionParams, CompletionTriggerKind } from 'vscode-languageserver';
import { type CompletionItem, CompletionItemKind, type CompletionList, type Range } from 'vscode-languageserver-types';
import { type Configurations, rulesOfPlugins } from '../../configuration/index.ts';
import type * as ast from '../../generated/ast.ts';
import { factOf } from '../../references/fact-names.ts';
import type { FabricEditorServices } from '../../services/services.ts';
import { kindOfBody, networkKindNames, propertyOf } from '../../syntax/index.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { type Fit, fitting, fittingConnectors, fittingLanes } from './fitting.ts';
import { blocksAt, indicesOf, portsAt } from './installed.ts';
import {
  countItems,
  factItems,
  type Item,
  patternItems,
  provenanceItems,
  redundancyItems,
  ruleItems,
  statementItems,
  supplyItems,
  typeItem,
  unitItems,
  wordItems,
} from './items.ts';
import { NamedItems } from './named-items.ts';
import type { Place } from './place.ts';
import { type Situation, situationAt } from './situation.ts';
import { withPartsInScope } from './snippet-parts.ts';

/** Names beyond which only those are offered that what is typed can become. */
const maxItems = 500;

/** Places whose items pop up behind a space: a value must follow there. */
const valuePlaces: ReadonlySet<Place['kind']> = new Set([
  'value',
  'part',
  'template',
  'things',
  'pattern',
  'limit',
  'rule',
  'network kind',
  'figure',
]);

/** Units that properties of links and of the plant are given in, which no part of the library has. */
const usualUnits: Readonly<Record<string, readonly string[]>> = { length: ['m', 'km'], supply: ['°C'], return: ['°C'] };

/** Whether items are shown where a character brings them up by itself: not where the line may end as well. */
function popsUp(place: Place, context: CompletionContext | undefined): boolean {
  if (context?.triggerKind !== CompletionTriggerKind.TriggerCharacter) return true;
  const { triggerCharacter = '' } = context;
  if (/\d/.test(triggerCharacter))
    return (place.kind === 'value' || place.kind === 'limit') && place.number !== undefined;
  return triggerCharacter === ' ' ? valuePlaces.has(place.kind) : !mayBegin(place);
}

/** Whether a statement may begin at a place: after the end of a text or a comment, whose last character brings items up too. */
function mayBegin(place: Place): boolean {
  return (
    place.kind === 'statement' ||
    place.kind === 'end of value' ||
    (place.kind === 'words' && place.orStatement !== undefined)
  );
}

/** The items whose label has the characters that were typed, in their order. */
function matching(items: readonly Item[], typed: string): Item[] {
  const letters = typed.toLowerCase();
  const found: Item[] = [];
  for (const item of items) {
    const label = item.label.toLowerCase();
    let at = 0;
    for (let i = 0; i < label.length && at < letters.length; i++) if (label[i] === letters[at]) at++;
    if (at === letters.length) found.push(item);
    if (found.length === maxItems) break;
  }
  return found;
}

/** What shows the next items in VS Code, which does so by itself only behind a character that was typed. */
const suggest = { title: 'Suggest', command: 'editor.action.triggerSuggest' };

/** Whether something must follow what an item inserts: behind a space, or at the place that it leaves open. */
function goesOn(insert: string): boolean {
  return /\s$|\$1["')]$/.test(insert);
}

/** What the list that is being written names already, as a whole: `A` and `cdu` of `fed by A, cdu[*], `. */
function listedBefore({ start }: Situation, { textDocument }: LangiumDocument): ReadonlySet<string> {
  const text = textDocument.getText().slice(Math.max(0, start - 400), start);
  const list = /(?:[A-Za-z_][\w-]*(?:\[\*\])?\s*,\s*)+$/.exec(text)?.[0] ?? '';
  return new Set(list.split(',').map((each) => each.trim().replace('[*]', '')));
}

export class FabricCompletionProvider implements CompletionProvider {
  readonly completionOptions = { triggerCharacters: ['.', ':', '"', '/', ' ', '[', '(', ',', '=', ...'0123456789'] };
  private readonly names: NamedItems;
  private readonly catalogue: Catalogue;
  private readonly configurations: Configurations;
  private readonly services: FabricEditorServices;
  private readonly hasCommands: () => boolean;

  /** @param hasCommands whether the client has the commands of VS Code */
  constructor(services: FabricEditorServices, catalogue: Catalogue, hasCommands: () => boolean) {
    this.services = services;
    this.catalogue = catalogue;
    this.hasCommands = hasCommands;
    this.names = new NamedItems(services, catalogue);
    this.configurations = services.workspace.Configurations;
  }

  async getCompletion(document: LangiumDocument, params: CompletionParams): Promise<CompletionList> {
    const text = document.textDocument.getText();
    const offset = document.textDocument.offsetAt(params.position);
    const situation = situationAt(document.parseResult.value as ast.FabricFile, text, offset);
    const range: Range = {
      start: document.textDocument.positionAt(situation.start),
      end: document.textDocument.positionAt(situation.end),
    };
    if (!popsUp(situation.place, params.context)) return { isIncomplete: false, items: [] };
    if (situation.place.kind === 'part' || situation.place.kind === 'value') await this.catalogue.read();
    const all = this.itemsFor(situation.place, situation, document);
    // Of thousands of names, those that what is typed so far can become.
    const items = all.length <= maxItems ? all : matching(all, text.slice(situation.start, offset));
    return {
      isIncomplete: items.length < all.length,
      items: items.map(({ insert, isOfLibrary: _, ...item }) => ({
        ...item,
        textEdit: { range, newText: insert ?? item.label },
        ...(this.hasCommands() && goesOn(insert ?? '') ? { command: suggest } : {}),
      })),
    };
  }

  /** Reads the part library, and the figures that parts are offered with. */
  async readAhead(): Promise<void> {
    for (const part of await this.catalogue.read()) this.catalogue.figuresOf(part, () => undefined);
  }

  /** An item with what is only needed once somebody looks at it. */
  resolve(item: CompletionItem): CompletionItem {
    return this.names.resolved(item);
  }

  private itemsFor(place: Place, situation: Situation, document: LangiumDocument): Item[] {
    switch (place.kind) {
      case 'statement':
        return this.statements(place.body, situation);
      case 'value':
        return this.values(place, situation, document);
      case 'end of value':
        return [
          ...(place.property === 'connectors' ? wordItems(['low-loss'], 'grade', CompletionItemKind.Keyword) : []),
          ...provenanceItems(),
          ...this.statements(place.body, situation),
        ];
      case 'part':
        return [place.part, ...(place.or === undefined ? [] : [place.or])].flatMap((kind) =>
          this.names.parts(kind, situation, document, {
            path: place.path,
            fit: fitting(this.names.last(document)?.fabric, place.fits, this.cagesAhead(situation, document)),
          }),
        );
      case 'type':
        return [typeItem(place.part)];
      case 'template':
        return this.names.templates(situation, place.path);
      case 'arguments':
        return [
          ...this.names.parameters(situation, place.template),
          ...this.names.values(situation, { kinds: this.names.kindsTaken(situation, place.template) }),
        ];
      case 'expression':
        return this.names.values(situation, {
          numbers: place.numbers === true,
          kinds: place.template === undefined ? [] : this.names.kindsTaken(situation, place.template),
        });
      case 'things':
        return this.names.things(place, situation, document);
      case 'index':
        return [...this.indices(place, document), ...this.names.values(situation, { numbers: true })];
      case 'pattern':
        return patternItems(place.sides);
      case 'figure':
        return [...factItems(), ...this.names.values(situation, { numbers: true })];
      case 'limit': {
        const fact = place.fact === undefined ? undefined : factOf(place.fact);
        const units =
          fact === undefined || fact.bare || fact.dimension === 'count'
            ? []
            : unitItems(fact.dimension, { number: place.number, replacesNumber: situation.isNumber });
        // A limit may be computed from facts too.
        return place.number === undefined
          ? [...units, ...factItems(), ...this.names.values(situation, { numbers: true })]
          : units;
      }
      case 'rule':
        return ruleItems(
          place.family,
          rulesOfPlugins(this.configurations.of(document.uri)?.plugins.loaded ?? []),
          this.names.last(document)?.findings ?? [],
        );
      case 'network kind':
        return wordItems(networkKindNames, 'kind of network');
      case 'words': {
        const items = wordItems(place.words, 'keyword', CompletionItemKind.Keyword).map((each, i) => ({
          ...each,
          sortText: `0${i}`,
        }));
        return place.orStatement === undefined ? items : [...items, ...this.statements(place.orStatement, situation)];
      }
      case 'import':
        return this.names.files(document);
      case 'nothing':
        return [];
    }
  }

  private statements(body: AstNode, situation: Situation): Item[] {
    const { services, catalogue, names } = this;
    return withPartsInScope(statementItems(body, situation.end), situation, { services, catalogue, names });
  }

  /** The form factors of the cages that follow a module, where they are written already. */
  private cagesAhead({ end }: Situation, document: LangiumDocument): readonly string[] {
    const { fabric } = this.names.last(document) ?? {};
    const into = /^\s*into\s+([^\n]*)/.exec(document.textDocument.getText().slice(end, end + 400))?.[1];
    if (fabric === undefined || into === undefined) return [];
    return into.split(',').flatMap((each) => {
      const path = each
        .trim()
        .replace(/\[[^\]]*\]/g, '')
        .split('.');
      const ports = portsAt(fabric, path);
      if (ports !== undefined) return [ports.group.cage.name];
      const [block] = blocksAt(
        fabric,
        path.filter((name) => name !== '*'),
      );
      return block?.part?.ports.map(({ cage }) => cage.name) ?? [];
    });
  }

  /** How PMDs fit the module in whose body they are chosen, and connectors the optics of their link. */
  private fitInBody(kind: string, { body, start }: Situation, document: LangiumDocument): (part: Part) => Fit {
    const { fabric } = this.names.last(document) ?? {};
    if (kind === 'connector' && body.$type === 'Link' && fabric !== undefined)
      return fittingConnectors(fabric, endsOf(body as ast.Link));
    if (kind !== 'optics' || body.$type !== 'TypeDeclaration') return () => ({ rank: 1 });
    const { name, base } = body as ast.TypeDeclaration;
    const named = [name, base?.definition.$refText].flatMap(
      (each) => fabric?.parts.find((part) => part.name === each) ?? [],
    );
    const module = named.find((each) => isPart(each, 'module'));
    const count = /(\d+)\s*x\s*$/.exec(document.textDocument.getText().slice(Math.max(0, start - 16), start))?.[1];
    return fittingLanes(module?.values['form-factor']?.value, count === undefined ? undefined : Number(count));
  }

  private indices({ path, ofPorts }: Place & { kind: 'index' }, document: LangiumDocument): Item[] {
    const { fabric } = this.names.last(document) ?? {};
    const all = fabric === undefined ? [] : indicesOf(fabric, path);
    return all
      .filter(({ detail }) => ofPorts || !/free/.test(detail) || /^all/.test(detail))
      .map(({ text, detail }, i) => ({
        label: text,
        kind: CompletionItemKind.EnumMember,
        detail,
        documentation: `Indices of \`${path.join('.')}\`.`,
        sortText: `0${i}`,
      }));
  }

  /** Values of a property, by its shape. */
  private values(place: Place & { kind: 'value' }, situation: Situation, document: LangiumDocument): Item[] {
    const kind: Kind | undefined = kindOfBody(place.body);
    const spec = propertyOf(kind, place.property);
    if (spec === undefined) return [];
    const items = this.ofShape(spec.value, place, situation, document);
    return [...items.map((each) => ({ ...each, documentation: each.documentation ?? spec.doc })), ...provenanceItems()];
  }

  private ofShape(
    spec: ValueSpec,
    { body, number, property, continues }: Place & { kind: 'value' },
    situation: Situation,
    document: LangiumDocument,
  ): Item[] {
    const own = spec.type === 'quantity' && spec.usual !== undefined ? [spec.usual] : [];
    const usual = [...own, ...(usualUnits[property] ?? this.catalogue.usualUnits(kindOfBody(body), property))];
    switch (spec.type) {
      case 'quantity': {
        const comparison = spec.bound === undefined || situation.compared ? '' : `${spec.bound} `;
        const units = unitItems(spec.dimension, { number, comparison, replacesNumber: situation.isNumber, usual });
        return spec.auto === true && number === undefined ? [...wordItems(['auto'], 'computed'), ...units] : units;
      }
      case 'table':
      case 'per part':
      case 'quantities':
      case 'range':
        return unitItems(spec.dimension, { number, replacesNumber: situation.isNumber, usual });
      case 'supplies':
        return continues ? redundancyItems() : supplyItems();
      case 'word':
      case 'words':
        return spec.words.map((label) => ({ label, kind: CompletionItemKind.EnumMember, detail: 'value' }));
      case 'parts':
      case 'part':
        if (number !== undefined && spec.type === 'parts') return countItems(number, situation.isNumber);
        return this.names.parts(spec.kind, situation, document, {
          fit: this.fitInBody(spec.kind, situation, document),
        });
      case 'selection':
        return [
          ...this.names
            .selectable(spec.of, situation, listedBefore(situation, document))
            .map((each) => ({ ...each, sortText: `0${each.label}` })),
          ...(continues && spec.redundancy === true ? redundancyItems() : []),
        ];
      default:
        return [];
    }
  }
}

/** The names that lead to the ends of a link. */
function endsOf({ from, to }: ast.Link): readonly (readonly string[])[] {
  return [...from, ...to].map(({ segments }) =>
    segments.flatMap((each) => (each.$type === 'Segment' ? [each.named.$refText] : [])),
  );
}
