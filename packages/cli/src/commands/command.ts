// What a command is to the program that holds it.
import type { Command } from 'commander';
import type { ExitCode } from '../process/exit-code.ts';
import type { Io } from '../process/io.ts';

/** Does what a command asks for, and keeps how it ended. */
export type Finish = (action: (io: Io) => Promise<ExitCode>) => Promise<void>;

/**
 * Adds a command: what it takes, and what it does. What only this command needs is imported when it is asked for, so
 * that no other command waits for it.
 */
export type AddCommand = (program: Command, finish: Finish) => void;

/** Options that stand before or behind any command. */
export interface GlobalOptions {
  /** `--color` or `--no-color`; undefined when neither was given. */
  readonly color?: boolean;
  readonly debug?: boolean;
}
