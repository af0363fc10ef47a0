// How a run ends: what it prints and writes, in order, and its exit code. Worked out first, then performed.
import { appendFile } from 'node:fs/promises';
import { reasonOf } from '@lightloom/language/disk';
import { type ExitCode, exitCode } from '../process/exit-code.ts';
import type { Io } from '../process/io.ts';
import { deliver, say } from './deliver.ts';

/** A text, and where it goes. */
export type Piece =
  | { readonly to: 'stderr'; readonly text: string }
  | { readonly to: 'job summary'; readonly text: string }
  /** A file, or the standard output. */
  | { readonly to: 'output'; readonly text: string; readonly output?: string; readonly config?: string };

/** What a run prints and writes, and what it ends with. */
export interface Outcome {
  readonly pieces: readonly Piece[];
  readonly code: ExitCode;
}

/** Prints and writes; what follows a file that can't be written isn't printed. @returns what the run ends with */
export async function perform(io: Io, { pieces, code }: Outcome): Promise<ExitCode> {
  for (const piece of pieces) {
    if (piece.to === 'stderr') io.stderr.write(piece.text);
    else if (piece.to === 'job summary') await appendJobSummary(io, piece.text);
    else if (!(await deliver(io, piece.text, piece))) return exitCode.usage;
  }
  return code;
}

/** The file that a job of GitHub Actions has for its summary; undefined elsewhere. */
export function jobSummary({ env }: Pick<Io, 'env'>): string | undefined {
  const path = env['GITHUB_STEP_SUMMARY'];
  return path === '' ? undefined : path;
}

async function appendJobSummary(io: Io, text: string): Promise<void> {
  const path = jobSummary(io);
  if (path === undefined) return;
  try {
    await appendFile(path, text);
  } catch (error) {
    say(io, `The summary of the job can't be written: ${reasonOf(error)}.`, 'warning');
  }
}
