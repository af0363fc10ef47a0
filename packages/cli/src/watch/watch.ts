// `check --watch`: checks, and again whenever something that the check read is different.
import { visible } from '@lightloom/print/shown';
import { shownPath } from '../input/shown-path.ts';
import { perform } from '../output/outcome.ts';
import { type ExitCode, exitCode } from '../process/exit-code.ts';
import type { Io } from '../process/io.ts';
import { type Alarm, createAlarm } from './alarm.ts';
import type { Change } from './changes.ts';
import { placesOf } from './places.ts';
import { type WatchRun, watched } from './watched.ts';

/**
 * Checks until a signal ends it, or nobody reads the output any more.
 * @returns 0 after a signal; else what the last check ended with
 */
export async function watchFiles(run: WatchRun): Promise<ExitCode> {
  const alarm = createAlarm();
  try {
    return await Promise.race([watchOn(run, alarm), run.io.ended().then(() => exitCode.clean)]);
  } finally {
    alarm.close();
  }
}

/** Checks until nobody reads the output any more. @returns what the last check ended with */
async function watchOn(run: WatchRun, alarm: Alarm): Promise<ExitCode> {
  const { io } = run;
  const files = await watched(run);
  clearScreen(io);
  for (;;) {
    const { outcome, result } = await files.check();
    const code = await perform(io, outcome);
    // What can't be written is known a moment later.
    await new Promise(setImmediate);
    if (io.stdout.isClosed?.() === true) return code;
    io.stderr.write(`${timeOfDay()} ${result}. Waiting for changes; Ctrl+C ends.\n`);
    let changes: readonly Change[] | undefined;
    while (changes === undefined) {
      alarm.set(await placesOf(files.depends));
      // Something may have changed before it was watched.
      changes = await files.refresh();
      if (changes === undefined) await alarm.next();
    }
    clearScreen(io);
    io.stderr.write(`${timeOfDay()} ${changesText(changes, io.cwd)}\n`);
  }
}

/** Empties a terminal, with what has scrolled out of it; anything else keeps all that was printed. */
function clearScreen({ stdout, env }: Io): void {
  if (stdout.isTerminal && env['TERM'] !== 'dumb') stdout.write('\u001b[2J\u001b[3J\u001b[H');
}

/** Changes that are named; of more, the number is given. */
const maxNamed = 3;

const words = { changed: 'changed', new: 'is new', gone: 'is gone' } as const;

/** `leaf.fabric changed, pods/b.fabric is new and 4 more.` */
function changesText(changes: readonly Change[], cwd: string): string {
  if (changes.length === 0) return 'Something changed.';
  const named = changes.slice(0, maxNamed).map(({ path, kind }) => `${visible(shownPath(path, cwd))} ${words[kind]}`);
  const more = changes.length - named.length;
  return `${named.join(', ')}${more === 0 ? '' : ` and ${more} more`}.`;
}

/** `14:03:22`, of this computer. */
function timeOfDay(): string {
  const now = new Date();
  return [now.getHours(), now.getMinutes(), now.getSeconds()].map((each) => String(each).padStart(2, '0')).join(':');
}
