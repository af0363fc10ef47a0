// `lightloom fail`: removes every thing once, and ranks what that breaks and costs.
import { failureSweep } from '@lightloom/core';
import { failuresDocument } from '@lightloom/print';
import { defineCommand } from '../command/command.ts';
import { addOneDesign, type OneDesignOptions, outputOption } from '../command/design-options.ts';
import { openDesign } from '../command/open-design.ts';
import { deliverDocument } from '../command/output.ts';
import type { PrintOptions } from '../output/printed.ts';
import { reportErrors } from '../output/report-errors.ts';
import { exitCode } from '../process/exit-code.ts';

interface FailOptions extends OneDesignOptions, PrintOptions {
  readonly errorOnBroken?: boolean;
}

export const command = defineCommand<FailOptions, [string]>({
  name: 'fail',
  summary: 'rank what single failures break and cost',
  description:
    'Fails each kind of thing once (switch, host, module, laser, supply, link, panel, plane, rack, row, feed, CDU, pump) and ranks the consequences: requirements that break, feeds and loops over their limits, hosts cut off, bandwidth lost.',
  notes: `Things that are alike fail alike: they are listed once, with their number. Requirements are judged with the one thing
lost, whatever failures they name themselves; \`lightloom check\` judges those.`,
  exits: { 1: 'with --error-on-broken, a single failure breaks a requirement' },
  prints: [failuresDocument],
  examples: [
    { line: 'fail xpo-pod.fabric', does: 'the worst failure first' },
    { line: 'fail xpo-pod.fabric -f md -o failures.md', does: 'for a review' },
    { line: 'fail xpo-pod.fabric --error-on-broken', does: 'in a build', exits: 1 },
  ],
  takes: (command) =>
    void addOneDesign(command)
      .option('--error-on-broken', 'exit with 1 when a single failure breaks a requirement')
      .addOption(outputOption()),
  async run({ args: [file], options, io }) {
    const design = await openDesign(file, options, io);
    if (design === undefined) return exitCode.usage;
    const { opened, workspace } = design;
    const { facts } = opened.analysis;
    const document = { path: opened.path, facts, sweep: failureSweep(facts) };
    if (!(await deliverDocument(io, failuresDocument, document, options, workspace.source))) return exitCode.usage;
    reportErrors(io, opened, 'ranking');
    const breaks = document.sweep.effects.some(({ broken }) => broken.length > 0);
    return options.errorOnBroken === true && breaks ? exitCode.findings : exitCode.clean;
  },
});
