// How far a run has come, in one line of the terminal, where it takes long.
import type { Io } from './io.ts';

/** A run is this long without a word, in ms. */
const patience = 1000;
/** The line is drawn again after this time, in ms. */
const pause = 100;

const eraseLine = '\r\u001b[2K';

/** The line. */
export interface Progress {
  /** Notes how many files of all are done. */
  readonly note: (done: number, all: number) => void;
  /** Removes the line for good: what is printed next starts in the first column. */
  readonly end: () => void;
}

/**
 * Starts to count the time. The line is on the standard error, and only of a terminal that can erase it, outside of CI, whose logs
 * keep every state of a line.
 */
export function startProgress({ stderr, env }: Pick<Io, 'stderr' | 'env'>): Progress {
  if (!stderr.isTerminal || env['TERM'] === 'dumb' || isSet(env['CI']))
    return { note: () => undefined, end: () => undefined };
  const start = performance.now();
  let text = '';
  let drawn: number | undefined;
  const draw = (): void => {
    drawn = performance.now();
    stderr.write(`${eraseLine}${text}`);
  };
  // A long run waits now and then, as for the disk.
  const timer = setTimeout(draw, patience);
  timer.unref();
  return {
    note(done, all) {
      text = `${done} of ${all} ${all === 1 ? 'file' : 'files'} checked`;
      const now = performance.now();
      if (now - start >= patience && now - (drawn ?? 0) >= pause) draw();
    },
    end() {
      clearTimeout(timer);
      if (drawn !== undefined) stderr.write(eraseLine);
    },
  };
}

/** Whether a variable says yes, as CI systems set `CI`. */
function isSet(value: string | undefined): boolean {
  return value !== undefined && !['', '0', 'false'].includes(value);
}
