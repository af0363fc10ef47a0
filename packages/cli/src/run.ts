// One run of the program, from its arguments to its exit code.
import { visibleLines } from '@lightloom/print/shown';
import { Command, CommanderError } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import type { CommandDefinition, GlobalOptions } from './command/command.ts';
import { addCommand, type Finish } from './help/add-command.ts';
import { type ExitCode, exitCode } from './process/exit-code.ts';
import type { Io } from './process/io.ts';

/**
 * Runs the program. Never throws: a bug becomes a line on the standard error.
 * @param commands what it can do
 */
export async function runCommands(io: Io, commands: readonly CommandDefinition[]): Promise<ExitCode> {
  let code: ExitCode = exitCode.clean;
  const program = createProgram(io, commands, async (action) => {
    code = await action(io);
  });
  const unknown = await unknownHelpTopic(program, io.argv);
  if (unknown !== undefined) {
    io.stderr.write(visibleLines(unknown));
    return exitCode.usage;
  }
  try {
    await program.parseAsync(io.argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.clean : exitCode.usage;
    const wantsStack = program.opts<GlobalOptions>().debug === true || io.env['LIGHTLOOM_DEBUG'] === '1';
    io.stderr.write(visibleLines(`${bugText(error)}${wantsStack ? stackOf(error) : ' --debug shows where.'}\n`));
    return exitCode.internal;
  }
}

/** What is said of `help WORD` where the word isn't a command: it may be misspelt, or of the language, as `link` is. */
async function unknownHelpTopic(program: Command, [first, topic]: readonly string[]): Promise<string | undefined> {
  if (first !== 'help' || topic === undefined || topic.startsWith('-')) return undefined;
  const names = program.commands.map((each) => each.name());
  if (topic === 'help' || names.includes(topic)) return undefined;
  const { closestCommand } = await import('./questions/closest-command.ts');
  const near = closestCommand(topic, names);
  const elsewhere = `\`lightloom explain ${topic}\` explains a word of the language or a rule, \`lightloom explain language\` the statements, and \`lightloom help\` lists the commands.`;
  return `error: \`${topic}\` isn't a command. ${near === undefined ? elsewhere : `Did you mean \`lightloom help ${near}\`?`}\n`;
}

/** The program with some commands. */
export function createProgram(
  io: Pick<Io, 'stdout' | 'stderr'>,
  commands: readonly CommandDefinition[],
  finish: Finish,
): Command {
  const program = new Command('lightloom')
    .description('Checks, draws and reports optical fabrics written in .fabric files.')
    .version(manifest.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .option('--color', 'print in color, even to a file or a pipe')
    .option('--no-color', 'print without color')
    .option('--debug', 'print the stack of an error in Lightloom itself')
    .exitOverride()
    .showSuggestionAfterError()
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => io.stdout.write(visibleLines(text)),
      writeErr: (text) => io.stderr.write(visibleLines(text)),
      outputError: (text, write) => write(withCommand(text)),
      getOutHelpWidth: () => io.stdout.columns ?? 100,
      getErrHelpWidth: () => io.stderr.columns ?? 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  for (const each of commands) addCommand(program, each, finish);
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
}

/** What Commander reports, with what to type where a design is given without a command. */
function withCommand(text: string): string {
  return text.replace(/^(error: unknown command '(.+\.fabric)')\n$/, '$1\n(Did you mean lightloom check $2?)\n');
}

/** One line for a bug in Lightloom. */
function bugText(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  const sentence = reason.replace(/\s*[\r\n]+\s*/g, ' ').replace(/\.?$/, '.');
  return `error: lightloom failed: ${sentence} This is a bug in Lightloom, not in your files; please report it.`;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? `\n${error.stack}` : '';
}
