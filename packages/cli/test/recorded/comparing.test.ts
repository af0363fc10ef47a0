// The page about comparing designs, followed to the letter in a clone of the examples: it prints and draws what the page shows.
// `npm run test:accept` writes both as they are now.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { copyExamples } from '../../../../test/kit/examples.ts';
import { repository } from '../diff/repository.ts';
import { runLine } from './command-line.ts';
import { follow } from './follow.ts';

const root = join(import.meta.dirname, '../../../..');
const path = join(root, 'docs/diff.md');

it('the page about comparing designs prints and draws what it shows', async () => {
  const cwd = repository({}, copyExamples);
  const { page, pictures, commands } = await follow(readFileSync(path, 'utf8'), 'brownfield.fabric', cwd);
  await expect(page).toMatchFileSnapshot(path);
  expect([...pictures.keys()]).toEqual(['growth.svg']);
  for (const [name, drawn] of pictures) await expect(drawn).toMatchFileSnapshot(join(root, 'docs/images/diff', name));
  expect(commands.map(({ code }) => code)).toEqual(commands.map(() => 0));
  expect(await runLine('lightloom check brownfield.fabric --error-on-warning', { cwd })).toMatchObject({ code: 0 });
  const { out } = await runLine('lightloom diff osfp-leaf-spine.fabric xpo-pod.fabric --figures', { cwd });
  expect(out).toMatch(/front-panel density +27\.64 Tbps\/OU +102\.4 Tbps\/OU +3\.7 ×/);
  expect(out).toMatch(/switches +48 +24 +0\.5 × \(50 %\)/);
});
