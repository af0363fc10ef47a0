// The texts of the extension: each has its place in the bundles that translators fill.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const folder = join(import.meta.dirname, '..');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const manifest = read('package.json');
const texts: Record<string, string> = JSON.parse(read('package.nls.json'));
const client = readdirSync(join(folder, 'src/client'), { recursive: true, encoding: 'utf8' })
  .filter((each) => each.endsWith('.ts'))
  .map((each) => read(join('src/client', each)))
  .join('\n');

it('those of the manifest are all there, and no others', () => {
  const named = [...manifest.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key);
  expect([...new Set(named)].sort()).toEqual(Object.keys(texts).sort());
  expect(Object.entries(texts).filter(([, text]) => text.trim() === '')).toEqual([]);
});

it('those of the code are in the bundle', async () => {
  // Written by `--update`, as VS Code looks them up: by the English text.
  const used = [...client.matchAll(/l10n\.t\(\s*(['`])((?:\\.|(?!\1)[^\\])*)\1/g)].map(([, , text = '']) => text);
  const bundle = Object.fromEntries([...new Set(used)].sort().map((text) => [text, text]));
  expect(used.length).toBeGreaterThan(20);
  await expect(`${JSON.stringify(bundle, undefined, 2)}\n`).toMatchFileSnapshot('../l10n/bundle.l10n.json');
});
