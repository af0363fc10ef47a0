// `lightloom explain`: a rule with its reason, or the figures of something in a design with their derivations.
import { type Explanation, type Fabric, printAxes, printCount } from '@lightloom/core';
import { countFindings, figuresDocument, ruleDocument, ruleListDocument, type Topic } from '@lightloom/print';
import { settingProblems } from '../input/setting-problems.ts';
import type { OpenedFile } from '../input/workspace.ts';
import { type ExitCode, exitCode } from '../process/exit-code.ts';
import type { Io } from '../process/io.ts';
import { defineCommand } from './command.ts';
import { addDesignOptions, type OneDesignOptions, stdinFilenameOption } from './design-options.ts';
import { deliverDocument, type PrintOptions, reportErrors, say } from './output.ts';

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
  const [core, language, { createWorkspace }, { asksForFact, factStatement }] = await Promise.all([
    import('@lightloom/core'),
    import('@lightloom/language'),
    import('../input/workspace.ts'),
    import('../input/fact-statement.ts'),
  ]);
  const workspace = createWorkspace(io, options);
  const wantsFact = name !== undefined && asksForFact(name);
  const asked = wantsFact ? factStatement(name) : undefined;
  if (wantsFact && asked === undefined) {
    say(
      io,
      `\`${name}\` isn't a fact. Write one as in a requirement: margin(backend), power(net.each), temperature(primary.return) when any 1 of cdu fail.`,
    );
    return exitCode.usage;
  }
  if (asked !== undefined && 'unknown' in asked) {
    const facts = Object.keys(core.requirableFacts);
    const near = language.closest(asked.unknown, facts);
    say(
      io,
      `Unknown fact \`${asked.unknown}\`. ${near === undefined ? `Known facts are ${facts.join(', ')}.` : `Did you mean ${near}?`}`,
    );
    return exitCode.usage;
  }
  const opened = await workspace.open(file, options.stdinFilename, asked?.text);
  const problems = typeof opened === 'string' ? [opened] : settingProblems([opened]);
  for (const problem of problems) say(io, problem);
  if (typeof opened === 'string' || problems.length > 0) return exitCode.usage;
  const { facts, fabric } = opened.analysis;
  if (name === undefined) {
    say(io, `Name something in ${opened.path} to explain. ${namesText(core.nameable(fabric))}`);
    return exitCode.usage;
  }
  // The part of a broken question that was understood would answer a different question.
  const mistakes = asked === undefined ? [] : problemsBehind(opened);
  const explained =
    asked === undefined
      ? core.explainSelector(facts, name)
      : mistakes.length === 0
        ? factIn(opened, asked.limited, core)
        : undefined;
  if (explained === undefined) {
    for (const each of mistakes) say(io, each);
    if (asked !== undefined && mistakes.length === 0)
      say(io, `\`${name}\` can't be explained in a design with errors: lightloom check ${opened.path}`);
    if (asked === undefined) {
      const hint = hintFor(name, core.nameable(fabric), fabric, language.closest);
      say(io, `\`${name}\` is not defined in ${opened.path}. ${hint}`);
    }
    return exitCode.usage;
  }
  const document = { explanations: explained, facts };
  if (!(await deliverDocument(io, figuresDocument, document, options, workspace.source))) return exitCode.usage;
  reportErrors(io, withoutStatement(opened), 'explanation');
  return exitCode.clean;
}

/** The fact that the statement after the design asks for; undefined when it could not be understood. */
function factIn(
  { uri, end, analysis }: OpenedFile,
  limited: boolean,
  { explainFact, explainVerdict, verdictOf }: typeof import('@lightloom/core'),
): Explanation[] | undefined {
  const { facts, fabric } = analysis;
  const requirement = fabric.requirements.find(({ origin }) => origin.uri === uri && origin.start >= end);
  if (requirement === undefined) return undefined;
  return [limited ? explainVerdict(verdictOf(facts, requirement)) : explainFact(facts, requirement)];
}

/** Mistakes in the statement after the design, a line each. */
function problemsBehind(opened: OpenedFile): string[] {
  const { uri, end, analysis } = opened;
  // In a broken text the statement may have been read as part of the one before it.
  if (countFindings(withoutStatement(opened).analysis.findings).error > 0) return [];
  return analysis.findings
    .filter(
      ({ rule, origin, severity }) =>
        origin.uri === uri && origin.start >= end && severity === 'error' && !rule.startsWith('requirement/'),
    )
    .map(({ message, help }) => (help === undefined ? message : `${message} ${help}`));
}

/** The file without the findings of the statement after it. */
function withoutStatement(opened: OpenedFile): OpenedFile {
  const { uri, end, analysis } = opened;
  const findings = analysis.findings.filter(({ origin }) => origin.uri !== uri || origin.start < end);
  return { ...opened, analysis: { ...analysis, findings } };
}

/** Names that are listed at most. */
const maxNames = 20;

/** The names that can be explained. */
function namesText(names: readonly string[]): string {
  if (names.length === 0) return 'Nothing in it has a name yet.';
  const more = names.length - maxNames;
  return `It has ${names.slice(0, maxNames).join(', ')}${more > 0 ? ` and ${printCount(more, 'more', 'more')}` : ''}.`;
}

/** A suggestion: a name with a similar spelling, or the indices there are. */
function hintFor(
  name: string,
  known: readonly string[],
  fabric: Fabric,
  closest: (name: string, known: readonly string[]) => string | undefined,
): string {
  const steps = name
    .replace(/\/[^/]*$/, '')
    .replace(/\[[^\]]*(?:\]|$)/g, '')
    .split('.')
    .map((each) => each.trim())
    .filter((each) => each !== '');
  if (steps.length === 0) return namesText(known);
  for (const step of steps) {
    if (known.includes(step)) continue;
    const near = known.find((each) => step.length > 1 && each.startsWith(step)) ?? closest(step, known);
    if (near !== undefined) return `Did you mean ${near}?`;
  }
  const block = fabric.blocks.findLast((each) => steps.includes(each.name));
  if (block === undefined) return namesText(known);
  const ports = block.part?.ports.map((group) => `${group.name}${printAxes(group.axes)}`) ?? [];
  const holds = ports.length === 0 ? '' : `, with the ports ${ports.join(', ')}`;
  return `There is ${block.name}${printAxes(block.axes)}${holds}.`;
}

async function explainRule(id: string | undefined, options: ExplainOptions, io: Io): Promise<ExitCode> {
  const [{ allRules }, { closest, exampleFindings, problemKinds }] = await Promise.all([
    import('@lightloom/core'),
    import('@lightloom/language'),
  ]);
  const topics: Topic[] = [
    ...allRules,
    ...Object.entries(problemKinds).map(([name, kind]): Topic => ({ id: name, severity: 'error', ...kind })),
  ];
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

/** A rule by the second half of its id alone: `loss-budget`. */
function nearest(id: string, topics: readonly Topic[]): string | undefined {
  return topics.find((each) => each.id.endsWith(`/${id}`))?.id;
}
