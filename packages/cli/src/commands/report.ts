// `lightloom report`: the figures of a design, for a review or for other programs.
import { reportOf } from '@lightloom/core';
import { countFindings, jsonReport, markdownReport } from '@lightloom/print';
import { type Command, Option } from 'commander';
import type { DesignOptions } from '../input/design-options.ts';
import { settingProblems } from '../input/setting-problems.ts';
import { type ExitCode, exitCode } from '../process/exit-code.ts';
import type { Io } from '../process/io.ts';
import type { Finish } from './command.ts';
import { basisOption, configOption, setOption } from './design-options.ts';
import { deliver, say, tellErrors } from './output.ts';

interface ReportOptions extends DesignOptions {
  readonly format: 'md' | 'json';
  readonly brief?: boolean;
  readonly output?: string;
  readonly stdinFilename?: string;
}

export function addReport(program: Command, finish: Finish): void {
  program
    .command('report')
    .summary('print the figures of a design')
    .description(
      'Prints the figures of a design: totals, requirements, switches, racks, loops, networks, links, and all that is assumed.',
    )
    .argument('<file>', 'the design, or - for the standard input')
    .addOption(new Option('-f, --format <name>', 'how it is printed').choices(['md', 'json']).default('md'))
    .option('--brief', 'in Markdown, the verdict, key figures and requirements only')
    .option('-o, --output <file>', 'write the report to a file')
    .addOption(setOption())
    .addOption(configOption())
    .addOption(basisOption())
    .option('--stdin-filename <path>', 'what the standard input is called; its imports start there')
    .addHelpText(
      'after',
      `
A report is made of broken designs too; it says what it could not understand, and which figures are unknown and why.

Examples:
  lightloom report pod.fabric                       Markdown, for a review
  lightloom report pod.fabric -f json -o pod.json   for other programs
`,
    )
    .action((file: string, _options, command: Command) =>
      finish((io) => report(file, command.optsWithGlobals<ReportOptions>(), io)),
    );
}

async function report(file: string, options: ReportOptions, io: Io): Promise<ExitCode> {
  const { createWorkspace } = await import('../input/workspace.ts');
  const workspace = createWorkspace(io, options);
  const opened = await workspace.open(file, options.stdinFilename);
  if (typeof opened === 'string') {
    say(io, opened);
    return exitCode.usage;
  }
  const notSet = settingProblems([opened]);
  if (notSet.length > 0) {
    for (const problem of notSet) say(io, problem);
    return exitCode.usage;
  }
  const { facts, findings } = opened.analysis;
  const reported = { path: opened.path, counts: countFindings(findings), report: reportOf(facts) };
  const text =
    options.format === 'json'
      ? jsonReport(reported, workspace.source)
      : markdownReport(reported, workspace.source, options.brief);
  if (!(await deliver(io, text, options.output))) return exitCode.usage;
  tellErrors(io, opened, 'report');
  return exitCode.clean;
}
