// `lightloom explain`: why a rule is one, with an example it finds fault with and one it does not.
import type { Command } from 'commander';
import type { Finish, GlobalOptions } from '../command.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { deliver, say } from '../output.ts';
import { explanationOf, listOf, type Topic } from '../print/explanation.ts';
import { themeFor } from '../print/theme.ts';

export function addExplain(program: Command, finish: Finish): void {
  program
    .command('explain')
    .summary('say what is behind a rule')
    .description(
      'Says why a rule is one, where its figures come from, and shows an example; lists all rules without one.',
    )
    .argument('[rule]', 'as in a message: power/module-over-cage')
    .action((rule: string | undefined, _options, command: Command) =>
      finish((io) => explain(rule, command.optsWithGlobals<GlobalOptions>(), io)),
    );
}

async function explain(id: string | undefined, { color }: GlobalOptions, io: Io): Promise<ExitCode> {
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
