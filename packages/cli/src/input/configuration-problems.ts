// Errors in a configuration as lines, with the place of each.
import type { Finding } from '@lightloom/core';
import { shownPath } from './shown-path.ts';

/** A configuration that was read. */
interface ConfigurationFile {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
  readonly problems: readonly Finding[];
}

/** A place in a configuration, `lightloom.json:4:9`. */
export function placeInConfiguration({ path, text }: ConfigurationFile, start: number, cwd: string): string {
  const before = text.slice(0, start).split('\n');
  return `${shownPath(path, cwd)}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

/** The errors in a configuration, a sentence each behind its place. */
export function configurationProblems(file: ConfigurationFile, cwd: string): string[] {
  return file.problems.map(({ message, origin }) => `${placeInConfiguration(file, origin.start, cwd)}: ${message}`);
}
