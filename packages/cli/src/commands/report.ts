// `lightloom report`: the figures of a design, for a review or for other programs.
import { printNumber, reportOf } from '@lightloom/core';
import { reportDocument, usualRows } from '@lightloom/print';
import { InvalidArgumentError, Option } from 'commander';
import { defineCommand } from '../command/command.ts';
import { addOneDesign, type OneDesignOptions, outputOption } from '../command/design-options.ts';
import { openDesign } from '../command/open-design.ts';
import { deliverDocument } from '../command/output.ts';
import { picturesOf } from '../drawing/page-pictures.ts';
import type { PrintOptions } from '../output/printed.ts';
import { reportErrors } from '../output/report-errors.ts';
import { exitCode } from '../process/exit-code.ts';

interface ReportOptions extends OneDesignOptions, PrintOptions {
  readonly brief?: boolean;
  readonly full?: boolean;
  readonly date?: string;
}

export const command = defineCommand<ReportOptions, [string]>({
  name: 'report',
  summary: 'print the figures of a design',
  description:
    'Prints the figures of a design: findings, requirements, totals, what is closest to its limits, networks, links, switches, racks, coolant loops and feeds, free capacity, and every assumed figure.',
  notes:
    'A design with errors has a report too; it lists what could not be understood, and which figures are unknown and why. A list that is longer than what is printed is named at the end, in JSON as `truncated`; a page has 200 rows of each table.',
  prints: [reportDocument],
  examples: [
    { line: 'report xpo-pod.fabric', does: 'Markdown, for a review or a pull request' },
    { line: 'report xpo-pod.fabric --brief', does: 'verdict, findings, requirements and key figures' },
    { line: 'report xpo-pod.fabric -f html -o pod.html', does: 'a page with drawings and sortable tables' },
    { line: 'report xpo-pod.fabric -f json -o pod.json', does: 'for other programs' },
  ],
  takes: (command) =>
    void addOneDesign(command)
      .option('--brief', 'for people, print the verdict, findings, requirements and key figures only')
      .option('--full', `print all rows of long lists (default: the first ${printNumber(usualRows)})`)
      .addOption(new Option('--date <date>', 'date of the report, as YYYY-MM-DD (default: none)').argParser(readDate))
      .addOption(outputOption()),
  async run({ args: [file], options, io }) {
    const design = await openDesign(file, options, io);
    if (design === undefined) return exitCode.usage;
    const { opened, workspace } = design;
    const { facts, fabric, findings, judged } = opened.analysis;
    const { brief = false, full = false, format, date } = options;
    const document = {
      path: opened.path,
      findings,
      fabric,
      judged,
      report: reportOf(facts),
      mostRows: full ? Number.POSITIVE_INFINITY : usualRows,
      detail: brief ? 'brief' : 'full',
      pictures: format === 'html' && !brief ? await picturesOf(opened.analysis, io) : [],
      date,
    } as const;
    if (!(await deliverDocument(io, reportDocument, document, options, workspace.source))) return exitCode.usage;
    reportErrors(io, opened, 'report');
    return exitCode.clean;
  },
});

/** A day that exists. */
function readDate(text: string): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  if (day === undefined || Number.isNaN(day.valueOf()) || !day.toISOString().startsWith(text))
    throw new InvalidArgumentError('Write a date as YYYY-MM-DD, as in 2026-11-30.');
  return text;
}
