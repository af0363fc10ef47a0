// How a run ends, for the scripts that ask.

/** What the process exits with. */
export const exitCode = {
  /** Nothing to complain about: notes, and warnings within the budget, do not fail. */
  clean: 0,
  /** Findings: an error, or more warnings than are allowed. */
  findings: 1,
  /** The command line asks for something that can't be done: an unknown flag, a path that does not exist. */
  usage: 2,
  /** A defect of the tool. */
  internal: 3,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
