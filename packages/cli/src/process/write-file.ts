// Writes a file as a whole or not at all: to a temporary file beside it, which then takes its name.
import { fstatSync, type Stats, unlinkSync } from 'node:fs';
import { access, constants, lstat, mkdir, open, readlink, realpath, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { codeOf, reasonOf } from '@lightloom/language/disk';

/** Where a path leads. */
export interface Target {
  /** With links followed; a device or pipe keeps the path it was named with. */
  readonly path: string;
  /** What is there now; undefined when nothing is. */
  readonly there: Stats | undefined;
}

/**
 * Follows a path to what writing would replace.
 * @param path absolute
 * @throws the system's error when it can't be followed
 */
export async function targetOf(path: string): Promise<Target> {
  const there = await unlessMissing(stat(path));
  if (there === undefined) {
    // A link to a file that is still to be written; where links form a circle, `stat` has thrown.
    const link = await unlessMissing(lstat(path));
    return link?.isSymbolicLink() === true
      ? targetOf(resolve(dirname(path), await readlink(path)))
      : { path, there: undefined };
  }
  return { path: isReplaceable(path, there) ? await realpath(path) : path, there };
}

/** The first of some files that is an earlier one of them too, links followed; each relative to `cwd`, or `-` for the standard output. */
export async function sameFile(files: readonly string[], cwd: string): Promise<string | undefined> {
  const named = files.filter((each) => each !== '-');
  const places = await Promise.all(named.map((each) => placeOf(resolve(cwd, each))));
  return named.find((_, i) => places.indexOf(places[i] ?? '') !== i);
}

/** Where a file is once links are followed; one that can't be followed is reported when it is written. */
export async function placeOf(path: string): Promise<string> {
  return targetOf(path).then(
    (target) => target.path,
    () => path,
  );
}

/** Whether the standard input is read from a file. */
export function isStandardInput({ there }: Target): boolean {
  try {
    const input = fstatSync(0);
    return there !== undefined && input.isFile() && input.dev === there.dev && input.ino === there.ino;
  } catch {
    return false;
  }
}

/**
 * Writes a file, with the folders it is in. A file that was there keeps its mode, and its content until the new one is
 * complete; a full disk or a signal leaves it as it was. Devices and pipes are written to as they are; a pipe needs a reader.
 * @throws the system's error, or one that says why
 */
export async function writeTarget({ path, there }: Target, content: string | Uint8Array): Promise<void> {
  if (there?.isFIFO() === true) return writePipe(path, content);
  if (there !== undefined && !isReplaceable(path, there)) return writeFile(path, content);
  // Replacing needs the right to write the folder only; a file that is read-only is meant to stay.
  if (there !== undefined) await access(path, constants.W_OK);
  else await makeFolder(dirname(path));
  const temporary = join(dirname(path), `.lightloom-${process.pid}-${Math.random().toString(36).slice(2)}.tmp`);
  const release = removeOnSignal(temporary);
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(content);
      if (there !== undefined) {
        // Only the superuser may give a file away; everybody else owns it already, or replaces it by their own.
        await file.chown(there.uid, there.gid).catch(() => undefined);
        await file.chmod(there.mode & 0o7777);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    remove(temporary);
    throw error;
  } finally {
    release();
  }
}

/** Writes to a pipe that somebody reads: opening one that nobody reads would wait for a reader, perhaps forever. */
async function writePipe(path: string, content: string | Uint8Array): Promise<void> {
  const held = await open(path, constants.O_WRONLY | constants.O_NONBLOCK).catch((error) => {
    if (codeOf(error) !== 'ENXIO') throw error;
    throw new Error('no program reads from this pipe; start the reader first');
  });
  try {
    // Opened again to wait where the reader is slower; the reader doesn't see an end in between.
    await writeFile(path, content);
  } finally {
    await held.close();
  }
}

/** Whether a file can be replaced: not a folder, a device or a pipe, nor a file behind a name of this process's channels. */
function isReplaceable(path: string, there: Stats): boolean {
  return there.isFile() && !/^\/(?:dev|proc)\//.test(path);
}

/** Makes a folder and those it is in, one by one: Node's own way never ends in `/proc`. */
async function makeFolder(path: string): Promise<void> {
  try {
    if ((await unlessMissing(stat(path))) !== undefined) return;
    await makeFolder(dirname(path));
    await mkdir(path).catch((error) => {
      if (codeOf(error) !== 'EEXIST') throw error;
    });
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    const reason = codeOf(error) === 'ENOENT' ? 'this file system takes none there (ENOENT)' : reasonOf(error);
    throw new Error(`its folder can't be created: ${reason}`);
  }
}

async function unlessMissing(asked: Promise<Stats>): Promise<Stats | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Removes a file when a signal ends the process. The result takes that back. */
function removeOnSignal(path: string): () => void {
  const end = (signal: NodeJS.Signals): void => {
    remove(path);
    release();
    process.kill(process.pid, signal);
  };
  const release = (): void => {
    for (const each of signals) process.off(each, end);
  };
  for (const each of signals) process.on(each, end);
  return release;
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It was not created yet, or the folder is out of reach: nothing more can be done.
  }
}
