// Everything there is to know about rules and kinds of problem.
import { allRules, type Finding, type Rule } from '@lightloom/core';
import { problemKinds, rulesOfPlugins } from '@lightloom/language';
import type { Topic } from '@lightloom/print';
import type { OpenedFile } from './workspace.ts';

/** The rules of the plug-ins that some designs are judged by. */
export function pluginRules(designs: readonly Pick<OpenedFile, 'analysis'>[]): readonly Rule[] {
  const rules = designs.flatMap(({ analysis }) => rulesOfPlugins(analysis.plugins));
  return [...new Map(rules.map((each) => [each.id, each])).values()];
}

/** All rules, and all kinds of problem of the text. @param more rules of plug-ins */
export function allTopics(more: readonly Rule[] = []): Topic[] {
  return [
    ...[...allRules, ...more].map(topicOf),
    ...Object.entries(problemKinds).map(([id, kind]): Topic => ({ id, severity: 'error', ...kind })),
  ];
}

/** Whether a finding is an error of the text, which leaves the design incomplete. */
export function isTextError({ rule, severity }: Finding): boolean {
  return severity === 'error' && Object.hasOwn(problemKinds, rule);
}

/** A rule as it is explained: a plug-in need not give an example, sources or a way to change the limit. */
function topicOf({ bad, good, override, ...rule }: Rule): Topic {
  return {
    ...rule,
    ...(bad === '' ? {} : { bad }),
    ...(good === '' ? {} : { good }),
    ...(override === '' ? {} : { override }),
  };
}
