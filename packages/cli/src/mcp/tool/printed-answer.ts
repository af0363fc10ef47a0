// A document as an answer: as a terminal shows it, and as its JSON.
import { type DocumentKind, printDocument, type Sources, sourceTextOf, themeFor } from '@lightloom/print';
import type { ToolAnswer } from './tool.ts';

/** Cells of a line. */
const width = 120;

/** The text of a document in one of its formats, without colors. */
export function printedText<T>(
  kind: DocumentKind<T>,
  document: T,
  sources: Sources = noSources,
  format?: string,
): string {
  const theme = themeFor({ flag: false, env: {}, isTerminal: false });
  return printDocument(kind, document, { sources, theme, width }, format);
}

/** A document that has a format `json`, as an answer. */
export function printedAnswer<T>(kind: DocumentKind<T>, document: T, sources?: Sources): ToolAnswer {
  return {
    text: printedText(kind, document, sources),
    document: JSON.parse(printedText(kind, document, sources, 'json')) as Readonly<Record<string, unknown>>,
  };
}

/** A document of no design points into no text. */
const noSources: Sources = (uri) => sourceTextOf(uri, '');
