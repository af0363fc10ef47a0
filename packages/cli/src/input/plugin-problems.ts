// What is wrong with plug-ins, for commands that print no findings.
import type { Finding } from '@lightloom/core';
import type { Design } from '@lightloom/language';

/** Plug-ins that fail, and those that are not loaded. */
export function pluginProblems({ findings }: Pick<Design, 'findings'>): readonly Finding[] {
  return findings.filter(({ rule }) => rule === 'config/plugin' || rule === 'config/plugins-off');
}
