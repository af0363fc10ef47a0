// Where results and messages go.
import { basename, resolve } from 'node:path';
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
import { isFabric } from '../input/find-files.ts';
import type { OpenedFile } from '../input/workspace.ts';
import type { Io } from '../process/io.ts';
import { isStandardInput, type Target, targetOf, writeTarget } from '../process/write-file.ts';
import type { GlobalOptions } from './command.ts';

/** Options that decide how a document is printed. */
export interface PrintOptions extends GlobalOptions {
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

/** Prints a message about the run itself. */
export function say(io: Io, message: string, severity: 'error' | 'warning' | 'note' = 'error'): void {
  io.stderr.write(`${severity}: ${visible(message)}\n`);
}

/** Where a result goes, and what it may not replace. */
interface Destination {
  /** A file, or undefined or `-` for the standard output. */
  readonly output?: string;
  readonly config?: string;
  readonly prices?: string;
}

/**
 * Writes a result to a file or the standard output. What a design is read from is never replaced.
 * @returns false when the file can't be written, which is reported
 */
export async function deliver(
  io: Io,
  content: string | Uint8Array,
  { output, config, prices }: Destination,
): Promise<boolean> {
  if (output === undefined || output === '-') {
    io.stdout.write(content);
    return true;
  }
  if (output === '' || output.endsWith('/')) {
    say(
      io,
      output === '' ? '`-o` names no file.' : `${output} can't be written: it names a folder; name a file in it.`,
    );
    return false;
  }
  try {
    const target = await targetOf(resolve(io.cwd, output));
    const pathOf = async (given: string | undefined): Promise<string | undefined> =>
      given === undefined ? undefined : (await targetOf(resolve(io.cwd, given))).path;
    const input = inputAt(target, { config: await pathOf(config), prices: await pathOf(prices) });
    if (input === undefined) {
      await writeTarget(target, content);
      return true;
    }
    say(io, `${output} is ${input}; \`-o\` never replaces one. Name another file.`);
  } catch (error) {
    say(io, `${output} can't be written: ${reasonOf(error)}.`);
  }
  return false;
}

/** What a target is for Lightloom, when it is something that designs are read from. */
function inputAt(target: Target, { config, prices }: Omit<Destination, 'output'>): string | undefined {
  const { path } = target;
  if (isFabric(path.toLowerCase())) return 'a .fabric file';
  if (path === config || basename(path) === 'lightloom.json') return 'a configuration';
  if (path === prices) return 'a price book';
  return isStandardInput(target) ? 'the standard input' : undefined;
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
  return deliver(io, printDocument(kind, document, context, format), options);
}

/** Warns that a result is of a design with errors. */
export function reportErrors(
  io: Io,
  { path, analysis }: OpenedFile,
  result: 'drawing' | 'explanation' | 'ranking' | 'report' | 'table',
): void {
  const { error } = countFindings(analysis.findings);
  if (error === 0) return;
  const found = `The design has ${printCount(error, 'error')}`;
  say(io, `${found}; this ${result} may be incomplete. Run lightloom check ${path}`, 'warning');
}
