// The page on buying, followed to the letter: its design, its configuration and its price book are those of its blocks, and its
// commands print what it shows. `npm run test:accept` records them as they are now.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folder } from '../lightloom.ts';
import { follow } from './follow.ts';

const path = join(import.meta.dirname, '../../../../docs/buying.md');

it('docs/buying.md prints what it shows', async () => {
  const page = readFileSync(path, 'utf8');
  const cwd = folder();
  const block = (language: string): string =>
    new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(page)?.[1] ?? '';
  // The configuration takes effect where it is shown.
  const at = page.indexOf('```json');
  const before = await follow(page.slice(0, at), 'pod.fabric', cwd);
  writeFileSync(join(cwd, 'lightloom.json'), block('json'));
  writeFileSync(join(cwd, 'prices.csv'), block('csv'));
  const after = await follow(page.slice(at), 'pod.fabric', cwd);
  await expect(before.page + after.page).toMatchFileSnapshot(path);
  const commands = [...before.commands, ...after.commands];
  expect(commands.map(({ code }) => code)).toEqual(commands.map(() => 0));
  expect(commands.length).toBeGreaterThanOrEqual(4);
});
