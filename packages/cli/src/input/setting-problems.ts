// Values that designs can't take.
import type { OpenedFile } from './workspace.ts';

/** Why values can't be set: a name that no design knows, or a value that makes no sense in one. */
export function settingProblems(opened: readonly OpenedFile[]): string[] {
  const problems = opened.flatMap((each) => each.analysis.settings);
  const reported = problems.filter(
    ({ name, unknown }) =>
      !unknown || opened.every(({ analysis }) => analysis.settings.some((each) => each.name === name && each.unknown)),
  );
  return [...new Set(reported.map(({ message }) => message))];
}
