// What a command is: data for the help and the documentation, and what it does.
import type { DocumentKind } from '@lightloom/print';
import type { Command } from 'commander';
import type { ExitCode } from '../process/exit-code.ts';
import type { Io } from '../process/io.ts';

/** Options that any command takes, before or after its name. */
export interface GlobalOptions {
  /** `--color` or `--no-color`; undefined when neither was given. */
  readonly color?: boolean;
  readonly debug?: boolean;
}

/** A command line to copy. */
interface Example {
  /** The line without `lightloom`: `check pod.fabric --quiet`. A test executes it in a copy of `examples/`. */
  readonly line: string;
  /** What it does, in a few words. */
  readonly does: string;
  /** What it ends with; 0 by default. */
  readonly exits?: ExitCode;
}

/** What a command ends with, beside what every command does. */
export type ExitTexts = Readonly<Partial<Record<ExitCode, string>>>;

/** One use of a command. */
export interface Call<Options, Args> {
  readonly args: Args;
  readonly options: Options;
  readonly io: Io;
  /** The program with all commands. */
  readonly program: Command;
}

/** A command. What only this command needs is imported when it runs, so that no other command loads it. */
export interface CommandDefinition<Options extends GlobalOptions = never, Args extends readonly unknown[] = never> {
  readonly name: string;
  /** A few words for the list of commands, in the imperative. */
  readonly summary: string;
  /** Sentences for the help of the command. */
  readonly description: string;
  /** More to know, below the options. */
  readonly notes?: string;
  readonly exits?: ExitTexts;
  /** The documents it prints. The option `--format` lists their formats where there is a choice. */
  readonly prints: readonly DocumentKind<never>[];
  /** Formats that it writes itself because they aren't text, with what they are for. The option `--format` lists them too. */
  readonly writes?: Readonly<Record<string, string>>;
  /** Whether one run may write several formats, each to a file of its own. */
  readonly writesSeveral?: true;
  readonly examples: readonly Example[];
  /** Adds arguments and options. */
  takes(command: Command): void;
  /** Does it. Never throws for what a user wrote. */
  run(call: Call<Options, Args>): Promise<ExitCode>;
}

/** Declares a command. `npm run generate` lists each file that exports one as `command`. */
export function defineCommand<Options extends GlobalOptions, Args extends readonly unknown[]>(
  command: CommandDefinition<Options, Args>,
): CommandDefinition {
  return command;
}
