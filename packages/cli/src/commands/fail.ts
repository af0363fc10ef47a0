// `lightloom fail`: takes everything away once, and ranks what that breaks and costs.
import { failureSweep } from '@lightloom/core';
import { jsonFailures, markdownFailures, prettyFailures, themeFor } from '@lightloom/print';
import { type Command, Option } from 'commander';
import type { DesignOptions } from '../input/design-options.ts';
import { settingProblems } from '../input/setting-problems.ts';
import { type ExitCode, exitCode } from '../process/exit-code.ts';
import type { Io } from '../process/io.ts';
import type { Finish, GlobalOptions } from './command.ts';
import { basisOption, configOption, setOption } from './design-options.ts';
import { deliver, say, tellErrors } from './output.ts';

interface FailOptions extends GlobalOptions, DesignOptions {
  readonly format: 'pretty' | 'json' | 'md';
  readonly output?: string;
  readonly stdinFilename?: string;
  readonly errorOnBroken?: boolean;
}

export function addFail(program: Command, finish: Finish): void {
  program
    .command('fail')
    .summary('rank what single failures break and cost')
    .description(
      'Takes away each sort of thing once (switch, host, module, laser, supply, link, panel, plane, rack, row, feed, CDU, pump) and ranks what follows: requirements that break, feeds and loops over their limits, hosts cut off, bandwidth lost.',
    )
    .argument('<file>', 'the design, or - for the standard input')
    .addOption(
      new Option('-f, --format <name>', 'how it is printed').choices(['pretty', 'json', 'md']).default('pretty'),
    )
    .option('-o, --output <file>', 'write it to a file')
    .option('--error-on-broken', 'exit with 1 when a single failure breaks a requirement')
    .addOption(setOption())
    .addOption(configOption())
    .addOption(basisOption())
    .option('--stdin-filename <path>', 'what the standard input is called; its imports start there')
    .addHelpText(
      'after',
      `
Things that are alike fail alike: they are told once, with how many there are. Requirements are judged with the one thing
lost, whatever failures they name themselves; \`lightloom check\` judges those.

Examples:
  lightloom fail pod.fabric                     the worst first
  lightloom fail pod.fabric -f md -o fail.md    for a review
  lightloom fail pod.fabric --error-on-broken   in a build
`,
    )
    .action((file: string, _options, command: Command) =>
      finish((io) => fail(file, command.optsWithGlobals<FailOptions>(), io)),
    );
}

async function fail(file: string, options: FailOptions, io: Io): Promise<ExitCode> {
  const { createWorkspace } = await import('../input/workspace.ts');
  const workspace = createWorkspace(io, options);
  const opened = await workspace.open(file, options.stdinFilename);
  const problems = typeof opened === 'string' ? [opened] : settingProblems([opened]);
  for (const problem of problems) say(io, problem);
  if (typeof opened === 'string' || problems.length > 0) return exitCode.usage;
  const failed = { path: opened.path, facts: opened.analysis.facts, sweep: failureSweep(opened.analysis.facts) };
  const theme = themeFor({ flag: options.color, env: io.env, isTerminal: io.stdout.isTerminal });
  const text =
    options.format === 'json'
      ? jsonFailures(failed)
      : options.format === 'md'
        ? markdownFailures(failed)
        : prettyFailures(failed, theme);
  if (!(await deliver(io, text, options.output))) return exitCode.usage;
  tellErrors(io, opened, 'ranking');
  const breaks = failed.sweep.effects.some(({ broken }) => broken.length > 0);
  return options.errorOnBroken === true && breaks ? exitCode.findings : exitCode.clean;
}
