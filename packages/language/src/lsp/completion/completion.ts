// Completion: what can be written at the cursor.
import type { Kind, ValueSpec } from '@lightloom/core';
import type { LangiumDocument } from 'langium';
import type { CompletionProvider } from 'langium/lsp';
import type { CompletionParams } from 'vscode-languageserver';
import { CompletionItemKind, type CompletionList, type Range } from 'vscode-languageserver-types';
import { type Configurations, rulesOfPlugins } from '../../configuration/index.ts';
import type * as ast from '../../generated/ast.ts';
import { factOf } from '../../references/fact-names.ts';
import type { FabricEditorServices } from '../../services/services.ts';
import { kindOfBody, networkKindNames, propertyOf } from '../../syntax/index.ts';
import {
  factItems,
  type Item,
  patternItems,
  provenanceItems,
  ruleItems,
  statementItems,
  supplyItems,
  unitItems,
  wordItems,
} from './items.ts';
import { NamedItems } from './named-items.ts';
import type { Place } from './place.ts';
import { type Situation, situationAt } from './situation.ts';

export class FabricCompletionProvider implements CompletionProvider {
  readonly completionOptions = { triggerCharacters: ['.', ':', '"', '/'] };
  private readonly names: NamedItems;
  private readonly configurations: Configurations;

  constructor(services: FabricEditorServices) {
    this.names = new NamedItems(services);
    this.configurations = services.workspace.Configurations;
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
        return statementItems(place.body, situation.end);
      case 'value':
        return this.values(place, situation, document);
      case 'end of value':
        return [...provenanceItems(), ...statementItems(place.body, situation.end)];
      case 'part':
        return [place.part, ...(place.or === undefined ? [] : [place.or])].flatMap((kind) =>
          this.names.parts(kind, situation, document, place.path),
        );
      case 'template':
        return this.names.templates(situation, place.path);
      case 'arguments':
        return [...this.names.parameters(situation, place.template), ...this.names.values(situation)];
      case 'expression':
        return this.names.values(situation, place.numbers);
      case 'things':
        return this.names.things(place, situation);
      case 'pattern':
        return patternItems(place.sides);
      case 'figure':
        return [...factItems(), ...this.names.values(situation, true)];
      case 'limit': {
        const fact = place.fact === undefined ? undefined : factOf(place.fact);
        const units =
          fact === undefined || fact.bare || fact.dimension === 'count'
            ? []
            : unitItems(fact.dimension, { number: place.number, replacesNumber: situation.isNumber });
        // A limit may be computed from facts too.
        return place.number === undefined ? [...units, ...factItems(), ...this.names.values(situation, true)] : units;
      }
      case 'rule':
        return ruleItems(place.family, rulesOfPlugins(this.configurations.of(document.uri)?.plugins.loaded ?? []));
      case 'network kind':
        return wordItems(networkKindNames, 'kind of network');
      case 'words': {
        const items = wordItems(place.words, 'keyword', CompletionItemKind.Keyword);
        return place.orStatement === undefined
          ? items
          : [...items, ...statementItems(place.orStatement, situation.end)];
      }
      case 'import':
        return this.names.files(document);
      case 'nothing':
        return [];
    }
  }

  /** Values of a property, by its shape. */
  private values(place: Place & { kind: 'value' }, situation: Situation, document: LangiumDocument): Item[] {
    const kind: Kind | undefined = kindOfBody(place.body);
    const spec = propertyOf(kind, place.property);
    if (spec === undefined) return [];
    const items = this.ofShape(spec.value, place.number, situation, document);
    return [...items.map((each) => ({ ...each, documentation: each.documentation ?? spec.doc })), ...provenanceItems()];
  }

  private ofShape(
    spec: ValueSpec,
    number: string | undefined,
    situation: Situation,
    document: LangiumDocument,
  ): Item[] {
    switch (spec.type) {
      case 'quantity': {
        const comparison = spec.bound === undefined || situation.compared ? '' : `${spec.bound} `;
        return unitItems(spec.dimension, { number, comparison, replacesNumber: situation.isNumber });
      }
      case 'table':
      case 'per part':
      case 'quantities':
      case 'range':
        return unitItems(spec.dimension, { number, replacesNumber: situation.isNumber });
      case 'supplies':
        return supplyItems();
      case 'word':
      case 'words':
        return spec.words.map((label) => ({ label, kind: CompletionItemKind.EnumMember, detail: 'value' }));
      case 'part':
      case 'parts':
        return this.names.parts(spec.kind, situation, document);
      case 'selection':
        return this.names.selectable(spec.of, situation);
      default:
        return [];
    }
  }
}
