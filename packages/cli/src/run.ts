// One run of the program, from its arguments to its exit code.
import { Command, CommanderError } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import { addCheck } from './commands/check.ts';
import type { AddCommand, Finish, GlobalOptions } from './commands/command.ts';
import { addExplain } from './commands/explain.ts';
import { addExport } from './commands/export.ts';
import { addFail } from './commands/fail.ts';
import { addFmt } from './commands/fmt.ts';
import { addLsp } from './commands/lsp.ts';
import { addParts } from './commands/parts.ts';
import { addRender } from './commands/render.ts';
import { addReport } from './commands/report.ts';
import { type ExitCode, exitCode } from './process/exit-code.ts';
import type { Io } from './process/io.ts';

/** Every command, in the order of the help. */
const commands: readonly AddCommand[] = [
  addCheck,
  addFmt,
  addRender,
  addReport,
  addExport,
  addExplain,
  addFail,
  addParts,
  addLsp,
];

/**
 * Runs the program. Never throws: a defect becomes a line on the standard error.
 * @param argv the arguments, without those that name the program
 */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = exitCode.clean;
  const program = createProgram(io, async (action) => {
    code = await action(io);
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.clean : exitCode.usage;
    tellDefect(error, program.opts<GlobalOptions>().debug === true || io.env['LIGHTLOOM_DEBUG'] === '1', io);
    return exitCode.internal;
  }
}

function createProgram(io: Io, finish: Finish): Command {
  const program = new Command('lightloom')
    .description('Checks, draws and reports optical fabrics written in .fabric files.')
    .version(manifest.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .option('--color', 'print in color, whatever the output is')
    .option('--no-color', 'print without color')
    .option('--debug', 'print where a defect of the tool happened')
    .exitOverride()
    .showSuggestionAfterError()
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => io.stdout.columns ?? 100,
      getErrHelpWidth: () => io.stderr.columns ?? 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  for (const add of commands) add(program, finish);
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
}

/** One line for our own fault; the stack for those who look into it. */
function tellDefect(error: unknown, debug: boolean, io: Io): void {
  const reason = error instanceof Error ? error.message : String(error);
  const rest = debug && error instanceof Error ? `\n${error.stack}` : ' --debug shows where it happened.';
  io.stderr.write(
    `error: lightloom failed: ${reason.replace(/\s*[\r\n]+\s*/g, ' ').replace(/\.?$/, '.')} This is a defect of the tool and not of your files; please report it.${rest}\n`,
  );
}
