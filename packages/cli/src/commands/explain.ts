// `lightloom explain`: a rule with its reason, or the figures of something in a design with their derivations.
import { figuresDocument, referenceDocument, ruleDocument, ruleListDocument } from '@lightloom/print';
import { defineCommand } from '../command/command.ts';
import { addDesignOptions, type OneDesignOptions, stdinFilenameOption } from '../command/design-options.ts';
import { deliverDocument } from '../command/output.ts';
import type { PrintOptions } from '../output/printed.ts';
import { reportErrors } from '../output/report-errors.ts';
import { type ExitCode, exitCode } from '../process/exit-code.ts';
import type { Io } from '../process/io.ts';

type ExplainOptions = OneDesignOptions & PrintOptions;

export const command = defineCommand<ExplainOptions, [string | undefined, string | undefined]>({
  name: 'explain',
  summary: 'explain a rule, a word of the language, or a figure of a design',
  description:
    'Explains a rule: why it exists, where its figures come from, and an example; without a rule, lists all of them. Explains a word of the language: a statement, a kind of part, a property, a unit, a fact. For a design and a name in it, shows the figures of what has that name: value, formula, and every term with its line and source.',
  prints: [figuresDocument, ruleDocument, ruleListDocument, referenceDocument],
  examples: [
    { line: 'explain', does: 'all rules, and all problems of the text' },
    { line: 'explain optics', does: 'all rules of a family' },
    { line: 'explain power/module-over-cage', does: 'one rule' },
    { line: 'explain language', does: 'the statements; also kinds, words, facts, units' },
    { line: 'explain link', does: 'a keyword: how its statement is written, and its properties' },
    { line: 'explain "host type"', does: 'a kind of part, with its properties' },
    { line: 'explain connectors', does: 'a property; also a unit, a fact' },
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
        .argument(
          '[topic|file]',
          'a rule, as in power/module-over-cage; a word, as in link; or a design, - for the standard input',
        )
        .argument(
          '[name]',
          'a name in the design: leaf[3], leaf[3].up[1]/5, net[1], primary; or a fact: "margin(backend)"',
        ),
    ).addOption(stdinFilenameOption()),
  run({ args: [topic, name], options, io }) {
    // `host type`: a kind of part in two words.
    if (name === 'type' && topic !== undefined && !isDesign(topic)) return explainTopic(`${topic} type`, options, io);
    return topic !== undefined && (name !== undefined || isDesign(topic))
      ? explainFigures(topic, name, options, io)
      : explainTopic(topic, options, io);
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
  const [{ askedFigures }, { createWorkspace }] = await Promise.all([
    import('../questions/asked-figures.ts'),
    import('../input/workspace.ts'),
  ]);
  const workspace = createWorkspace(io, { ...options, libraryTypes: 'all' });
  const asked = await askedFigures({ file, stdinFilename: options.stdinFilename, name }, workspace, io);
  if (asked === undefined) return exitCode.usage;
  const { document, opened } = asked;
  if (!(await deliverDocument(io, figuresDocument, document, options, workspace.source))) return exitCode.usage;
  reportErrors(io, opened, 'explanation');
  return exitCode.clean;
}

/** A rule, a family of rules or a word of the language; all rules where nothing is named, with where to read on. */
async function explainTopic(id: string | undefined, options: ExplainOptions, io: Io): Promise<ExitCode> {
  const { askedTopics } = await import('../questions/asked-topics.ts');
  const asked = await askedTopics(id, options, io);
  if (asked === undefined) return exitCode.usage;
  if ('topic' in asked) return done(await deliverDocument(io, ruleDocument, asked.topic, options));
  const { words, topics } = asked;
  if (words !== undefined && !(await deliverDocument(io, referenceDocument, words, options))) return exitCode.usage;
  if (words !== undefined && topics.length > 0) io.stdout.write('\n');
  return done(topics.length === 0 || (await deliverDocument(io, ruleListDocument, topics, options)));
}

function done(isDelivered: boolean): ExitCode {
  return isDelivered ? exitCode.clean : exitCode.usage;
}
