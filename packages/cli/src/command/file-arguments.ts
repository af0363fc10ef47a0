// The arguments of a command that takes files, folders, patterns or the standard input.
import type { Command } from 'commander';
import { stdinFilenameOption } from './design-options.ts';

/** Adds the argument for files, and the options about them. */
export function addFiles(command: Command): Command {
  return command
    .argument('[paths...]', 'files, folders, quoted patterns, or - for the standard input (default: this folder)')
    .option('--stdin', 'read the standard input, as - does')
    .addOption(stdinFilenameOption())
    .option('--skip-ignored', 'skip files that lightloom.json ignores also where they are named, as a hook names them')
    .option('--no-error-on-unmatched-pattern', "don't fail when a path or pattern matches no file");
}
