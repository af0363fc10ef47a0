// Writes a design to a new file: no file is ever replaced by one.
import { resolve } from 'node:path';
import { reasonOf } from '@lightloom/language/disk';
import type { Io } from '../process/io.ts';
import { targetOf, writeTarget } from '../process/write-file.ts';
import { say } from './deliver.ts';

/** Writes a design to a file that isn't there yet. @returns false when that fails, which is reported */
export async function writeNewDesign(io: Io, path: string, text: string): Promise<boolean> {
  try {
    const target = await targetOf(resolve(io.cwd, path));
    if (target.there === undefined) {
      await writeTarget(target, text);
      return true;
    }
    say(io, `${path} is there already; nothing was written. Name a new file.`);
  } catch (error) {
    say(io, `${path} can't be written: ${reasonOf(error)}.`);
  }
  return false;
}
