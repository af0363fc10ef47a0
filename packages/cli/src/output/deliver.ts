// Where results and messages go: a file that is written as a whole, the standard output, the standard error.
import { basename, resolve } from 'node:path';
import { reasonOf } from '@lightloom/language/disk';
import { visible } from '@lightloom/print/shown';
import type { Io } from '../process/io.ts';
import { isStandardInput, type Target, targetOf, writeTarget } from '../process/write-file.ts';

/** Where a result goes, and what it may not replace. */
export interface Destination {
  /** A file, or undefined or `-` for the standard output. */
  readonly output?: string;
  readonly config?: string;
  readonly prices?: string;
}

type Importance = 'error' | 'warning' | 'note';

/** Prints a message about the run itself. */
export function say(io: Pick<Io, 'stderr'>, message: string, importance: Importance = 'error'): void {
  io.stderr.write(saying(message, importance));
}

/** A message about the run itself, as it is printed. */
export function saying(message: string, importance: Importance = 'error'): string {
  return `${importance}: ${visible(message)}\n`;
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
  if (path.toLowerCase().endsWith('.fabric')) return 'a .fabric file';
  if (path === config || basename(path) === 'lightloom.json') return 'a configuration';
  if (path === prices) return 'a price book';
  return isStandardInput(target) ? 'the standard input' : undefined;
}
