// A document as text, as a command line asks for it.
import { type DocumentKind, printDocument, type Sources, type Theme, themeFor } from '@lightloom/print';
import type { Io } from '../process/io.ts';

/** Options that decide how a document is printed. */
export interface PrintOptions {
  /** `--color` or `--no-color`; undefined when neither was given. */
  readonly color?: boolean;
  readonly format?: string;
  /** The file to write to instead of the standard output. */
  readonly output?: string;
  /** The configuration of the designs. */
  readonly config?: string;
  /** The price book of the designs. */
  readonly prices?: string;
}

/** Cells of a line when the output isn't a terminal. */
const usualWidth = 120;

/** The colors to print with: none in a file, unless they are asked for. */
export function themeOf({ color, output }: PrintOptions, { env, stdout }: Pick<Io, 'env' | 'stdout'>): Theme {
  const toFile = output !== undefined && output !== '-';
  return themeFor({ flag: color, env, isTerminal: stdout.isTerminal && !toFile });
}

/** A document in the format that is asked for, or else in its usual one. */
export function printed<T>(
  kind: DocumentKind<T>,
  document: T,
  options: PrintOptions,
  { io, sources }: { readonly io: Pick<Io, 'env' | 'stdout'>; readonly sources: Sources },
): string {
  const context = { sources, theme: themeOf(options, io), width: io.stdout.columns ?? usualWidth };
  return printDocument(kind, document, context, options.format ?? kind.defaultFormat);
}

/** A document as Markdown without colors, whatever the output is. */
export function plainMarkdown<T>(kind: DocumentKind<T>, document: T, sources: Sources): string {
  const theme = themeFor({ flag: false, env: {}, isTerminal: false });
  return printDocument(kind, document, { sources, theme, width: usualWidth }, 'md');
}
