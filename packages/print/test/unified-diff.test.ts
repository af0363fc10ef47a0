// Unified diffs, applied by git: whatever two texts are, the diff of them leads from one to the other.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { unifiedDiff } from '../src/index.ts';

it('is empty for equal texts', () => {
  expect(unifiedDiff('a', 'x\n', 'x\n')).toBe('');
});

it('has three lines around a change', () => {
  const lines = ['1', '2', '3', '4', '5', '6', '7', '8', '9'].join('\n');
  expect(unifiedDiff('a.fabric', `${lines}\n`, `${lines.replace('5', 'five')}\n`)).toBe(
    '--- a/a.fabric\n+++ b/a.fabric\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n',
  );
});

it('is what git takes', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'lightloom-'));
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
  const line = fc.constantFrom('', 'a', 'b', 'c', '}');
  const text = fc
    .tuple(fc.array(line, { minLength: 1, maxLength: 25 }), fc.boolean())
    .map(([lines, ends]) => lines.join('\n') + (ends ? '\n' : 'x'));
  const pairs = fc
    .sample(fc.tuple(text, text), 80)
    .filter(([before, after]) => before !== after && before !== '' && after !== '');
  expect(pairs.length).toBeGreaterThan(50);
  // A file for each pair, and one patch of them all: starting git takes longer than what it does.
  for (const [at, [before]] of pairs.entries()) writeFileSync(join(cwd, String(at)), before);
  const patch = pairs.map(([before, after], at) => unifiedDiff(String(at), before, after)).join('');
  execFileSync('git', ['apply', '--unidiff-zero', '-'], { cwd, input: patch });
  for (const [at, [before, after]] of pairs.entries())
    expect(readFileSync(join(cwd, String(at)), 'utf8'), JSON.stringify([before, after])).toBe(after);
});
