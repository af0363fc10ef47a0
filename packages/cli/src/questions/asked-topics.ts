// The rules, the problems of the text and the words of the language that somebody asks for.
import type { Rule } from '@lightloom/core';
import type { ReferenceTopic, Topic } from '@lightloom/print';
import type { DesignOptions } from '../input/design-options.ts';
import { pluginProblems } from '../input/plugin-problems.ts';
import { say } from '../output/deliver.ts';
import type { Io } from '../process/io.ts';

/** One rule with what it reports on its example; or several, and what a word means. */
type AskedTopics =
  | { readonly topic: Topic }
  | { readonly topics: readonly Topic[]; readonly words: ReferenceTopic | undefined };

/**
 * The rule of an id, or all rules of a family and what a word of the language means; all rules when nothing is named, and where to read on.
 * @returns undefined when there is none, which is reported
 */
export async function askedTopics(
  id: string | undefined,
  options: DesignOptions,
  io: Io,
): Promise<AskedTopics | undefined> {
  const [{ closest, referenceOf, referenceTopics, referenceWords }, { allTopics }] = await Promise.all([
    import('@lightloom/language'),
    import('../input/topics.ts'),
  ]);
  const isOwn = allTopics().some((each) => id === each.id || each.id.startsWith(`${id}/`));
  const house = isOwn || (id === undefined && options.allowPlugins !== true) ? [] : await houseRules(options, io);
  const topics = allTopics(house);
  const family = topics.filter((each) => id === undefined || each.id.startsWith(`${id.replace(/\/$/, '')}/`));
  const topic = topics.find((each) => each.id === id);
  if (topic !== undefined) return { topic: await wholeTopic(topic) };
  // A word may be that of a family of rules too: `power`.
  const said = id === undefined ? overviewOf(referenceTopics) : referenceOf(id);
  const words = said === undefined || id === undefined || family.length === 0 ? said : withFamily(said);
  if (family.length > 0 || words !== undefined) return { topics: family, words };
  const known = [...topics.map((each) => each.id), ...referenceWords()];
  const near = closest(id ?? '', known) ?? nearest(id ?? '', topics);
  const lists =
    '`lightloom explain` lists all rules, `lightloom explain language` the statements, and `lightloom parts` the parts.';
  say(io, `Nothing is called \`${id}\`. ${near === undefined ? lists : `Did you mean ${near}?`}`);
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

/** What can be explained besides rules, before the list of these. */
function overviewOf(entries: ReferenceTopic['meanings'][number]['entries'] & {}): ReferenceTopic {
  const doc =
    'A word of the language, `lightloom explain link`; a name in a design, `lightloom explain FILE NAME`; a rule of those below; or one of these:';
  return { word: 'lightloom explain', meanings: [{ is: 'what can be explained', doc, entries }] };
}

/** A word that a family of rules has too, which are listed below it. */
function withFamily({ word, meanings }: ReferenceTopic): ReferenceTopic {
  const doc = `Rules about ${word}; \`lightloom explain RULE\` explains one of them.`;
  return { word, meanings: [...meanings, { is: 'a family of rules', doc }] };
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
