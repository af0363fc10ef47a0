// The file of a stored outcome: what was read for it, by digest, and all that is printed and written.
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { answerNow, type Observation, type Question } from '@lightloom/language/observed-disk';
import { findFiles } from '../input/find-files.ts';
import type { Outcome } from '../output/outcome.ts';

/** What the arguments of a run lead to. */
export interface FoundInput {
  /** As they were written. */
  readonly paths: readonly string[];
  /** Absolute. */
  readonly files: readonly string[];
  /** What was said about files that can't be found or read. */
  readonly said: readonly string[];
}

/** A stored outcome, and all that it depends on. Paths are relative to the working directory. */
export interface Entry {
  readonly key: string;
  readonly found: FoundInput;
  readonly observations: readonly (readonly [Question, path: string, answer: string])[];
  readonly outcome: Outcome;
}

/** What a run made, as it is stored. */
export function entryOf(
  key: string,
  found: FoundInput,
  observations: readonly Observation[],
  { outcome, cwd }: { readonly outcome: Outcome; readonly cwd: string },
): Entry {
  return {
    key,
    found: { ...found, files: found.files.map((each) => relative(cwd, each)) },
    observations: observations.map(({ question, path, answer }) => [question, relative(cwd, path), answer]),
    outcome,
  };
}

/** The text of a file: a digest of what follows it, then the entry. */
export function writtenEntry(entry: Entry): string {
  const body = JSON.stringify(entry);
  return `${hash('sha256', body)}\n${body}\n`;
}

/** Reads a file. Undefined where there is none, or where it isn't whole, or of something else. Never throws. */
export function readEntry(path: string, key: string): Entry | undefined {
  try {
    const [digest, body = ''] = readFileSync(path, 'utf8').split('\n');
    if (digest !== hash('sha256', body)) return undefined;
    const entry: Entry = JSON.parse(body);
    return entry.key === key ? entry : undefined;
  } catch {
    // What can't be read is made again.
    return undefined;
  }
}

/** Whether a run would read the same now: the same files are found, and the disk gives every answer that it gave. */
export async function isCurrent({ found, observations }: Entry, cwd: string): Promise<boolean> {
  const answers = observations.map(async ([question, path, answer]) => {
    return (await answerNow(question, resolve(cwd, path))) === answer;
  });
  const again = await findFiles(found.paths, cwd);
  const files = again.files.map((each) => relative(cwd, each));
  const isFound = isSame(files, found.files) && isSame([...again.problems, ...again.unreadable], found.said);
  return (await Promise.all(answers)).every((each) => each) && isFound;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i]);
}
