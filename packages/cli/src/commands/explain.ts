// `lightloom explain`: what is behind a rule, or behind the figures of something in a design.
import { printCount } from '@lightloom/core';
import type { AskProblem } from '@lightloom/language';
import {
  conditionsLine,
  countFindings,
  explanationOf,
  figuresOf,
  listOf,
  type Topic,
  themeFor,
  visible,
} from '@lightloom/print';
import type { Command } from 'commander';
import type { DesignOptions } from '../input/design-options.ts';
import { settingProblems } from '../input/setting-problems.ts';
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
  const [{ explain, namesText }, { createWorkspace }] = await Promise.all([
    import('@lightloom/language'),
    import('../input/workspace.ts'),
  ]);
  const workspace = createWorkspace(io, options);
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
  const { facts, fabric } = design;
  const theme = themeFor({ flag: options.color, env: io.env, isTerminal: io.stdout.isTerminal });
  const conditions = conditionsLine({ basis: facts.basis, settings: fabric.settings });
  const text = figuresOf(explained.explanations, facts, workspace.source, theme);
  await deliver(io, conditions === undefined ? text : `${conditions}\n\n${text}`, undefined);
  tellErrors(io, opened, 'explanation');
  return exitCode.clean;
}

/** Reports why something can't be explained, with a mark below the place where that isn't the whole of what was asked. */
function reportAskProblem({ message, help, start, end }: AskProblem, asked: string, io: Io): void {
  say(io, help === undefined ? message : `${message} ${help}`);
  if (start === 0 && end >= asked.length) return;
  io.stderr.write(`  ${visible(asked)}\n  ${' '.repeat(start)}${'^'.repeat(Math.max(1, end - start))}\n`);
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
