// Where results and remarks go.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { printCount } from '@lightloom/core';
import { countFindings, visible } from '@lightloom/print';
import { reasonOf } from '../input/read-text.ts';
import type { OpenedFile } from '../input/workspace.ts';
import type { Io } from '../process/io.ts';

/** Says something about the run itself. */
export function say(io: Io, message: string, severity: 'error' | 'warning' | 'note' = 'error'): void {
  io.stderr.write(`${severity}: ${visible(message)}\n`);
}

/**
 * Gives a result to whoever asked for it.
 * @param path a file, or undefined or `-` for the standard output
 * @returns false when the file can't be written, which is said
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

/** Says that what was made of a design is made of a broken one. */
export function tellErrors(
  io: Io,
  { path, analysis }: OpenedFile,
  what: 'drawing' | 'explanation' | 'ranking' | 'report' | 'table',
): void {
  const { error } = countFindings(analysis.findings);
  if (error > 0)
    say(io, `This ${what} is of a design with ${printCount(error, 'error')}: lightloom check ${path}`, 'warning');
}
