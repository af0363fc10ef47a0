// What is wrong with plug-ins, for commands that print no findings.
import type { Design } from '@lightloom/language';
import type { Io } from '../process/io.ts';
import { say } from './output.ts';

/** Reports plug-ins that fail, and those that are not loaded, a line each. */
export function sayPluginProblems({ findings }: Pick<Design, 'findings'>, io: Io): void {
  for (const { rule, severity, message } of findings)
    if (rule === 'config/plugin' || rule === 'config/plugins-off') say(io, message, severity);
}
