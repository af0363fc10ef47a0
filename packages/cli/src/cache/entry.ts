// The file of a stored outcome: what was read for it, by digest, and all that is printed and written.
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { answerNow, type Observation, type Question } from '@lightloom/language/observed-disk';
import { findFiles } from '../input/find-files.ts';
import type { Outcome } from '../output/outcome.ts';
import { sameFile } from '../process/write-file.ts';

/** A run that ended, and all that its outcome depends on. */
interface EndedRun {
  readonly key: string;
  /** The arguments of the command. */
  readonly paths: readonly string[];
  /** All that they led to, ignored files among it: what is ignored follows from what was read. */
  readonly listed: readonly string[];
  readonly observations: readonly Observation[];
  readonly outcome: Outcome;
}

/** A stored outcome, and all that it depends on. Paths are relative to the working directory. */
export interface Entry extends Pick<EndedRun, 'key' | 'paths' | 'outcome'> {
  /** A digest. */
  readonly listing: string;
  readonly observations: readonly (readonly [Question, path: string, answer: string])[];
}

/** What a run made, as it is stored. */
export function entryOf({ key, paths, listed, observations, outcome }: EndedRun, cwd: string): Entry {
  return {
    key,
    paths,
    listing: listingOf(listed),
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

/**
 * Whether a run would find the same now: the arguments lead to the same files, the disk gives every answer that it gave, and what is
 * written goes to as many files.
 */
export async function isCurrent({ paths, listing, observations, outcome }: Entry, cwd: string): Promise<boolean> {
  const answers = observations.map(async ([question, path, answer]) => {
    return (await answerNow(question, resolve(cwd, path))) === answer;
  });
  const [found, twice, ...same] = await Promise.all([
    findFiles(paths, cwd),
    sameFile(outputsOf(outcome), cwd),
    ...answers,
  ]);
  return same.every((each) => each) && listingOf(found.listed) === listing && twice === undefined;
}

const outputsOf = ({ pieces }: Outcome): string[] =>
  pieces.flatMap((each) => (each.to === 'output' && each.output !== undefined ? [each.output] : []));

const listingOf = (listed: readonly string[]): string => hash('sha256', JSON.stringify(listed));
