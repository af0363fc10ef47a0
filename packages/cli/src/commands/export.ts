// `lightloom export`: tables of a design, for purchasing, for cabling crews, and for other programs.
import { PluginTableError, type TableExport, tableExports } from '@lightloom/core';
import { conditionsLine, countFindings, tableDocument } from '@lightloom/print';
import { Argument, InvalidArgumentError } from 'commander';
import { pluginProblems } from '../input/plugin-problems.ts';
import type { OpenedFile } from '../input/workspace.ts';
import { say } from '../output/deliver.ts';
import type { PrintOptions } from '../output/printed.ts';
import { exitCode } from '../process/exit-code.ts';
import type { Io } from '../process/io.ts';
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

A plug-in brings tables of its own, whose names start with its name and a hyphen.

A design with errors has tables too. They say so, in a first row in CSV, and rows that depend on the errors are missing.`,
  prints: [tableDocument],
  examples: [
    { line: 'export bom xpo-pod.fabric -f md', does: 'the bill of materials, for a review' },
    { line: 'export cables xpo-pod.fabric -o cables.csv', does: 'every link, from port to port' },
  ],
  takes: (command) => void addOneDesign(command.addArgument(tableArgument())).addOption(outputOption()),
  async run({ args: [name, file], options, io }) {
    const design = await openDesign(file, options, io);
    const table = design === undefined ? undefined : tableOf(name, design.opened, io);
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

/** The argument for a table. Which tables of plug-ins there are, only the design says. */
function tableArgument(): Argument {
  const argument = new Argument('<table>', 'the table').choices(names);
  return argument.argParser((text) => {
    if (names.includes(text) || text.includes('-')) return text;
    throw new InvalidArgumentError(`Allowed choices are ${names.join(', ')}.`);
  });
}

/** A table with its rows, which are made before any is written; undefined when there is none or it fails, which is reported. */
function tableOf(name: string, { analysis }: OpenedFile, io: Io): TableExport | undefined {
  const own = tableExports.find((each) => each.name === name);
  if (own !== undefined) return own;
  const tables = analysis.plugins.flatMap((each) => each.tables);
  const table = tables.find((each) => each.name === name);
  if (table === undefined) {
    for (const { message, severity } of pluginProblems(analysis)) say(io, message, severity);
    say(
      io,
      `There is no table \`${name}\`. The tables are ${[...names, ...tables.map((each) => each.name)].join(', ')}.`,
    );
    return undefined;
  }
  try {
    const rows = [...table.rows(analysis.facts)];
    return { ...table, rows: () => rows };
  } catch (error) {
    if (!(error instanceof PluginTableError)) throw error;
    say(io, `${error.message} This is a bug in the plug-in, not in the design nor in Lightloom.`);
    return undefined;
  }
}
