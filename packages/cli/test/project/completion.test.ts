// Completion scripts, asked as a shell asks them.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/all-commands.ts';
import { folder, lightloom } from '../lightloom.ts';

const has = (shell: string): boolean => spawnSync(shell, ['-c', 'true']).status === 0;
const script = async (shell: string): Promise<string> => (await lightloom(['completion', shell])).out;

describe.skipIf(!has('bash'))('in bash', () => {
  const complete = async (typed: string): Promise<string[]> => {
    const cwd = folder({ l: await script('bash'), 'pod.fabric': '', 'notes.txt': '' });
    const program = `source ./l
COMP_WORDS=(${typed}); [[ '${typed}' == *' ' ]] && COMP_WORDS+=(''); COMP_CWORD=$((\${#COMP_WORDS[@]}-1))
_lightloom; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', program], { cwd, encoding: 'utf8' });
    expect(stderr).toBe('');
    return stdout.split('\n').filter((each) => each !== '');
  };

  it.each([
    ['lightloom ', commands.map(({ name }) => name)],
    ['lightloom che', ['check']],
    ['lightloom --no-color ren', ['render']],
    ['lightloom check -f s', ['sarif']],
    ['lightloom check --max', ['--max-warnings']],
    ['lightloom init --template x', ['xpo-pod']],
    ['lightloom completion ', ['bash', 'zsh', 'fish', 'pod.fabric']],
    ['lightloom check p', ['pod.fabric']],
    ['lightloom report -o n', ['notes.txt']],
  ])('%j is completed', async (typed, expected) => {
    expect((await complete(typed)).sort()).toEqual([...expected].sort());
  });
});

describe.skipIf(!has('fish'))('in fish (skipped where fish is not installed)', () => {
  it('commands and values are completed', async () => {
    const cwd = folder({ 'l.fish': await script('fish') });
    const { stdout } = spawnSync('fish', ['-c', `source l.fish; complete -C'lightloom init --template x'`], {
      cwd,
      encoding: 'utf8',
    });
    expect(stdout).toMatch(/^xpo-pod\b/);
  });
});

describe.skipIf(!has('zsh'))('in zsh (skipped where zsh is not installed)', () => {
  it('is a script without mistakes', async () => {
    const cwd = folder({ _lightloom: await script('zsh') });
    expect(spawnSync('zsh', ['-n', join(cwd, '_lightloom')], { encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    });
  });
});

it.each(['bash', 'zsh', 'fish'])('names every command for %s', async (shell) => {
  const text = await script(shell);
  for (const { name } of commands) expect(text).toContain(name);
});
