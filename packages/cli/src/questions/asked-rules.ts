// The rules, and the problems of the text, that somebody asks for.
import type { Rule } from '@lightloom/core';
import type { Topic } from '@lightloom/print';
import type { DesignOptions } from '../input/design-options.ts';
import { pluginProblems } from '../input/plugin-problems.ts';
import { say } from '../output/deliver.ts';
import type { Io } from '../process/io.ts';

/** One rule with what it reports on its example, or several. */
export type AskedRules = { readonly topic: Topic } | { readonly topics: readonly Topic[] };

/**
 * The rule of an id, or all rules of a family; all when nothing is named.
 * @returns undefined when there is none, which is reported
 */
export async function askedRules(
  id: string | undefined,
  options: DesignOptions,
  io: Io,
): Promise<AskedRules | undefined> {
  const [{ closest }, { allTopics }] = await Promise.all([import('@lightloom/language'), import('../input/topics.ts')]);
  const isOwn = allTopics().some((each) => id === each.id || each.id.startsWith(`${id}/`));
  const house = isOwn || (id === undefined && options.allowPlugins !== true) ? [] : await houseRules(options, io);
  const topics = allTopics(house);
  const family = topics.filter((each) => id === undefined || each.id.startsWith(`${id.replace(/\/$/, '')}/`));
  const topic = topics.find((each) => each.id === id);
  if (topic !== undefined) return { topic: await wholeTopic(topic) };
  if (family.length > 0) return { topics: family };
  const near =
    closest(
      id ?? '',
      topics.map((each) => each.id),
    ) ?? nearest(id ?? '', topics);
  say(
    io,
    `Unknown rule \`${id}\`. ${near === undefined ? '`lightloom explain` lists all rules.' : `Did you mean ${near}?`}`,
  );
  return undefined;
}

/** A rule with what it reports on its example. */
export async function wholeTopic(topic: Topic): Promise<Topic> {
  const [{ allRules }, { exampleFindings }] = await Promise.all([
    import('@lightloom/core'),
    import('@lightloom/language'),
  ]);
  const rule = allRules.find(({ id }) => id === topic.id);
  return rule === undefined ? topic : { ...topic, says: (await exampleFindings([rule])).get(rule.id) };
}

/** The rules of the plug-ins that the configuration here names. What is wrong with these is reported. */
async function houseRules(options: DesignOptions, io: Io): Promise<readonly Rule[]> {
  const [{ createWorkspace }, { pluginRules }] = await Promise.all([
    import('../input/workspace.ts'),
    import('../input/topics.ts'),
  ]);
  const analysis = await createWorkspace(io, options).project();
  for (const { message, severity } of pluginProblems(analysis)) say(io, message, severity);
  return pluginRules([{ analysis }]);
}

/** A rule by the second half of its id alone: `loss-budget`. */
function nearest(id: string, topics: readonly Topic[]): string | undefined {
  return topics.find((each) => each.id.endsWith(`/${id}`))?.id;
}
