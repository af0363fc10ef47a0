// `--fix` and `--fix-dry-run`: the files of a run with their problems fixed, written, or shown as a diff.
import { printCount } from '@lightloom/core';
import { readText, reasonOf } from '@lightloom/language/disk';
import { unifiedDiff, visible, visibleLines } from '@lightloom/print';
import type { DesignOptions } from '../input/design-options.ts';
import { shownPath } from '../input/shown-path.ts';
import type { Io } from '../process/io.ts';
import { targetOf, writeTarget } from '../process/write-file.ts';
import type { FixOptions } from './fix-options.ts';
import { type FixedFile, type FixedTexts, fixedTexts } from './fix-rounds.ts';

/** Fixes files on the disk, and says what was done. @returns false when one can't be written, which is reported */
export async function fixFiles(
  files: readonly string[],
  options: FixOptions & DesignOptions,
  io: Io,
): Promise<boolean> {
  const fixed = await fixedTexts(files, options.unsafeFixes === true, { io, options });
  let isWritten = true;
  for (const each of fixed.files) {
    const problem = await writeFixed(each);
    if (problem === undefined) continue;
    isWritten = false;
    io.stderr.write(`${visible(`error: ${shownPath(each.path, io.cwd)} ${problem}`)}\n`);
  }
  if (isWritten) report(fixed, 'fixed', io);
  return isWritten;
}

/** What fixing files would change, as a unified diff on the standard output. */
export async function showFixes(
  files: readonly string[],
  options: FixOptions & DesignOptions,
  io: Io,
): Promise<FixedTexts> {
  const fixed = await fixedTexts(files, options.unsafeFixes === true, { io, options });
  for (const { path, before, after } of fixed.files) {
    const diff = unifiedDiff(visible(shownPath(path, io.cwd)), before, after);
    // A file or a program gets the texts as they are.
    io.stdout.write(io.stdout.isTerminal ? visibleLines(diff) : diff);
  }
  report(fixed, 'would fix', io);
  return fixed;
}

/** Writes a file, unless it has changed since it was read. The result is the rest of a sentence when that fails. */
export async function writeFixed({ path, before, after }: FixedFile): Promise<string | undefined> {
  const now = await readText(path);
  if ('problem' in now) return now.problem;
  if (now.text !== before) return 'was changed in the meantime and is left as it is; run the command again.';
  try {
    await writeTarget(await targetOf(path), after);
    return undefined;
  } catch (error) {
    return `can't be written: ${reasonOf(error)}.`;
  }
}

function report({ files, count, unsafe, outside }: FixedTexts, verb: string, io: Io): void {
  for (const path of outside)
    io.stderr.write(
      `${visible(`warning: ${shownPath(path, io.cwd)} is outside of this folder and is never changed.`)}\n`,
    );
  const more = unsafe === 0 ? '' : `; ${printCount(unsafe, 'more fix', 'more fixes')} with --unsafe-fixes`;
  io.stderr.write(`${verb} ${printCount(count, 'problem')} in ${printCount(files.length, 'file')}${more}\n`);
}
