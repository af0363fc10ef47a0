// `check --watch`: checks, and again whenever something that the check read is different.
import { basename } from 'node:path';
import { addressOfFile } from '@lightloom/language/node';
import { type ObservedDisk, observedDisk } from '@lightloom/language/observed-disk';
import { visible } from '@lightloom/print/shown';
import { type Checked, type CheckRun, checkFiles, notChecked } from '../check/check-files.ts';
import { type FoundFiles, isFabric } from '../input/find-files.ts';
import { shownPath } from '../input/shown-path.ts';
import { createWorkspace } from '../input/workspace.ts';
import { saying } from '../output/deliver.ts';
import { type Piece, perform } from '../output/outcome.ts';
import type { ExitCode } from '../process/exit-code.ts';
import type { Io } from '../process/io.ts';
import { type Alarm, createAlarm } from './alarm.ts';
import { type Change, type Changes, changesSince } from './changes.ts';
import { placesOf } from './places.ts';

/** A check that goes on. */
export interface WatchRun extends Omit<CheckRun, 'files' | 'unreadable' | 'workspace'> {
  /** The arguments of the command. */
  readonly paths: readonly string[];
  /** What they lead to at the start. */
  readonly found: FoundFiles;
}

/** What one check after the other is made with, until something happens that only a fresh start takes in. */
type Reading = Pick<CheckRun, 'workspace'> & { readonly disk: ObservedDisk };

/** Checks until nobody reads the output any more; a signal ends the process as it ends any other. */
export async function watchFiles(run: WatchRun): Promise<ExitCode> {
  const { io, paths } = run;
  const alarm = createAlarm();
  let { found } = run;
  let reading = startReading(run);
  for (;;) {
    const checked = await checkFound(run, found, reading);
    const code = await perform(io, checked.outcome);
    if (io.stdout.isClosed?.() === true) return code;
    io.stderr.write(`${timeOfDay()} ${checked.result}. Waiting for changes; Ctrl+C ends.\n`);
    const changes = await nextChanges({ found, ...reading }, { alarm, io, paths });
    found = changes.found;
    if (!(await takeIn(changes, reading, run))) reading = startReading(run);
    clearScreen(io);
    io.stderr.write(`${timeOfDay()} ${changesText(changes.list, io.cwd)}\n`);
  }
}

function startReading({ io, options }: WatchRun): Reading {
  const disk = observedDisk();
  return { disk, workspace: createWorkspace(io, options, { disk }) };
}

/** One check of what the arguments lead to now. */
async function checkFound(run: WatchRun, found: FoundFiles, { workspace }: Reading): Promise<Checked> {
  const problems = run.options.errorOnUnmatchedPattern ? found.problems : [];
  const said = [...problems, ...found.unreadable].map((each): Piece => ({ to: 'stderr', text: saying(each) }));
  if (problems.length > 0) return notChecked(said);
  const unreadable = found.unreadable.length;
  const checked = await checkFiles({ ...run, files: found.files, unreadable, workspace });
  return { ...checked, outcome: { ...checked.outcome, pieces: [...said, ...checked.outcome.pieces] } };
}

/** Waits until something is different. A file that is written with the text it had is not. */
async function nextChanges(
  before: Reading & { readonly found: FoundFiles },
  { alarm, io, paths }: { readonly alarm: Alarm; readonly io: Io; readonly paths: readonly string[] },
): Promise<Changes> {
  let found = before.found;
  for (;;) {
    alarm.set(await placesOf(found, before.disk.observations));
    // Something may have changed before it was watched.
    const changes = await changesSince({ found: before.found, observations: before.disk.observations }, paths, io.cwd);
    if (!changes.isNothing || before.disk.isTorn) return changes;
    found = changes.found;
    await alarm.next();
  }
}

/** Reads what has changed again, where that is all there is to do. @returns whether it is; if not, start afresh */
async function takeIn(
  { outdated, areTexts }: Changes,
  { disk, workspace }: Reading,
  { options }: WatchRun,
): Promise<boolean> {
  const isKnown = (path: string): boolean =>
    isFabric(path) || (options.config === undefined && basename(path) === 'lightloom.json');
  if (disk.isTorn || !areTexts || !outdated.every(({ path }) => isKnown(path))) return false;
  for (const { question, path } of outdated) disk.forget(question, path);
  await workspace.update(outdated.map(({ path }) => addressOfFile(path)));
  const asked = new Set([...disk.observations].map(({ question, path }) => `${question} ${path}`));
  return !disk.isTorn && outdated.every(({ question, path }) => asked.has(`${question} ${path}`));
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
