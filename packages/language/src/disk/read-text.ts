// Reads the text of a file, or explains in one sentence why it can't be read.
import { constants } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { reasonOf } from './reason.ts';

/** Maximum size in bytes: a larger text is a mistake, and would not fit in the memory of many machines. */
export const largestFile = 32 * 2 ** 20;
/** Bytes at the start of a file that are searched for a zero byte, which text doesn't have. */
const sample = 8192;

/** Nothing is waited for: what isn't an ordinary file may never end. Not every system has the flag. */
const flag = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** A text, or why there is none, as the rest of a sentence that starts with the path. */
export type ReadText = { readonly text: string } | { readonly problem: string };

/** Reads a file as UTF-8. Never throws. */
export async function readText(path: string): Promise<ReadText> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return { problem: 'is a folder; name a file in it.' };
    if (!found.isFile()) return { problem: 'is not a file.' };
    return found.size > largestFile ? tooLarge : decode(await readFile(path, { flag }));
  } catch (error) {
    return { problem: `can't be read: ${reasonOf(error)}.` };
  }
}

/** Bytes as text; a byte-order mark stays where it is. */
export function decode(bytes: Uint8Array): ReadText {
  if (bytes.length > largestFile) return tooLarge;
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return { problem: 'is encoded in UTF-16; save it as UTF-8.' };
  if (bytes.subarray(0, sample).includes(0)) return { problem: 'is not a text file.' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    const before = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\uFFFD', 1)[0] ?? '';
    return { problem: `isn't valid UTF-8 at line ${before.split('\n').length}; save it as UTF-8.` };
  }
}

const tooLarge: ReadText = {
  problem: `is larger than ${largestFile / 2 ** 20} MiB, the maximum.`,
};
