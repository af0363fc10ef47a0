// Files that follow from others are those that would be written now.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './sources.ts';

/** Compiled code is kept for the next run of the tests: to read the sources takes a large part of the time of a script. */
const env = { ...process.env, NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compiled') };
const node = (...args: string[]) =>
  execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8', stdio: 'pipe', env });

describe('generated files are up to date', () => {
  it.each(['list', 'generate', 'docs'])('scripts/%s', (script) => {
    expect(() => node(`scripts/${script}.mjs`, '--check')).not.toThrow();
  });

  it('langium generate', () => {
    const folder = join(root, 'build', 'langium');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const config = JSON.parse(readFileSync(join(root, 'langium-config.json'), 'utf8')) as {
      languages: { grammar: string }[];
      out: string;
    };
    for (const language of config.languages) language.grammar = join('..', '..', language.grammar);
    const kept = join(root, config.out);
    writeFileSync(join(folder, 'langium-config.json'), JSON.stringify({ ...config, out: 'generated' }));
    const cli = join(root, 'node_modules', 'langium-cli', 'bin', 'langium.js');
    node(cli, 'generate', '--file', join(folder, 'langium-config.json'));
    const made = join(folder, 'generated');
    expect(readdirSync(kept).sort()).toEqual(readdirSync(made).sort());
    for (const name of readdirSync(made))
      expect(readFileSync(join(kept, name), 'utf8')).toBe(readFileSync(join(made, name), 'utf8'));
  });
});
