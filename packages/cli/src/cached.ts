// A run with `--cache`: a bundle of its own, as most of these runs need nothing of the program.
import { replay } from './cache/replay.ts';
import type { ExitCode } from './process/exit-code.ts';
import type { Io } from './process/io.ts';

export { processIo } from './process/io.ts';

/**
 * Runs the program, or ends with what an equal run printed.
 * @param load loads the program
 */
export async function runCached(
  io: Io,
  load: () => Promise<{ readonly run: (io: Io) => Promise<ExitCode> }>,
): Promise<ExitCode> {
  return (await replay(io)) ?? (await load()).run(io);
}
