// Code lenses: what a statement comes to, above it.

import { isFeedKind } from '@lightloom/core';
import { Cancellation, type LangiumDocument, type LangiumDocuments } from 'langium';

import type { CodeLensProvider } from 'langium/lsp';
import type { CodeLensParams } from 'vscode-languageserver';
import type { CodeLens } from 'vscode-languageserver-types';
import type { Analysis } from '../../analysis/analysis.ts';
import type { Shown } from '../../analysis/shown.ts';
import type * as ast from '../../generated/ast.ts';
import { extentOf } from '../../parse/index.ts';
import { commandNames } from '../../protocol/protocol.ts';
import { shownBy } from '../../protocol/settings.ts';
import type { SettingsProvider } from '../settings/configuration-provider.ts';
import { statementsWithin } from '../tree/within.ts';
import type { Lens } from './lens.ts';
import { networkLenses, plantLenses } from './plant.ts';
import { requirementLenses } from './requirement.ts';
import { useLenses } from './uses.ts';

/** What lenses need. */
export interface LensServices {
  readonly shown: Shown;
  readonly documents: LangiumDocuments;
  readonly settings: SettingsProvider;
  /** Whether the client has the commands of `protocol.ts`. */
  readonly hasCommands: () => boolean;
}

export class FabricCodeLensProvider implements CodeLensProvider {
  private readonly services: LensServices;

  constructor(services: LensServices) {
    this.services = services;
  }

  async provideCodeLens(
    document: LangiumDocument,
    _params?: CodeLensParams,
    cancelToken = Cancellation.CancellationToken.None,
  ): Promise<CodeLens[]> {
    const { shown, documents, settings, hasCommands } = this.services;
    const isShown = shownBy(await settings.of('codeLens'));
    const analysis = await shown.of(document, cancelToken);
    const statements = [...statementsWithin(document.parseResult.value as ast.FabricFile)];
    const types = statements.filter((each) => each.$type === 'TypeDeclaration' || each.$type === 'Template');
    const lenses = [
      ...statements.flatMap((each) => lensesOf(each, analysis)),
      ...(isShown('types') ? useLenses(document, types, documents.all) : []),
    ].filter(({ kind }) => isShown(kind));
    return lenses.flatMap((each) => toCodeLens(each, document, hasCommands()));
  }
}

function lensesOf(node: ast.Statement, analysis: Analysis): Lens[] {
  switch (node.$type) {
    case 'Network':
      return networkLenses(node, analysis);
    case 'Instance':
      return node.kind === 'loop' || isFeedKind(node.kind) ? plantLenses(node, analysis) : [];
    case 'Require':
      return requirementLenses(node, analysis);
    case 'View': {
      const command = { name: commandNames.openView, arguments: [analysis.uri, node.name], isAll: true } as const;
      return [{ kind: 'views', on: extentOf(node), title: 'Open', command }];
    }
    default:
      return [];
  }
}

/** A lens for the client: without what it has no command for. */
function toCodeLens({ on, title, command }: Lens, { textDocument }: LangiumDocument, hasCommands: boolean): CodeLens[] {
  if (!hasCommands && command?.isAll === true) return [];
  const start = textDocument.positionAt(on.start);
  const range = { start, end: { line: start.line, character: start.character + 1 } };
  return hasCommands && command !== undefined
    ? [{ range, command: { title, command: command.name, arguments: [...command.arguments] } }]
    : [{ range, command: { title, command: '' } }];
}
