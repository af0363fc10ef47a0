// The tutorial and the page of plans, followed to the letter: its file grows block by block, every command is executed, and it prints what the page
// shows. Its pictures are what its commands draw. `npm run test:accept` writes both as they are now.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folder } from '../lightloom.ts';
import { runLine, wordsOf } from './command-line.ts';
import { follow } from './follow.ts';

const docs = join(import.meta.dirname, '../../../../docs');
const path = join(docs, 'tutorial.md');

it('the tutorial prints and draws what it shows, and ends with a design that holds', async () => {
  const cwd = folder();
  const { page, pictures, commands } = await follow(readFileSync(path, 'utf8'), 'pod.fabric', cwd);
  await expect(page).toMatchFileSnapshot(path);
  expect(pictures.size).toBeGreaterThanOrEqual(3);
  for (const [name, drawn] of pictures) {
    await expect(drawn).toMatchFileSnapshot(join(docs, 'images/tutorial', name));
  }
  // No command is refused, and each file that one writes is there.
  expect(commands.filter(({ code }) => code > 1)).toEqual([]);
  for (const { line } of commands) {
    const words = wordsOf(line);
    for (const [at, word] of words.entries()) {
      if (word === '-o') expect(statSync(join(cwd, words[at + 1] as string)).size, line).toBeGreaterThan(100);
    }
  }
  // Three mistakes on the way; the design that remains holds.
  expect(commands.filter(({ line, code }) => /^lightloom check/.test(line) && code === 1).length).toBeGreaterThan(2);
  expect(await runLine('lightloom check pod.fabric --error-on-warning', { cwd })).toMatchObject({ code: 0 });
  expect(await runLine('lightloom fmt --check pod.fabric', { cwd })).toMatchObject({ code: 0 });
});

it('the page of plans prints what it shows', async () => {
  const page = join(docs, 'plan.md');
  const followed = await follow(readFileSync(page, 'utf8'), 'boxes.fabric', folder());
  await expect(followed.page).toMatchFileSnapshot(page);
  // The design with holes is an error, and so are lines that contradict each other.
  expect(followed.commands.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1]);
});
