// The example of a pull request: its page shows what a reviewer sees, and its outputs are recorded beside it.
// `npm run test:accept` records them as they are now.
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folder } from '../lightloom.ts';
import { follow } from './follow.ts';

const root = join(import.meta.dirname, '../../../../examples/ci');

it('the pull request of examples/ci is reported as recorded', async () => {
  const cwd = folder();
  cpSync(root, cwd, { recursive: true });
  rmSync(join(cwd, 'recorded'), { recursive: true, force: true });
  const path = join(root, 'README.md');
  const { page, commands } = await follow(readFileSync(path, 'utf8'), 'pod.fabric', cwd);
  await expect(page).toMatchFileSnapshot(path);
  // It is clean before the change, and every job fails after it.
  expect(commands.map(({ code }) => code)).toEqual([0, ...commands.slice(1).map(() => 1)]);
  const recorded = readdirSync(join(cwd, 'recorded')).sort();
  for (const name of recorded) {
    await expect(readFileSync(join(cwd, 'recorded', name), 'utf8')).toMatchFileSnapshot(join(root, 'recorded', name));
  }
  // No output is left of commands that the page no longer shows.
  expect(recorded).toEqual(expect.arrayContaining(readdirSync(join(root, 'recorded'))));
});
