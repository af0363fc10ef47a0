// What a client can take, as it said when the session started.
import type { ClientCapabilities } from 'vscode-languageserver';
import { type MarkupKind as Kind, MarkupKind } from 'vscode-languageserver-types';

export interface Abilities {
  /** Completion items with places to fill in. */
  readonly snippets: boolean;
  /** Links to a definition, with the stretch of text that leads there. */
  readonly definitionLinks: boolean;
  readonly typeDefinitionLinks: boolean;
  readonly implementationLinks: boolean;
  /** An outline with symbols in symbols. */
  readonly nestedSymbols: boolean;
  /** Markdown, by where it is shown. */
  readonly markdownInHovers: boolean;
  readonly markdownInCompletion: boolean;
  readonly markdownInSignatures: boolean;
}

/** A client that says nothing of forms of text is taken to show Markdown, as nearly all do. */
const showsMarkdown = (forms: readonly Kind[] | undefined): boolean =>
  forms === undefined || forms.length === 0 || forms.includes(MarkupKind.Markdown);

export function abilitiesOf({ textDocument = {} }: ClientCapabilities): Abilities {
  const { completion, definition, typeDefinition, implementation, documentSymbol, hover, signatureHelp } = textDocument;
  return {
    snippets: completion?.completionItem?.snippetSupport === true,
    definitionLinks: definition?.linkSupport === true,
    typeDefinitionLinks: typeDefinition?.linkSupport === true,
    implementationLinks: implementation?.linkSupport === true,
    nestedSymbols: documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    markdownInHovers: showsMarkdown(hover?.contentFormat),
    markdownInCompletion: showsMarkdown(completion?.completionItem?.documentationFormat),
    markdownInSignatures: showsMarkdown(signatureHelp?.signatureInformation?.documentationFormat),
  };
}
