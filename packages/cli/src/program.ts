// The program without its start: a bundle of its own, so that Node can cache its compiled code between runs.
import { commands } from './commands/all-commands.ts';
import type { ExitCode } from './process/exit-code.ts';
import type { Io } from './process/io.ts';
import { runCommands } from './run.ts';
import type { WatchRun } from './watch/watched.ts';

export { processIo } from './process/io.ts';

/** Runs the program. */
export function run(io: Io): Promise<ExitCode> {
  return runCommands(io, commands);
}

/** What `check` runs with `--watch`. */
export async function watchFiles(run: WatchRun): Promise<ExitCode> {
  return (await import('./watch/watch.ts')).watchFiles(run);
}

/** What a thread of `lightloom mcp` runs. */
export async function serveJobs(): Promise<void> {
  (await import('./mcp/jobs/thread.ts')).serveJobs();
}
