// `lightloom report`: the figures of a design, for a review or for other programs.
import { reportOf } from '@lightloom/core';
import { countFindings, reportDocument } from '@lightloom/print';
import type { PrintOptions } from '../output/printed.ts';
import { reportErrors } from '../output/report-errors.ts';
import { exitCode } from '../process/exit-code.ts';
import { defineCommand } from './command.ts';
import { addOneDesign, type OneDesignOptions, outputOption } from './design-options.ts';
import { openDesign } from './open-design.ts';
import { deliverDocument } from './output.ts';

interface ReportOptions extends OneDesignOptions, PrintOptions {
  readonly brief?: boolean;
}

export const command = defineCommand<ReportOptions, [string]>({
  name: 'report',
  summary: 'print the figures of a design',
  description:
    'Prints the figures of a design: totals, requirements, networks, links, switches, racks, coolant loops and feeds, and every assumed figure.',
  notes:
    'A design with errors has a report too; it lists what could not be understood, and which figures are unknown and why.',
  prints: [reportDocument],
  examples: [
    { line: 'report xpo-pod.fabric', does: 'Markdown, for a review or a pull request' },
    { line: 'report xpo-pod.fabric --brief', does: 'verdict, key figures and requirements' },
    { line: 'report xpo-pod.fabric -f json -o pod.json', does: 'for other programs' },
  ],
  takes: (command) =>
    void addOneDesign(command)
      .option('--brief', 'in Markdown, print the verdict, key figures and requirements only')
      .addOption(outputOption()),
  async run({ args: [file], options, io }) {
    const design = await openDesign(file, options, io);
    if (design === undefined) return exitCode.usage;
    const { opened, workspace } = design;
    const { facts, findings, judged } = opened.analysis;
    const document = {
      path: opened.path,
      counts: countFindings(findings),
      judged,
      report: reportOf(facts),
      detail: options.brief === true ? 'brief' : 'full',
    } as const;
    if (!(await deliverDocument(io, reportDocument, document, options, workspace.source))) return exitCode.usage;
    reportErrors(io, opened, 'report');
    return exitCode.clean;
  },
});
