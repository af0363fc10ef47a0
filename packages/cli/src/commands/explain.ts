// `lightloom explain`: what is behind a rule, or behind the figures of something in a design.
import { type Fabric, printAxes } from '@lightloom/core';
import type { Command } from 'commander';
import type { Finish, GlobalOptions } from '../command.ts';
import { configOption, type DesignOptions, setOption } from '../design-options.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { settingProblems } from '../input/setting-problems.ts';
import type { Io } from '../io.ts';
import { deliver, say, tellErrors } from '../output.ts';
import { explanationOf, listOf, type Topic } from '../print/explanation.ts';
import { figuresOf } from '../print/figures.ts';
import { themeFor } from '../print/theme.ts';

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
    .argument('[name]', 'of something in the design: leaf[3], leaf[3].up[1]/5, net[1], primary')
    .addOption(setOption())
    .addOption(configOption())
    .option('--stdin-filename <path>', 'what the standard input is called; its imports start there')
    .addHelpText(
      'after',
      `
Examples:
  lightloom explain                               all rules, and all problems of the text
  lightloom explain power/module-over-cage        one of them
  lightloom explain pod.fabric primary            a coolant loop: heat, flow, rise, return, headroom
  lightloom explain pod.fabric "leaf[3].up[1]/5"  the link at a channel, term by term
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
  const [{ explainSelector, nameable }, { closest }, { createWorkspace }] = await Promise.all([
    import('@lightloom/core'),
    import('@lightloom/language'),
    import('../input/workspace.ts'),
  ]);
  if (name === undefined) {
    say(io, `What of ${file} is to be explained is missing: lightloom explain ${file} NAME`);
    return exitCode.usage;
  }
  const workspace = createWorkspace(io, options);
  const opened = await workspace.open(file, options.stdinFilename);
  const problems = typeof opened === 'string' ? [opened] : settingProblems([opened]);
  for (const problem of problems) say(io, problem);
  if (typeof opened === 'string' || problems.length > 0) return exitCode.usage;
  const { facts, fabric } = opened.analysis;
  const explained = explainSelector(facts, name);
  if (explained === undefined) {
    say(io, `\`${name}\` names nothing in ${opened.path}. ${hintFor(name, nameable(fabric), fabric, closest)}`);
    return exitCode.usage;
  }
  const theme = themeFor({ flag: options.color, env: io.env, isTerminal: io.stdout.isTerminal });
  await deliver(io, figuresOf(explained, workspace.source, theme), undefined);
  tellErrors(io, opened, 'explanation');
  return exitCode.clean;
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
    .map((each) => each.trim());
  for (const step of steps) {
    const near = known.includes(step) ? undefined : closest(step, known);
    if (near !== undefined) return `Did you mean ${near}?`;
  }
  const block = fabric.blocks.findLast((each) => steps.includes(each.name));
  if (block === undefined) return 'Names are those of messages, as `leaf[3].up[1]/5`, `net[1]` or `primary`.';
  const ports = block.part?.ports.map((group) => `${group.name}${printAxes(group.axes)}`) ?? [];
  const holds = ports.length === 0 ? '' : `, with the ports ${ports.join(', ')}`;
  return `There is ${block.name}${printAxes(block.axes)}${holds}.`;
}

async function explainRule(id: string | undefined, { color }: GlobalOptions, io: Io): Promise<ExitCode> {
  const [{ allRules }, { closest, problemKinds }] = await Promise.all([
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
  await deliver(io, topic === undefined ? listOf(family, theme) : explanationOf(topic, theme), undefined);
  return exitCode.clean;
}

/** A rule by the second half of its name alone: `loss-budget`. */
function nearest(id: string, topics: readonly Topic[]): string | undefined {
  return topics.find((each) => each.id.endsWith(`/${id}`))?.id;
}
