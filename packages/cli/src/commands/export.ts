// `lightloom export`: tables of a design, for purchasing, for cabling crews, and for other programs.
import { tableExports } from '@lightloom/core';
import { conditionsLine, countFindings, tableDocument } from '@lightloom/print';
import { Argument } from 'commander';
import { say } from '../output/deliver.ts';
import type { PrintOptions } from '../output/printed.ts';
import { exitCode } from '../process/exit-code.ts';
import { defineCommand } from './command.ts';
import { addOneDesign, type OneDesignOptions, outputOption } from './design-options.ts';
import { openDesign } from './open-design.ts';
import { deliverDocument, reportErrors } from './output.ts';

const names = tableExports.map((each) => each.name);
const nameWidth = Math.max(...names.map((name) => name.length));

export const command = defineCommand<OneDesignOptions & PrintOptions, [string, string]>({
  name: 'export',
  summary: 'write a table of a design: its bill of materials, its cables',
  description: 'Writes a table of a design.',
  notes: `Tables:
${tableExports.map(({ name, doc }) => `  ${name.padEnd(nameWidth)}  ${doc}`).join('\n')}

A design with errors has tables too. They say so, in a first row in CSV, and rows that depend on the errors are missing.`,
  prints: [tableDocument],
  examples: [
    { line: 'export bom xpo-pod.fabric -f md', does: 'the bill of materials, for a review' },
    { line: 'export cables xpo-pod.fabric -o cables.csv', does: 'every link, from port to port' },
  ],
  takes: (command) =>
    void addOneDesign(command.addArgument(new Argument('<table>', 'the table').choices(names))).addOption(
      outputOption(),
    ),
  async run({ args: [name, file], options, io }) {
    const table = tableExports.find((each) => each.name === name);
    const design = await openDesign(file, options, io);
    if (table === undefined || design === undefined) return exitCode.usage;
    const { path, analysis } = design.opened;
    const { facts, findings } = analysis;
    const document = { path, counts: countFindings(findings), table, facts };
    if (!(await deliverDocument(io, tableDocument, document, options))) return exitCode.usage;
    // CSV has no place for the conditions.
    const conditions = conditionsLine({ basis: facts.basis, settings: facts.fabric.settings });
    if (conditions !== undefined && options.format !== 'md') say(io, conditions, 'note');
    reportErrors(io, design.opened, 'table');
    return exitCode.clean;
  },
});
