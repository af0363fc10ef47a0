// Where results and messages go.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { printCount } from '@lightloom/core';
import { reasonOf } from '@lightloom/language/disk';
import {
  countFindings,
  type DocumentKind,
  formatsOf,
  printDocument,
  type Sources,
  sourceTextOf,
  type Theme,
  themeFor,
  visible,
} from '@lightloom/print';
import type { OpenedFile } from '../input/workspace.ts';
import type { Io } from '../process/io.ts';
import type { GlobalOptions } from './command.ts';

/** Options that decide how a document is printed. */
export interface PrintOptions extends GlobalOptions {
  readonly format?: string;
  /** The file to write to instead of the standard output. */
  readonly output?: string;
}

/** Cells of a line when the output isn't a terminal. */
const usualWidth = 120;

/** Prints a message about the run itself. */
export function say(io: Io, message: string, severity: 'error' | 'warning' | 'note' = 'error'): void {
  io.stderr.write(`${severity}: ${visible(message)}\n`);
}

/**
 * Writes a result to a file or the standard output.
 * @param path a file, or undefined or `-` for the standard output
 * @returns false when the file can't be written, which is reported
 */
export async function deliver(io: Io, text: string | Uint8Array, path: string | undefined): Promise<boolean> {
  if (path === undefined || path === '-') {
    io.stdout.write(text);
    return true;
  }
  const file = resolve(io.cwd, path);
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    return true;
  } catch (error) {
    say(io, `${path} can't be written: ${reasonOf(error)}.`);
    return false;
  }
}

/** The colors to print with: none in a file, unless they are asked for. */
export function themeOf({ color, output }: PrintOptions, { env, stdout }: Io): Theme {
  const toFile = output !== undefined && output !== '-';
  return themeFor({ flag: color, env, isTerminal: stdout.isTerminal && !toFile });
}

/**
 * Prints a document in the format asked for, to where it is asked for.
 * @param sources the texts it points into; a document of no design has none
 * @returns false when that fails, which is reported
 */
export async function deliverDocument<T>(
  io: Io,
  kind: DocumentKind<T>,
  document: T,
  options: PrintOptions,
  sources: Sources = (uri) => sourceTextOf(uri, ''),
): Promise<boolean> {
  const names = formatsOf(kind).map(({ name }) => name);
  const { format = kind.defaultFormat } = options;
  if (!names.includes(format)) {
    say(io, `A ${kind.name} has no format ${format}; use ${names.join(' or ')}.`);
    return false;
  }
  const context = { sources, theme: themeOf(options, io), width: io.stdout.columns ?? usualWidth };
  return deliver(io, printDocument(kind, document, context, format), options.output);
}

/** Warns that a result is of a design with errors. */
export function reportErrors(
  io: Io,
  { path, analysis }: OpenedFile,
  result: 'drawing' | 'explanation' | 'ranking' | 'report' | 'table',
): void {
  const { error } = countFindings(analysis.findings);
  if (error > 0)
    say(io, `This ${result} is of a design with ${printCount(error, 'error')}: lightloom check ${path}`, 'warning');
}
