// How far a run is, on the standard error of a terminal, when it takes its time.
import type { Io } from './io.ts';

/** Milliseconds before a run says how far it is. */
const patience = 1000;

/** The line that says how far a run is. */
export interface Progress {
  /** Says that a step starts. @param step counted from 1 */
  at(step: number, steps: number): void;
  /** Erases the line, so that the result takes its place. */
  end(): void;
}

/**
 * Starts the clock of a run. Nothing is said unless the standard error is a terminal, nor in CI.
 * @param verb what is done: `checking`
 * @param now the time in milliseconds
 */
export function progressOf(
  { stderr, env }: Pick<Io, 'stderr' | 'env'>,
  verb: string,
  { quiet = false }: { readonly quiet?: boolean } = {},
  now: () => number = () => 1000 * process.uptime(),
): Progress {
  const isShown = stderr.isTerminal && !quiet && (env['CI'] ?? '') === '' && env['TERM'] !== 'dumb';
  const start = now();
  let isWritten = false;
  return {
    at(step, steps) {
      if (!isShown || now() - start <= patience) return;
      isWritten = true;
      stderr.write(`\r\u001b[K${verb} ${step} of ${steps} …`);
    },
    end() {
      if (isWritten) stderr.write('\r\u001b[K');
      isWritten = false;
    },
  };
}
