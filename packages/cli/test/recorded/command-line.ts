// A command line as a shell reads it, for tests that execute what a page or a file shows.
import { lightloom, type Ran, type World } from '../lightloom.ts';

/** The words of a command line: quotes of both kinds, and nothing else of a shell. */
export function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? (bare as string),
  );
}

/**
 * Executes a line that starts with `lightloom`.
 * @throws where it starts with another word
 */
export function runLine(line: string, world: World): Promise<Ran> {
  const [program, ...args] = wordsOf(line);
  if (program !== 'lightloom') throw new Error(`Only lightloom can be executed: ${line}`);
  return lightloom(args, world);
}
