// Ends a run with its stored outcome, where everything it depends on is as it was. Nothing of the language is loaded for that.
import { join } from 'node:path';
import { perform } from '../output/outcome.ts';
import type { ExitCode } from '../process/exit-code.ts';
import type { Io } from '../process/io.ts';
import { isCurrent, readEntry } from './entry.ts';
import { cacheFolder, givenLocation, keyOf } from './key.ts';

/**
 * Prints and writes what an equal run did before.
 * @returns undefined where no outcome is stored that is current; nothing has been printed then
 */
export async function replay(io: Io): Promise<ExitCode | undefined> {
  if (io.build === undefined) return undefined;
  const key = keyOf(io, io.build);
  const entry = readEntry(join(cacheFolder(givenLocation(io.argv), io), key), key);
  return entry !== undefined && (await isCurrent(entry, io.cwd)) ? perform(io, entry.outcome) : undefined;
}
