// `--watch`: checks, then checks again whenever something that was read, or looked for, changes.
import { dirname, resolve } from 'node:path';
import { printCount } from '@lightloom/core';
import { reasonOf } from '@lightloom/language/disk';
import { baselineName } from '../baseline/baseline-file.ts';
import type { BaselineOptions } from '../baseline/baseline-options.ts';
import { type FoundFiles, findFiles } from '../input/find-files.ts';
import { shownPath } from '../input/shown-path.ts';
import { type ExitCode, exitCode } from '../process/exit-code.ts';
import type { Io } from '../process/io.ts';
import { folderWatch, type Interest } from './folder-watch.ts';
import { addPlace, type SeenFiles, seenFiles } from './seen-files.ts';

/** Clears the screen and what scrolled out of it, and starts at its top. */
const clear = '\u001b[2J\u001b[3J\u001b[H';

/** What is watched, and what is done after each change. */
export interface Watch {
  /** Files, folders and patterns; relative to the working directory. */
  readonly paths: readonly string[];
  readonly options: BaselineOptions;
  /** One check. It names each file before it reads it. */
  readonly check: (note: (path: string) => void) => Promise<ExitCode>;
}

/**
 * Checks until a signal ends it.
 * @returns 0 then; or what the first check ended with, when the command line can't be followed
 */
export async function watchFiles(io: Io, { paths, options, check }: Watch): Promise<ExitCode> {
  const ended = io.ended().then(() => undefined);
  const find = (): Promise<FoundFiles> => findFiles(paths, io.cwd);
  const folders = folderWatch((folder, error) =>
    io.stderr.write(`warning: ${shownPath(folder, io.cwd)} can't be watched: ${reasonOf(error)}.\n`),
  );
  /** Waits until another check would read something else. */
  const change = async (seen: SeenFiles, before: FoundFiles): Promise<true> => {
    for (;;) {
      const now = await find();
      const isNew = folders.set(placesOf(seen, now, paths, io.cwd));
      if (seen.haveChanged() || !isSame(now, before)) return true;
      if (!isNew) await folders.next();
    }
  };
  try {
    for (let isFirst = true; ; isFirst = false) {
      const before = await find();
      const seen = seenFiles();
      if (io.stdout.isTerminal && io.env['TERM'] !== 'dumb') io.stdout.write(clear);
      noteBaselines(seen, options, io.cwd);
      const note = (path: string): void => {
        seen.note(path);
        // A baseline is beside the configuration of the designs.
        if (path.endsWith('lightloom.json')) seen.note(resolve(dirname(path), baselineName));
      };
      const code = await Promise.race([check(note), ended]);
      if (code === undefined) return exitCode.clean;
      if (isFirst && code === exitCode.usage) return code;
      io.stderr.write(`watching ${printCount(seen.count(), 'file')}\n`);
      if ((await Promise.race([change(seen, before), ended])) === undefined) return exitCode.clean;
    }
  } finally {
    folders.close();
  }
}

function noteBaselines(seen: SeenFiles, { baseline }: BaselineOptions, cwd: string): void {
  seen.note(resolve(cwd, baseline ?? baselineName));
}

/** The folders to watch: those of the files, those that were searched, and those that paths lead to. */
function placesOf(
  seen: SeenFiles,
  { folders }: FoundFiles,
  paths: readonly string[],
  cwd: string,
): ReadonlyMap<string, Interest> {
  const places = seen.places();
  for (const path of paths) addPlace(places, resolve(cwd, path));
  return new Map<string, Interest>([...places, ...folders.map((each) => [each, 'designs'] as const)]);
}

/** Whether the same files were found, and as many paths that lead to none. */
function isSame(a: FoundFiles, b: FoundFiles): boolean {
  const text = ({ files, problems, unreadable }: FoundFiles): string => JSON.stringify([files, problems, unreadable]);
  return text(a) === text(b);
}
