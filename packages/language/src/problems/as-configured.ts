// Problems with the severity that the project gives to those which aren't always errors.
import { type Finding, type Severities, severityOf } from '@lightloom/core';
import { milderProblems } from './problem-kinds.ts';

/** Problems as a project wants them: those that are off are left out. */
export function asConfigured(found: readonly Finding[], severities: Severities): Finding[] {
  return found.flatMap((each) => {
    if (!milderProblems.includes(each.rule)) return [each];
    const severity = severityOf(severities, each.rule, each.severity);
    return severity === 'off' ? [] : [{ ...each, severity }];
  });
}
