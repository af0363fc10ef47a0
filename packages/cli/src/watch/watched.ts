// Files that are checked again and again: what has changed since the last time is read again, and nothing else where that is all there is to do.
import { basename } from 'node:path';
import { addressOfFile } from '@lightloom/language/node';
import { type Observation, type ObservedDisk, observedDisk } from '@lightloom/language/observed-disk';
import { type Checked, type CheckRun, checkFiles, notChecked } from '../check/check-files.ts';
import { type FoundFiles, isFabric } from '../input/find-files.ts';
import { createWorkspace, type Workspace } from '../input/workspace.ts';
import { saying } from '../output/deliver.ts';
import type { Piece } from '../output/outcome.ts';
import { type Change, type Changes, changesSince } from './changes.ts';

/** A check that goes on. */
export interface WatchRun extends Omit<CheckRun, 'files' | 'unreadable' | 'workspace'> {
  /** The arguments of the command. */
  readonly paths: readonly string[];
  /** What they lead to at the start. */
  readonly found: FoundFiles;
}

/** Files that are checked again and again. */
export interface Watched {
  /** Checks what the arguments lead to, as it is known by now: as a fresh start would. */
  check(): Promise<Checked>;
  /** Takes in what has changed; undefined when that is nothing. A file that is written with the text it had hasn't changed. */
  refresh(): Promise<readonly Change[] | undefined>;
  /** What the last check depends on. */
  readonly depends: Pick<FoundFiles, 'files' | 'folders'> & { readonly observations: readonly Observation[] };
}

/** What checks are made with, until something happens that only a fresh start takes in. */
interface Reading {
  readonly disk: ObservedDisk;
  readonly workspace: Workspace;
}

/** Starts without having read anything. */
export function watched(run: WatchRun): Watched {
  let { found } = run;
  let reading = startReading(run);
  return {
    check: () => checkFound(run, found, reading),
    async refresh() {
      const { observations, isTorn } = reading.disk;
      const before = { found, observations };
      const changes = await settled(() => changesSince(before, run.paths, run.io.cwd));
      found = changes.found;
      if (changes.isNothing && !isTorn) return undefined;
      if (!(await takeIn(changes, reading, run))) reading = startReading(run);
      return changes.list;
    },
    get depends() {
      return { ...found, observations: reading.disk.observations };
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

function startReading({ io, options }: WatchRun): Reading {
  const disk = observedDisk();
  return { disk, workspace: createWorkspace(io, options, { disk }) };
}

async function checkFound(run: WatchRun, found: FoundFiles, { workspace }: Reading): Promise<Checked> {
  const problems = run.options.errorOnUnmatchedPattern ? found.problems : [];
  const said = [...problems, ...found.unreadable].map((each): Piece => ({ to: 'stderr', text: saying(each) }));
  if (problems.length > 0) return notChecked(said);
  const unreadable = found.unreadable.length;
  const checked = await checkFiles({ ...run, files: found.files, unreadable, workspace });
  return { ...checked, outcome: { ...checked.outcome, pieces: [...said, ...checked.outcome.pieces] } };
}

/**
 * Reads texts again that have changed. Whatever else is different, as a file that is new or leads elsewhere, is left to a fresh start.
 * @returns whether everything is as a fresh start would find it now
 */
async function takeIn(
  { outdated, areTexts }: Changes,
  { disk, workspace }: Reading,
  { options }: WatchRun,
): Promise<boolean> {
  const isConfiguration = (path: string): boolean =>
    options.config === undefined && basename(path) === 'lightloom.json';
  if (disk.isTorn || !areTexts || !outdated.every(({ path }) => isFabric(path) || isConfiguration(path))) return false;
  for (const { question, path } of outdated) disk.forget(question, path);
  await workspace.update(outdated.map(({ path }) => addressOfFile(path)));
  const asked = new Set(disk.observations.map(({ question, path }) => `${question} ${path}`));
  return !disk.isTorn && outdated.every(({ question, path }) => asked.has(`${question} ${path}`));
}
