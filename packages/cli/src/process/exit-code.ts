// How a run ends, for the scripts that ask.

/** What the process exits with. */
export const exitCode = {
  /** No problems: notes, and warnings within the limit, don't fail a run. */
  clean: 0,
  /** Findings: an error, or more warnings than allowed. */
  findings: 1,
  /** The command line can't be followed: an unknown option, a path that doesn't exist. */
  usage: 2,
  /** A bug in Lightloom. */
  internal: 3,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
