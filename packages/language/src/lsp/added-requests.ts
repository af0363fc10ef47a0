// Requests of the protocol that Langium doesn't answer: selection ranges, linked editing, completion items that are looked at.

import { DocumentState } from 'langium';
import { createRequestHandler } from 'langium/lsp';
import type { Connection, LinkedEditingRanges, SelectionRangeParams } from 'vscode-languageserver';
import type { SelectionRange } from 'vscode-languageserver-types';
import type { FabricReferences } from '../references/references.ts';
import type { FabricEditorServices } from '../services/services.ts';
import type { FabricCompletionProvider } from './completion/completion.ts';
import { linkedNamesAt } from './navigation/linked-names.ts';
import { selectionRangeAt } from './navigation/selection-ranges.ts';

/** Answers them on a connection. */
export function answerAddedRequests(connection: Connection, services: FabricEditorServices): void {
  const { shared, lsp } = services;
  const references = services.references.References as FabricReferences;
  connection.onSelectionRanges(
    createRequestHandler<SelectionRangeParams, SelectionRange[]>(
      (_, document, { positions }) => positions.map((each) => selectionRangeAt(document, each)),
      shared,
      DocumentState.Parsed,
    ),
  );
  connection.languages.onLinkedEditingRange(
    createRequestHandler(
      (_, document, { position }): LinkedEditingRanges | undefined => linkedNamesAt(document, position, references),
      shared,
      DocumentState.Linked,
    ),
  );
  connection.onCompletionResolve((item) => (lsp.CompletionProvider as FabricCompletionProvider).resolve(item));
}
