// `lightloom explain`: what is behind a rule, or behind the figures of something in a design.
import { type Explanation, type Fabric, printAxes, printCount } from '@lightloom/core';
import {
  conditionsLine,
  countFindings,
  explanationOf,
  figuresOf,
  listOf,
  type Topic,
  themeFor,
} from '@lightloom/print';
import type { Command } from 'commander';
import type { DesignOptions } from '../input/design-options.ts';
import { settingProblems } from '../input/setting-problems.ts';
import type { OpenedFile } from '../input/workspace.ts';
import { type ExitCode, exitCode } from '../process/exit-code.ts';
import type { Io } from '../process/io.ts';
import type { Finish, GlobalOptions } from './command.ts';
import { basisOption, configOption, setOption } from './design-options.ts';
import { deliver, say, tellErrors } from './output.ts';

interface ExplainOptions extends GlobalOptions, DesignOptions {
  readonly stdinFilename?: string;
}

export function addExplain(program: Command, finish: Finish): void {
  program
    .command('explain')
    .summary('say what is behind a rule or a figure')
    .description(
      'Says why a rule is one, where its figures come from, and shows an example; lists all rules without one. Of a design and a name in it, shows its figures: value, formula, and every term with its line and source.',
    )
    .argument('[rule|file]', 'a rule as in a message, power/module-over-cage, or a design, - for the standard input')
    .argument(
      '[name]',
      'of something in the design: leaf[3], leaf[3].up[1]/5, net[1], primary; or a fact of it: "margin(backend)"',
    )
    .addOption(setOption())
    .addOption(configOption())
    .addOption(basisOption())
    .option('--stdin-filename <path>', 'what the standard input is called; its imports start there')
    .addHelpText(
      'after',
      `
Examples:
  lightloom explain                               all rules, and all problems of the text
  lightloom explain power/module-over-cage        one of them
  lightloom explain pod.fabric primary            a coolant loop: heat, flow, rise, return, headroom
  lightloom explain pod.fabric "leaf[3].up[1]/5"  the link at a channel, term by term
  lightloom explain pod.fabric "temperature(primary.return) when any 1 of cdu fail"
`,
    )
    .action((topic: string | undefined, name: string | undefined, _options, command: Command) =>
      finish((io) => {
        const options = command.optsWithGlobals<ExplainOptions>();
        return topic !== undefined && (name !== undefined || isDesign(topic))
          ? explainFigures(topic, name, options, io)
          : explainRule(topic, options, io);
      }),
    );
}

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
      `\`${name}\` is no fact. One is written as in a requirement: margin(backend), power(net.each), temperature(primary.return) when any 1 of cdu fail.`,
    );
    return exitCode.usage;
  }
  if (asked !== undefined && 'unknown' in asked) {
    const facts = Object.keys(core.requirableFacts);
    const near = language.closest(asked.unknown, facts);
    say(
      io,
      `There is no fact \`${asked.unknown}\`. ${near === undefined ? `There are ${facts.join(', ')}.` : `Did you mean ${near}?`}`,
    );
    return exitCode.usage;
  }
  const opened = await workspace.open(file, options.stdinFilename, asked?.text);
  const problems = typeof opened === 'string' ? [opened] : settingProblems([opened]);
  for (const problem of problems) say(io, problem);
  if (typeof opened === 'string' || problems.length > 0) return exitCode.usage;
  const { facts, fabric } = opened.analysis;
  if (name === undefined) {
    say(io, `What of ${opened.path} is to be explained is not said. ${namesText(core.nameable(fabric))}`);
    return exitCode.usage;
  }
  // What was understood of a question that is not whole would answer another one.
  const told = asked === undefined ? [] : problemsBehind(opened);
  const explained =
    asked === undefined
      ? core.explainSelector(facts, name)
      : told.length === 0
        ? factIn(opened, asked.limited, core)
        : undefined;
  if (explained === undefined) {
    for (const each of told) say(io, each);
    if (asked !== undefined && told.length === 0)
      say(io, `\`${name}\` can't be told of a design with errors: lightloom check ${opened.path}`);
    if (asked === undefined) {
      const hint = hintFor(name, core.nameable(fabric), fabric, language.closest);
      say(io, `\`${name}\` names nothing in ${opened.path}. ${hint}`);
    }
    return exitCode.usage;
  }
  const theme = themeFor({ flag: options.color, env: io.env, isTerminal: io.stdout.isTerminal });
  const conditions = conditionsLine({ basis: facts.basis, settings: fabric.settings });
  const text = figuresOf(explained, facts, workspace.source, theme);
  await deliver(io, conditions === undefined ? text : `${conditions}\n\n${text}`, undefined);
  tellErrors(io, withoutStatement(opened), 'explanation');
  return exitCode.clean;
}

/** The fact that a statement behind the design asks for; undefined where it could not be understood. */
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

/** What is wrong with a statement behind the design, a line each. */
function problemsBehind(opened: OpenedFile): string[] {
  const { uri, end, analysis } = opened;
  // In a broken text the statement may have been read as a part of what stands before it.
  if (countFindings(withoutStatement(opened).analysis.findings).error > 0) return [];
  return analysis.findings
    .filter(
      ({ rule, origin, severity }) =>
        origin.uri === uri && origin.start >= end && severity === 'error' && !rule.startsWith('requirement/'),
    )
    .map(({ message, help }) => (help === undefined ? message : `${message} ${help}`));
}

/** The file without what was found in the statement behind it. */
function withoutStatement(opened: OpenedFile): OpenedFile {
  const { uri, end, analysis } = opened;
  const findings = analysis.findings.filter(({ origin }) => origin.uri !== uri || origin.start < end);
  return { ...opened, analysis: { ...analysis, findings } };
}

/** Most names that are listed. */
const mostNames = 20;

/** What can be named. */
function namesText(names: readonly string[]): string {
  if (names.length === 0) return 'It has nothing to name yet.';
  const more = names.length - mostNames;
  return `It has ${names.slice(0, mostNames).join(', ')}${more > 0 ? ` and ${printCount(more, 'more', 'more')}` : ''}.`;
}

/** What may have been meant: a name that is spelt nearly so, or other indices. */
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

async function explainRule(id: string | undefined, { color }: GlobalOptions, io: Io): Promise<ExitCode> {
  const [{ allRules }, { closest, exampleFindings, problemKinds }] = await Promise.all([
    import('@lightloom/core'),
    import('@lightloom/language'),
  ]);
  const topics: Topic[] = [
    ...allRules,
    ...Object.entries(problemKinds).map(([name, kind]): Topic => ({ id: name, severity: 'error', ...kind })),
  ];
  const theme = themeFor({ flag: color, env: io.env, isTerminal: io.stdout.isTerminal });
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
      `There is no rule \`${id}\`. ${near === undefined ? '`lightloom explain` lists them.' : `Did you mean ${near}?`}`,
    );
    return exitCode.usage;
  }
  const rule = allRules.find((each) => each.id === id);
  const says = rule === undefined ? undefined : (await exampleFindings([rule])).get(rule.id);
  const text = topic === undefined ? listOf(family, theme) : explanationOf({ ...topic, says }, theme);
  await deliver(io, text, undefined);
  return exitCode.clean;
}

/** A rule by the second half of its name alone: `loss-budget`. */
function nearest(id: string, topics: readonly Topic[]): string | undefined {
  return topics.find((each) => each.id.endsWith(`/${id}`))?.id;
}
