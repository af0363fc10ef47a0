// From the definition of a command to a command of the program.
import { formatName } from '@lightloom/print';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { CommandDefinition } from '../command/command.ts';
import { namedPlaceProblems } from '../input/named-places.ts';
import { addSeveralOutputs } from '../input/several-outputs.ts';
import { say } from '../output/deliver.ts';
import { type ExitCode, exitCode } from '../process/exit-code.ts';
import type { Io } from '../process/io.ts';
import { formatChoices, helpAfterOptions } from './help-text.ts';

/** Runs an action with the outside world, and keeps how it ended. */
export type Finish = (action: (io: Io) => Promise<ExitCode>) => Promise<void>;

/** Adds a command to the program. */
export function addCommand(program: Command, definition: CommandDefinition, finish: Finish): void {
  const { name, summary, description, prints } = definition;
  const command = program.command(name).summary(summary).description(description);
  const [kind] = prints;
  const formats = [...formatChoices(definition).keys()];
  if (definition.writesSeveral === true) addSeveralOutputs(command, formats);
  else if (kind !== undefined && formats.length > 1)
    command.addOption(
      new Option('-f, --format <name>', 'output format')
        .choices(formats)
        .argParser((text: string) => {
          if (formats.includes(formatName(text))) return formatName(text);
          throw new InvalidArgumentError(`Allowed choices are ${formats.join(', ')}.`);
        })
        .default(kind.defaultFormat),
    );
  definition.takes(command);
  command
    .addHelpText('after', () => helpAfterOptions(definition))
    .action(() =>
      finish(async (io) => {
        const options = withFormatOfFile(command, formats);
        const problems = await namedPlaceProblems(options, io.cwd);
        for (const problem of problems) say(io, problem);
        if (problems.length > 0) return exitCode.usage;
        return definition.run({ args: command.processedArgs as never, options: options as never, io, program });
      }),
    );
}

/** The options of a command; a file that is named for a format gets it, where none was asked for. */
function withFormatOfFile(command: Command, formats: readonly string[]): Record<string, unknown> {
  const options: Record<string, unknown> = command.optsWithGlobals();
  const { output } = options;
  if (typeof output !== 'string' || command.getOptionValueSource('format') !== 'default') return options;
  const named = formatName(/\.([^./\\]+)$/.exec(output)?.[1] ?? '');
  return formats.includes(named) ? { ...options, format: named } : options;
}
