// Scenarios: a text file each, with files, a command, and what it must print, write and end with. `npm run test:accept` records
// what it does now. A file is a comment and sections, each below a line `-- NAME --`; a section without content is left out:
//
//   -- pod.fabric --   a file beside the command; any name with a dot
//   -- stdin --        its standard input
//   -- command --      the command line
//   -- exit --         its exit code, and from here on it is recorded
//   -- stdout --
//   -- stderr --
//   -- written --      the files it wrote or changed
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/all-commands.ts';
import { folder } from '../lightloom.ts';
import { runLine, wordsOf } from './command-line.ts';

const root = join(import.meta.dirname, '../scenarios');
const scenarios = readdirSync(root).map((name) => [name, readFileSync(join(root, name), 'utf8')] as const);

interface Section {
  readonly name: string;
  readonly text: string;
}

function sectionsOf(text: string): { readonly comment: string; readonly sections: readonly Section[] } {
  const [comment = '', ...rest] = text.split(/^-- (\S+) --\n/m);
  const names = rest.filter((_, at) => at % 2 === 0);
  return { comment, sections: names.map((name, at) => ({ name, text: rest[2 * at + 1] as string })) };
}

const textOf = (sections: readonly Section[], name: string): string =>
  sections.find((each) => each.name === name)?.text ?? '';

/** The files of a folder with their content, by path. */
function filesIn(path: string): ReadonlyMap<string, string> {
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).map((each) => each.replaceAll('\\', '/'));
  const files = names.filter((each) => statSync(join(path, each)).isFile()).sort();
  return new Map(files.map((each) => [each, readFileSync(join(path, each), 'latin1')]));
}

/** The scenario with what its command does now. */
async function recorded(text: string): Promise<string> {
  const { comment, sections } = sectionsOf(text);
  const inputs = sections.filter(({ name }) => name.includes('.') || name === 'stdin' || name === 'command');
  const files = inputs.filter(({ name }) => name.includes('.')).map((each) => [each.name, each.text]);
  const cwd = folder(Object.fromEntries(files));
  const before = filesIn(cwd);
  const ran = await runLine(textOf(inputs, 'command').trim(), { cwd, stdin: textOf(inputs, 'stdin') });
  const written = [...filesIn(cwd)].filter(([path, content]) => before.get(path) !== content);
  const outputs = {
    exit: `${ran.code}\n`,
    stdout: ran.out,
    stderr: ran.err,
    written: written.map(([path]) => `${path}\n`).join(''),
  };
  const results = Object.entries(outputs).map(([name, content]) => ({ name, text: content }));
  return (
    comment +
    [...inputs, ...results]
      .filter((each) => each.text !== '')
      .map(shown)
      .join('')
  );
}

/** A section; a text that doesn't end its last line is followed by a line that says so. */
function shown({ name, text }: Section): string {
  return `-- ${name} --\n${text}${text.endsWith('\n') ? '' : '\n(no newline at the end)\n'}`;
}

describe('the scenarios', () => {
  it.each(scenarios)('%s', async (name, text) => {
    const now = await recorded(text);
    await expect(now).toMatchFileSnapshot(join(root, name));
  });

  it.each(scenarios)('%s says what it shows', (_, text) => {
    expect(sectionsOf(text).comment).toMatch(/^[A-Z].*\.\n$/);
  });

  it.each(commands.map(({ name }) => name))('include %s, used wrongly at least twice', (name) => {
    const own = scenarios
      .map(([, text]) => sectionsOf(text).sections)
      .filter((each) => wordsOf(textOf(each, 'command'))[1] === name);
    const wrong = own.filter((each) => textOf(each, 'exit') === '2\n');
    expect(wrong.length, 'files in `scenarios` that end with 2').toBeGreaterThanOrEqual(2);
    for (const each of wrong) expect(textOf(each, 'stderr')).not.toBe('');
  });
});
