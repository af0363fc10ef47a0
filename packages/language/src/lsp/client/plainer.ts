// Answers in the plainer forms of the protocol, for clients that take no others.
import {
  type CompletionItem,
  type DocumentSymbol,
  type Hover,
  InsertTextFormat,
  type Location,
  type LocationLink,
  MarkupContent,
  MarkupKind,
  type SignatureHelp,
  type SymbolInformation,
} from 'vscode-languageserver-types';

/** A text with the places to fill in of a snippet, as it is with their defaults. */
function withoutPlaces(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|((?:\\.|[^,|\\])*)(?:\\.|[^|\\])*\|\}/g, '$1')
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replace(/\$(?:\d+|\{\d+\})/g, '')
    .replace(/\\([$}|,\\])/g, '$1');
}

/** An item that inserts a snippet, as one that inserts its text. */
export function withoutSnippet(item: CompletionItem): CompletionItem {
  if (item.insertTextFormat !== InsertTextFormat.Snippet) return item;
  const { insertTextFormat: _, insertText, textEdit, ...rest } = item;
  return {
    ...rest,
    ...(insertText === undefined ? {} : { insertText: withoutPlaces(insertText) }),
    ...(textEdit === undefined ? {} : { textEdit: { ...textEdit, newText: withoutPlaces(textEdit.newText) } }),
  };
}

/** A link to something, as its place. */
export function placeOf(link: LocationLink | Location): Location {
  return 'targetUri' in link ? { uri: link.targetUri, range: link.targetSelectionRange } : link;
}

/** The symbols of an outline one after the other, each with the name of the one around it. */
export function inARow(symbols: readonly DocumentSymbol[], uri: string, around?: string): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    { name, kind, location: { uri, range }, ...(around === undefined ? {} : { containerName: around }) },
    ...inARow(children, uri, name),
  ]);
}

/** Markdown as a person reads it: without fences, emphasis, escapes and targets of links. */
function plainText(markdown: string): string {
  return markdown
    .replace(/^```.*\n?/gm, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\|?[\s:|-]+\|[\s:|-]*$\n?/gm, '')
    .replace(/(\*\*|__)(.*?)\1/g, '$2')
    .replace(/(^|[^\\])`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>])/g, '$1')
    .replace(/&nbsp;/g, ' ')
    .trimEnd();
}

export function plainHover(hover: Hover): Hover {
  return MarkupContent.is(hover.contents) ? { ...hover, contents: plain(hover.contents) } : hover;
}

export function plainItem(item: CompletionItem): CompletionItem {
  const { documentation } = item;
  return MarkupContent.is(documentation) ? { ...item, documentation: plain(documentation) } : item;
}

export function plainSignatures(help: SignatureHelp): SignatureHelp {
  const told = (documentation: string | MarkupContent | undefined) =>
    MarkupContent.is(documentation) ? { documentation: plain(documentation) } : {};
  return {
    ...help,
    signatures: help.signatures.map((each) => ({
      ...each,
      ...told(each.documentation),
      ...(each.parameters === undefined
        ? {}
        : { parameters: each.parameters.map((one) => ({ ...one, ...told(one.documentation) })) }),
    })),
  };
}

function plain({ kind, value }: MarkupContent): MarkupContent {
  return kind === MarkupKind.Markdown ? { kind: MarkupKind.PlainText, value: plainText(value) } : { kind, value };
}
