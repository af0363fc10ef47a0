// What a format is: one way to print one kind of document.
import type { Sources } from '../text/source-text.ts';
import type { Theme } from '../text/theme.ts';

/** A kind of document. `T` is what every format of it takes. */
export interface DocumentKind<T> {
  readonly name: string;
  /** The name of the format that is used when none is asked for. */
  readonly defaultFormat: string;
  /** Never set: it carries the type of the document. */
  readonly takes?: (document: T) => void;
}

/** What a format may ask about the place it prints to. */
export interface PrintContext {
  /** The texts that documents point into. */
  readonly sources: Sources;
  /** Colors, or none. */
  readonly theme: Theme;
  /** Cells of a line of output. */
  readonly width: number;
}

/** One way to print one kind of document. */
export interface Format<T> {
  readonly document: DocumentKind<T>;
  /** As in `--format NAME`: `pretty`, `json`, `md`. */
  readonly name: string;
  /** What it is for, in a few words: `Markdown, for a review`. */
  readonly title: string;
  /** The published schema of the document, a file in `packages/cli/schemas`. */
  readonly schema?: string;
  /** The whole document as text, ending in a line break. Pure: equal documents give equal texts. */
  print(document: T, context: PrintContext): string;
}

/** Declares a kind of document. */
export function defineDocument<T>(kind: DocumentKind<T>): DocumentKind<T> {
  return kind;
}

/** Declares a format. `npm run generate` lists each file that exports one as `format`. */
export function defineFormat<T>(format: Format<T>): Format<T> {
  return format;
}
