// The trips in ARCHITECTURE.md: every file they name exists, in fewer than thirty steps. So does every path of the decisions.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './sources.ts';

const page = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');

/** The files that a section of the page lists, in order. */
function filesOf(heading: string): string[] {
  const section = page.split(/^## /m).find((each) => each.startsWith(`${heading}\n`)) ?? '';
  return [...section.matchAll(/^\d+\. `([^`]+)`/gm)].map(([, path = '']) => path);
}

describe.each(['The trip of a link', 'The trip of a question'])('%s', (heading) => {
  const files = filesOf(heading);

  it('names files that exist', () => {
    expect(files.length).toBeGreaterThan(9);
    expect(files.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('takes fewer than thirty, none of them twice', () => {
    expect(files.length).toBeLessThan(30);
    expect(new Set(files).size).toBe(files.length);
  });
});

const decisions = readdirSync(join(root, 'docs/decisions')).map((name) => `docs/decisions/${name}`);

it.each(['ARCHITECTURE.md', ...decisions])('every path that %s names exists', (name) => {
  const text = readFileSync(join(root, name), 'utf8');
  const paths = [...text.matchAll(/\b(?:packages|test|docs)\/[\w./-]+/g)].map(([path]) => path.replace(/\.$/, ''));
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
