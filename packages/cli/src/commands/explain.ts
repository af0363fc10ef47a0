// `lightloom explain`: a rule with its reason, or the figures of something in a design with their derivations.
import { printCount, type Rule } from '@lightloom/core';
import type { AskProblem } from '@lightloom/language';
import { countFindings, figuresDocument, ruleDocument, ruleListDocument, type Topic, visible } from '@lightloom/print';
import { pluginProblems } from '../input/plugin-problems.ts';
import { settingProblems } from '../input/setting-problems.ts';
import { say } from '../output/deliver.ts';
import type { PrintOptions } from '../output/printed.ts';
import { type ExitCode, exitCode } from '../process/exit-code.ts';
import type { Io } from '../process/io.ts';
import { defineCommand } from './command.ts';
import { addDesignOptions, type OneDesignOptions, stdinFilenameOption } from './design-options.ts';
import { deliverDocument, reportErrors } from './output.ts';

type ExplainOptions = OneDesignOptions & PrintOptions;

export const command = defineCommand<ExplainOptions, [string | undefined, string | undefined]>({
  name: 'explain',
  summary: 'explain a rule, or a figure of a design',
  description:
    'Explains a rule: why it exists, where its figures come from, and an example; without a rule, lists all of them. For a design and a name in it, shows the figures of what has that name: value, formula, and every term with its line and source.',
  prints: [figuresDocument, ruleDocument, ruleListDocument],
  examples: [
    { line: 'explain', does: 'all rules, and all problems of the text' },
    { line: 'explain optics', does: 'all rules of a family' },
    { line: 'explain power/module-over-cage', does: 'one rule' },
    { line: 'explain xpo-pod.fabric primary', does: 'a coolant loop; also a branch, a feed, a network, a CDU' },
    { line: 'explain xpo-pod.fabric "net[1]"', does: 'a rack; net alone shows the fullest of them' },
    { line: 'explain xpo-pod.fabric "leaf[3]"', does: 'a switch or a host' },
    {
      line: 'explain xpo-pod.fabric "leaf[3].up[1]"',
      does: 'a port with its module: power, current, pJ/bit, flow, rise',
    },
    { line: 'explain xpo-pod.fabric "leaf[3].up[1]/5"', does: 'a channel: its link, term by term' },
    { line: 'explain xpo-pod.fabric XpoDr', does: 'a type' },
    { line: 'explain xpo-pod.fabric "margin(backend)"', does: 'a fact, as a requirement names it' },
    {
      line: 'explain xpo-pod.fabric "power / accelerators"',
      does: 'what is computed from facts; -f json for programs',
    },
    {
      line: 'explain xpo-pod.fabric "temperature(primary.return) when any 1 of cdu fail"',
      does: 'a fact in the worst of several failures',
    },
  ],
  takes: (command) =>
    void addDesignOptions(
      command
        .argument('[rule|file]', 'a rule, as in power/module-over-cage; or a design, - for the standard input')
        .argument(
          '[name]',
          'a name in the design: leaf[3], leaf[3].up[1]/5, net[1], primary; or a fact: "margin(backend)"',
        ),
    ).addOption(stdinFilenameOption()),
  run({ args: [topic, name], options, io }) {
    return topic !== undefined && (name !== undefined || isDesign(topic))
      ? explainFigures(topic, name, options, io)
      : explainRule(topic, options, io);
  },
});

function isDesign(topic: string): boolean {
  return topic === '-' || topic.endsWith('.fabric');
}

async function explainFigures(
  file: string,
  name: string | undefined,
  options: ExplainOptions,
  io: Io,
): Promise<ExitCode> {
  const [{ explain, namesText }, { createWorkspace }] = await Promise.all([
    import('@lightloom/language'),
    import('../input/workspace.ts'),
  ]);
  const workspace = createWorkspace(io, { ...options, libraryTypes: 'all' });
  const opened = await workspace.open(file, options.stdinFilename);
  const problems = typeof opened === 'string' ? [opened] : settingProblems([opened]);
  for (const problem of problems) say(io, problem);
  if (typeof opened === 'string' || problems.length > 0) return exitCode.usage;
  const { analysis: design, path } = opened;
  if (name === undefined) {
    say(io, `Name something in ${path} to explain. ${namesText(design)}`);
    return exitCode.usage;
  }
  const explained = explain(design, name);
  if ('problems' in explained) {
    for (const each of explained.problems) reportAskProblem(each, name, io);
    const { error } = countFindings(design.findings);
    if (error > 0) say(io, `The design has ${printCount(error, 'error')}: lightloom check ${path}`, 'warning');
    return exitCode.usage;
  }
  const document = { path, explanations: explained.explanations, facts: design.facts };
  if (!(await deliverDocument(io, figuresDocument, document, options, workspace.source))) return exitCode.usage;
  reportErrors(io, opened, 'explanation');
  return exitCode.clean;
}

/** Reports why something can't be explained, with a mark below the place where that isn't the whole of what was asked. */
function reportAskProblem({ message, help, start, end }: AskProblem, asked: string, io: Io): void {
  say(io, help === undefined ? message : `${message} ${help}`);
  if (start === 0 && end >= asked.length) return;
  io.stderr.write(`  ${visible(asked)}\n  ${' '.repeat(start)}${'^'.repeat(Math.max(1, end - start))}\n`);
}

async function explainRule(id: string | undefined, options: ExplainOptions, io: Io): Promise<ExitCode> {
  const [{ allRules }, { closest, exampleFindings }, { allTopics }] = await Promise.all([
    import('@lightloom/core'),
    import('@lightloom/language'),
    import('../input/topics.ts'),
  ]);
  const isOwn = allTopics().some((each) => id === each.id || each.id.startsWith(`${id}/`));
  const house = isOwn || (id === undefined && options.allowPlugins !== true) ? [] : await houseRules(options, io);
  const topics = allTopics(house);
  const family = topics.filter((each) => id === undefined || each.id.startsWith(`${id.replace(/\/$/, '')}/`));
  const topic = topics.find((each) => each.id === id);
  if (topic === undefined && family.length === 0) {
    const near =
      closest(
        id ?? '',
        topics.map((each) => each.id),
      ) ?? nearest(id ?? '', topics);
    say(
      io,
      `Unknown rule \`${id}\`. ${near === undefined ? '`lightloom explain` lists all rules.' : `Did you mean ${near}?`}`,
    );
    return exitCode.usage;
  }
  const rule = allRules.find((each) => each.id === id);
  const says = rule === undefined ? undefined : (await exampleFindings([rule])).get(rule.id);
  const isDelivered =
    topic === undefined
      ? await deliverDocument(io, ruleListDocument, family, options)
      : await deliverDocument(io, ruleDocument, { ...topic, says }, options);
  return isDelivered ? exitCode.clean : exitCode.usage;
}

/** The rules of the plug-ins that the configuration here names. What is wrong with these is reported. */
async function houseRules(options: ExplainOptions, io: Io): Promise<readonly Rule[]> {
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
