// docs/performance.md: what was measured, against what it is to be.
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { isReached, type Row, shown, valueText } from './row.ts';

/** The rows of each section, by its title. */
export type Results = ReadonlyMap<string, readonly Row[]>;

/** Writes the page. @param path where to */
export function writePage(path: string, results: Results): void {
  writeFileSync(path, pageOf(results));
}

function pageOf(results: Results): string {
  const sections = [...results].map(
    ([title, rows]) => `## ${title}

| work | measured | goal | | what it is bound by |
|---|---:|---:|---|---|
${rows.map(lineOf).join('\n')}
`,
  );
  return `# Performance

What Lightloom takes, measured by \`npm run bench -- --page\`, which writes this page. Times of a machine that does other things too vary
by half; ratios of two things that run by turns vary by a tenth, so most rows are ratios: to reading the same content by \`JSON.parse\`, to
the start of Node, to one pass over four columns of numbers. They are of processor time. Rows without a goal say where time goes.

Measured on ${availableParallelism()} processors (${cpus()[0]?.model.trim() ?? 'unknown'}) with ${Math.round(totalmem() / 2 ** 30)} GiB and Node ${process.versions.node};
at the end, ${shown(loadavg()[2] as number)} programs had wanted a processor on average for a quarter of an hour, this one among them.

${sections.join('\n')}`;
}

function lineOf(row: Row): string {
  const { work, unit, goal, detail, bound } = row;
  const measured = [valueText(row), detail === undefined ? '' : `(${detail})`].filter((each) => each !== '').join(' ');
  const wanted = goal === undefined ? '' : `${shown(goal)} ${unit}`;
  const reached = isReached(row);
  const verdict = reached === undefined ? '' : reached ? 'reached' : '**not yet**';
  return `| ${[work, measured, wanted, verdict, reached === false ? (bound ?? '') : ''].join(' | ')} |`;
}
