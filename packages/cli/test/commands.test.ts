// Every command: its definition, and each command line that the help or the documentation shows, executed in a copy of the
// examples.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyExamples } from '../../../test/kit/examples.ts';
import { commands } from '../src/commands/all-commands.ts';
import { folder, lightloom } from './lightloom.ts';
import { wordsOf } from './recorded/command-line.ts';

const root = join(import.meta.dirname, '../../..');

/** A folder with the pod, and the examples that a command line names; `examples.test.ts` checks each of them. */
function examplesFolder(line: string): string {
  const path = folder();
  copyExamples(path, ['site.fabric', 'xpo-pod.fabric', ...(line.match(/[\w-]+\.fabric/g) ?? [])]);
  return path;
}

/** Commands that end with their input, which is that of the tests here. */
const servers = ['lsp', 'mcp'];

/** Executes a command line as a shell would: quotes, `< file`, a comment at the end. The server is started elsewhere. */
async function execute(line: string): Promise<{ readonly code: number; readonly err: string } | undefined> {
  const cwd = examplesFolder(line);
  const [command = ''] = line.split(/\s+# /, 1);
  const words = wordsOf(command);
  const at = words.indexOf('<');
  const stdin = at < 0 ? '' : readFileSync(join(cwd, words[at + 1] as string), 'utf8');
  const args = at < 0 ? words : words.slice(0, at);
  return servers.includes(args[0] ?? '') ? undefined : lightloom(args, { cwd, stdin });
}

const examples = commands.flatMap(({ examples: own }) => own);

describe.each(commands.map((each) => [each.name, each] as const))('%s', (name, command) => {
  it('says what it is for', () => {
    expect(command.summary, '`summary`: a few words in the imperative, without a full stop').toMatch(
      /^[a-z].{8,}[^.]$/,
    );
    expect(command.description, '`description`: sentences').toMatch(/^[A-Z].{20,}\.$/);
    expect(command.examples.length).toBeGreaterThan(0);
    for (const { line, does } of command.examples) {
      expect(line.split(' ')[0]).toBe(name);
      expect(does, `what \`${line}\` does`).not.toBe('');
    }
  });

  it('prints its formats, exit codes and examples in its help', async () => {
    const { code, out } = await lightloom([name, '--help']);
    expect(code).toBe(0);
    for (const { line } of command.examples) expect(out).toContain(`  lightloom ${line}`);
    expect(out).toMatch(/^ {2}3 {2}a bug in Lightloom$/m);
  });
});

it.each(examples.map((each) => [each.line, each.exits ?? 0] as const))(
  'lightloom %s ends with %i',
  async (line, exits) => {
    const ran = await execute(line);
    if (ran !== undefined) expect([ran.code, ran.err]).toEqual([exits, expect.not.stringContaining('error:')]);
  },
);

describe('command lines in the documentation', () => {
  const known = new Set(examples.map(({ line }) => line));
  const pages = [
    'README.md',
    'examples/README.md',
    'packages/cli/README.md',
    ...readdirSync(join(root, 'docs'))
      .filter((each) => each.endsWith('.md'))
      .map((each) => `docs/${each}`),
  ];
  const shown = pages.flatMap((page) =>
    [...readFileSync(join(root, page), 'utf8').matchAll(/^```sh\n([\s\S]*?)^```/gm)]
      .flatMap(([, block = '']) => block.split('\n'))
      .filter((line) => line.startsWith('lightloom '))
      .map((line) => [page, line.replace(/^lightloom /, '')] as const)
      .filter(([, line]) => !known.has((line.split(/\s+# /, 1)[0] as string).trim())),
  );

  it('are found', () => expect(shown.length).toBeGreaterThan(2));

  it.each(shown)('%s: %s', async (_, line) => {
    expect(await execute(line)).toMatchObject({ code: 0 });
  });
});
