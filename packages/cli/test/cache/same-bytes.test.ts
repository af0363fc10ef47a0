// With a cache, a check prints the bytes that it prints without: for every example and case.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { examples } from '../../../../test/kit/examples.ts';
import { folder } from '../lightloom.ts';
import { pair, parts } from '../projects/project.ts';
import { cached, everyFormat, plain } from './replayed.ts';

const cases = join(import.meta.dirname, '../../../../test/cases');
const caseFiles = readdirSync(cases, { recursive: true, encoding: 'utf8' })
  .filter((each) => each.endsWith('.fabric'))
  .sort();

describe('with a cache, a check prints the same in every format', () => {
  it.each(Object.keys(examples))('of %s', async (name) => {
    await expectSame(folder(examples), [name, ...everyFormat]);
  });

  it('of every case', async () => {
    const all = caseFiles.map((each) => [each, readFileSync(join(cases, each), 'utf8')] as const);
    await expectSame(folder(Object.fromEntries(all)), everyFormat);
  });

  it.each([
    ['--quiet'],
    ['--explain'],
    ['--error-on-warning'],
    ['--exit-zero'],
    ['--basis', 'typical'],
    ['--set', 'distance=700 m'],
    ['--no-error-on-unmatched-pattern', 'none/*.fabric'],
  ])('with %s %s', async (...options) => {
    await expectSame(folder({ 'parts.fabric': parts('1 kW'), 'a.fabric': pair('600 m'), 'b.fabric': pair('10 m') }), [
      'a.fabric',
      'b.fabric',
      ...options,
      ...everyFormat,
    ]);
  });
});

/** That a line prints and writes the same three times: without a cache, when it is stored, and when it is replayed. */
async function expectSame(cwd: string, line: readonly string[]): Promise<void> {
  const world = { cwd, env: { XDG_CACHE_HOME: folder() } };
  const right = await plain(['check', ...line], world);
  expect(Object.keys(right.written)).toHaveLength(7);
  expect(await cached(['check', ...line], world)).toEqual({ ...right, isReplayed: false });
  expect(await cached(['check', ...line], world)).toEqual({ ...right, isReplayed: true });
}
