// Files that are checked again and again: what has changed since the last time is read again, and nothing else where that is all there is to do.
import { resolve } from 'node:path';
import type { Disk } from '@lightloom/language/disk';
import { addressOfFile } from '@lightloom/language/node';
import { type Observation, type ObservedDisk, observedDisk } from '@lightloom/language/observed-disk';
import { type Checked, type CheckRun, checkFiles, notChecked } from '../check/check-files.ts';
import { type FoundFiles, findFiles, isFabric } from '../input/find-files.ts';
import { ignoredFilesOf } from '../input/ignored-files.ts';
import { namedPlaceProblems } from '../input/named-places.ts';
import { createWorkspace, type Workspace } from '../input/workspace.ts';
import { saying } from '../output/deliver.ts';
import type { Piece } from '../output/outcome.ts';
import { type Change, type Changes, changesSince } from './changes.ts';

/** A check that goes on. */
export interface WatchRun extends Omit<CheckRun, 'files' | 'unreadable' | 'isIgnored' | 'workspace'> {
  /** The arguments of the command. */
  readonly paths: readonly string[];
}

/** Files that are checked again and again. */
export interface Watched {
  /** Checks what the arguments lead to, as it is known by now: as a fresh start would. */
  check(): Promise<Checked>;
  /** Takes in what has changed; undefined when that is nothing. A file that is written with the text it had hasn't changed. */
  refresh(): Promise<readonly Change[] | undefined>;
  /** What the last check depends on; `named` are the arguments, absolute. */
  readonly depends: Pick<FoundFiles, 'files' | 'folders'> & {
    readonly named: readonly string[];
    readonly observations: readonly Observation[];
  };
}

/** What checks are made with, until something happens that only a fresh start takes in. */
interface Reading {
  readonly disk: ObservedDisk;
  readonly found: FoundFiles;
  readonly isIgnored: CheckRun['isIgnored'];
  readonly workspace: Workspace;
}

/** Starts without having read a design. */
export async function watched(run: WatchRun): Promise<Watched> {
  let reading = await startReading(run);
  return {
    check: () => checkFound(run, reading),
    async refresh() {
      const { disk, found } = reading;
      const { observations, isTorn } = disk;
      const changes = await settled(async () => changesSince({ found, observations }, (await find(run)).found));
      if (changes.isNothing && !isTorn) return undefined;
      if (!(await takeIn(changes, reading))) reading = await startReading(run);
      return changes.list;
    },
    get depends() {
      const { found, disk } = reading;
      const named = run.paths.map((each) => resolve(run.io.cwd, each));
      return { named, ...found, observations: disk.observations };
    },
  };
}

/** Changes that are the same when they are looked for twice: half of them would be reported, and the rest a moment later. */
async function settled(look: () => Promise<Changes>): Promise<Changes> {
  let changes = await look();
  while (!changes.isNothing) {
    const again = await look();
    if (JSON.stringify(again) === JSON.stringify(changes)) break;
    changes = again;
  }
  return changes;
}

/** Follows the arguments. @param disk where configurations are read from that say what is ignored */
async function find({ io, options, paths }: WatchRun, disk?: Disk): Promise<Pick<Reading, 'found' | 'isIgnored'>> {
  const { has } = await ignoredFilesOf(options, io.cwd, disk);
  const found = await findFiles(paths, io.cwd, { isIgnored: has, alsoNamed: options.skipIgnored === true });
  return { found, isIgnored: has };
}

async function startReading(run: WatchRun): Promise<Reading> {
  const { io, options } = run;
  const disk = observedDisk();
  return { disk, ...(await find(run, disk)), workspace: createWorkspace(io, options, { disk }) };
}

async function checkFound(run: WatchRun, { disk, found, isIgnored, workspace }: Reading): Promise<Checked> {
  const { options, io } = run;
  const places = await namedPlaceProblems(options, io.cwd, disk);
  const problems = places.length > 0 ? places : options.errorOnUnmatchedPattern ? found.problems : [];
  const unreadable = places.length > 0 ? [] : found.unreadable;
  const said = [...problems, ...unreadable].map((each): Piece => ({ to: 'stderr', text: saying(each) }));
  if (problems.length > 0) return notChecked(said);
  const { outcome, result } = await checkFiles({
    ...run,
    files: found.files,
    unreadable: unreadable.length,
    isIgnored,
    workspace,
  });
  return { outcome: { ...outcome, pieces: [...said, ...outcome.pieces] }, result };
}

/**
 * Reads the texts of designs again that have changed. Whatever else is different, as a file that is new, one that leads elsewhere, or a
 * configuration, is left to a fresh start.
 * @returns whether everything is as a fresh start would find it now
 */
async function takeIn({ outdated, areTexts, areSameFiles }: Changes, { disk, workspace }: Reading): Promise<boolean> {
  if (disk.isTorn || !areTexts || !areSameFiles || !outdated.every(({ path }) => isFabric(path))) return false;
  for (const { question, path } of outdated) disk.forget(question, path);
  await workspace.update(outdated.map(({ path }) => addressOfFile(path)));
  const asked = new Set(disk.observations.map(({ question, path }) => `${question} ${path}`));
  return !disk.isTorn && outdated.every(({ question, path }) => asked.has(`${question} ${path}`));
}
