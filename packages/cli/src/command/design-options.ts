// Options that several commands take: where to write, values for a what-if, the phase, the configuration, the basis.
import type { Setting } from '@lightloom/core';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { DesignOptions } from '../input/design-options.ts';

/** Options of a command that reads one design. */
export interface OneDesignOptions extends DesignOptions {
  /** The file name of the standard input. */
  readonly stdinFilename?: string;
}

/** `-o, --output FILE`. */
export function outputOption(): Option {
  return new Option('-o, --output <file>', 'write to a file instead of the standard output, in the format of its name');
}

/** `--stdin-filename PATH`. */
export function stdinFilenameOption(): Option {
  return new Option('--stdin-filename <path>', 'file name of the standard input; its imports are relative to it');
}

/** Adds the options that decide what the figures of a design are: `--set`, `--phase`, `--config`, `--prices`, `--import-from`, `--allow-plugins`, `--basis`. */
export function addDesignOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--set <name=value>',
        'set a `let` or the default of a template parameter, for a what-if; repeatable',
      ).argParser(readSetting),
    )
    .addOption(new Option('--phase <name>', 'phase of growth to look at instead of the whole design'))
    .addOption(new Option('--config <file>', 'configuration to use instead of the nearest lightloom.json'))
    .addOption(new Option('--prices <file>', 'price book to use instead of that of the configuration'))
    .addOption(
      new Option(
        '--import-from <folder>',
        'folder outside of the project that imports may lead to; repeatable',
      ).argParser((folder: string, before: readonly string[] = []) => [...before, folder]),
    )
    .option('--allow-plugins', 'run the plug-ins that lightloom.json names: code of the project, so trust it first')
    .addOption(new Option('--basis <name>', 'basis of power, heat and loss').choices(['worst-case', 'typical']));
}

/** Adds the argument for one design, and the options of a command that reads it. */
export function addOneDesign(command: Command): Command {
  return addDesignOptions(command.argument('<file>', 'the design, or - for the standard input')).addOption(
    stdinFilenameOption(),
  );
}

function readSetting(text: string, before: readonly Setting[] | undefined): readonly Setting[] {
  const [, name, value] = /^\s*([^=\s]+)\s*=\s*(.*\S)\s*$/s.exec(text) ?? [];
  if (name === undefined || value === undefined)
    throw new InvalidArgumentError('Write NAME=VALUE, as in hosts=72 or "flow=1700 L/min".');
  if (before?.some((each) => each.name === name) === true) throw new InvalidArgumentError(`${name} is set twice.`);
  return [...(before ?? []), { name, text: value }];
}
