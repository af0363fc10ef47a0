// `lightloom export`: tables of a design, for purchasing, for those who pull the cables, and for other programs.
import { tableExports } from '@lightloom/core';
import { conditionsLine, type TableFormat, tableText } from '@lightloom/print';
import { Argument, type Command, Option } from 'commander';
import type { DesignOptions } from '../input/design-options.ts';
import { settingProblems } from '../input/setting-problems.ts';
import { type ExitCode, exitCode } from '../process/exit-code.ts';
import type { Io } from '../process/io.ts';
import type { Finish } from './command.ts';
import { basisOption, configOption, setOption } from './design-options.ts';
import { deliver, say, tellErrors } from './output.ts';

interface ExportOptions extends DesignOptions {
  readonly format: TableFormat;
  readonly output?: string;
  readonly stdinFilename?: string;
}

export function addExport(program: Command, finish: Finish): void {
  program
    .command('export')
    .summary('write a table of a design: its bill of materials, its cables')
    .description('Writes a table of a design.')
    .addArgument(new Argument('<table>', 'which table').choices(tableExports.map((each) => each.name)))
    .argument('<file>', 'the design, or - for the standard input')
    .addOption(new Option('-f, --format <name>', 'how it is written').choices(['md', 'csv', 'json']).default('csv'))
    .option('-o, --output <file>', 'write it to a file')
    .addOption(setOption())
    .addOption(configOption())
    .addOption(basisOption())
    .option('--stdin-filename <path>', 'what the standard input is called; its imports start there')
    .addHelpText(
      'after',
      `
Tables:
${tableExports.map((each) => `  ${each.name.padEnd(8)} ${each.doc}`).join('\n')}

A table is made of broken designs too; what is missing is missing in it.

Examples:
  lightloom export bom pod.fabric -f md
  lightloom export cables pod.fabric -o cables.csv
`,
    )
    .action((table: string, file: string, _options, command: Command) =>
      finish((io) => exportTable(table, file, command.optsWithGlobals<ExportOptions>(), io)),
    );
}

async function exportTable(name: string, file: string, options: ExportOptions, io: Io): Promise<ExitCode> {
  const table = tableExports.find((each) => each.name === name);
  const { createWorkspace } = await import('../input/workspace.ts');
  const workspace = createWorkspace(io, options);
  const opened = await workspace.open(file, options.stdinFilename);
  const problems = typeof opened === 'string' ? [opened] : settingProblems([opened]);
  if (table === undefined || typeof opened === 'string' || problems.length > 0) {
    for (const problem of problems) say(io, problem);
    return exitCode.usage;
  }
  const { facts } = opened.analysis;
  const text = tableText(table, facts, options.format);
  if (!(await deliver(io, text, options.output))) return exitCode.usage;
  // Rows for other programs have no place to say it.
  const conditions = conditionsLine({ basis: facts.basis, settings: facts.fabric.settings });
  if (conditions !== undefined && options.format !== 'md') say(io, conditions, 'note');
  tellErrors(io, opened, 'table');
  return exitCode.clean;
}
