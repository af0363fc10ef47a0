// Stores the outcome of a run for equal runs that follow.
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { reasonOf } from '@lightloom/language/disk';
import { type ObservedDisk, observedDisk } from '@lightloom/language/observed-disk';
import type { DesignOptions } from '../input/design-options.ts';
import type { FoundFiles } from '../input/find-files.ts';
import { namedPlaceProblems } from '../input/named-places.ts';
import { say } from '../output/deliver.ts';
import type { Outcome } from '../output/outcome.ts';
import { exitCode } from '../process/exit-code.ts';
import type { Io } from '../process/io.ts';
import { targetOf, writeTarget } from '../process/write-file.ts';
import { entryOf, writtenEntry } from './entry.ts';
import { cacheFolder, keyOf } from './key.ts';

/** Outcomes that are kept: more than anybody's command lines and folders, and few enough to stay small. */
const maxKept = 500;

/** A run that keeps its outcome. */
export interface StoringRun {
  /** What the run reads from. */
  readonly disk: ObservedDisk;
  /** Stores what it ends with. A folder that can't be written is a warning, and the result stands. */
  readonly store: (outcome: Outcome, given: GivenPaths) => Promise<void>;
}

/** The arguments of a command, and what they led to. */
interface GivenPaths {
  readonly paths: readonly string[];
  readonly found: FoundFiles;
}

/** What a command line says about a run that keeps its outcome. */
interface StoringOptions extends DesignOptions {
  /** The folder of the cache. */
  readonly cacheLocation?: string;
}

/** Starts a run that keeps its outcome. */
export async function startStoring(io: Io, options: StoringOptions): Promise<StoringRun> {
  const disk = observedDisk();
  // There are none by now; without what the command line names, there would be.
  await namedPlaceProblems(options, io.cwd, disk);
  return {
    disk,
    async store(outcome, { paths, found }) {
      const { build, cwd } = io;
      // What changed while it was read is of no one state; a run that can't be followed is over soon anyway.
      if (build === undefined || disk.isTorn || outcome.code === exitCode.usage) return;
      const folder = cacheFolder(options.cacheLocation, io);
      const key = keyOf(io, build);
      const entry = entryOf({ key, paths, listed: found.listed, observations: disk.observations, outcome }, cwd);
      try {
        await mkdir(folder, { recursive: true });
        await writeTarget(await targetOf(join(folder, key)), writtenEntry(entry));
        await removeOld(folder);
      } catch (error) {
        say(io, `The cache can't be written: ${reasonOf(error)}.`, 'warning');
      }
    },
  };
}

/** Removes the outcomes that were stored longest ago, where there are too many. Other files are left alone. */
async function removeOld(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((each) => /^[0-9a-f]{64}$/.test(each));
  if (names.length <= maxKept) return;
  const dated = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      // Another run may have removed it.
      const found = await stat(path).catch(() => undefined);
      return { path, time: found?.mtimeMs ?? 0 };
    }),
  );
  const old = dated.sort((a, b) => b.time - a.time).slice(maxKept / 2);
  await Promise.all(old.map(({ path }) => rm(path, { force: true })));
}
