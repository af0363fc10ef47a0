// `npm run bench`: how fast it is, as ratios to a floor measured in the same run. `--short` leaves the large sizes out, `--only WORD`
// all sections whose title has no such word, and `--page` writes docs/performance.md. It fails where a result is wrong, never for a time.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { drawings } from './drawings.ts';
import { lines } from './lines.ts';
import { links } from './links.ts';
import { writePage } from './page.ts';
import { printRow, type Row } from './row.ts';
import { typing } from './server/typing.ts';
import { workspaces } from './server/workspaces.ts';
import { starts } from './starts.ts';

const { values } = parseArgs({
  options: { short: { type: 'boolean' }, page: { type: 'boolean' }, only: { type: 'string' } },
});
const isShort = values.short === true;
const size = { isShort, rounds: isShort ? 3 : 9 };
const sections = [starts, lines, typing, workspaces, links, drawings].filter(({ title }) =>
  title.toLowerCase().includes(values.only?.toLowerCase() ?? ''),
);

console.log(`Ratios, medians of ${size.rounds} paired rounds; times are of this machine and this minute.`);
const results = new Map<string, Row[]>();
for (const { title, rows } of sections) {
  console.log(`\n${title}`);
  const start = performance.now();
  const measured: Row[] = [];
  for await (const row of rows(size)) {
    measured.push(row);
    console.log(printRow(row));
  }
  results.set(title, measured);
  console.log(`measured in ${((performance.now() - start) / 1000).toFixed(0)} s`);
}
if (values.page === true) writePage(join(process.cwd(), 'docs/performance.md'), results);
