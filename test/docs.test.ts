// The examples on the pages of docs/ and of the README: each is executed, and finds just what its carets mark. Those of the
// tutorial are parts of one file; packages/cli/test/recorded/tutorial.test.ts follows it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { marksIn } from './carets.ts';
import { briefly, findingsOf } from './kit/design.ts';
import { root } from './sources.ts';

const pages = [
  'README.md',
  'examples/README.md',
  'examples/ci/README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
].map((path) => [path, readFileSync(join(root, path), 'utf8')] as const);

const examples = pages
  .filter(([name]) => name !== 'docs/tutorial.md')
  .flatMap(([name, text]) =>
    [...text.matchAll(/^```fabric\n([\s\S]*?)^```/gm)].map((match) => {
      const line = text.slice(0, match.index).split('\n').length;
      return [`${name}:${line}`, match[1] as string] as const;
    }),
  );

describe('the examples of the documentation', () => {
  it('are found', () => expect(examples.length).toBeGreaterThan(10));

  it.each(examples)('%s', async (_, text) => {
    const found = await findingsOf(text);
    const marked = marksIn(text).map((mark) => text.slice(mark.start, mark.end));
    expect(
      found.map(({ at }) => at),
      briefly(found).join('\n'),
    ).toEqual(marked);
  });
});

describe('links between pages', () => {
  it.each(pages)('%s leads somewhere', (path, text) => {
    const targets = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map((match) => match[1] as string);
    expect(targets.filter((each) => !existsSync(join(root, dirname(path), each)))).toEqual([]);
  });
});
