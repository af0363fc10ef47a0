// The table of all cases, and what comes out of each.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analysisOf } from '../kit/design.ts';
import { type Case, misses } from './case.ts';
import { drawings } from './drawings.ts';
import { found } from './found.ts';
import { publicOptics } from './public-optics.ts';
import { publicPlant } from './public-plant.ts';

/** Every case, in the order of the files. */
export const cases: readonly Case[] = [...publicOptics, ...publicPlant, ...found, ...drawings].sort((a, b) =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : 0,
);

/** The name of a case, with the change it is about. */
export const nameOf = ({ file, change }: Case): string => (change === undefined ? file : `${file} with ${change[1]}`);

/** What came out instead of what is right, for each thing that is; none when all is right. */
export async function outcomeOf(row: Case): Promise<readonly string[]> {
  const written = readFileSync(join(import.meta.dirname, `${row.file}.fabric`), 'utf8');
  const [from, to] = row.change ?? ['', ''];
  if (!written.includes(from)) throw new Error(`${row.file} has no ${from}.`);
  const text = written.replace(from, () => to);
  return misses(row, { text, analysis: await analysisOf(text) });
}
