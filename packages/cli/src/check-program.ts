// The program with nothing but `check`, which runs most: a bundle of its own, which loads in a third of the time.
import { command } from './commands/check.ts';
import type { ExitCode } from './process/exit-code.ts';
import type { Io } from './process/io.ts';
import { runCommands } from './run.ts';

export { processIo } from './process/io.ts';

/** Runs the program, whose arguments start with `check`. */
export function run(io: Io): Promise<ExitCode> {
  return runCommands(io, [command]);
}
