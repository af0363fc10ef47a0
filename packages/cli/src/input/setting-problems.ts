// Values of `--set` that no design can take.
import type { OpenedFile } from './workspace.ts';

/** Why values can't be set: a name that no design has, or a value that doesn't fit in one. */
export function settingProblems(opened: readonly OpenedFile[]): string[] {
  const problems = opened.flatMap((each) => each.analysis.settings);
  const reported = problems.filter(
    ({ name, unknown }) =>
      !unknown || opened.every(({ analysis }) => analysis.settings.some((each) => each.name === name && each.unknown)),
  );
  return [...new Set(reported.map(({ message }) => message))];
}
