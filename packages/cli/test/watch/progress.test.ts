// How far a run is: said on a terminal only, after a second, and erased.
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { progressOf } from '../../src/process/progress.ts';
import { folder, lightloom } from '../lightloom.ts';

interface Case {
  readonly isTerminal?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly quiet?: boolean;
}

/** What is written when 80 files are checked and the twelfth starts after 1.2 s. */
function written({ isTerminal = true, env = {}, quiet = false }: Case): string {
  let text = '';
  let time = 0;
  const stderr = { write: (each: string | Uint8Array) => void (text += each), isTerminal, columns: 80 };
  const progress = progressOf({ stderr, env }, 'checking', { quiet }, () => time);
  for (let i = 1; i <= 12; i++) {
    time = i === 12 ? 1200 : i * 90;
    progress.at(i, 80);
  }
  progress.end();
  return text;
}

describe('progress', () => {
  it('is said once a run takes over a second, and erased', () => {
    expect(written({})).toBe('\r\u001b[Kchecking 12 of 80 …\r\u001b[K');
  });
  it.each<Case>([{ isTerminal: false }, { env: { CI: 'true' } }, { env: { TERM: 'dumb' } }, { quiet: true }])(
    'is not said with %j',
    (each) => expect(written(each)).toBe(''),
  );
  it('is part of a check, and never of its result', async () => {
    let time = 0;
    const clock = vi.spyOn(process, 'uptime').mockImplementation(() => {
      time += 0.6;
      return time;
    });
    onTestFinished(() => clock.mockRestore());
    const cwd = folder({ 'a.fabric': '', 'b.fabric': '', 'c.fabric': '' });
    const check = (...args: string[]) => lightloom(['check', ...args], { cwd, isTerminal: true });
    const { out, err } = await check();
    expect(err.endsWith('checking 3 of 3 …\r\u001b[K')).toBe(true);
    expect(out).not.toContain('checking');
    expect((await check('--quiet')).err).toBe('');
  });
});
