// The file of a baseline: read with care, as people merge it, and written the same for the same findings.
import type { Accepted } from '@lightloom/core';
import type { Disk } from '@lightloom/language/disk';
import { targetOf, writeTarget } from '../process/write-file.ts';

/** The name of the file where none is given. */
export const baselineName = 'lightloom-baseline.json';

/** Version of the file: raised when something in it changes its meaning. */
const version = 1;

/** What the file holds. */
export interface Baseline {
  /** The designs that were checked, relative to the folder of the file, with forward slashes. */
  readonly designs: readonly string[];
  readonly accepted: readonly Accepted[];
}

/**
 * Reads a baseline; a text is the rest of a sentence that says why it can't be used.
 * @param path absolute
 */
export async function readBaseline(path: string, disk: Disk): Promise<Baseline | string> {
  const read = await disk.text(path);
  if ('problem' in read) return read.problem;
  let content: unknown;
  try {
    content = JSON.parse(read.text.replace(/^\ufeff/, ''));
  } catch {
    return 'is not valid JSON; restore it, or write it again with --suppress-all.';
  }
  if (isRecord(content) && typeof content['version'] === 'number' && content['version'] > version)
    return `has version ${content['version']}; this version of Lightloom reads version ${version}.`;
  return isBaseline(content) ? content : 'is not a baseline; restore it, or write it again with --suppress-all.';
}

/**
 * Writes a baseline.
 * @param path absolute
 * @throws the system's error when it can't be written
 */
export async function writeBaseline(path: string, { designs, accepted }: Baseline): Promise<void> {
  const entries = accepted.map(({ rule, figure, kind, meaning, count, name }) =>
    JSON.stringify({ rule, figure, kind, meaning, count, name }),
  );
  const list = (lines: readonly string[]): string =>
    lines.length === 0 ? '[]' : `[\n    ${lines.join(',\n    ')}\n  ]`;
  const names = [...designs].sort().map((each) => JSON.stringify(each));
  const text = `{\n  "version": ${version},\n  "designs": ${list(names)},\n  "accepted": ${list(entries)}\n}\n`;
  await writeTarget(await targetOf(path), text);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isBaseline(content: unknown): content is Baseline {
  if (!isRecord(content) || content['version'] !== version) return false;
  const { designs, accepted } = content;
  return (
    Array.isArray(designs) &&
    designs.every((each) => typeof each === 'string') &&
    Array.isArray(accepted) &&
    accepted.every(isAcceptedEntry)
  );
}

function isAcceptedEntry(entry: unknown): boolean {
  if (!isRecord(entry)) return false;
  const texts = ['rule', 'figure', 'kind', 'meaning', 'name'].every((each) => typeof entry[each] === 'string');
  const count = entry['count'];
  return texts && typeof count === 'number' && Number.isSafeInteger(count) && count > 0;
}
