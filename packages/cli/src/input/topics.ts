// Everything there is to know about rules and kinds of problem.
import { allRules, type Finding } from '@lightloom/core';
import { problemKinds } from '@lightloom/language';
import type { Topic } from '@lightloom/print';

/** All rules, and all kinds of problem of the text. */
export function allTopics(): Topic[] {
  return [
    ...allRules,
    ...Object.entries(problemKinds).map(([id, kind]): Topic => ({ id, severity: 'error', ...kind })),
  ];
}

/** Whether a finding is an error of the text, which leaves the design incomplete. */
export function isTextError({ rule, severity }: Finding): boolean {
  return severity === 'error' && Object.hasOwn(problemKinds, rule);
}
